//! The key of an order: made when the review opens, gone with the order or the cart.

use super::*;

fn drawn(shopper: &mut Shopper, key: &str) -> Vec<Effect> {
    shopper.does(Event::KeyDrawn(key.into()))
}

fn key(shopper: &Shopper) -> Option<String> {
    shopper.memory().unwrap().key
}

fn reviewing() -> Shopper {
    let mut shopper = Shopper::at_review();
    drawn(&mut shopper, "key-1");
    shopper
}

fn orders(shopper: &mut Shopper) -> Vec<&str> {
    shopper.does(Event::Submitted);
    shopper.keys()
}

fn reloaded(shopper: &Shopper) -> Shopper {
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    again
}

#[test]
fn it_is_drawn_when_the_review_opens_and_not_before() {
    let before = Shopper::at_payment();
    assert!(!before.effects.contains(&Effect::DrawKey));
    let mut shopper = Shopper::at_review();
    assert!(shopper.effects.contains(&Effect::DrawKey));
    drawn(&mut shopper, "key-1");
    assert_eq!(key(&shopper).as_deref(), Some("key-1"));
    assert!(drawn(&mut shopper, "key-2").is_empty(), "one is enough");
    assert_eq!(orders(&mut shopper), ["key-1"]);
}

#[test]
fn it_survives_a_reload_and_a_copy_of_the_tab() {
    let shopper = reviewing();
    for mut again in [reloaded(&shopper), reloaded(&shopper)] {
        assert!(!again.effects.contains(&Effect::DrawKey));
        assert_eq!(again.trouble(), None, "nothing was sent");
        assert_eq!(orders(&mut again), ["key-1"]);
    }
}

#[test]
fn it_survives_the_way_back() {
    let mut shopper = reviewing();
    shopper.does(Event::Back);
    shopper.does(Event::PaymentChosen(PaymentMethodCode::new("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(orders(&mut shopper), ["key-1"]);
}

#[test]
fn another_cart_has_another() {
    let mut shopper = reviewing();
    let effects = shopper.does(Event::QuantitySet { item: item("variant_ebook"), pieces: 2 });
    assert!(effects.contains(&Effect::DrawKey));
    drawn(&mut shopper, "key-2");
    assert_eq!(orders(&mut shopper), ["key-2"]);
}

#[test]
fn it_is_used_for_one_order() {
    let mut shopper = reviewing();
    shopper.does(Event::Submitted);
    shopper.is_answered(Ok(order(Status::Pending)));
    shopper.does(Event::Left);
    shopper.does(Event::ItemsAsked(vec![asked("variant_ebook", 1)]));
    shopper.does(Event::Continued(Step::Details));
    assert!(shopper.does(Event::Continued(Step::Payment)).contains(&Effect::DrawKey));
    drawn(&mut shopper, "key-2");
    assert_eq!(orders(&mut shopper), ["key-1", "key-2"]);
}

#[test]
fn a_refused_order_leaves_a_new_one_behind() {
    let mut shopper = reviewing();
    shopper.does(Event::Submitted);
    let effects = shopper.is_answered(Err(problem(ErrorCode::OrderRefused)));
    assert!(effects.contains(&Effect::DrawKey));
    drawn(&mut shopper, "key-2");
    assert_eq!(key(&shopper).as_deref(), Some("key-2"));
}

#[test]
fn it_is_kept_for_an_absent_order_also_over_a_reload() {
    let mut shopper = reviewing();
    shopper.does(Event::Submitted);
    shopper.is_answered(Ok(order(Status::Absent)));
    assert_eq!(key(&shopper).as_deref(), Some("key-1"));
    let mut again = reloaded(&shopper);
    assert_eq!(orders(&mut again), ["key-1"]);
}

#[test]
fn an_absent_order_that_was_confirmed_before_is_asked_for_after_a_reload() {
    let mut shopper = reviewing();
    shopper.does(Event::Submitted);
    shopper.is_answered(Ok(order(Status::Confirming)));
    shopper.is_told_status(Ok(order(Status::Absent)));
    let mut again = Shopper::opens(of_store(), shopper.memory());
    assert_eq!(again.screen(), Screen::Unsettled);
    again.is_told_status(Ok(order(Status::Absent)));
    again.is_given(checkout());
    assert_eq!(again.trouble(), Some(OrderTrouble::Absent));
    assert_eq!(orders(&mut again), ["key-1"]);
}
