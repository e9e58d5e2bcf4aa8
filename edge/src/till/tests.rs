//! A till that changes, and tells of it in any order and more than once.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shared::value::Rupiah;

use super::*;
use crate::platform::dealpos::{self, Event, ProductVariant};

fn product(id: usize, code: &str, variants: Vec<ProductVariant>) -> dealpos::Product {
    dealpos::Product {
        id: Some(format!("p{id}")),
        code: Some(code.into()),
        name: Some(format!("Barang {id}")),
        variants,
        ..dealpos::Product::default()
    }
}

fn part(id: &str, sku: &str, price: i64) -> ProductVariant {
    ProductVariant {
        id: Some(id.into()),
        code: Some(sku.into()),
        unit_price: Some(Rupiah::new(price)),
        ..ProductVariant::default()
    }
}

fn for_sale(price: i64) -> Offer {
    Offer::ForSale { price: Some(Rupiah::new(price)) }
}

fn stopped(reason: Reason) -> Offer {
    Offer::Stopped { reason }
}

#[test]
fn a_price_is_the_outlets_less_the_discount() {
    let mut catalogue = Catalogue::default();
    let discounted = ProductVariant { discount: Some(20.0), ..part("v", "A", 200_000) };
    catalogue.hear(Event::ProductCreated(product(1, "1", vec![discounted])), 0);
    let own = dealpos::OutletPrice { outlet: "Bandung".into(), price: Some(Rupiah::new(100_000)) };
    let told = dealpos::Variant {
        id: Some("v".into()),
        code: Some("A".into()),
        unit_price: Some(Rupiah::new(200_000)),
        outlet_price: vec![own],
        ..dealpos::Variant::default()
    };
    catalogue.hear(Event::VariantUpdated(told), 0);
    assert_eq!(catalogue.overlay(None).of("A"), Some(for_sale(160_000)));
    assert_eq!(catalogue.overlay(Some("Bandung")).of("A"), Some(for_sale(80_000)));
    assert_eq!(catalogue.overlay(Some("Jakarta")).of("A"), Some(for_sale(160_000)));
    assert_eq!(catalogue.overlay(None).of("B"), None);
}

#[test]
fn what_the_till_stopped_says_why() {
    let mut catalogue = Catalogue::default();
    let [a, b] = [part("a", "A", 1), part("b", "B", 2)];
    catalogue.hear(Event::ProductCreated(product(1, "1", vec![a.clone(), b.clone()])), 0);
    let b = ProductVariant { discontinued: true, ..b };
    catalogue.hear(Event::ProductUpdated(product(1, "1", vec![b.clone()])), 1);
    let overlay = catalogue.overlay(None);
    assert_eq!(
        (overlay.of("A"), overlay.of("B")),
        (Some(stopped(Reason::Deleted)), Some(stopped(Reason::Discontinued)))
    );
    let all = dealpos::Product { discontinued: true, ..product(1, "1", vec![a]) };
    catalogue.hear(Event::ProductUpdated(all), 2);
    assert_eq!(catalogue.overlay(None).of("A"), Some(stopped(Reason::Discontinued)));
}

#[test]
fn two_things_of_one_sku_have_no_say_unless_they_agree() {
    let mut catalogue = Catalogue::default();
    catalogue.hear(Event::ProductCreated(product(1, "1", vec![part("a", "A", 1), part("b", "A", 2)])), 0);
    assert_eq!(catalogue.overlay(None).of("A"), Some(Offer::Ambiguous));
    catalogue.hear(Event::ProductUpdated(product(1, "1", vec![part("a", "A", 2), part("b", "A", 2)])), 0);
    assert_eq!(catalogue.overlay(None).of("A"), Some(for_sale(2)));
    catalogue.hear(Event::ProductUpdated(product(1, "1", vec![part("a", "A", 7)])), 0);
    assert_eq!(catalogue.overlay(None).of("A"), Some(for_sale(7)));
}

#[test]
fn an_empty_list_of_variants_is_one_that_was_left_out() {
    let mut catalogue = Catalogue::default();
    catalogue.hear(Event::ProductCreated(product(1, "1", vec![part("a", "A", 1)])), 0);
    catalogue.hear(Event::ProductUpdated(product(1, "1", Vec::new())), 0);
    assert_eq!(catalogue.overlay(None).of("A"), Some(for_sale(1)));
}

#[test]
fn what_was_heard_twice_changes_nothing() {
    let mut catalogue = Catalogue::default();
    let event = Event::ProductUpdated(product(1, "1", vec![part("a", "A", 1)]));
    assert!(!catalogue.hear(event.clone(), 0).items.is_empty());
    let again = catalogue.hear(event, 9);
    assert!(again.items.is_empty() && again.products.is_empty());
    assert!(again.questions.contains(&Question::Product("1".into())));
}

/// The till itself: what is true, and what it has told.
#[derive(Clone, Default)]
struct Till {
    products: BTreeMap<String, dealpos::Product>,
    variants: BTreeMap<String, dealpos::Variant>,
    told: Vec<Event>,
    made: usize,
}

/// What a person does at the till.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Make,
    Reprice(usize, i64),
    Rename(usize),
    Stop(usize, bool),
    Drop(usize),
    Delete(usize),
    Outlet(usize, i64),
}

impl Till {
    fn does(&mut self, deed: Deed) {
        match deed {
            Deed::Make => self.make(),
            Deed::Reprice(nth, price) => self.changes(nth, |product| {
                product.variants.iter_mut().for_each(|variant| variant.unit_price = Some(Rupiah::new(price)));
            }),
            Deed::Rename(nth) => {
                self.made += 1;
                let made = self.made;
                self.changes(nth, |product| {
                    product.code = Some(format!("code-{made}"));
                    product.variants.iter_mut().zip(0..).for_each(|(variant, nth)| {
                        variant.code = Some(format!("sku-{made}-{nth}"));
                    });
                });
            }
            Deed::Stop(nth, stopped) => self.changes(nth, |product| product.discontinued = stopped),
            Deed::Drop(nth) => self.changes(nth, |product| {
                if product.variants.len() > 1 {
                    product.variants.pop();
                }
            }),
            Deed::Delete(nth) => self.delete(nth),
            Deed::Outlet(nth, price) => self.outlet(nth, price),
        }
    }

    fn make(&mut self) {
        self.made += 1;
        let made = self.made;
        let parts =
            (0..=made % 3).map(|nth| part(&format!("v{made}-{nth}"), &format!("sku-{made}-{nth}"), 1_000));
        let product = product(made, &format!("code-{made}"), parts.collect());
        self.products.insert(format!("p{made}"), product.clone());
        self.told.push(Event::ProductCreated(product));
        self.follow();
    }

    fn changes(&mut self, nth: usize, change: impl FnOnce(&mut dealpos::Product)) {
        let count = self.products.len().max(1);
        let Some(product) = self.products.values_mut().nth(nth % count) else { return };
        change(product);
        self.told.push(Event::ProductUpdated(product.clone()));
        self.follow();
    }

    fn delete(&mut self, nth: usize) {
        let count = self.products.len().max(1);
        let Some(id) = self.products.keys().nth(nth % count).cloned() else { return };
        if let Some(product) = self.products.remove(&id) {
            self.told.push(Event::ProductDeleted(product));
        }
        self.follow();
    }

    fn outlet(&mut self, nth: usize, price: i64) {
        let count = self.variants.len().max(1);
        let Some(variant) = self.variants.values_mut().nth(nth % count) else { return };
        variant.outlet_price =
            vec![dealpos::OutletPrice { outlet: "Bandung".into(), price: Some(Rupiah::new(price)) }];
        self.told.push(Event::VariantUpdated(variant.clone()));
    }

    /// The variants' own records follow their products'.
    fn follow(&mut self) {
        let mut variants = BTreeMap::new();
        for part in self.products.values().flat_map(|product| &product.variants) {
            let Some(id) = part.id.clone() else { continue };
            let known = self.variants.remove(&id).unwrap_or_default();
            let now = dealpos::Variant {
                id: part.id.clone(),
                code: part.code.clone(),
                model: part.model.clone(),
                unit_price: part.unit_price,
                discontinued: part.discontinued,
                ..known
            };
            variants.insert(id, now);
        }
        self.variants = variants;
    }

    fn answer(&self, question: &Question) -> Truth {
        match question {
            Question::Product(code) => {
                let of_it = self.products.values().filter(|product| product.code.as_ref() == Some(code));
                Truth::Products(code.clone(), of_it.cloned().collect())
            }
            Question::Variant(code) => {
                let of_it = self.variants.values().filter(|variant| variant.code.as_ref() == Some(code));
                Truth::Variants(of_it.cloned().collect())
            }
        }
    }
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => Just(Deed::Make),
        4 => (any::<usize>(), 1..50_i64).prop_map(|(nth, price)| Deed::Reprice(nth, price * 1_000)),
        1 => any::<usize>().prop_map(Deed::Rename),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(nth, stopped)| Deed::Stop(nth, stopped)),
        1 => any::<usize>().prop_map(Deed::Drop),
        1 => any::<usize>().prop_map(Deed::Delete),
        2 => (any::<usize>(), 1..50_i64).prop_map(|(nth, price)| Deed::Outlet(nth, price * 500)),
    ]
}

/// Asks until there is no question left.
fn asks(catalogue: &mut Catalogue, till: &Till, mut questions: std::collections::BTreeSet<Question>) -> u32 {
    let mut asked = 0;
    while let Some(question) = questions.pop_first() {
        asked += 1;
        assert!(asked < 10_000, "it never stops asking");
        questions.extend(catalogue.learn(till.answer(&question), 0).questions);
    }
    asked
}

/// What matters of a catalogue: what is there, and what it costs in Bandung.
fn seen(catalogue: &Catalogue) -> BTreeMap<String, (Option<String>, Option<Rupiah>, bool)> {
    let present = catalogue.present().map(|(id, item, product)| {
        let stopped = item.discontinued || product.discontinued;
        (id.to_owned(), (item.sku.clone(), item.price(Some("Bandung")), stopped))
    });
    present.collect()
}

/// A catalogue that was told everything in order, once.
fn told_in_order(till: &Till) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for product in till.products.values() {
        catalogue.hear(Event::ProductCreated(product.clone()), 0);
    }
    for variant in till.variants.values() {
        catalogue.hear(Event::VariantUpdated(variant.clone()), 0);
    }
    catalogue
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// Shuffled, repeated and asked about in between: in the end it is as the till has it.
    #[test]
    fn every_order_of_arrival_ends_in_the_same_catalogue(
        deeds in prop::collection::vec(any_deed(), 1..14),
        order in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..24),
        seed in any::<u64>(),
    ) {
        let mut till = Till::default();
        till.does(Deed::Make);
        for deed in deeds {
            till.does(deed);
        }
        let mut events: Vec<Event> = till.told.clone();
        let repeated = order.iter().map(|(index, _)| index.get(&till.told).clone());
        events.extend(repeated);
        let mut dice = seed;
        for left in (1..events.len()).rev() {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            events.swap(left, usize::try_from(dice >> 33).unwrap() % (left + 1));
        }
        let mut catalogue = Catalogue::default();
        let mut questions = std::collections::BTreeSet::new();
        for (nth, event) in events.into_iter().enumerate() {
            questions.extend(catalogue.hear(event, 0).questions);
            if order.get(nth).is_some_and(|(_, asks)| *asks) && let Some(question) = questions.pop_first() {
                questions.extend(catalogue.learn(till.answer(&question), 0).questions);
            }
        }
        asks(&mut catalogue, &till, questions);
        prop_assert_eq!(seen(&catalogue), seen(&told_in_order(&till)));
    }

    /// What is written down row by row is what was heard.
    #[test]
    fn a_change_names_every_row_that_changed(deeds in prop::collection::vec(any_deed(), 1..14)) {
        let mut till = Till::default();
        for deed in deeds {
            till.does(deed);
        }
        let (mut catalogue, mut products, mut items) = (Catalogue::default(), BTreeMap::new(), BTreeMap::new());
        for event in till.told {
            let change = catalogue.hear(event, 7);
            products.extend(change.products.iter().map(|id| (id.clone(), catalogue.product(id).unwrap().clone())));
            items.extend(change.items.iter().map(|id| (id.clone(), catalogue.item(id).unwrap().clone())));
        }
        prop_assert_eq!(Catalogue::new(products, items), catalogue);
    }
}
