//! Districts by what people type: words in any order, the short forms of every
//! day, and Kota told from Kabupaten (checkout-experience §5.3).

use shared::v3::Location;

use super::word::{EVERYWHERE, KABUPATEN, KOTA, NOISE, meant, words};

/// Fewest and most characters of a search.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=60;
/// Most words that the platform is asked for: each is a call.
const ASKED_MAX: usize = 3;

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<String>,
    regency: Option<Regency>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Regency {
    Kota,
    Kabupaten,
}

/// How well a district fits; the least fits best.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// Words that only begin a name: Bogorejo is not Bogor.
    begun_only: usize,
    not_in_subdistrict: usize,
    not_in_city: usize,
    is_inexact: bool,
}

impl Wanted {
    /// Reads a search. `None` when it is shorter than 3 characters or longer
    /// than 60.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if !LENGTH.contains(&text.chars().count()) {
            return None;
        }
        let mut wanted = Self::default();
        for word in words(text) {
            wanted.hear(&word);
        }
        Some(wanted)
    }

    fn hear(&mut self, word: &str) {
        if KABUPATEN.contains(&word) {
            self.regency = Some(Regency::Kabupaten);
        } else if KOTA.contains(&word) && self.regency.is_none() {
            self.regency = Some(Regency::Kota);
        } else if !NOISE.contains(&word) {
            self.take(meant(word));
        }
    }

    fn take(&mut self, meant: &str) {
        for word in meant.split(' ') {
            if !self.words.iter().any(|known| known == word) {
                self.words.push(word.to_owned());
            }
        }
    }

    /// The words to ask the platform for, which looks for one name at a time:
    /// longest first, for it is in the fewest names.
    pub fn asked(&self) -> Vec<&str> {
        let is_name =
            |word: &&str| word.len() >= *LENGTH.start() && word.bytes().any(|b| !b.is_ascii_digit());
        let mut asked: Vec<&str> = self.words.iter().map(String::as_str).filter(is_name).collect();
        if asked.iter().any(|word| !EVERYWHERE.contains(word)) {
            asked.retain(|word| !EVERYWHERE.contains(word));
        }
        asked.sort_by_key(|word| std::cmp::Reverse(word.len()));
        asked.truncate(ASKED_MAX);
        asked
    }

    /// How well a district fits; `None` when a word begins none of its names.
    pub(super) fn rank(&self, location: &Location) -> Option<Rank> {
        let subdistrict = words(&location.subdistrict_name);
        let city = words(&location.city_name);
        let province = words(&location.province_name);
        if !self.is_regency(&subdistrict, &city) {
            return None;
        }
        let mut rank = Rank { begun_only: 0, not_in_subdistrict: 0, not_in_city: 0, is_inexact: false };
        for word in &self.words {
            let fits = [&subdistrict, &city, &province].map(|names| fit(word, names));
            let (place, whole) = fits.iter().enumerate().find_map(|(place, fit)| Some((place, (*fit)?)))?;
            rank.not_in_subdistrict = rank.not_in_subdistrict.saturating_add(usize::from(place > 0));
            rank.not_in_city = rank.not_in_city.saturating_add(usize::from(place > 1));
            rank.begun_only = rank.begun_only.saturating_add(usize::from(!whole));
        }
        rank.is_inexact = self.words != subdistrict;
        Some(rank)
    }

    /// Kota Bogor is not Kabupaten Bogor. A kecamatan may have "Kota" in its
    /// own name, and some lists write a kabupaten without that word.
    fn is_regency(&self, subdistrict: &[String], city: &[String]) -> bool {
        let is_kota = |word: &String| KOTA.contains(&word.as_str());
        match self.regency {
            None => true,
            // Kabupaten Lima Puluh Kota is looked for without its first word too.
            Some(Regency::Kota) => {
                city.iter().any(is_kota) || subdistrict.iter().any(|word| word.starts_with("kota"))
            }
            Some(Regency::Kabupaten) => !city.first().is_some_and(is_kota),
        }
    }
}

/// Whether a word is one of the names, or begins one.
fn fit(word: &str, names: &[String]) -> Option<bool> {
    let begins = |name: &&String| name.starts_with(word);
    if names.iter().any(|name| name == word) { Some(true) } else { names.iter().find(begins).map(|_| false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn location(names: &str) -> Location {
        let mut names = names.split(", ").map(str::to_owned);
        let mut next = || names.next().unwrap();
        Location {
            id: 1,
            subdistrict_name: next(),
            city_name: next(),
            province_name: next(),
            display: String::new(),
        }
    }

    fn finds(search: &str, names: &str) -> bool {
        Wanted::parse(search).unwrap().rank(&location(names)).is_some()
    }

    #[test]
    fn words_come_in_any_order_and_may_be_unfinished() {
        for search in [
            "tambun bekasi",
            "bekasi tambun",
            "TAMBUN, Bekasi",
            "tamb bek",
            "selatan tambun",
            "tambun jawa barat",
        ] {
            assert!(finds(search, "Tambun Selatan, Kab. Bekasi, Jawa Barat"), "{search}");
        }
        for search in ["tambun jakarta", "ambun", "tambun selatann"] {
            assert!(!finds(search, "Tambun Selatan, Kab. Bekasi, Jawa Barat"), "{search}");
        }
    }

    #[test]
    fn short_forms_are_understood() {
        for (search, names) in [
            ("tebet jaksel", "Tebet, Kota Jakarta Selatan, DKI Jakarta"),
            ("menteng jkt", "Menteng, Kota Jakarta Pusat, DKI Jakarta"),
            ("jakpus", "Menteng, Kota Jakarta Pusat, DKI Jakarta"),
            ("kec. coblong bdg", "Coblong, Kota Bandung, Jawa Barat"),
            ("gubeng sby", "Gubeng, Kota Surabaya, Jawa Timur"),
            ("smg tengah", "Semarang Tengah, Kota Semarang, Jawa Tengah"),
            ("jogja gondokusuman", "Gondokusuman, Kota Yogyakarta, DI Yogyakarta"),
            ("depok diy", "Depok, Kab. Sleman, D.I. Yogyakarta"),
            ("di yogyakarta", "Depok, Kab. Sleman, Daerah Istimewa Yogyakarta"),
            ("serpong tangsel", "Serpong, Kota Tangerang Selatan, Banten"),
            ("oebobo ntt", "Oebobo, Kota Kupang, Nusa Tenggara Timur"),
            ("mataram ntb", "Mataram, Kota Mataram, Nusa Tenggara Barat"),
            ("kepulauan seribu", "Kepulauan Seribu Utara, Kab. Adm. Kep. Seribu, DKI Jakarta"),
            ("kep. seribu", "Kepulauan Seribu Utara, Kab. Kepulauan Seribu, DKI Jakarta"),
            ("cirebon utara", "Gunung Jati (Cirebon Utara), Kab. Cirebon, Jawa Barat"),
            ("marang", "Ma'rang, Kab. Pangkajene Kepulauan, Sulawesi Selatan"),
            ("ma’rang", "Ma'rang, Kab. Pangkajene Kepulauan, Sulawesi Selatan"),
        ] {
            assert!(finds(search, names), "{search}");
        }
    }

    #[test]
    fn a_kota_is_not_a_kabupaten() {
        let (kota, kabupaten) = ("Bogor Tengah, Kota Bogor, Jawa Barat", "Cibinong, Kab. Bogor, Jawa Barat");
        for search in ["kota bogor", "bogor kota", "kodya bogor"] {
            assert_eq!((finds(search, kota), finds(search, kabupaten)), (true, false), "{search}");
        }
        for search in ["kab bogor", "kab. bogor", "kabupaten bogor"] {
            assert_eq!((finds(search, kota), finds(search, kabupaten)), (false, true), "{search}");
        }
        assert!(finds("kab bogor", "Cibinong, Bogor, Jawa Barat"));
        for search in ["kab. lima puluh kota", "lima puluh kota", "suliki lima puluh kota"] {
            assert!(finds(search, "Suliki, Kabupaten Lima Puluh Kota, Sumatera Barat"), "{search}");
        }
        assert!(finds("kota baru", "Kota Baru, Kab. Karawang, Jawa Barat"));
        assert!(finds("kotabaru", "Kotabaru, Kab. Karawang, Jawa Barat"));
    }

    #[test]
    fn the_platform_is_asked_for_what_is_in_few_names() {
        let asked = |search: &str| Wanted::parse(search).unwrap().asked().join(" ");
        assert_eq!(asked("tambun selatan"), "tambun");
        assert_eq!(asked("kec. coblong kota bandung jawa barat"), "coblong bandung");
        assert_eq!(asked("oebobo ntt"), "oebobo");
        assert_eq!(asked("jaksel"), "jakarta");
        assert_eq!(asked("ntt"), "tenggara timur nusa");
        assert_eq!(asked("tiga satuan empatan duapuluh"), "duapuluh empatan satuan");
        for nothing in ["40132", "kec.", "a b c", "...", "kota"] {
            assert_eq!(asked(nothing), "", "{nothing}");
        }
    }

    #[test]
    fn a_search_has_3_to_60_letters() {
        assert!(Wanted::parse("  ab ").is_none() && Wanted::parse("").is_none());
        assert!(Wanted::parse("abc").is_some() && Wanted::parse(&"a".repeat(60)).is_some());
        assert!(Wanted::parse(&"a".repeat(61)).is_none());
    }

    #[test]
    fn the_kecamatan_s_own_name_counts_most() {
        let rank = |search: &str, names: &str| Wanted::parse(search).unwrap().rank(&location(names)).unwrap();
        let in_order = |search: &str, names: &[&str]| {
            let ranks: Vec<Rank> = names.iter().map(|names| rank(search, names)).collect();
            assert!(ranks.is_sorted_by(|one, other| one < other), "{search}: {ranks:?}");
        };
        in_order(
            "bandung",
            &[
                "Bandung, Kab. Tulungagung, Jawa Timur",
                "Bandung Kidul, Kota Bandung, Jawa Barat",
                "Coblong, Kota Bandung, Jawa Barat",
            ],
        );
        in_order(
            "sukajadi pekan",
            &["Pekan Sukajadi, Kota Medan, X", "Sukajadi, Kota Pekan, X", "Sukajadi, Kota Pekanbaru, X"],
        );
        in_order(
            "bogor",
            &[
                "Bogor Tengah, Kota Bogor, Jawa Barat",
                "Cibinong, Kab. Bogor, Jawa Barat",
                "Bogorejo, Kab. Blora, Jawa Tengah",
            ],
        );
        in_order("jawa", &["Jawa, Kota X, Y", "X, Kota Jawa, Y", "X, Kota Y, Jawa Barat"]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(search in ".{3,60}", names in "[ -~]{0,30}") {
            if let Some(wanted) = Wanted::parse(&search) {
                prop_assert!(wanted.asked().len() <= ASKED_MAX);
                let names = [names.as_str(), "Kota X", "Y"].join(", ");
                wanted.rank(&location(&names));
            }
        }

        #[test]
        fn every_district_is_found_by_its_own_label(a in "[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?", b in "[A-Z][a-z]{2,9}", kota: bool) {
            let city = if kota { format!("Kota {b}") } else { format!("Kab. {b}") };
            let label = [&a, ", ", &city, ", Jawa Barat"].concat();
            prop_assume!(words(&label).iter().all(|word| meant(word) == word));
            prop_assert!(finds(&label, &label));
        }
    }
}
