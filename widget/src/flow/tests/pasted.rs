use super::parcel::{coblong, district};
use super::*;

const CHAT: &str = "Budi Santoso\n0857 1234 5678\nJl. Melati No. 5 RT 02\nKec. Coblong, Kota Bandung 40135";

fn opened() -> Shopper {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("variant_shirt")));
    shopper.does(Event::Continued(Step::Products));
    shopper.does(Event::PasteOpened(true));
    shopper
}

#[test]
fn what_was_found_is_shown_first_and_filled_in_when_it_is_right() {
    let mut shopper = opened();
    shopper.does(Event::AddressPasted(CHAT.into()));
    let found = shopper.address().paste.found.unwrap();
    assert_eq!((found.name.as_str(), found.phone.as_str()), ("Budi Santoso", "0857-1234-5678"));
    assert_eq!((shopper.details().name.text.as_str(), shopper.search()), ("", None), "nothing yet");
    shopper.does(Event::PasteTaken);
    let details = shopper.details();
    assert_eq!((details.name.text.as_str(), details.phone.text.as_str()), ("Budi Santoso", "0857-1234-5678"));
    assert_eq!(shopper.address().street.text, "Jl. Melati No. 5 RT 02");
    assert!(!shopper.address().paste.open);
}

#[test]
fn the_district_is_searched_for_at_once_and_picked_by_the_shopper() {
    let mut shopper = opened();
    shopper.does(Event::AddressPasted(CHAT.into()));
    let effects = shopper.does(Event::PasteTaken);
    assert!(effects.contains(&Effect::Focus(Target::Input(Input::District))));
    assert_eq!(
        shopper.search().map(|(_, text, pause)| (text.to_owned(), pause)),
        Some(("Coblong Kota Bandung".into(), 0))
    );
    shopper.is_shown(vec![coblong()]);
    assert_eq!(shopper.address().district.chosen, None);
    shopper.does(Event::DistrictChosen(6033));
    shopper.is_given_codes(&["40132", "40135"]);
    assert_eq!(shopper.address().postal_code.unwrap().input.text, "40135");
}

#[test]
fn a_pasted_code_of_another_district_is_not_taken() {
    let mut shopper = opened();
    shopper.does(Event::AddressPasted(CHAT.into()));
    shopper.does(Event::PasteTaken);
    shopper.is_shown(vec![district(7, "Coblong", "Kota Lain")]);
    shopper.does(Event::DistrictChosen(7));
    shopper.is_given_codes(&["16421", "16422"]);
    assert_eq!(shopper.address().postal_code.unwrap().input.text, "");
}

#[test]
fn what_was_typed_before_stays() {
    let mut shopper = opened();
    shopper.types(Input::Name, "Sari");
    shopper.types(Input::Street, "Jl. Dago 5");
    shopper.does(Event::AddressPasted(CHAT.into()));
    shopper.does(Event::PasteTaken);
    assert_eq!(
        (shopper.details().name.text.as_str(), shopper.address().street.text.as_str()),
        ("Sari", "Jl. Dago 5")
    );
    assert_eq!(shopper.details().phone.text, "0857-1234-5678");
}

#[test]
fn closing_the_box_takes_nothing() {
    let mut shopper = opened();
    shopper.does(Event::AddressPasted(CHAT.into()));
    shopper.does(Event::PasteOpened(false));
    shopper.does(Event::PasteTaken);
    assert_eq!((shopper.details().name.text.as_str(), shopper.address().paste.found), ("", None));
}

#[test]
fn a_text_of_nothing_finds_nothing_and_says_so() {
    let mut shopper = opened();
    shopper.does(Event::AddressPasted("   ".into()));
    assert_eq!(shopper.address().paste.found, None);
    shopper.does(Event::AddressPasted("🙏".into()));
    assert!(shopper.address().paste.found.unwrap().is_empty());
}

#[test]
fn a_chosen_district_is_not_searched_for_again() {
    let mut shopper = Shopper::with_shirt();
    shopper.goes_to(coblong());
    shopper.is_given_codes(&["40132", "40135"]);
    let before = shopper.search().map(|(number, ..)| number);
    shopper.does(Event::AddressPasted(CHAT.into()));
    shopper.does(Event::PasteTaken);
    assert_eq!(shopper.search().map(|(number, ..)| number), before);
    assert_eq!(shopper.address().postal_code.unwrap().input.text, "40135");
}
