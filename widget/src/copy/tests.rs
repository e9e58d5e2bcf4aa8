use shared::checkout::ProblemCode;
use shared::v3::PaymentKind;

use super::*;
use crate::flow::view::InputError;
use crate::flow::{Announcement, Input, Step};

/// Every sentence of a language, with its name; compiles only when none is left out.
macro_rules! sentences {
    ($copy:expr; $($name:ident)+) => {{
        let Copy { lang: _, parcel, steps, pieces, summary, unsettled, $($name,)+ } = *$copy;
        let mut all = vec![$((stringify!($name), $name)),+];
        all.extend(steps.map(|step| ("steps", step)));
        all.extend(pieces.map(|form| ("pieces", form)));
        all.extend(unsettled.concat().into_iter().map(|words| ("unsettled", words)));
        all.extend(summary.map(|form| ("summary", form)));
        all.extend(parcel::tests::sentences(&parcel));
        all
    }};
}

fn sentences(copy: &Copy) -> Vec<(&'static str, &'static str)> {
    sentences!(copy;
        close back change retry ask_seller proceed loading progress step_of load_no_answer load_busy
        load_unavailable load_unknown_store load_seller_must_act load_no_store other_store search searching
        no_match nothing_sold all_products show_more more_failed bundles products bundle_holds variant
        choose done add add_named fewer_named more_named quantity_named remove_named remove sold_out
        few_left wholesale cart cart_empty total cart_items_gone cart_lines_refused cart_price_changed
        cart_nothing_chosen all_required optional name phone phone_hint email email_hint district postal_code street note note_open
        name_required name_too_long phone_required phone_too_short phone_too_long phone_landline
        phone_no_country email_required email_too_long email_malformed note_too_long input_refused
        line_not_sold line_sold_out line_not_enough line_out_of_range line_refused pay_how payment_missing
        payment_none label_card label_hosted label_bank_transfer label_cod hint_qr hint_ewallet
        hint_virtual_account hint_card hint_retail hint_hosted hint_bank_transfer hint_cod review_items
        review_details review_payment leaving_soon order order_again placing order_unsure order_busy
        order_absent order_refused order_seller_must_act order_rejected order_price_changed
        order_unquoted unsettled_slow
        check_now copy_link link_copied link_kept order_anyway reference placed placed_opening placed_seller_writes pay_now see_order leave_ask leave
        stay said_added said_removed said_quantity said_found)
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

#[test]
fn no_english_is_left_over_in_indonesian() {
    let english = [
        "invalid", "required", "error", "failed", "please", "your", "the", "is", "not", "must", "field",
        "submit", "order", "cart", "checkout", "loading", "continue", "back",
    ];
    for (name, sentence) in sentences(&KAMU).into_iter().chain(sentences(&ANDA)) {
        assert!(!words(sentence).iter().any(|word| english.contains(&word.as_str())), "{name}: {sentence}");
    }
}

#[test]
fn every_sentence_is_translated() {
    let same: Vec<_> = sentences(&KAMU)
        .into_iter()
        .zip(sentences(&EN))
        .filter(|((_, id), (_, en))| id == en)
        .map(|((name, _), _)| name)
        .collect();
    let (both, names): (Vec<_>, Vec<_>) =
        same.into_iter().partition(|name| !["weekdays", "months"].contains(name));
    assert_eq!(both, ["total", "part_goods"], "words of both languages");
    assert_eq!(names.len(), 8, "Jan, Feb, Mar, Apr, Jun, Jul, Sep, Nov");
}

#[test]
fn templates_take_the_same_values_in_every_language() {
    let gaps = |sentence: &str| sentence.matches("{}").count();
    for ((name, id), (_, en)) in sentences(&KAMU).into_iter().zip(sentences(&EN)) {
        assert_eq!(gaps(id), gaps(en), "{name}");
    }
    for ((name, kamu), (_, anda)) in sentences(&KAMU).into_iter().zip(sentences(&ANDA)) {
        assert_eq!(gaps(kamu), gaps(anda), "{name}");
    }
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
    for (name, sentence) in sentences(&ANDA).into_iter().filter(|(name, _)| *name != "leave") {
        assert!(!words(sentence).iter().any(|word| is_familiar(word)), "{name}: {sentence}");
    }
}

/// Only a definite no may say so (reliability §2g).
#[test]
fn not_charged_is_said_only_when_it_is_sure() {
    for copy in [&KAMU, &ANDA, &EN] {
        for (name, sentence) in sentences(copy) {
            let says = sentence.contains("belum ditagih") || sentence.contains("not charged");
            let sure =
                ["order_absent", "order_refused", "order_seller_must_act", "order_rejected"].contains(&name);
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

#[test]
fn the_language_is_chosen_by_its_tag_and_indonesian_is_the_rest() {
    let lang = |locale| choose(locale, Tone::Kamu).lang;
    assert_eq!((lang("en"), lang("en-GB"), lang("EN")), ("en", "en", "en"));
    for other in ["id", "id-ID", "", "fr", "日本語"] {
        assert_eq!(lang(other), "id", "{other}");
    }
    assert_eq!(choose("id", Tone::Anda).cart_empty, ANDA.cart_empty);
}
