use super::*;
use view::Unavailable;

fn card(shopper: &Shopper, id: &str) -> view::ProductCard {
    shopper.products().products.into_iter().find(|card| card.id == id).unwrap()
}

fn searches(shopper: &mut Shopper, text: &str) -> Vec<Effect> {
    shopper.does(Event::SearchTyped(text.into()))
}

fn sets(shopper: &mut Shopper, id: &str, pieces: i64) -> Vec<Effect> {
    shopper.does(Event::QuantitySet { item: item(id), pieces })
}

/// Search, cursor and pause of the request for products.
fn asked_for(effects: &[Effect]) -> Option<(&str, Option<&str>, u32)> {
    effects.iter().find_map(|effect| match effect {
        Effect::LoadProducts { search, cursor, after_ms, .. } => {
            Some((search.as_str(), cursor.as_deref(), *after_ms))
        }
        _ => None,
    })
}

/// A store of two pages.
fn large_store() -> Shopper {
    let mut shopper = Shopper::opens(of_store(), None);
    let mut first = checkout();
    first.products.has_next = true;
    first.products.next_cursor = Some("c2".into());
    shopper.is_given(first);
    shopper
}

#[test]
fn cards_show_the_first_variant_that_can_be_had() {
    let shopper = Shopper::in_store();
    let card = card(&shopper, "product_course");
    assert_eq!(card.item, item("variant_few"));
    assert_eq!(card.price, "Rp\u{a0}100.000");
    assert_eq!(card.few_left, Some(3));
    assert_eq!(card.variants.len(), 3);
    assert_eq!(card.variants[0].unavailable, Some(Unavailable::SoldOut));
}

#[test]
fn one_variant_is_no_choice() {
    assert!(card(&Shopper::in_store(), "product_ebook").variants.is_empty());
}

#[test]
fn a_picked_variant_is_what_add_adds() {
    let mut shopper = Shopper::in_store();
    let (product, variant) = ("product_course".into(), "variant_plenty".into());
    shopper.does(Event::VariantChosen { product, variant });
    let card = card(&shopper, "product_course");
    assert_eq!((card.item.clone(), card.few_left), (item("variant_plenty"), None));
    shopper.does(Event::Added(card.item));
    assert_eq!(shopper.lines(), line(&[("variant_plenty", 1)]));
}

#[test]
fn a_variant_of_another_product_cannot_be_picked() {
    let mut shopper = Shopper::in_store();
    let (product, variant) = ("product_course".into(), "variant_ebook".into());
    shopper.does(Event::VariantChosen { product, variant });
    assert_eq!(card(&shopper, "product_course").item, item("variant_few"));
}

#[test]
fn what_is_sold_out_or_unknown_cannot_be_added() {
    let mut shopper = Shopper::in_store();
    assert_eq!(card(&shopper, "product_shirt").unavailable, None);
    for id in ["variant_gone", "variant_unknown"] {
        assert!(shopper.does(Event::Added(item(id))).is_empty());
        assert!(sets(&mut shopper, id, 5).is_empty());
    }
    assert!(shopper.cart().lines.is_empty());
}

#[test]
fn a_sold_out_bundle_says_so() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(Checkout { bundles: page(vec![bundle(Some(0))], None), ..checkout() });
    assert_eq!(shopper.products().bundles[0].unavailable, Some(Unavailable::SoldOut));
    assert!(shopper.does(Event::Added(item("bpo_1"))).is_empty());
}

#[test]
fn bundles_are_sold_by_their_price_options() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("bpo_2")));
    let card = &shopper.products().bundles[0];
    assert_eq!(card.options.iter().map(|option| option.in_cart).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(card.contents, [(2, "Ebook Masak".to_owned())]);
    assert_eq!(shopper.cart().total, "Rp\u{a0}70.000");
}

#[test]
fn adding_twice_is_one_line_of_two() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("variant_ebook")));
    shopper.does(Event::Added(item("variant_ebook")));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 2)]));
    assert_eq!(card(&shopper, "product_ebook").in_cart, 2);
}

#[test]
fn quantities_end_at_what_there_is() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("variant_few")));
    for (typed, pieces) in [(2, 2), (3, 3), (4, 3), (i64::MAX, 3)] {
        sets(&mut shopper, "variant_few", typed);
        assert_eq!(shopper.lines(), line(&[("variant_few", pieces)]));
    }
    sets(&mut shopper, "variant_ebook", 1_000);
    assert_eq!(shopper.cart().lines[1].quantity, 100);
}

#[test]
fn zero_or_less_removes_the_line() {
    for pieces in [0, -1, i64::MIN] {
        let mut shopper = Shopper::in_store();
        shopper.does(Event::Added(item("variant_ebook")));
        sets(&mut shopper, "variant_ebook", pieces);
        assert!(shopper.cart().lines.is_empty());
    }
}

#[test]
fn the_page_is_told_of_what_came_and_went() {
    let mut shopper = Shopper::in_store();
    sets(&mut shopper, "variant_ebook", 3);
    sets(&mut shopper, "variant_ebook", 1);
    shopper.does(Event::Removed(item("variant_ebook")));
    let told: Vec<_> = shopper
        .told()
        .iter()
        .map(|event| (event.kind.clone(), event.items[0].quantity, event.value.amount()))
        .collect();
    assert_eq!(
        told,
        [
            (DomEventKind::AddToCart, 3, 147_000),
            (DomEventKind::RemoveFromCart, 2, 98_000),
            (DomEventKind::RemoveFromCart, 1, 49_000),
        ]
    );
}

#[test]
fn every_change_of_the_total_is_said() {
    let mut shopper = Shopper::in_store();
    let effects = sets(&mut shopper, "variant_ebook", 2);
    let (name, total) = ("Ebook Masak".to_owned(), "Rp\u{a0}98.000".to_owned());
    assert!(effects.contains(&Effect::Announce(Announcement::Added { name, total })));
}

#[test]
fn an_empty_cart_goes_nowhere_and_says_why() {
    let mut shopper = Shopper::in_store();
    assert!(!shopper.cart().can_continue);
    let effects = shopper.does(Event::Continued(Step::Products));
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert_eq!(shopper.cart().notice, Some(view::CartNotice::Empty));
    assert!(effects.contains(&Effect::Focus(Target::Alert)));
    shopper.does(Event::Added(item("variant_ebook")));
    assert_eq!(shopper.cart().notice, None);
}

#[test]
fn a_small_store_is_searched_without_asking() {
    let mut shopper = Shopper::in_store();
    let effects = searches(&mut shopper, " DARING kelas ");
    assert!(asks_nothing(&effects));
    assert_eq!(shopper.names(), ["Kelas Daring"]);
    assert!(shopper.products().bundles.is_empty());
    searches(&mut shopper, "tidak ada");
    assert!(shopper.names().is_empty());
    searches(&mut shopper, "");
    assert_eq!(shopper.names().len(), 3);
    assert_eq!(shopper.products().bundles.len(), 1);
}

#[test]
fn a_large_store_is_asked_once_the_shopper_stops_typing() {
    let mut shopper = large_store();
    let effects = searches(&mut shopper, "jauh");
    assert_eq!(asked_for(&effects), Some(("jauh", None, 300)));
    assert!(shopper.products().searching);
    assert_eq!(shopper.names().len(), 3, "what was there stays until the answer");
    shopper.is_given_products(page(vec![digital("product_far", "Jauh", 5_000)], None));
    assert_eq!(shopper.names(), ["Jauh"]);
    assert!(!shopper.products().searching);
}

#[test]
fn an_answer_to_an_older_search_is_dropped() {
    let mut shopper = large_store();
    searches(&mut shopper, "ja");
    let older = shopper.last_number();
    searches(&mut shopper, "jauh");
    let answer = Ok(page(vec![digital("product_x", "Jambu", 5_000)], None));
    shopper.does(Event::ProductsLoaded { number: older, answer });
    assert_eq!(shopper.names().len(), 3);
    searches(&mut shopper, "");
    shopper.is_given_products(page(vec![digital("product_far", "Jauh", 5_000)], None));
    assert_eq!(shopper.names().len(), 3, "nothing is searched for any more");
}

#[test]
fn a_search_has_pages_too() {
    let mut shopper = large_store();
    searches(&mut shopper, "j");
    shopper.is_given_products(page(vec![digital("product_a", "Ja", 1)], Some("s2")));
    assert!(shopper.products().has_more);
    let effects = shopper.does(Event::MoreWanted);
    assert_eq!(asked_for(&effects), Some(("j", Some("s2"), 0)));
    shopper.is_given_products(page(vec![digital("product_b", "Jb", 1)], None));
    assert_eq!(shopper.names(), ["Ja", "Jb"]);
    assert!(!shopper.products().has_more);
}

#[test]
fn more_products_come_page_by_page() {
    let mut shopper = large_store();
    assert!(shopper.products().has_more);
    shopper.does(Event::MoreWanted);
    assert!(shopper.products().loading_more);
    assert!(shopper.does(Event::MoreWanted).is_empty(), "one request at a time");
    shopper.is_given_products(page(vec![ebook(), digital("product_far", "Jauh", 5_000)], None));
    assert_eq!(shopper.names(), ["Ebook Masak", "Kelas Daring", "Kaos", "Jauh"]);
    assert!(!shopper.products().has_more);
    assert!(shopper.does(Event::MoreWanted).is_empty());
}

#[test]
fn more_bundles_come_after_the_products() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(Checkout { bundles: page(vec![], Some("b2")), ..checkout() });
    assert!(shopper.products().has_more);
    shopper.does(Event::MoreWanted);
    let number = shopper.last_number();
    shopper.does(Event::BundlesLoaded { number, answer: Ok(page(vec![bundle(None)], None)) });
    assert_eq!(shopper.products().bundles.len(), 1);
    assert!(!shopper.products().has_more);
}

#[test]
fn a_page_that_is_lost_can_be_asked_for_again() {
    let mut shopper = large_store();
    shopper.does(Event::MoreWanted);
    let number = shopper.last_number();
    shopper.does(Event::ProductsLoaded { number, answer: Err(Failure::NoAnswer) });
    assert!(shopper.products().more_failed);
    assert!(matches!(&shopper.does(Event::MoreWanted)[..], [Effect::LoadProducts { cursor: Some(_), .. }]));
    assert!(!shopper.products().more_failed);
}

#[test]
fn a_search_that_is_lost_is_asked_again_from_its_beginning() {
    let mut shopper = large_store();
    searches(&mut shopper, "a");
    shopper.is_given_products(page(vec![ebook()], Some("of-a")));
    searches(&mut shopper, "ab");
    let number = shopper.last_number();
    shopper.does(Event::ProductsLoaded { number, answer: Err(Failure::Nonsense) });
    let effects = shopper.does(Event::Retried);
    assert!(matches!(&effects[..], [Effect::LoadProducts { search, cursor: None, .. }] if search == "ab"));
}

#[test]
fn what_a_search_found_stays_in_the_cart_when_the_search_ends() {
    let mut shopper = large_store();
    searches(&mut shopper, "jauh");
    shopper.is_given_products(page(vec![digital("product_far", "Jauh", 5_000)], None));
    shopper.does(Event::Added(item("variant_far")));
    searches(&mut shopper, "");
    assert_eq!(shopper.cart().lines[0].name, "Jauh");
    assert!(shopper.cart().can_continue);
}

#[test]
fn the_last_line_removed_at_a_later_step_leads_back_to_the_products() {
    let mut shopper = Shopper::at_review();
    shopper.does(Event::Removed(item("variant_ebook")));
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
}
