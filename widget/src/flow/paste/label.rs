//! What a part of a pasted address says it is.

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Phone,
    Street,
    District,
    City,
    Province,
    Postal,
    /// It does not say.
    Plain,
}

/// First words that say what follows; a village and a landmark belong to the street.
const WORDS: [(&str, Kind); 7] = [
    ("nama penerima kepada name", Kind::Name),
    ("hp nohp wa whatsapp telp tlp telepon phone kontak", Kind::Phone),
    ("alamat address", Kind::Street),
    ("kec kecamatan", Kind::District),
    ("kab kabupaten kota", Kind::City),
    ("prov provinsi propinsi", Kind::Province),
    ("kodepos kode pos", Kind::Postal),
];

/// Words of a street, a village or a landmark.
const STREET: &str = "jl jln jalan gg gang perum perumahan komplek kompleks blok ruko apartemen apt dusun dsn kp \
    kampung rt rw kel kelurahan desa ds no lorong patokan depan sebelah samping belakang dekat \
    seberang rumah pagar gedung lantai kost kos catatan";

/// Words that every part is cut before, wherever they stand.
const CUTS: &str = "kec kecamatan kab kabupaten prov provinsi propinsi alamat jl jln jalan";

/// Provinces by the words that no city begins with.
const PROVINCES: &str = "jawa dki di daerah banten sumatera sumatra kalimantan sulawesi bali ntb ntt nusa papua maluku \
    aceh riau kepulauan bengkulu lampung indonesia jabar jateng jatim diy sumut sumbar sumsel \
    kalsel kaltim sulsel";

/// Words that speak to the seller.
const GREETING: &str = "halo hallo hai hi kak kakak min admin gan sis assalamualaikum permisi alamatnya alamatku pesan \
    order makasih terima";

/// Whether a word is in a list of them.
fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Letters and digits. The standard library knows those of every script, and
/// every shopper would download its tables.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '\u{c0}'..='\u{24f}')
}

/// The words of a part, in lower case and without dots.
fn words(part: &str) -> impl Iterator<Item = String> {
    let runs = part.split(|letter: char| !is_letter(letter)).filter(|run| !run.is_empty());
    runs.map(str::to_ascii_lowercase)
}

fn known(word: &str) -> Option<Kind> {
    WORDS.iter().find(|(words, _)| is_in(words, word)).map(|(_, kind)| *kind)
}

/// What a part is, and what it holds. A label with a colon may have several
/// words (`Nama Penerima:`, `Kota/Kab.:`); one without is the first word.
pub(super) fn read(part: &str) -> (Kind, &str) {
    if let Some((label, rest)) = part.split_once(':')
        && words(label).count() <= 4
        && let Some(kind) = words(label).find_map(|word| known(&word))
    {
        return (kind, rest.trim());
    }
    let mut first = words(part);
    let (one, two) = (first.next().unwrap_or_default(), first.next().unwrap_or_default());
    let kind = match known(&one) {
        _ if one == "no" => known(&two).filter(|kind| *kind == Kind::Phone),
        // "Kode Ngunut" is a place, "Pos Satpam" a landmark.
        Some(Kind::Postal) if one == "kode" && two != "pos" => None,
        Some(Kind::Postal) if one == "pos" && !two.is_empty() => None,
        kind => kind,
    };
    match kind {
        Some(kind @ (Kind::City | Kind::Phone | Kind::Postal)) => (kind, part),
        Some(kind) => (kind, after_first_word(part)),
        None => (Kind::Plain, part),
    }
}

fn after_first_word(part: &str) -> &str {
    let rest = part.trim_start_matches(|letter: char| is_letter(letter));
    rest.trim_start_matches(|letter: char| !is_letter(letter) && letter != '(')
}

/// Whether a part can only be of a street: it has a number, or a street's word.
pub(super) fn is_street(part: &str) -> bool {
    part.bytes().any(|byte| byte.is_ascii_digit()) || words(part).any(|word| is_in(STREET, &word))
}

/// Whether a part speaks to the seller.
pub(super) fn is_greeting(part: &str) -> bool {
    words(part).any(|word| is_in(GREETING, &word))
}

/// Whether a part names a province, or the country.
pub(super) fn is_province(part: &str) -> bool {
    words(part).next().is_some_and(|word| is_in(PROVINCES, &word)) && words(part).count() <= 4
}

/// Whether a new part begins with this word; a city's word counts once the
/// district was named, since streets and estates are called so too.
pub(super) fn cuts(word: &str, after_district: bool) -> bool {
    let word = words(word).next().unwrap_or_default();
    is_in(CUTS, &word) || (after_district && word == "kota")
}
