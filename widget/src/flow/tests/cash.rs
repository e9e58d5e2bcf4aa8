use super::parcel::{cash, method, option, rp, usual};
use super::*;
use view::{DeliveryNotice, NoCod, Why};

/// Whether cash is listed, and why it cannot be picked.
fn barred(shopper: &Shopper) -> (bool, Option<NoCod>) {
    let choices = shopper.flow.payment_view().unwrap().choices;
    let cash = choices.into_iter().find(|choice| choice.code == method("cod"));
    (cash.is_some(), cash.and_then(|cash| cash.barred))
}

fn cod(shopper: &Shopper) -> view::CodView {
    shopper.flow.payment_view().unwrap().cod.unwrap()
}

/// At the payment, cash picked, its couriers known.
fn paying() -> Shopper {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("cod")));
    shopper.is_quoted(vec![cash(option(2, "J&T", 10_000)), cash(option(3, "JNE", 11_000))]);
    shopper
}

#[test]
fn cash_is_for_services_that_take_it() {
    assert_eq!(barred(&Shopper::picked()), (true, None));
    let mut shopper = Shopper::at_delivery();
    shopper.does(Event::CourierChosen(1));
    shopper.does(Event::Continued(Step::Delivery));
    assert_eq!(barred(&shopper), (true, Some(NoCod::Service { service: "JNE S1".into() })));
    shopper.does(Event::PaymentChosen(method("cod")));
    assert!(shopper.flow.payment.chosen.is_none());
}

#[test]
fn no_courier_with_cash_is_another_reason() {
    let mut shopper = Shopper::addressed();
    shopper.is_quoted(vec![option(1, "JNE", 9_000)]);
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::CourierChosen(1));
    shopper.does(Event::Continued(Step::Delivery));
    assert_eq!(barred(&shopper), (true, Some(NoCod::NoCourier)));
}

#[test]
fn a_file_in_the_parcel_s_cart_bars_cash_and_a_cart_of_files_never_sees_it() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::StepWanted(Step::Products));
    shopper.does(Event::Added(item("variant_ebook")));
    assert_eq!(barred(&shopper), (true, Some(NoCod::Digital)));
    shopper.does(Event::Removed(item("variant_shirt")));
    assert_eq!(barred(&shopper), (false, None));
}

#[test]
fn picking_cash_asks_with_cash_and_says_what_it_costs_and_hides() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("cod")));
    let number = shopper.question().unwrap().0;
    assert_eq!(shopper.question().unwrap().1.payment_method, "cod");
    let dearer = shared::wire::ShippingOptions {
        hidden_without_cod: 1,
        ..shopper.offers(vec![cash(option(2, "J&T", 13_000))])
    };
    shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(dearer)) });
    assert_eq!(shopper.delivery().hidden_without_cod, 1);
    assert!(matches!(
        shopper.delivery().notice,
        Some(DeliveryNotice::PriceChanged { why: Why::Payment, .. })
    ));
    assert_eq!(cod(&shopper).amount, rp("163.000"));
}

#[test]
fn cash_wants_a_tick_for_the_exact_amount() {
    let mut shopper = paying();
    assert_eq!(cod(&shopper), view::CodView { amount: rp("160.000"), agreed: false, missing: false });
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!((shopper.screen(), cod(&shopper).missing), (Screen::Step(Step::Payment), true));
    shopper.does(Event::CodAgreed(true));
    assert!(!cod(&shopper).missing);
    shopper.does(Event::QuantitySet { item: item("variant_shirt"), pieces: 2 });
    assert!(!cod(&shopper).agreed, "another amount, another word");
    shopper.does(Event::CodAgreed(true));
    shopper.does(Event::CodAgreed(false));
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    shopper.does(Event::CodAgreed(true));
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
}

#[test]
fn the_tick_survives_a_reload() {
    let mut shopper = paying();
    shopper.does(Event::CodAgreed(true));
    shopper.does(Event::Continued(Step::Payment));
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    assert_eq!(again.screen(), Screen::Step(Step::Review));
}

#[test]
fn other_ways_to_pay_want_no_tick() {
    assert_eq!(Shopper::parcel_reviewed().flow.payment_view().unwrap().cod, None);
}

#[test]
fn dropping_cash_brings_every_courier_back() {
    let mut shopper = paying();
    shopper.does(Event::Back);
    assert_eq!(shopper.rows().len(), 2);
    shopper.does(Event::CodDropped);
    assert_eq!(shopper.question().unwrap().1.payment_method, "qris");
    shopper.is_quoted(usual());
    assert_eq!((shopper.rows().len(), shopper.chosen()), (3, Some((2, 10_000))));
}

#[test]
fn a_file_added_after_cash_was_picked_unpicks_it() {
    let mut shopper = paying();
    shopper.does(Event::CodAgreed(true));
    shopper.does(Event::StepWanted(Step::Products));
    shopper.does(Event::Added(item("variant_ebook")));
    assert_eq!(shopper.question().unwrap().1.payment_method, "qris");
    shopper.is_quoted(usual());
    shopper.types(Input::Email, "sari@example.com");
    for step in [Step::Products, Step::Details, Step::Delivery] {
        shopper.does(Event::Continued(step));
    }
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    assert!(shopper.flow.payment.chosen.is_none());
}

#[test]
fn one_page_under_two_names_is_listed_once() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper
        .is_given(Checkout { payment_methods: methods(&["invoice", "payment_link", "qris"]), ..checkout() });
    let codes: Vec<_> = shopper.flow.offered().into_iter().map(|method| method.code).collect();
    assert_eq!(codes, [method("qris"), method("invoice")]);
}
