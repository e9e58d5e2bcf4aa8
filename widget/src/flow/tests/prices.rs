use super::parcel::{cash, method, option, rp, usual};
use super::*;
use view::{DeliveryNotice, PriceChange};

fn price_changed(option: Option<shared::wire::ShippingOption>, items_total: Option<i64>) -> Failure {
    let today = Some(Box::new(Today { option, items_total: items_total.map(Rupiah::new) }));
    Failure::Problem { code: ErrorCode::PriceChanged, errors: vec![], today, order_url: None }
}

#[test]
fn a_courier_s_new_price_is_put_in_place_and_confirmed_under_a_new_key() {
    let mut shopper = Shopper::parcel_ordered();
    let today = cash(option(2, "J&T", 12_000));
    let effects = shopper.is_answered(Err(price_changed(Some(today), None)));
    assert!(effects.contains(&Effect::Focus(Target::Alert)));
    assert_eq!(
        (shopper.screen(), shopper.trouble()),
        (Screen::Step(Step::Review), Some(OrderTrouble::PriceChanged))
    );
    let shipping = Some((rp("10.000"), rp("12.000")));
    let change = PriceChange { shipping, items: None, total: (rp("160.000"), rp("162.000")) };
    assert_eq!(shopper.review().change, Some(change));
    assert_eq!(shopper.review().total, rp("162.000"));
    assert_eq!(shopper.memory().and_then(|memory| memory.key), None);
    shopper.does(Event::Submitted);
    let effects = shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
    let quoted = effects.iter().any(
        |effect| matches!(effect, Effect::PlaceOrder { draft, .. } if draft.shipping_quote == "v1.2.12000"),
    );
    assert!(quoted);
}

#[test]
fn new_prices_of_the_goods_are_fetched_before_anything_else() {
    let mut shopper = Shopper::parcel_ordered();
    let same = cash(option(2, "J&T", 10_000));
    let effects = shopper.is_answered(Err(price_changed(Some(same), Some(155_000))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadCheckout { .. })));
    assert!(shopper.review().busy, "the old total cannot be ordered");
    shopper.is_given(dearer_shirt());
    let items = Some((rp("150.000"), rp("155.000")));
    let change = PriceChange { shipping: None, items, total: (rp("160.000"), rp("165.000")) };
    assert_eq!((shopper.review().change, shopper.review().total), (Some(change), rp("165.000")));
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey));
}

fn dearer_shirt() -> Checkout {
    let mut today = checkout();
    today.products.data[2].variants[0].price = Rupiah::new(155_000);
    today
}

/// A quote for goods at today's price would make an order at a price that was never shown.
#[test]
fn a_quote_for_other_prices_of_the_goods_is_not_ordered_with() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    let number = shopper.question().unwrap().0;
    let today =
        shared::wire::ShippingOptions { items_total: Rupiah::new(155_000), ..shopper.offers(usual()) };
    let effects = shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(today)) });
    assert!(!effects.contains(&Effect::DrawKey) && shopper.review().busy);
    shopper.is_given(dearer_shirt());
    assert_eq!(shopper.review().change.unwrap().items, Some((rp("150.000"), rp("155.000"))));
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey));
}

#[test]
fn without_today_s_prices_a_quote_for_them_is_not_ordered_with() {
    let mut shopper = Shopper::addressed();
    let number = shopper.question().unwrap().0;
    let today =
        shared::wire::ShippingOptions { items_total: Rupiah::new(155_000), ..shopper.offers(usual()) };
    shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(today)) });
    let number = shopper.flow.refresh.unwrap();
    shopper.does(Event::CheckoutLoaded { number, answer: Err(Failure::NoAnswer) });
    for event in [
        Event::Continued(Step::Details),
        Event::CourierChosen(2),
        Event::Continued(Step::Delivery),
        Event::PaymentChosen(method("qris")),
        Event::Continued(Step::Payment),
    ] {
        shopper.does(event);
    }
    let effects = shopper.does(Event::Submitted);
    assert!(!effects.contains(&Effect::DrawKey));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadCheckout { .. })));
    let number = shopper.flow.refresh.unwrap();
    shopper.does(Event::CheckoutLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!((shopper.trouble(), shopper.review().busy), (Some(OrderTrouble::Unquoted), false));
}

/// The catalogue says what it said; so the quote is the old one.
#[test]
fn an_answer_older_than_the_catalogue_is_asked_for_again() {
    let mut shopper = Shopper::parcel_reviewed();
    let stale = Rupiah::new(140_000);
    shopper.is_turned(|flow| flow.courier.offers.as_mut().unwrap().options.items_total = stale);
    shopper.does(Event::Submitted);
    shopper.is_given(checkout());
    shopper.is_given(checkout());
    let asked = shopper.questions().len();
    assert_eq!((shopper.screen(), asked), (Screen::Step(Step::Review), 2));
    shopper.is_quoted(usual());
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey));
}

/// What a later page holds is not among the first pages' news.
#[test]
fn a_price_of_a_later_page_is_fetched_by_looking_for_it_again() {
    let mut shopper = Shopper::parcel_ordered();
    let same = cash(option(2, "J&T", 10_000));
    shopper.is_answered(Err(price_changed(Some(same), Some(155_000))));
    let first = || Checkout { products: page(vec![ebook()], Some("p2")), ..checkout() };
    shopper.is_given(first());
    shopper.is_given(first());
    let mut shirt = shirt();
    shirt.variants[0].price = Rupiah::new(155_000);
    shopper.is_given_products(page(vec![shirt], None));
    assert_eq!((shopper.screen(), shopper.review().total), (Screen::Step(Step::Review), rp("165.000")));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::PriceChanged));
}

#[test]
fn a_change_of_price_that_names_none_asks_for_all() {
    let mut shopper = Shopper::parcel_ordered();
    shopper.is_answered(Err(problem(ErrorCode::PriceChanged)));
    assert_eq!(shopper.questions().len(), 2);
    assert_eq!(shopper.trouble(), Some(OrderTrouble::PriceChanged));
}

#[test]
fn an_order_waits_for_the_price_that_its_way_to_pay_asks_for() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    let effects = shopper.does(Event::Submitted);
    assert!(!effects.contains(&Effect::DrawKey) && shopper.review().busy);
    let effects = shopper.is_quoted(usual());
    assert!(effects.contains(&Effect::DrawKey));
    shopper.does(Event::KeyDrawn("key-1".into()));
    assert_eq!(shopper.keys(), ["key-1"]);
}

#[test]
fn a_price_that_changes_while_the_order_waits_stops_it() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    let effects = shopper.is_quoted(vec![cash(option(2, "J&T", 10_001))]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::PlaceOrder { .. })));
    let change = shopper.review().change.unwrap();
    assert_eq!((change.shipping, change.total.1), (Some((rp("10.000"), rp("10.001"))), rp("160.001")));
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey));
}

#[test]
fn a_courier_that_is_gone_while_the_order_waits_is_picked_anew() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    shopper.is_quoted(vec![option(1, "JNE", 9_000)]);
    assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
    assert!(matches!(shopper.delivery().notice, Some(DeliveryNotice::Gone { .. })));
    assert!(shopper.keys().is_empty());
}

#[test]
fn an_old_quote_is_asked_for_again_before_it_is_used() {
    let mut shopper = Shopper::parcel_reviewed();
    shopper.now += 14 * 60_000;
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey), "still good");
    let mut shopper = Shopper::parcel_reviewed();
    shopper.now += 15 * 60_000;
    shopper.does(Event::Submitted);
    assert_eq!(shopper.questions().len(), 2);
    assert!(shopper.is_quoted(usual()).contains(&Effect::DrawKey));
}

/// The edge asks again by itself for a quote that is merely old.
#[test]
fn without_an_answer_an_old_quote_goes_out_and_a_foreign_one_does_not() {
    let mut shopper = Shopper::parcel_reviewed();
    shopper.now += 15 * 60_000;
    shopper.does(Event::Submitted);
    let number = shopper.question().unwrap().0;
    assert!(
        shopper
            .does(Event::ShippingLoaded { number, answer: Err(Failure::NoAnswer) })
            .contains(&Effect::DrawKey)
    );

    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    let number = shopper.question().unwrap().0;
    shopper.does(Event::ShippingLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!((shopper.trouble(), shopper.review().busy), (Some(OrderTrouble::Unquoted), false));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.questions().len(), 3, "and asks again when told to");
}

/// A phone whose clock is an hour ahead would find every quote expired.
#[test]
fn a_wrong_clock_neither_asks_for_ever_nor_trusts_for_ever() {
    for (ahead, holds) in [(3_600_i64, 9_000_u64), (-86_400, 14 * 60_000)] {
        let mut shopper = Shopper::addressed();
        let number = shopper.question().unwrap().0;
        let mut offers = shopper.offers(usual());
        offers.expires_at -= ahead;
        shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(offers)) });
        shopper.now += holds;
        shopper.does(Event::Continued(Step::Details));
        assert_eq!(shopper.questions().len(), 1, "{ahead}");
        shopper.now += 15 * 60_000;
        shopper.does(Event::AllCouriersWanted);
        assert_eq!(shopper.questions().len(), 2, "{ahead}");
    }
}

/// The order may stand under its first quote: with another quote it would be
/// another order, and perhaps a second one.
#[test]
fn an_order_in_doubt_goes_out_as_it_was_however_old_its_quote() {
    let mut shopper = Shopper::parcel_ordered();
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.now += 20 * 60_000;
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.now = shopper.now;
    for shopper in [&mut shopper, &mut again] {
        if shopper.screen() == Screen::Loading {
            shopper.is_given(checkout());
        }
        let before = shopper.questions().len();
        shopper.does(Event::Retried);
        let effects = shopper.does(Event::Submitted);
        assert_eq!(shopper.questions().len(), before, "another price would be another order");
        let Some(Effect::PlaceOrder { draft, key, .. }) =
            effects.iter().find(|effect| matches!(effect, Effect::PlaceOrder { .. }))
        else {
            panic!("{effects:?}")
        };
        assert_eq!((draft.shipping_quote.as_str(), key.as_str()), ("v1.2.10000", "key-1"));
    }
}

#[test]
fn a_newly_signed_quote_of_the_same_price_is_the_same_order() {
    let mut shopper = Shopper::parcel_ordered();
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.does(Event::StepWanted(Step::Delivery));
    shopper.now += 16 * 60_000;
    shopper.does(Event::AllCouriersWanted);
    let mut resigned = cash(option(2, "J&T", 10_000));
    resigned.shipping_quote = "v1.newly.signed".into();
    shopper.is_quoted(vec![resigned, option(1, "JNE", 9_000)]);
    for step in [Step::Delivery, Step::Payment] {
        shopper.does(Event::Continued(step));
    }
    let memory = shopper.memory().unwrap();
    assert_eq!((memory.draft.shipping_quote.as_str(), memory.key.as_deref()), ("v1.2.10000", Some("key-1")));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1", "key-1"]);
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.does(Event::StepWanted(Step::Delivery));
    shopper.does(Event::CourierChosen(1));
    for step in [Step::Delivery, Step::Payment] {
        shopper.does(Event::Continued(step));
    }
    assert!(shopper.does(Event::Submitted).contains(&Effect::DrawKey), "another courier is another order");
}

#[test]
fn a_refused_place_is_opened_and_named() {
    for (field, code, input) in [
        (Field::Location, ProblemCode::UnknownDistrict, Input::District),
        (Field::PostalCode, ProblemCode::NotInDistrict, Input::PostalCode),
        (Field::Address, ProblemCode::TooShort, Input::Street),
    ] {
        let mut shopper = Shopper::parcel_ordered();
        shopper.is_answered(Err(invalid(field, code.clone())));
        assert_eq!(shopper.screen(), Screen::Step(Step::Details));
        let summary = shopper.details().summary;
        assert_eq!(
            summary.into_iter().map(|(input, error)| (input, error.code)).collect::<Vec<_>>(),
            [(input, code)]
        );
    }
}

#[test]
fn a_refused_courier_is_said_and_asked_for_anew() {
    for (field, code, keeps) in [
        (Field::Quote, ProblemCode::InvalidQuote, true),
        (Field::Quote, ProblemCode::OtherQuote, true),
        (Field::Warehouse, ProblemCode::CannotServe, true),
        (Field::CourierService, ProblemCode::NotAvailable, false),
    ] {
        let mut shopper = Shopper::parcel_ordered();
        shopper.is_answered(Err(invalid(field, code.clone())));
        assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
        let service = "J&T S2".to_owned();
        assert_eq!(shopper.delivery().notice, Some(DeliveryNotice::Refused { service, code }));
        assert_eq!((shopper.chosen().is_some(), shopper.delivery().missing), (keeps, !keeps));
        assert_eq!(shopper.questions().len(), 2);
        let mut fresh = cash(option(2, "J&T", 10_000));
        fresh.shipping_quote = "v1.fresh".into();
        shopper.is_quoted(vec![fresh]);
        shopper.does(Event::CourierChosen(2));
        for event in [Event::Continued(Step::Delivery), Event::Continued(Step::Payment), Event::Submitted] {
            shopper.does(event);
        }
        shopper.does(Event::KeyDrawn("key-2".into()));
        assert_eq!((shopper.keys().len(), shopper.flow.draft().shipping_quote.as_str()), (2, "v1.fresh"));
    }
}
