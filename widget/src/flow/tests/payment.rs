use super::*;
use shared::v3::PaymentKind;

fn paying_with(codes: &[&str]) -> Shopper {
    let customer = Prefill {
        name: "Sari".into(),
        phone: "081200000001".into(),
        email: "sari@example.com".into(),
        ..Prefill::default()
    };
    let options = Options { customer, items: vec![asked("variant_ebook", 1)], ..of_store() };
    let mut shopper = Shopper::opens(options, None);
    shopper.is_given(Checkout { payment_methods: methods(codes), ..checkout() });
    shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    shopper
}

fn codes(shopper: &Shopper) -> Vec<String> {
    let view = shopper.flow.payment_view().unwrap();
    view.choices.iter().map(|choice| choice.code.as_str().to_owned()).collect()
}

fn chooses(shopper: &mut Shopper, code: &str) {
    shopper.does(Event::PaymentChosen(PaymentMethodCode::new(code)));
}

#[test]
fn ways_to_pay_come_in_the_order_shoppers_know() {
    let shopper = paying_with(&[
        "payment_link",
        "bank_transfer",
        "astrapay",
        "va_bca",
        "card",
        "gopay",
        "va_bri",
        "qris",
    ]);
    assert_eq!(
        codes(&shopper),
        ["qris", "gopay", "va_bca", "va_bri", "bank_transfer", "card", "payment_link", "astrapay"]
    );
}

#[test]
fn nobody_brings_a_file_and_takes_cash() {
    assert_eq!(codes(&paying_with(&["cod", "qris", "no_payment", "marketplace"])), ["qris"]);
}

#[test]
fn the_only_way_to_pay_is_picked() {
    let mut shopper = paying_with(&["payment_link"]);
    let view = shopper.flow.payment_view().unwrap();
    assert_eq!((view.choices[0].chosen, view.choices[0].kind), (true, PaymentKind::Hosted));
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
}

#[test]
fn a_cart_that_no_way_to_pay_fits_is_no_dead_end() {
    let mut shopper = paying_with(&["cod"]);
    assert!(codes(&shopper).is_empty());
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    shopper.does(Event::StepWanted(Step::Products));
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
}

#[test]
fn nothing_picked_goes_nowhere_and_says_so_until_it_is() {
    let mut shopper = paying_with(&["qris", "gopay"]);
    assert!(!shopper.flow.payment_view().unwrap().missing);
    let effects = shopper.does(Event::Continued(Step::Payment));
    assert!(effects.contains(&Effect::Focus(Target::Alert)));
    assert!(shopper.flow.payment_view().unwrap().missing);
    chooses(&mut shopper, "gopay");
    assert!(!shopper.flow.payment_view().unwrap().missing);
}

#[test]
fn a_way_to_pay_that_is_not_offered_cannot_be_picked() {
    let mut shopper = paying_with(&["qris", "gopay", "cod"]);
    for code in ["cod", "bitcoin", ""] {
        chooses(&mut shopper, code);
        assert!(!shopper.flow.payment_view().unwrap().choices.iter().any(|choice| choice.chosen));
    }
}

#[test]
fn the_page_is_told_how_the_shopper_pays() {
    let shopper = Shopper::at_review();
    let event = shopper.told().into_iter().next_back().unwrap();
    assert_eq!(event.kind, DomEventKind::AddPaymentInfo { payment_type: "qris".into() });
    assert_eq!((event.value.amount(), event.items.len()), (49_000, 1));
}
