use super::*;
use view::CartNotice;

#[test]
fn an_order_goes_out_once_with_its_key_written_down_before() {
    let mut shopper = Shopper::at_review();
    let effects = shopper.does(Event::KeyDrawn("key-1".into()));
    let [Effect::Remember(memory)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((memory.key.as_deref(), memory.sent), (Some("key-1"), false));
    let effects = shopper.does(Event::Submitted);
    assert!(shopper.flow.review_view().unwrap().busy);
    let [Effect::Remember(memory), Effect::PlaceOrder { draft, key, .. }, Effect::Wake { .. }] = &effects[..]
    else {
        panic!("{effects:?}")
    };
    assert_eq!((memory.key.as_deref(), memory.sent, key.as_str()), (Some("key-1"), true, "key-1"));
    assert_eq!(memory.draft, **draft);
    assert_eq!(draft.customer_phone, "0812 0000 0001");
    assert!(!draft.confirm_duplicate);
}

#[test]
fn a_double_click_places_one_order() {
    let mut shopper = Shopper::at_review();
    for _ in 0..10 {
        shopper.does(Event::Submitted);
    }
    shopper.does(Event::KeyDrawn("key-1".into()));
    shopper.does(Event::KeyDrawn("key-2".into()));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1"]);
}

#[test]
fn nothing_can_be_changed_while_the_order_is_on_its_way() {
    let mut shopper = Shopper::ordering();
    for event in [
        Event::Added(item("variant_few")),
        Event::Removed(item("variant_ebook")),
        Event::Typed { input: Input::Name, text: "Lain".into() },
        Event::Back,
        Event::StepWanted(Step::Products),
        Event::ItemsAsked(vec![asked("variant_few", 1)]),
        Event::Retried,
        Event::Left,
    ] {
        assert!(shopper.does(event).is_empty());
    }
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
}

#[test]
fn an_order_that_stands_leads_to_the_payment_page() {
    let mut shopper = Shopper::ordering();
    let effects = shopper.is_answered(Ok(order(Status::Pending)));
    assert!(effects.contains(&Effect::Redirect { url: "https://pay.example/1".into() }));
    assert_eq!(shopper.screen(), Screen::Placed);
    let placed = shopper.flow.placed_view().unwrap();
    assert_eq!((placed.reference.as_str(), placed.is_payment), ("250101ABC", true));
    let event = shopper.told().into_iter().next_back().unwrap();
    let (token, order_id) = ("tok_1".into(), Some("250101ABC".into()));
    assert_eq!(event.kind, DomEventKind::OrderCreated { token, order_id });
    assert!(!shopper.flow.would_lose_work());
}

#[test]
fn the_memory_goes_when_the_shopper_leaves_for_the_payment() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Pending)));
    assert!(shopper.memory().is_some(), "not before");
    assert_eq!(shopper.does(Event::Left), [Effect::Forget]);
}

#[test]
fn without_a_payment_page_the_order_page_is_shown() {
    let mut shopper = Shopper::ordering();
    let effects = shopper.is_answered(Ok(OrderState { payment_url: None, ..order(Status::Pending) }));
    assert!(effects.contains(&Effect::Redirect { url: "https://toko.example/o/slug".into() }));
    assert!(!shopper.flow.placed_view().unwrap().is_payment);
}

#[test]
fn without_any_page_the_seller_will_write() {
    let mut shopper = Shopper::ordering();
    let state = OrderState { payment_url: None, public_order_url: None, ..order(Status::Pending) };
    let effects = shopper.is_answered(Ok(state));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Redirect { .. })));
    assert_eq!(shopper.memory(), None);
    assert_eq!(shopper.flow.placed_view().unwrap().url, None);
}

#[test]
fn only_an_encrypted_address_is_gone_to() {
    for url in ["javascript:alert(1)", "http://pay.example/1", "//pay.example", "data:text/html,x", ""] {
        let mut shopper = Shopper::ordering();
        let state =
            OrderState { payment_url: Some(url.into()), public_order_url: None, ..order(Status::Pending) };
        shopper.is_answered(Ok(state));
        assert_eq!(shopper.flow.placed_view().unwrap().url, None, "{url}");
    }
}

#[test]
fn a_lost_answer_keeps_everything_and_sends_the_same_key_again() {
    for failure in [
        Failure::NoAnswer,
        Failure::Nonsense,
        problem(ErrorCode::PlatformTimeout),
        problem(ErrorCode::PlatformUnavailable),
        problem(ErrorCode::Internal),
        problem(ErrorCode::Unknown("of_tomorrow".into())),
    ] {
        let mut shopper = Shopper::ordering();
        let effects = shopper.is_answered(Err(failure));
        assert!(effects.contains(&Effect::Focus(Target::Alert)));
        assert_eq!(shopper.trouble(), Some(OrderTrouble::Unsure));
        assert_eq!(shopper.details().name.text, "Sari Dewi");
        shopper.does(Event::Submitted);
        assert_eq!(shopper.keys(), ["key-1", "key-1"]);
    }
}

#[test]
fn a_busy_platform_gets_the_same_order_later() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(problem(ErrorCode::PlatformBusy)));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Busy));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1", "key-1"]);
}

#[test]
fn other_content_is_another_order() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.does(Event::QuantitySet { item: item("variant_ebook"), pieces: 2 });
    assert_eq!(shopper.trouble(), None);
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
}

#[test]
fn a_late_answer_to_an_order_is_dropped() {
    let mut shopper = Shopper::ordering();
    let first = shopper.last_number();
    shopper.is_answered(Err(Failure::NoAnswer));
    shopper.does(Event::Submitted);
    let answer = Ok(Box::new(order(Status::Pending)));
    assert!(shopper.does(Event::OrderAnswered { number: first, answer }).is_empty());
    assert!(shopper.flow.review_view().unwrap().busy);
}

#[test]
fn a_reused_key_is_replaced_once() {
    let mut shopper = Shopper::ordering();
    let effects = shopper.is_answered(Err(problem(ErrorCode::IdempotencyKeyReused)));
    assert!(effects.contains(&Effect::DrawKey));
    assert_eq!(shopper.memory().and_then(|memory| memory.key), None);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
    shopper.is_answered(Err(problem(ErrorCode::IdempotencyKeyReused)));
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Rejected));
}

#[test]
fn a_definite_no_has_its_reason_and_ends_the_key() {
    for (code, trouble) in [
        (ErrorCode::OrderRefused, OrderTrouble::Refused),
        (ErrorCode::SellerConfiguration, OrderTrouble::SellerMustAct),
        (ErrorCode::OriginNotAllowed, OrderTrouble::SellerMustAct),
        (ErrorCode::StoreNotFound, OrderTrouble::SellerMustAct),
        (ErrorCode::ValidationFailed, OrderTrouble::Rejected),
        (ErrorCode::InvalidJson, OrderTrouble::Rejected),
        (ErrorCode::BodyTooLarge, OrderTrouble::Rejected),
        (ErrorCode::IdempotencyKeyInvalid, OrderTrouble::Rejected),
    ] {
        let mut shopper = Shopper::ordering();
        shopper.is_answered(Err(problem(code)));
        assert_eq!(shopper.screen(), Screen::Step(Step::Review));
        assert_eq!(shopper.trouble(), Some(trouble));
        shopper.does(Event::Submitted);
        shopper.does(Event::KeyDrawn("key-2".into()));
        assert_eq!(shopper.keys(), ["key-1", "key-2"]);
    }
}

#[test]
fn an_order_answered_as_refused_can_be_sent_anew() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Refused)));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Refused));
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-2".into()));
    assert_eq!(shopper.keys(), ["key-1", "key-2"]);
}

#[test]
fn a_refused_field_is_opened_and_named() {
    for (field, input) in [
        (Field::CustomerName, Input::Name),
        (Field::CustomerPhone, Input::Phone),
        (Field::CustomerEmail, Input::Email),
        (Field::Notes, Input::Note),
    ] {
        let mut shopper = Shopper::ordering();
        let effects = shopper.is_answered(Err(invalid(field, ProblemCode::Malformed)));
        assert_eq!(shopper.screen(), Screen::Step(Step::Details));
        let summary = shopper.details().summary;
        assert_eq!(summary.iter().map(|(input, _)| *input).collect::<Vec<_>>(), [input]);
        assert!(effects.contains(&Effect::Focus(Target::Summary)));
        shopper.types(input, "sari+1@example.com 081200000001");
        assert!(shopper.flow.details.entry(input).refused.is_none(), "other text, other judgement");
    }
}

#[test]
fn a_refused_way_to_pay_is_asked_again() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(invalid(Field::PaymentMethod, ProblemCode::NotOffered)));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    assert!(shopper.flow.payment_view().unwrap().missing);
}

#[test]
fn a_refusal_of_no_known_field_stays_at_the_review() {
    let mut shopper = Shopper::ordering();
    let field = Field::Other("metadata".into());
    shopper.is_answered(Err(invalid(field, ProblemCode::UnknownMember)));
    assert_eq!(shopper.trouble(), Some(OrderTrouble::Rejected));
}

#[test]
fn lines_the_store_refuses_are_marked_in_the_cart_and_the_store_is_asked_again() {
    for code in [ProblemCode::SoldOut, ProblemCode::NotSold, ProblemCode::NotEnoughStock] {
        let mut shopper = Shopper::ordering();
        let effects = shopper.is_answered(Err(invalid(Field::Variant(0), code.clone())));
        assert_eq!(shopper.screen(), Screen::Step(Step::Products));
        assert_eq!(shopper.cart().lines[0].problem, Some(code));
        assert_eq!(shopper.cart().notice, Some(CartNotice::LinesRefused));
        assert!(!shopper.cart().can_continue);
        assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadCheckout { .. })));
        shopper.is_given(checkout());
        assert_eq!(shopper.screen(), Screen::Step(Step::Products));
        assert!(!shopper.cart().can_continue, "a catalogue from a cache proves nothing");
        shopper.does(Event::Removed(item("variant_ebook")));
        shopper.does(Event::Added(item("variant_few")));
        assert!(shopper.cart().can_continue);
    }
}

#[test]
fn a_refused_number_is_mended_by_another_number() {
    let mut shopper = Shopper::at_review();
    shopper.does(Event::QuantitySet { item: item("variant_ebook"), pieces: 5 });
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-1".into()));
    shopper.is_answered(Err(invalid(Field::VariantQuantity(0), ProblemCode::NotEnoughStock)));
    assert!(!shopper.cart().can_continue);
    shopper.does(Event::QuantitySet { item: item("variant_ebook"), pieces: 2 });
    assert!(shopper.cart().can_continue);
    assert_eq!(shopper.cart().notice, None);
}

#[test]
fn the_right_one_of_mixed_lines_is_marked() {
    let mut shopper = Shopper::in_store();
    for id in ["bpo_1", "variant_ebook", "bpo_2", "variant_few"] {
        shopper.does(Event::Added(item(id)));
    }
    shopper.flow.mark_refused(&Field::Variant(1), ProblemCode::SoldOut);
    shopper.flow.mark_refused(&Field::BundleQuantity(1), ProblemCode::NotEnoughStock);
    shopper.flow.mark_refused(&Field::Bundle(7), ProblemCode::SoldOut);
    let marked: Vec<_> = shopper.cart().lines.iter().map(|line| line.problem.is_some()).collect();
    assert_eq!(marked, [false, false, true, true]);
}

#[test]
fn today_s_stock_marks_what_is_too_much() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(invalid(Field::Variant(0), ProblemCode::NotEnoughStock)));
    let mut today = checkout();
    today.products.data[0].variants[0].available_qty = Some(0);
    shopper.is_given(today);
    assert_eq!(shopper.cart().lines[0].problem, Some(ProblemCode::SoldOut));
}

#[test]
fn a_price_that_changed_meanwhile_is_said() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(invalid(Field::PaymentMethod, ProblemCode::NotOffered)));
    let mut today = checkout();
    today.products.data[0].variants[0].price = Rupiah::new(59_000);
    shopper.is_given(today);
    assert_eq!(shopper.cart().notice, Some(CartNotice::PriceChanged));
    assert_eq!(shopper.cart().total, "Rp\u{a0}59.000");
}

#[test]
fn a_lost_refresh_changes_nothing() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(invalid(Field::Variant(0), ProblemCode::SoldOut)));
    let number = shopper.last_number();
    let before = (shopper.cart(), shopper.products());
    shopper.does(Event::CheckoutLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!((shopper.cart(), shopper.products()), before);
}

#[test]
fn every_failure_is_told_to_the_page() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Err(problem(ErrorCode::PlatformBusy)));
    let event = shopper.told().into_iter().next_back().unwrap();
    assert_eq!(event.kind, DomEventKind::Error { code: "platform_busy".into() });
}

#[test]
fn the_next_order_of_the_same_shopper_starts_empty_with_their_details() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Pending)));
    shopper.does(Event::Left);
    shopper.does(Event::ItemsAsked(vec![asked("variant_few", 1)]));
    assert_eq!(shopper.lines(), line(&[("variant_few", 1)]));
    assert_eq!(shopper.details().name.text, "Sari Dewi");
    assert!(shopper.memory().is_some());
    let begun = shopper.told().iter().filter(|event| event.kind == DomEventKind::BeginCheckout).count();
    assert_eq!(begun, 2);
}

#[test]
fn the_shopper_can_shop_on_after_an_order() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Pending)));
    shopper.does(Event::ItemsAsked(vec![]));
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert!(shopper.cart().lines.is_empty());
}

#[test]
fn a_change_takes_back_what_was_said_of_the_last_try() {
    for change in [
        Event::Typed { input: Input::Name, text: "Dewi".into() },
        Event::PaymentChosen(PaymentMethodCode::new("va_bca")),
        Event::Added(item("variant_few")),
    ] {
        let mut shopper = Shopper::ordering();
        shopper.is_answered(Err(Failure::NoAnswer));
        shopper.does(change);
        assert_eq!(shopper.trouble(), None);
    }
}
