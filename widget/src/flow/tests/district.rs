use super::parcel::{coblong, district, rp};
use super::*;
use view::{Finding, ShippingHint};

fn finding(shopper: &Shopper) -> Finding {
    shopper.address().district.finding
}

#[test]
fn what_is_not_shipped_asks_for_no_address() {
    assert_eq!(Shopper::at_details().details().address, None);
    let mut mixed = Shopper::at_details();
    mixed.does(Event::Back);
    mixed.does(Event::Added(item("variant_shirt")));
    assert!(mixed.details().address.is_some());
}

#[test]
fn three_letters_are_searched_for_once_typing_rests() {
    let mut shopper = Shopper::with_shirt();
    for (text, found) in [("", Finding::Idle), ("co", Finding::TooShort), ("c  o ", Finding::TooShort)] {
        shopper.types(Input::District, text);
        assert_eq!((finding(&shopper), shopper.search()), (found, None), "{text}");
    }
    shopper.types(Input::District, " cob");
    assert_eq!(shopper.search().map(|(_, text, pause)| (text.to_owned(), pause)), Some(("cob".into(), 300)));
    assert_eq!(finding(&shopper), Finding::Searching);
}

#[test]
fn a_number_is_no_name() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "40132");
    assert_eq!((finding(&shopper), shopper.search()), (Finding::Digits, None));
}

#[test]
fn a_late_answer_is_dropped() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "cob");
    let first = shopper.search().unwrap().0;
    shopper.types(Input::District, "cobl");
    let late = Ok(page(vec![district(1, "Cobalt", "Kota A")], None));
    shopper.does(Event::DistrictsLoaded { number: first, answer: late });
    assert_eq!((finding(&shopper), shopper.address().district.rows.len()), (Finding::Searching, 0));
    shopper.is_shown(vec![coblong()]);
    let row = &shopper.address().district.rows[0];
    assert_eq!((row.name.as_str(), row.city.as_str()), ("Coblong", "Kota Bandung"));
}

#[test]
fn ten_rows_are_shown_and_more_is_said() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "suka");
    let many = (0..11).map(|id| district(id, "Sukajadi", "Kota B")).collect();
    let effects = shopper.is_shown(many);
    let drawn = shopper.address().district;
    assert_eq!((drawn.rows.len(), drawn.more), (10, true));
    assert!(effects.contains(&Effect::Announce(Announcement::Districts { rows: 10, more: true })));
    shopper.types(Input::District, "sukaj");
    shopper.is_shown(vec![coblong()]);
    assert!(!shopper.address().district.more);
}

#[test]
fn no_match_and_no_answer_are_two_things() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "dago");
    shopper.is_shown(vec![]);
    assert_eq!(finding(&shopper), Finding::Empty);
    shopper.types(Input::District, "dago atas");
    let number = shopper.search().unwrap().0;
    shopper.does(Event::DistrictsLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!(finding(&shopper), Finding::Failed);
    shopper.does(Event::DistrictClosed);
    shopper.does(Event::Retried);
    assert_eq!((finding(&shopper), shopper.address().district.open), (Finding::Searching, true));
    assert_eq!(shopper.search().map(|(again, _, pause)| (again > number, pause)), Some((true, 0)));
}

#[test]
fn arrow_keys_walk_the_rows_and_enter_takes_one() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "suka");
    let rows = [district(1, "Sukajadi", "Kota B"), coblong(), district(3, "Sukasari", "Kota B")];
    shopper.is_shown(rows.to_vec());
    shopper.does(Event::DistrictEntered);
    assert_eq!(shopper.address().district.chosen, None, "nothing is picked silently");
    let mut walked = vec![];
    for by in [1, 1, 1, 1, -1, -1, -1] {
        shopper.does(Event::DistrictStepped(by));
        walked.push(shopper.address().district.active);
    }
    assert_eq!(walked, [0, 1, 2, 0, 2, 1, 0].map(Some));
    shopper.does(Event::DistrictClosed);
    let folded = shopper.address().district;
    assert_eq!((folded.open, folded.active), (false, None));
    shopper.does(Event::DistrictStepped(1));
    shopper.does(Event::DistrictStepped(1));
    let effects = shopper.does(Event::DistrictEntered);
    assert_eq!(
        shopper.address().district.chosen.map(|row| row.place()),
        Some("Coblong, Kota Bandung".into())
    );
    assert!(effects.contains(&Effect::Focus(Target::Input(Input::District))));
}

#[test]
fn a_district_that_was_not_shown_cannot_be_chosen() {
    let mut shopper = Shopper::with_shirt();
    shopper.does(Event::DistrictChosen(6033));
    assert_eq!(shopper.address().district.chosen, None);
}

#[test]
fn text_without_a_choice_is_an_error_at_the_box() {
    let mut shopper = Shopper::with_shirt();
    shopper.types(Input::District, "cob");
    shopper.does(Event::InputLeft(Input::District));
    assert_eq!(shopper.address().district.input.error.map(|error| error.code), Some(ProblemCode::Required));
    shopper.is_shown(vec![coblong()]);
    shopper.does(Event::DistrictChosen(6033));
    assert_eq!(shopper.address().district.input.error, None);
    shopper.does(Event::Continued(Step::Details));
    let missing: Vec<_> = shopper.details().summary.into_iter().map(|(input, _)| input).collect();
    assert_eq!(missing, [Input::Street]);
}

#[test]
fn one_code_is_filled_in_several_are_picked_from_and_none_is_typed() {
    for (codes, text) in [(&["40132"][..], "40132"), (&["40132", "40135"], ""), (&[], "")] {
        let mut shopper = Shopper::with_shirt();
        shopper.goes_to(coblong());
        assert!(shopper.address().postal_code.unwrap().loading);
        assert_eq!(shopper.codes_asked().map(|(_, district)| district), Some(6033));
        shopper.is_given_codes(codes);
        let drawn = shopper.address().postal_code.unwrap();
        assert_eq!((drawn.input.text.as_str(), drawn.codes.len(), drawn.loading), (text, codes.len(), false));
    }
}

#[test]
fn without_an_answer_a_code_may_be_typed() {
    let mut shopper = Shopper::with_shirt();
    shopper.goes_to(coblong());
    let number = shopper.codes_asked().unwrap().0;
    shopper.does(Event::PostalCodesLoaded { number, answer: Err(Failure::NoAnswer) });
    shopper.types(Input::PostalCode, "4013");
    shopper.does(Event::InputLeft(Input::PostalCode));
    let drawn = shopper.address().postal_code.unwrap();
    assert_eq!(drawn.input.error.map(|error| error.code), Some(ProblemCode::Malformed));
    shopper.types(Input::PostalCode, "40132");
    assert_eq!(shopper.address().postal_code.unwrap().input.error, None);
}

#[test]
fn another_district_takes_postal_code_prices_and_courier_away() {
    let mut shopper = Shopper::picked();
    let old = shopper.question().unwrap().0;
    shopper.does(Event::StepWanted(Step::Details));
    shopper.does(Event::DistrictReset);
    assert_eq!(shopper.address().postal_code, None);
    assert_eq!((shopper.chosen(), shopper.rows()), (None, vec![]));
    shopper.goes_to(district(7, "Beji", "Kota Depok"));
    shopper.is_given_codes(&["16421", "16422"]);
    shopper.is_quoted_for(old, vec![parcel::option(9, "Lama", 1)]);
    assert_eq!(shopper.rows(), vec![], "an answer for the old district");
    shopper.is_quoted(vec![parcel::option(4, "JNE", 12_000)]);
    assert_eq!(shopper.rows(), [(4, rp("12.000"))]);
    assert_eq!(shopper.flow.draft().location_id, Some(7));
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::Continued(Step::Delivery));
    assert!(shopper.delivery().missing, "no courier is taken over");
}

#[test]
fn a_code_does_not_move_to_a_district_without_a_list() {
    let mut shopper = Shopper::addressed();
    shopper.does(Event::DistrictReset);
    shopper.goes_to(district(7, "Beji", "Kota Depok"));
    shopper.is_given_codes(&[]);
    assert_eq!(shopper.address().postal_code.unwrap().input.text, "");
}

#[test]
fn a_short_street_gets_a_hint_and_no_error() {
    let mut shopper = Shopper::with_shirt();
    for (street, short) in [("Jl. Melati", true), ("Jl. Melati Raya 12", false), ("Jl. A 1", true)] {
        shopper.types(Input::Street, street);
        shopper.does(Event::InputLeft(Input::Street));
        assert_eq!(shopper.address().street_is_short, short, "{street}");
        assert_eq!(shopper.address().street.error, None);
    }
}

#[test]
fn the_page_may_know_the_street_and_nothing_more() {
    let customer = Prefill { address: "Jl. Dago 5".into(), ..Prefill::default() };
    let mut shopper = Shopper::opens(Options { customer, ..of_store() }, None);
    shopper.is_given(checkout());
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(shopper.address().street.text, "Jl. Dago 5");
}

fn returning(district: wire::District) -> Shopper {
    let mut shopper = Shopper::at(1_000_000);
    let kept = Memory { saved_at: 1, district: Some(district), ..Memory::default() };
    let kept = Some(Box::new(kept));
    shopper.does(Event::Opened { options: Box::new(of_store()), memory: None, kept });
    shopper.is_given(checkout());
    shopper
}

#[test]
fn a_remembered_district_prices_an_empty_cart_on_the_first_screen() {
    let mut shopper = returning(coblong());
    assert_eq!(shopper.cart().shipping, ShippingHint::None, "not before it is known");
    let (_, asked) = shopper.question().unwrap();
    assert_eq!((asked.location_id, asked.payment_method.as_str()), (6033, "qris"));
    assert_eq!(asked.ordervariants[0].variant_unique_id, "variant_shirt");
    shopper.is_quoted(parcel::usual());
    let from = ShippingHint::From { cost: rp("9.000"), to: "Coblong".into() };
    assert_eq!(shopper.cart().shipping, from);
    shopper.does(Event::Added(item("variant_ebook")));
    assert_eq!(shopper.cart().shipping, ShippingHint::None, "nothing is shipped");
    assert!(shopper.address_is_absent());
}

#[test]
fn browsing_asks_once_the_cart_rests_and_never_twice_the_same() {
    let mut shopper = returning(coblong());
    let pause = |shopper: &Shopper| {
        shopper.effects.iter().rev().find_map(|effect| match effect {
            Effect::LoadShipping { after_ms, .. } => Some(*after_ms),
            _ => None,
        })
    };
    assert_eq!(pause(&shopper), Some(800));
    let number = shopper.question().unwrap().0;
    shopper.does(Event::ShippingLoaded { number, answer: Err(Failure::NoAnswer) });
    shopper.does(Event::SearchTyped("kaos".into()));
    assert_eq!(shopper.questions().len(), 1, "a failure on the first screen is no reason to insist");
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(shopper.questions().len(), 1, "one shirt was the question already");
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!((shopper.questions().len(), pause(&shopper)), (2, Some(800)));
}

#[test]
fn what_ships_without_a_district_is_not_said_to_cost_nothing() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(shopper.cart().shipping, ShippingHint::Unknown);
}

#[test]
fn label_and_id_of_the_district_survive_a_reload() {
    let shopper = Shopper::addressed();
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    assert_eq!(again.screen(), Screen::Step(Step::Details));
    again.is_given_codes(&["40132", "40135"]);
    assert_eq!(
        again.flow.details_view().unwrap().address.map(|address| address.district),
        Some(shopper.address().district)
    );
    assert_eq!(again.flow.draft(), shopper.flow.draft());
}

#[test]
fn a_street_typed_before_the_cart_became_digital_is_kept_and_not_sent() {
    let mut shopper = Shopper::addressed();
    shopper.does(Event::Added(item("variant_ebook")));
    shopper.does(Event::Removed(item("variant_shirt")));
    assert_eq!((shopper.flow.draft().address.as_str(), shopper.flow.draft().location_id), ("", None));
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    again.does(Event::Added(item("variant_shirt")));
    assert_eq!(again.address().street.text, "Jl. Dago No. 5");
}
