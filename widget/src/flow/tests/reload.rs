use super::*;
use crate::flow::memory::MEMORY_MS;

/// The same page, reloaded: what was written is all that is left.
fn reload_after(shopper: &Shopper, elapsed: Millis) -> Shopper {
    let json = serde_json::to_string(&shopper.memory().unwrap()).unwrap();
    let memory: Memory = serde_json::from_str(&json).unwrap();
    let mut again = Shopper::at(shopper.now + elapsed);
    again.does(Event::Opened { options: Box::new(of_store()), memory: Some(Box::new(memory)), kept: None });
    again
}

fn reload(shopper: &Shopper) -> Shopper {
    let mut again = reload_after(shopper, 1_000);
    again.is_given(checkout());
    again
}

#[test]
fn every_step_survives_a_reload() {
    for (shopper, step) in [
        (Shopper::at_details(), Step::Details),
        (Shopper::at_payment(), Step::Payment),
        (Shopper::at_review(), Step::Review),
    ] {
        let again = reload(&shopper);
        assert_eq!(again.screen(), Screen::Step(step));
        assert_eq!(again.flow.draft(), shopper.flow.draft());
        assert_eq!(again.flow.details_view(), shopper.flow.details_view());
        assert_eq!(again.cart(), shopper.cart());
    }
}

#[test]
fn typed_data_survives_in_the_middle_of_a_word() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Phone, "0812 00");
    shopper.types(Input::Note, "Tolong ");
    let again = reload(&shopper);
    assert_eq!(again.details().phone.text, "0812 00");
    assert_eq!(again.details().phone.error, None);
    assert!(again.details().note_open);
}

#[test]
fn a_reload_while_the_order_is_out_sends_the_same_order_under_the_same_key() {
    let mut again = reload(&Shopper::ordering());
    assert_eq!(again.screen(), Screen::Step(Step::Review));
    assert_eq!(again.trouble(), Some(OrderTrouble::Unsure));
    again.does(Event::Submitted);
    assert_eq!(again.keys(), ["key-1"]);
}

#[test]
fn a_reload_before_leaving_for_the_payment_finds_the_same_order() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Pending)));
    let mut again = reload(&shopper);
    again.does(Event::Submitted);
    assert_eq!(again.keys(), ["key-1"]);
}

#[test]
fn a_reload_after_a_definite_no_is_not_unsure() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(problem(ErrorCode::OrderRefused)));
    assert_eq!(reload(&shopper).trouble(), None);
}

#[test]
fn a_reload_while_confirming_goes_on_confirming() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Confirming)));
    let mut again = reload_after(&shopper, 1_000);
    assert_eq!(again.screen(), Screen::Unsettled);
    let (url, number) = ("/v3/orders/tok_1".to_owned(), again.last_number());
    assert_eq!(again.effects.last(), Some(&Effect::CheckStatus { url, number, after_ms: 0 }));
    again.is_told_status(Ok(order(Status::Confirming)));
    assert_eq!(again.flow.unsettled_view().unwrap().reference, "tok_1");
    again.is_told_status(Ok(order(Status::Pending)));
    assert_eq!(again.screen(), Screen::Placed);
}

#[test]
fn an_order_refused_after_a_reload_leads_back_to_a_full_review() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Confirming)));
    let mut again = reload_after(&shopper, 1_000);
    again.is_told_status(Ok(order(Status::Refused)));
    assert_eq!(again.screen(), Screen::Loading);
    again.is_given(checkout());
    assert_eq!(again.screen(), Screen::Step(Step::Review));
    assert_eq!(again.trouble(), Some(OrderTrouble::Refused));
    assert_eq!(again.flow.draft(), shopper.flow.draft());
}

#[test]
fn after_half_an_hour_everything_is_forgotten() {
    let shopper = Shopper::at_review();
    let mut late = reload_after(&shopper, MEMORY_MS);
    late.is_given(checkout());
    assert_eq!(late.screen(), Screen::Step(Step::Products));
    assert_eq!(late.details().name.text, "");
    let mut in_time = reload_after(&shopper, MEMORY_MS - 1);
    in_time.is_given(checkout());
    assert_eq!(in_time.screen(), Screen::Step(Step::Review));
}

#[test]
fn the_cart_of_another_store_is_not_taken_over() {
    let memory = Shopper::at_review().memory();
    let options = Options { store: Some("store_2".into()), ..Options::default() };
    let mut shopper = Shopper::opens(options, memory);
    shopper.is_given(Checkout { store: store("store_2"), ..checkout() });
    assert!(shopper.cart().lines.is_empty());
    assert_eq!(shopper.details().name.text, "Sari Dewi");
}

#[test]
fn a_chosen_store_is_chosen_again() {
    let memory = Shopper::at_details().memory();
    let mut shopper = Shopper::opens(Options::default(), memory);
    let number = shopper.last_number();
    let answer = Ok(page(vec![store("store_0"), store("store_1")], None));
    let effects = shopper.does(Event::StoresLoaded { number, answer });
    assert!(
        matches!(&effects[..], [Effect::SeeCart(_), Effect::LoadCheckout { store, .. }] if store == "store_1")
    );
    shopper.is_given(checkout());
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
}

#[test]
fn a_reload_of_a_page_that_asks_for_things_does_not_double_them() {
    let options = Options { items: vec![asked("variant_ebook", 2)], ..of_store() };
    let mut shopper = Shopper::opens(options.clone(), None);
    shopper.is_given(checkout());
    let mut again = Shopper::opens(options, shopper.memory());
    again.is_given(checkout());
    assert_eq!(again.lines(), line(&[("variant_ebook", 2)]));
    assert!(!again.told().iter().any(|event| event.kind == DomEventKind::AddToCart));
}

#[test]
fn what_sold_out_meanwhile_is_still_seen_and_stops_the_order() {
    let shopper = Shopper::at_review();
    let mut again = reload_after(&shopper, 1_000);
    let mut today = checkout();
    today.products.data[0].variants[0].available_qty = Some(0);
    again.is_given(today);
    assert_eq!(again.screen(), Screen::Step(Step::Products));
    assert_eq!(again.cart().lines[0].problem, Some(ProblemCode::SoldOut));
}

#[test]
fn what_is_not_sold_any_more_is_gone_and_said() {
    let shopper = Shopper::at_review();
    let mut again = reload_after(&shopper, 1_000);
    again.is_given(Checkout { products: page(vec![course()], None), ..checkout() });
    assert_eq!(again.cart().notice, Some(view::CartNotice::ItemsGone));
    assert_eq!(again.screen(), Screen::Step(Step::Products));
}

#[test]
fn what_was_typed_wins_over_what_the_page_knows() {
    let memory = Shopper::at_payment().memory();
    let customer = Prefill { name: "Orang Lain".into(), ..Prefill::default() };
    let mut shopper = Shopper::opens(Options { customer, ..of_store() }, memory);
    shopper.is_given(checkout());
    assert_eq!(shopper.details().name.text, "Sari Dewi");
}

#[test]
fn nothing_is_written_twice() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Name, "Sari");
    assert!(shopper.types(Input::Name, "Sari").is_empty());
    shopper.does(Event::InputLeft(Input::Name));
    let writes = |shopper: &Shopper| {
        shopper.effects.iter().filter(|effect| matches!(effect, Effect::Remember(_))).count()
    };
    let before = writes(&shopper);
    shopper.does(Event::SearchTyped("x".into()));
    assert_eq!(writes(&shopper), before);
}

#[test]
fn garbage_is_no_memory() {
    let good = serde_json::to_value(Shopper::ordering().memory().unwrap()).unwrap();
    assert!(serde_json::from_value::<Memory>(good.clone()).is_ok());
    for member in ["saved_at", "step", "draft"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(member);
        assert!(serde_json::from_value::<Memory>(bad).is_err(), "{member}");
        let mut bad = good.clone();
        bad[member] = serde_json::json!(["x", -1]);
        assert!(serde_json::from_value::<Memory>(bad).is_err(), "{member}");
    }
    for text in ["", "null", "[]", "{}", "{\"saved_at\":1}", "{{", "\"x\""] {
        assert!(serde_json::from_str::<Memory>(text).is_err(), "{text}");
    }
}

/// A memory that was tampered with reads as one, and must not break anything.
#[test]
fn absurd_memories_are_survived() {
    let mut memory = Shopper::at_review().memory().unwrap();
    memory.draft.ordervariants[0].quantity = i64::MIN;
    memory.draft.payment_method = "cod".into();
    memory.saved_at = Millis::MAX;
    let mut shopper = Shopper::opens(of_store(), Some(memory));
    shopper.is_given(checkout());
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1)]));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
}
