use super::*;
use view::BumpView;

fn offering(id: &str) -> Options {
    Options { bump: Some(id.into()), ..of_store() }
}

/// At the review of an ebook, with this offer.
fn reviews(bump: &str, checkout: Checkout) -> Shopper {
    let memory = Shopper::at_review().memory();
    let mut shopper = Shopper::opens(offering(bump), memory);
    shopper.is_given(checkout);
    assert_eq!(shopper.screen(), Screen::Step(Step::Review));
    shopper
}

fn offer(shopper: &Shopper) -> Option<BumpView> {
    shopper.flow.review_view().unwrap().bump
}

#[test]
fn one_tick_makes_it_a_line_and_another_takes_it_out() {
    let mut shopper = reviews("variant_few", checkout());
    let (name, price) = ("Kelas Daring, variant_few".to_owned(), Rupiah::new(100_000).to_string());
    assert_eq!(offer(&shopper), Some(BumpView { name, price, taken: false }));
    shopper.does(Event::BumpTicked(true));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1), ("variant_few", 1)]));
    assert!(offer(&shopper).unwrap().taken);
    assert_eq!(shopper.flow.review_view().unwrap().total, Rupiah::new(149_000).to_string());
    shopper.does(Event::BumpTicked(false));
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 1)]));
    let kinds: Vec<_> = shopper.told().iter().map(|event| event.kind.clone()).collect();
    assert!(kinds.ends_with(&[DomEventKind::AddToCart, DomEventKind::RemoveFromCart]), "{kinds:?}");
}

#[test]
fn what_cannot_be_had_or_is_there_already_is_not_offered() {
    for id in ["variant_gone", "variant_ebook", "variant_of_another_store", ""] {
        let mut shopper = reviews(id, checkout());
        assert_eq!(offer(&shopper), None, "{id}");
        let before = shopper.lines();
        shopper.does(Event::BumpTicked(true));
        shopper.does(Event::BumpTicked(false));
        assert_eq!(shopper.lines(), before, "{id}");
    }
}

#[test]
fn it_can_be_taken_out_after_a_reload_as_well() {
    let mut shopper = reviews("variant_few", checkout());
    shopper.does(Event::BumpTicked(true));
    let mut again = Shopper::opens(offering("variant_few"), shopper.memory());
    again.is_given(checkout());
    assert!(offer(&again).unwrap().taken);
    again.does(Event::BumpTicked(false));
    assert_eq!(again.lines(), line(&[("variant_ebook", 1)]));
}

#[test]
fn one_on_a_further_page_is_looked_for_while_the_shopper_types() {
    let mut first = checkout();
    first.products = page(vec![ebook()], Some("2"));
    let mut shopper = Shopper::opens(offering("variant_few"), None);
    shopper.is_given(first);
    assert!(!shopper.effects.iter().any(|effect| matches!(effect, Effect::LoadProducts { .. })));
    shopper.does(Event::Added(item("variant_ebook")));
    shopper.does(Event::Continued(Step::Products));
    shopper.is_given_products(page(vec![course()], None));
    shopper.does(Event::StepWanted(Step::Products));
    assert_eq!(shopper.names().len(), 2);
}

#[test]
fn a_parcel_that_comes_with_it_is_asked_for_and_quoted() {
    let mut shopper = reviews("variant_shirt", checkout());
    shopper.does(Event::BumpTicked(true));
    shopper.does(Event::Submitted);
    assert_eq!(shopper.screen(), Screen::Step(Step::Details), "where to?");
    assert!(shopper.keys().is_empty());
}
