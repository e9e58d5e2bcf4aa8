use super::*;

fn stores(shopper: &mut Shopper, answer: Result<Page<Store>, Failure>) -> Vec<Effect> {
    let number = shopper.last_number();
    shopper.does(Event::StoresLoaded { number, answer })
}

fn opening(items: Vec<Asked>) -> Shopper {
    let mut shopper = Shopper::opens(Options { items, ..of_store() }, None);
    shopper.is_given(checkout());
    shopper
}

#[test]
fn several_stores_are_a_choice() {
    let mut shopper = Shopper::opens(Options::default(), None);
    assert_eq!(shopper.screen(), Screen::Loading);
    stores(&mut shopper, Ok(page(vec![store("store_1"), store("store_2")], None)));
    assert_eq!(shopper.screen(), Screen::Step(Step::Store));
    assert_eq!(shopper.flow.store_view().len(), 2);
    let effects = shopper.does(Event::StoreChosen("store_1".into()));
    assert!(
        matches!(&effects[..], [Effect::SeeCart(_), Effect::LoadCheckout { store, .. }] if store == "store_1")
    );
    shopper.is_given(checkout());
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert!(shopper.flow.can_choose_store());
}

#[test]
fn a_store_that_is_not_there_cannot_be_chosen() {
    let mut shopper = Shopper::opens(Options::default(), None);
    stores(&mut shopper, Ok(page(vec![store("store_1"), store("store_2")], None)));
    assert_eq!(shopper.does(Event::StoreChosen("store_9".into())), vec![]);
}

#[test]
fn one_store_is_no_choice() {
    let mut shopper = Shopper::opens(Options::default(), None);
    let effects = stores(&mut shopper, Ok(page(vec![store("store_1")], None)));
    assert!(
        matches!(&effects[..], [Effect::SeeCart(_), Effect::LoadCheckout { store, .. }] if store == "store_1")
    );
    shopper.is_given(checkout());
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert_eq!(shopper.flow.progress().first().map(|mark| mark.step), Some(Step::Products));
}

#[test]
fn every_page_of_stores_is_read() {
    let mut shopper = Shopper::opens(Options::default(), None);
    let effects = stores(&mut shopper, Ok(page(vec![store("store_1")], Some("c2"))));
    assert!(matches!(&effects[..], [Effect::LoadStores { cursor: Some(cursor), .. }] if cursor == "c2"));
    stores(&mut shopper, Ok(page(vec![store("store_2")], None)));
    assert_eq!(shopper.flow.store_view().len(), 2);
}

#[test]
fn an_account_without_stores_says_so() {
    let mut shopper = Shopper::opens(Options::default(), None);
    stores(&mut shopper, Ok(page(vec![], None)));
    assert_eq!(shopper.screen(), Screen::Failed(view::LoadTrouble::NoStore));
    assert!(shopper.does(Event::Retried).is_empty());
}

#[test]
fn a_store_given_by_the_page_is_loaded_at_once() {
    let shopper = Shopper::opens(of_store(), None);
    assert!(
        matches!(&shopper.effects[..], [Effect::SeeCart(_), Effect::LoadCheckout { store, .. }] if store == "store_1")
    );
}

#[test]
fn each_failed_load_has_its_reason_and_passing_ones_a_way_on() {
    use view::LoadTrouble as Trouble;
    for (failure, trouble, may_pass) in [
        (Failure::NoAnswer, Trouble::NoAnswer, true),
        (Failure::Nonsense, Trouble::Unavailable, true),
        (problem(ErrorCode::PlatformBusy), Trouble::Busy, true),
        (problem(ErrorCode::PlatformTimeout), Trouble::Unavailable, true),
        (problem(ErrorCode::PlatformUnavailable), Trouble::Unavailable, true),
        (problem(ErrorCode::Internal), Trouble::Unavailable, true),
        (problem(ErrorCode::StoreNotFound), Trouble::UnknownStore, false),
        (problem(ErrorCode::SellerConfiguration), Trouble::SellerMustAct, false),
        (problem(ErrorCode::OriginNotAllowed), Trouble::SellerMustAct, false),
    ] {
        let mut shopper = Shopper::opens(of_store(), None);
        let number = shopper.last_number();
        shopper.does(Event::CheckoutLoaded { number, answer: Err(failure) });
        assert_eq!(shopper.screen(), Screen::Failed(trouble));
        let retried = shopper.does(Event::Retried);
        assert_eq!(
            matches!(&retried[..], [Effect::SeeCart(_), Effect::LoadCheckout { .. }]),
            may_pass,
            "{trouble:?}"
        );
    }
}

#[test]
fn a_late_reply_is_dropped() {
    let mut shopper = Shopper::opens(of_store(), None);
    let first = shopper.last_number();
    shopper.does(Event::CheckoutLoaded { number: first, answer: Err(Failure::NoAnswer) });
    shopper.does(Event::Retried);
    shopper.does(Event::CheckoutLoaded { number: first, answer: Ok(Box::new(checkout())) });
    assert_eq!(shopper.screen(), Screen::Loading);
}

#[test]
fn a_second_opening_is_ignored() {
    let mut shopper = Shopper::in_store();
    assert!(shopper.does(Event::Opened { options: Box::default(), memory: None, kept: None }).is_empty());
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
}

#[test]
fn the_first_step_does_not_steal_the_focus() {
    let shopper = Shopper::in_store();
    assert!(!shopper.effects.iter().any(|effect| matches!(effect, Effect::Focus(_))));
}

#[test]
fn a_buy_button_opens_at_the_details() {
    let shopper = opening(vec![asked("variant_ebook", 2), asked("bpo_1", 1)]);
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 2), ("bpo_1", 1)]));
    assert_eq!(shopper.cart().total, "Rp\u{a0}178.000");
    let kinds: Vec<_> = shopper.told().iter().map(|event| event.kind.clone()).collect();
    assert_eq!(kinds, [DomEventKind::AddToCart, DomEventKind::AddToCart, DomEventKind::BeginCheckout]);
}

#[test]
fn absurd_quantities_of_a_buy_button_become_possible_ones() {
    for (quantity, pieces) in [(0, 1), (-5, 1), (i64::MIN, 1), (i64::MAX, 100), (101, 100)] {
        let shopper = opening(vec![asked("variant_ebook", quantity)]);
        assert_eq!(shopper.lines(), line(&[("variant_ebook", pieces)]));
    }
    assert_eq!(opening(vec![asked("variant_few", 9)]).lines(), line(&[("variant_few", 3)]));
}

#[test]
fn what_cannot_be_had_is_said_and_the_products_are_shown() {
    for id in ["variant_unknown", "variant_gone"] {
        let shopper = opening(vec![asked(id, 1)]);
        assert_eq!(shopper.screen(), Screen::Step(Step::Products), "{id}");
        assert_eq!(shopper.cart().notice, Some(view::CartNotice::ItemsGone), "{id}");
        assert!(shopper.cart().lines.is_empty());
    }
}

#[test]
fn one_of_two_that_can_be_had_goes_on_and_the_other_is_mentioned() {
    let shopper = opening(vec![asked("variant_ebook", 1), asked("variant_gone", 1)]);
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
    assert_eq!(shopper.cart().notice, Some(view::CartNotice::ItemsGone));
}

#[test]
fn a_thing_on_a_later_page_is_looked_for() {
    let mut shopper = Shopper::opens(Options { items: vec![asked("variant_far", 1)], ..of_store() }, None);
    let mut first = checkout();
    first.products.has_next = true;
    first.products.next_cursor = Some("c2".into());
    let effects = shopper.is_given(first);
    assert!(matches!(&effects[..], [Effect::LoadProducts { cursor: Some(c), .. }] if c == "c2"));
    assert_eq!(shopper.screen(), Screen::Loading);
    shopper.is_given_products(page(vec![digital("product_far", "Jauh", 5_000)], Some("c3")));
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
    assert_eq!(shopper.lines(), line(&[("variant_far", 1)]));
}

/// A store that says "more follows" for ever must not keep the shopper waiting for ever.
#[test]
fn the_search_for_a_thing_ends() {
    let mut shopper = Shopper::opens(Options { items: vec![asked("variant_far", 1)], ..of_store() }, None);
    let mut first = checkout();
    first.products = page(vec![], Some("again"));
    shopper.is_given(first);
    let mut pages = 0;
    while shopper.screen() == Screen::Loading {
        shopper.is_given_products(page(vec![], Some("again")));
        pages += 1;
        assert!(pages < 100);
    }
    assert_eq!(shopper.cart().notice, Some(view::CartNotice::ItemsGone));
}

#[test]
fn a_lost_page_while_looking_can_be_asked_for_again() {
    let mut shopper = Shopper::opens(Options { items: vec![asked("bpo_far", 1)], ..of_store() }, None);
    let mut first = checkout();
    first.bundles = page(vec![], Some("b2"));
    shopper.is_given(first);
    let number = shopper.last_number();
    shopper.does(Event::BundlesLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!(shopper.screen(), Screen::Failed(view::LoadTrouble::NoAnswer));
    let effects = shopper.does(Event::Retried);
    assert!(matches!(&effects[..], [Effect::LoadBundles { .. }]));
}

#[test]
fn a_second_buy_button_adds_to_the_cart() {
    let mut shopper = opening(vec![asked("variant_ebook", 1)]);
    shopper.types(Input::Name, "Sari");
    shopper.does(Event::ItemsAsked(vec![asked("variant_few", 1)]));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1), ("variant_few", 1)]));
    assert_eq!(shopper.details().name.text, "Sari");
    shopper.does(Event::ItemsAsked(vec![asked("variant_few", 1)]));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1), ("variant_few", 1)]));
    shopper.does(Event::ItemsAsked(vec![]));
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
}

#[test]
fn a_buy_button_that_is_pressed_while_loading_is_not_lost() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.does(Event::ItemsAsked(vec![asked("variant_ebook", 1)]));
    shopper.is_given(checkout());
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1)]));
}

#[test]
fn what_the_page_knows_of_the_shopper_is_filled_in() {
    let customer =
        Prefill { name: "Sari".into(), phone: "0812".into(), email: "a@b.id".into(), ..Prefill::default() };
    let mut shopper = Shopper::opens(Options { customer, ..of_store() }, None);
    shopper.is_given(checkout());
    let details = shopper.details();
    assert_eq!((details.name.text, details.phone.text), ("Sari".into(), "0812".into()));
    assert_eq!(details.email.map(|email| email.text), Some("a@b.id".into()));
    assert!(!shopper.flow.would_lose_work());
}

/// Who pressed a buy button and looked around is not kept by a question: the cart is there the next time.
#[test]
fn closing_asks_only_when_something_was_typed() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(checkout());
    shopper.does(Event::ItemsAsked(vec![asked("variant_ebook", 1)]));
    assert!(!shopper.flow.would_lose_work());
    shopper.types(Input::Note, "Bungkus kado");
    assert!(shopper.flow.would_lose_work());
}

#[test]
fn another_store_empties_the_cart_and_keeps_the_shopper() {
    let mut shopper = Shopper::opens(Options::default(), None);
    stores(&mut shopper, Ok(page(vec![store("store_1"), store("store_2")], None)));
    shopper.does(Event::StoreChosen("store_1".into()));
    shopper.is_given(checkout());
    shopper.does(Event::Added(item("variant_ebook")));
    shopper.types(Input::Name, "Sari");
    shopper.does(Event::Back);
    assert_eq!(shopper.screen(), Screen::Step(Step::Store));
    shopper.does(Event::StoreChosen("store_1".into()));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1)]), "the same store again keeps the cart");
    shopper.does(Event::Back);
    shopper.does(Event::StoreChosen("store_2".into()));
    shopper.is_given(Checkout { store: store("store_2"), ..checkout() });
    assert!(shopper.cart().lines.is_empty());
    assert_eq!(shopper.details().name.text, "Sari");
}
