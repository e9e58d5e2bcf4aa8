use super::*;
use view::MarkState;

#[test]
fn a_second_click_that_lands_on_the_next_step_does_nothing() {
    let mut shopper = Shopper::at_payment();
    shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    shopper.does(Event::PaymentChosen(PaymentMethodCode::new("qris")));
    assert!(shopper.does(Event::Submitted).is_empty());
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
}

#[test]
fn back_walks_the_steps_and_forward_again_keeps_everything() {
    let mut shopper = Shopper::at_review();
    for step in [Step::Payment, Step::Details, Step::Products, Step::Products] {
        shopper.does(Event::Back);
        assert_eq!(shopper.screen(), Screen::Step(step));
    }
    for step in [Step::Products, Step::Details, Step::Payment] {
        shopper.does(Event::Continued(step));
    }
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
    let review = shopper.flow.review_view().unwrap();
    assert_eq!((review.name.as_str(), review.phone.as_str()), ("Sari Dewi", "0812-0000-0001"));
    assert_eq!((review.payment.as_str(), review.total.as_str()), ("QRIS", "Rp\u{a0}49.000"));
}

#[test]
fn no_step_is_reached_by_wishing() {
    let mut shopper = Shopper::in_store();
    for step in [Step::Details, Step::Payment, Step::Review, Step::Store] {
        shopper.does(Event::StepWanted(step));
        assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    }
}

#[test]
fn finished_steps_say_what_was_chosen() {
    let shopper = Shopper::at_review();
    let marks = shopper.flow.progress();
    let states: Vec<_> = marks.iter().map(|mark| (mark.number, mark.state)).collect();
    assert_eq!(
        states,
        [(1, MarkState::Done), (2, MarkState::Done), (3, MarkState::Done), (4, MarkState::Current)]
    );
    assert_eq!(marks[0].summary, "Ebook Masak · Rp\u{a0}49.000");
}

#[test]
fn a_notice_goes_when_the_shopper_goes_on() {
    let mut shopper = Shopper::opens(Options { items: vec![asked("variant_gone", 1)], ..of_store() }, None);
    shopper.is_given(checkout());
    shopper.does(Event::Added(item("variant_ebook")));
    shopper.is_turned(|flow| flow.cart.notice = Some(view::CartNotice::PriceChanged));
    shopper.does(Event::Continued(Step::Products));
    assert_eq!(shopper.cart().notice, None);
}

#[test]
fn each_step_takes_the_focus_to_its_heading() {
    let mut shopper = Shopper::at_details();
    assert!(shopper.does(Event::Back).contains(&Effect::Focus(Target::Heading)));
}

#[test]
fn checkout_begins_once() {
    let mut shopper = Shopper::at_details();
    shopper.does(Event::Back);
    shopper.does(Event::Continued(Step::Products));
    let begun = shopper.told().iter().filter(|event| event.kind == DomEventKind::BeginCheckout).count();
    assert_eq!(begun, 1);
}

#[test]
fn a_cart_that_was_spoilt_sends_the_order_button_to_the_products() {
    let mut shopper = Shopper::at_review();
    shopper.is_turned(|flow| flow.cart.lines[0].refused = Some(ProblemCode::SoldOut));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert!(shopper.keys().is_empty());
}
