use super::*;
use view::{Standing, UnsettledView};

fn confirming() -> Shopper {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Confirming)));
    shopper
}

fn pause(effects: &[Effect]) -> Option<u32> {
    effects.iter().find_map(|effect| match effect {
        Effect::CheckStatus { after_ms, .. } => Some(*after_ms),
        _ => None,
    })
}

#[test]
fn an_unknown_answer_is_waited_for_and_never_sent_again() {
    let mut shopper = confirming();
    assert_eq!(shopper.screen(), Screen::Unsettled);
    assert_eq!(shopper.flow.unsettled_view().unwrap().reference, "tok_1");
    for event in [Event::Submitted, Event::Back, Event::ItemsAsked(vec![asked("variant_few", 1)])] {
        assert!(shopper.does(event).is_empty());
    }
    for _ in 0..50 {
        shopper.is_told_status(Ok(order(Status::Confirming)));
        shopper.is_told_status(Err(Failure::NoAnswer));
    }
    assert_eq!(shopper.keys(), ["key-1"]);
}

#[test]
fn checks_grow_rarer() {
    let mut shopper = Shopper::ordering();
    let mut pauses = vec![pause(&shopper.is_answered(Ok(order(Status::Confirming)))).unwrap()];
    for _ in 0..7 {
        pauses.extend(pause(&shopper.is_told_status(Ok(order(Status::Confirming)))));
    }
    assert_eq!(pauses, [2_000, 3_000, 5_000, 8_000, 12_000, 20_000, 20_000, 20_000]);
}

#[test]
fn the_shopper_can_check_now_and_the_older_check_is_dropped() {
    let mut shopper = confirming();
    let older = shopper.last_number();
    assert_eq!(pause(&shopper.does(Event::Retried)), Some(0));
    let answer = Ok(Box::new(order(Status::Pending)));
    shopper.does(Event::StatusAnswered { number: older, answer });
    assert_eq!(shopper.screen(), Screen::Unsettled);
    shopper.is_told_status(Ok(order(Status::Pending)));
    assert_eq!(shopper.screen(), Screen::Placed);
}

#[test]
fn after_a_minute_the_shopper_is_told_that_it_takes_long() {
    let mut shopper = confirming();
    shopper.now += 59_000;
    shopper.is_told_status(Ok(order(Status::Confirming)));
    assert!(!shopper.flow.unsettled_view().unwrap().slow);
    shopper.now += 1_000;
    shopper.is_told_status(Ok(order(Status::Confirming)));
    assert!(shopper.flow.unsettled_view().unwrap().slow);
}

#[test]
fn each_standing_is_shown_with_the_order_s_page() {
    for (status, standing) in [
        (Status::Confirming, Standing::Confirming),
        (Status::Waiting, Standing::Waiting),
        (Status::Review, Standing::Review),
    ] {
        let mut shopper = Shopper::ordering();
        let effects = shopper.is_answered(Ok(order(status)));
        assert!(effects.contains(&Effect::Focus(Target::Heading)));
        let order_url = Some("https://kasir.example/o/tok_1".to_owned());
        let view = UnsettledView { standing, reference: "tok_1".into(), order_url, slow: false };
        assert_eq!(shopper.flow.unsettled_view(), Some(view));
        assert!(!shopper.flow.would_lose_work(), "it goes on without this page");
        shopper.is_told_status(Ok(order(Status::Pending)));
        assert_eq!(shopper.screen(), Screen::Placed);
    }
}

#[test]
fn an_order_that_stands_otherwise_now_is_heard_and_waited_for() {
    let mut shopper = confirming();
    let quiet = shopper.is_told_status(Ok(order(Status::Confirming)));
    assert!(!quiet.contains(&Effect::Focus(Target::Heading)), "nothing new");
    let effects = shopper.is_told_status(Ok(order(Status::Review)));
    assert!(effects.contains(&Effect::Focus(Target::Heading)));
    assert_eq!(shopper.flow.unsettled_view().unwrap().standing, Standing::Review);
    assert_eq!(pause(&effects), Some(5_000));
}

#[test]
fn only_an_encrypted_page_of_an_order_is_linked() {
    let mut shopper = Shopper::ordering();
    let order_url = Some("javascript:alert(1)".into());
    shopper.is_answered(Ok(OrderState { order_url, ..order(Status::Confirming) }));
    assert_eq!(shopper.flow.unsettled_view().unwrap().order_url, None);
}

#[test]
fn an_order_that_is_out_for_long_is_being_confirmed() {
    let mut shopper = Shopper::ordering();
    let number = shopper.last_number();
    assert!(shopper.effects.contains(&Effect::Wake { number, after_ms: 15_000 }));
    shopper.does(Event::Woken(number.wrapping_sub(1)));
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
    shopper.does(Event::Woken(number));
    assert_eq!(shopper.screen(), Screen::Unsettled);
    assert_eq!(shopper.flow.unsettled_view(), Some(UnsettledView::default()));
    shopper.is_answered(Ok(order(Status::Pending)));
    assert_eq!(shopper.screen(), Screen::Placed);
    assert!(shopper.does(Event::Woken(number)).is_empty());
}

#[test]
fn what_is_proven_absent_is_sent_again_by_one_tap_under_its_key() {
    let mut shopper = confirming();
    shopper.is_told_status(Ok(order(Status::Absent)));
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Absent));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1", "key-1"]);
}

#[test]
fn once_known_the_payment_page_opens() {
    let mut shopper = confirming();
    let effects = shopper.is_told_status(Ok(order(Status::Pending)));
    assert!(effects.contains(&Effect::Redirect { url: "https://pay.example/1".into() }));
    let created = |event: &&DomEvent| matches!(event.kind, DomEventKind::OrderCreated { .. });
    assert_eq!(shopper.told().into_iter().filter(created).count(), 1);
}

#[test]
fn once_refused_the_order_can_be_mended_and_sent_under_another_key() {
    let mut shopper = confirming();
    shopper.is_told_status(Ok(order(Status::Refused)));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Refused));
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
}

#[test]
fn an_order_the_edge_does_not_know_is_sent_again_under_its_key() {
    let mut shopper = confirming();
    shopper.is_told_status(Err(problem(ErrorCode::OrderNotFound)));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Unsure));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1", "key-1"]);
}
