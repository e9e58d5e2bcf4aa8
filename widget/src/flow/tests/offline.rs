use super::*;

/// The order was pressed without a connection.
fn held() -> Shopper {
    let mut shopper = Shopper::at_review();
    shopper.does(Event::Connected(false));
    shopper.does(Event::KeyDrawn("key-1".into()));
    shopper.does(Event::Submitted);
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper
}

#[test]
fn an_order_pressed_offline_waits_and_goes_out_by_itself_under_its_key() {
    let mut shopper = held();
    assert_eq!((shopper.trouble(), shopper.keys().len()), (Some(OrderTrouble::Offline), 1));
    assert_eq!(shopper.flow.review_view().unwrap().name, "Sari Dewi");
    shopper.does(Event::Connected(true));
    assert_eq!(shopper.keys(), ["key-1", "key-1"]);
    shopper.does(Event::Connected(true));
    assert_eq!(shopper.keys().len(), 2, "once");
}

#[test]
fn an_order_that_waits_can_be_taken_back() {
    let taken: [fn(&mut Shopper); 3] = [
        |shopper| drop(shopper.does(Event::TakenBack)),
        |shopper| drop(shopper.does(Event::Back)),
        |shopper| drop(shopper.does(Event::Removed(item("variant_ebook")))),
    ];
    for (nth, take) in taken.into_iter().enumerate() {
        let mut shopper = held();
        take(&mut shopper);
        assert_ne!(shopper.trouble(), Some(OrderTrouble::Offline), "{nth}");
        shopper.does(Event::Connected(true));
        assert_eq!(shopper.keys().len(), 1, "{nth}");
    }
}

#[test]
fn an_answer_that_is_lost_online_is_unsure_and_waits_for_the_shopper() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(Failure::NoAnswer));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Unsure));
    shopper.does(Event::Connected(true));
    assert_eq!(shopper.keys().len(), 1);
}

#[test]
fn a_page_that_could_not_load_loads_when_the_connection_is_back() {
    let mut shopper = Shopper::opens(of_store(), None);
    let number = shopper.last_number();
    shopper.does(Event::CheckoutLoaded { number, answer: Err(Failure::NoAnswer) });
    shopper.does(Event::Connected(false));
    assert!(matches!(shopper.screen(), Screen::Failed(_)));
    shopper.does(Event::Connected(true));
    assert_eq!(shopper.screen(), Screen::Loading);
    shopper.is_given(checkout());
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
}

#[test]
fn the_connection_is_no_reason_to_load_what_nobody_asked_for() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Connected(false));
    assert!(shopper.does(Event::Connected(true)).is_empty());
}
