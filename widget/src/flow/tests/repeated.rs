//! The same order a second time: the shopper is asked.

use super::*;
use view::Standing;

const FIRST: &str = "https://kasir.example/o/tok_0";

fn asked_about(url: &str) -> Shopper {
    let mut shopper = Shopper::ordering();
    let (code, order_url) = (ErrorCode::PossibleDuplicate, Some(url.to_owned()));
    shopper.is_answered(Err(Failure::Problem { code, errors: vec![], today: None, order_url }));
    shopper
}

fn sent(shopper: &Shopper) -> Vec<bool> {
    let drafts = shopper.effects.iter().filter_map(|effect| match effect {
        Effect::PlaceOrder { draft, .. } => Some(draft.confirm_duplicate),
        _ => None,
    });
    drafts.collect()
}

#[test]
fn the_first_order_is_shown_and_nothing_is_sent_by_itself() {
    let shopper = asked_about(FIRST);
    let view = shopper.flow.unsettled_view().unwrap();
    assert_eq!((view.standing, view.order_url.as_deref()), (Standing::Repeated, Some(FIRST)));
    assert_eq!(view.reference, "");
    assert_eq!(shopper.effects.last(), Some(&Effect::Focus(Target::Heading)));
    assert_eq!(shopper.keys(), ["key-1"]);
    assert_eq!(shopper.memory().unwrap().key, None, "the key of an order that was not taken");
    assert!(shopper.flow.would_lose_work(), "there is no new order");
}

#[test]
fn order_anyway_says_so_under_another_key() {
    let mut shopper = asked_about(FIRST);
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
    assert_eq!(sent(&shopper), [false, true]);
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1", "key-2", "key-2"], "the same order, however often");
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    again.does(Event::Submitted);
    assert_eq!((again.keys(), sent(&again)), (vec!["key-2"], vec![true]));
}

#[test]
fn back_leads_to_the_review_and_asks_again_next_time() {
    let mut shopper = asked_about(FIRST);
    shopper.does(Event::Back);
    assert_eq!((shopper.screen(), shopper.trouble()), (Screen::Step(Step::Review), None));
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(sent(&shopper), [false, false]);
}

#[test]
fn the_consent_is_for_this_cart() {
    let mut shopper = asked_about(FIRST);
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    shopper.is_answered(Err(problem(ErrorCode::OrderRefused)));
    shopper.does(Event::QuantitySet { item: item("variant_ebook"), pieces: 2 });
    shopper.does(Event::KeyDrawn("key-3".into()));
    shopper.does(Event::Submitted);
    assert_eq!(sent(&shopper), [false, true, false]);
}

#[test]
fn only_an_encrypted_page_is_linked() {
    assert_eq!(asked_about("javascript:alert(1)").flow.unsettled_view().unwrap().order_url, None);
}

#[test]
fn another_buy_button_leads_on() {
    let mut shopper = asked_about(FIRST);
    shopper.does(Event::ItemsAsked(vec![asked("variant_few", 1)]));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1), ("variant_few", 1)]));
}
