use shared::checkout::ProblemCode;
use shared::v3::PaymentKind;

use super::*;
use crate::flow::view::InputError;
use crate::flow::{Announcement, Input, Step};

/// Every sentence of a language that shoppers read, with its name.
fn sentences(copy: &Copy) -> Vec<(String, &'static str)> {
    copy.list().into_iter().filter(|(name, _)| name != "lang").collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect()
}

#[test]
fn no_sentence_is_empty() {
    for copy in [&KAMU, &ANDA, &EN] {
        for (name, sentence) in sentences(copy) {
            assert!(!sentence.trim().is_empty(), "{name}");
        }
    }
}

/// Words that only English has. Brands, and what Indonesians call so too (e-mail, chat, COD, virtual account,
/// QR, link), are none of them.
const ENGLISH: &str = "invalid required error failed please your you the is are not must field submit order cart \
    checkout loading continue back and or with for from this that it be was of to in on at we try again next enter \
    choose check add remove more fewer see show close open pay payment shipping delivery free address name phone \
    street district price amount store seller item items no yes cheapest fastest unavailable";

/// Words that only Indonesian has; an address's own (kecamatan, kelurahan, RT/RW) stay what they are.
const INDONESIAN: &str = "kamu anda dan atau yang dengan untuk dari ke di ini itu tidak belum sudah silakan isi \
    pilih pesan pesanan bayar kurir ongkir toko penjual barang keranjang alamat nomor nama lanjut kembali ubah hapus \
    tambah tutup coba lagi dulu ya hari tiba gratis termurah tercepat langkah";

fn foreign(sentence: &str, words_of_other: &str) -> Vec<String> {
    words(sentence)
        .into_iter()
        .filter(|word| words_of_other.split_whitespace().any(|other| other == word))
        .collect()
}

#[test]
fn no_word_of_the_other_language_is_left_over() {
    for (copy, other) in [(&KAMU, ENGLISH), (&ANDA, ENGLISH), (&EN, INDONESIAN)] {
        for (name, sentence) in sentences(copy) {
            assert_eq!(foreign(sentence, other), [""; 0], "{name}: {sentence}");
        }
    }
}

#[test]
fn every_sentence_is_translated() {
    let same = sentences(&KAMU).into_iter().zip(sentences(&EN)).filter(|((_, id), (_, en))| id == en);
    let (names, both): (Vec<_>, Vec<_>) =
        same.map(|((name, _), _)| name).partition(|name| name.starts_with("months."));
    assert_eq!(both, ["total", "part_goods"], "words of both languages");
    assert_eq!(names.len(), 8, "Jan, Feb, Mar, Apr, Jun, Jul, Sep, Nov");
}

/// The places that are filled, in order and once each.
fn gaps(sentence: &str) -> Vec<&str> {
    let mut gaps: Vec<_> =
        sentence.split('{').skip(1).map(|part| part.split_once('}').expect("closed").0).collect();
    gaps.sort_unstable();
    gaps
}

#[test]
fn templates_take_the_same_values_in_every_language() {
    for other in [&ANDA, &EN] {
        for ((name, kamu), (_, other)) in sentences(&KAMU).into_iter().zip(sentences(other)) {
            assert_eq!(gaps(kamu), gaps(other), "{name}");
            assert!(gaps(kamu).iter().zip(["0", "1", "2", "3"]).all(|(gap, place)| *gap == place), "{name}");
        }
    }
}

#[test]
fn a_language_is_read_as_it_was_written() {
    for copy in [&KAMU, &ANDA, &EN] {
        assert!(copy.list().iter().all(|(_, sentence)| !sentence.contains('\n')));
        assert_eq!(Copy::read(copy.text().leak()).list(), copy.list());
    }
    assert_eq!(Copy::read("id\nTutup").close, "Tutup");
    assert_eq!(Copy::read("id\nTutup").parcel.said_total, "", "no more is there");
}

#[test]
fn values_stand_where_the_template_says() {
    assert_eq!(phrase::fill("Dari {1}, langkah {0}", &["2", "4"]), "Dari 4, langkah 2");
    assert_eq!(phrase::fill("{0} {0} {7}{x}", &["Kue {1}"]), "Kue {1} Kue {1} ");
}

/// What sellers call a sentence by, and what they call what is filled in (`widget/npm/src/sentences.ts`).
#[test]
fn sellers_know_every_sentence_by_its_name() {
    let known = include_str!("../../npm/src/sentences.ts");
    let (_, known) = known.split_once("SENTENCES = [").expect("the list");
    let known: Vec<Vec<&str>> =
        known.split('"').skip(1).step_by(2).map(|line| line.split(' ').collect()).collect();
    let ours = sentences(&KAMU);
    for ((name, sentence), known) in ours.iter().zip(&known) {
        let field = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
        assert_eq!(field(name), field(known[0]));
        assert_eq!(gaps(sentence).len(), known.len() - 1, "{name} – {known:?}");
    }
    assert_eq!(known.len(), ours.len());
    let mut names: Vec<_> = known.iter().map(|line| line[0]).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ours.len());
}

/// `pesananmu`, `internetmu`: the ending is a `kamu` too.
fn is_familiar(word: &str) -> bool {
    let possessive = word.len() > 4 && word.ends_with("mu") && word != "bertemu";
    matches!(word, "kamu" | "ya" | "yuk") || possessive
}

#[test]
fn the_two_tones_never_mix() {
    for (name, sentence) in sentences(&KAMU) {
        assert!(!words(sentence).contains(&"anda".to_owned()), "{name}: {sentence}");
    }
    for (name, sentence) in sentences(&ANDA).into_iter().filter(|(name, _)| name != "leave") {
        assert!(!words(sentence).iter().any(|word| is_familiar(word)), "{name}: {sentence}");
    }
}

/// Only a definite no may say so (reliability §2g).
#[test]
fn not_charged_is_said_only_when_it_is_sure() {
    for copy in [&KAMU, &ANDA, &EN] {
        for (name, sentence) in sentences(copy) {
            let says = sentence.contains("belum ditagih") || sentence.contains("not charged");
            let sure = ["order_absent", "order_refused", "order_seller_must_act", "order_rejected"]
                .contains(&name.as_str());
            assert_eq!(says, sure, "{name}");
        }
    }
}

#[test]
fn each_rule_of_a_field_has_its_own_sentence() {
    let rules = [
        (Input::Name, ProblemCode::Required),
        (Input::Name, ProblemCode::TooLong),
        (Input::Phone, ProblemCode::Required),
        (Input::Phone, ProblemCode::TooShort),
        (Input::Phone, ProblemCode::TooLong),
        (Input::Phone, ProblemCode::Landline),
        (Input::Phone, ProblemCode::NoCountry),
        (Input::Email, ProblemCode::Required),
        (Input::Email, ProblemCode::TooLong),
        (Input::Email, ProblemCode::Malformed),
        (Input::Note, ProblemCode::TooLong),
        (Input::District, ProblemCode::Required),
        (Input::District, ProblemCode::UnknownDistrict),
        (Input::PostalCode, ProblemCode::Required),
        (Input::PostalCode, ProblemCode::Malformed),
        (Input::PostalCode, ProblemCode::NotInDistrict),
        (Input::Street, ProblemCode::Required),
        (Input::Street, ProblemCode::TooShort),
        (Input::Street, ProblemCode::TooLong),
        (Input::Name, ProblemCode::Unknown("of_tomorrow".into())),
    ];
    for copy in [&KAMU, &ANDA, &EN] {
        let mut said: Vec<String> = rules
            .iter()
            .map(|(input, code)| copy.input_error(*input, &InputError { code: code.clone(), digits: 5 }))
            .collect();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), rules.len());
    }
}

#[test]
fn each_problem_of_a_line_has_its_own_sentence() {
    let codes = [
        ProblemCode::NotSold,
        ProblemCode::SoldOut,
        ProblemCode::NotEnoughStock,
        ProblemCode::OutOfRange,
        ProblemCode::TooLarge,
    ];
    let mut said: Vec<_> = codes.iter().map(|code| KAMU.line_problem(code)).collect();
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), codes.len());
}

#[test]
fn numbers_and_names_stand_where_they_belong() {
    assert_eq!(KAMU.order("Rp\u{a0}132.000"), "Pesan – Rp\u{a0}132.000");
    assert_eq!(KAMU.few_left(3), "Sisa 3");
    assert_eq!(KAMU.step_of(2, 4), "Langkah 2 dari 4");
    assert_eq!((EN.pieces(1), EN.pieces(2)), ("1 item".to_owned(), "2 items".to_owned()));
    let short = InputError { code: ProblemCode::TooShort, digits: 5 };
    assert_eq!(KAMU.input_error(Input::Phone, &short), "Lengkapi nomor WhatsApp. Baru ada 5 angka.");
    let added = Announcement::Added { name: "Kue {}".into(), total: "Rp\u{a0}5.000".into() };
    assert_eq!(KAMU.announcement(&added), "Kue {} masuk keranjang. Total Rp\u{a0}5.000.");
    assert_eq!(KAMU.step(Step::Details), "Data pemesan");
}

#[test]
fn brands_keep_their_names_and_words_are_translated() {
    assert_eq!(EN.payment_label(PaymentKind::Ewallet, "GoPay"), "GoPay");
    assert_eq!(EN.payment_label(PaymentKind::BankTransfer, "Transfer bank"), "Bank transfer");
}
