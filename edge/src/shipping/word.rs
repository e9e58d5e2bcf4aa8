//! The words of Indonesian addresses, as people write them.

/// What people write for what is meant.
const SHORT: &[(&str, &str)] = &[
    ("bdg", "bandung"),
    ("bks", "bekasi"),
    ("diy", "yogyakarta"),
    ("dki", "jakarta"),
    ("jabar", "jawa barat"),
    ("jakbar", "jakarta barat"),
    ("jakpus", "jakarta pusat"),
    ("jaksel", "jakarta selatan"),
    ("jaktim", "jakarta timur"),
    ("jakut", "jakarta utara"),
    ("jateng", "jawa tengah"),
    ("jatim", "jawa timur"),
    ("jkt", "jakarta"),
    ("jogja", "yogyakarta"),
    ("jogjakarta", "yogyakarta"),
    ("kalbar", "kalimantan barat"),
    ("kalsel", "kalimantan selatan"),
    ("kaltara", "kalimantan utara"),
    ("kalteng", "kalimantan tengah"),
    ("kaltim", "kalimantan timur"),
    // "Kep." and "Kepulauan" begin alike.
    ("kepulauan", "kep"),
    ("kepri", "kep riau"),
    ("mlg", "malang"),
    ("ntb", "nusa tenggara barat"),
    ("ntt", "nusa tenggara timur"),
    ("sby", "surabaya"),
    ("smg", "semarang"),
    ("solo", "surakarta"),
    ("sulsel", "sulawesi selatan"),
    ("sulteng", "sulawesi tengah"),
    ("sulut", "sulawesi utara"),
    ("sumbar", "sumatera barat"),
    ("sumsel", "sumatera selatan"),
    ("sumut", "sumatera utara"),
    ("tangsel", "tangerang selatan"),
    ("yogya", "yogyakarta"),
];

/// Words that name no place.
pub(super) const NOISE: &[&str] = &["kec", "kecamatan", "kel", "kelurahan", "desa", "prov", "provinsi", "di"];
/// Words in hundreds of names: asked for only when there is no other.
pub(super) const EVERYWHERE: &[&str] = &[
    "barat",
    "timur",
    "selatan",
    "utara",
    "tengah",
    "pusat",
    "tenggara",
    "jawa",
    "sumatera",
    "kalimantan",
    "sulawesi",
    "nusa",
    "kep",
    "papua",
];
/// What a city is called.
pub(super) const KOTA: &[&str] = &["kota", "kotamadya", "kodya"];
/// What a regency is called.
pub(super) const KABUPATEN: &[&str] = &["kab", "kabupaten"];

/// What a word stands for.
pub(super) fn meant(word: &str) -> &str {
    SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, meant)| meant)
}

/// Words without case and signs: `Ma'rang (Kab.)` is `marang kab`.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.chars().filter(|letter| !matches!(letter, '\'' | '’' | '`' | '´')).collect();
    let plain = plain.to_lowercase();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
