//! A cart as the platform's searches know it: no bundles, only variants by
//! their numbers, and one weight (scalev-v3 §0 traps 1 and 3).

use std::collections::{BTreeMap, HashMap};

use shared::checkout::Consignment;

use crate::catalogue::Snapshot;

/// Grams in which weights are asked for: no courier's step is finer, and so
/// one answer serves many carts.
const WEIGHT_STEP: i64 = 50;

/// Everything of a cart that is shipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// By the variant's number.
    pieces: BTreeMap<i64, Pieces>,
    /// Grams that the bundles' boxes weigh.
    packing: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pieces {
    count: i64,
    /// Grams of one, when the listing says.
    weight: Option<i64>,
}

impl Parcel {
    /// Packs a cart, bundles taken apart. `None` when the store has no number
    /// for a thing in it.
    pub fn pack(consignment: &Consignment, store: &Snapshot) -> Option<Self> {
        let (shelf, mut parcel) = (store.shelf(), Self::default());
        for line in &consignment.variants {
            let (_, variant) = shelf.variant(&line.unique_id)?;
            if variant.item_type.needs_shipping() {
                parcel.add(store.number(&variant.unique_id)?, line.quantity.into(), variant.weight);
            }
        }
        for line in &consignment.bundles {
            let (bundle, _) = shelf.price_option(&line.unique_id)?;
            let sets = i64::from(line.quantity);
            for inside in bundle.lines.iter().filter(|inside| inside.item_type.needs_shipping()) {
                let pieces = inside.quantity.saturating_mul(sets);
                parcel.add(store.number(&inside.variant_unique_id)?, pieces, inside.weight);
            }
            if bundle.needs_shipping() {
                parcel.packing = parcel.packing.saturating_add(bundle.weight_bump.saturating_mul(sets));
            }
        }
        Some(parcel)
    }

    fn add(&mut self, number: i64, count: i64, weight: Option<i64>) {
        let pieces = self.pieces.entry(number).or_default();
        pieces.count = pieces.count.saturating_add(count);
        pieces.weight = pieces.weight.or(weight);
    }

    /// Nothing of it is shipped.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// (variant's number, pieces), by number.
    pub fn variants(&self) -> impl Iterator<Item = (i64, i64)> {
        self.pieces.iter().map(|(number, pieces)| (*number, pieces.count))
    }

    /// Numbers of the variants whose weight the listing does not say.
    pub fn unweighed(&self) -> impl Iterator<Item = i64> {
        self.pieces.iter().filter(|(_, pieces)| pieces.weight.is_none()).map(|(number, _)| *number)
    }

    /// Grams of everything together, rounded up to the step in which they are
    /// asked for. `told` are grams of one by the variant's number, for what
    /// the listing does not say.
    pub fn weight(&self, told: &HashMap<i64, i64>) -> i64 {
        let of = |(number, pieces): (&i64, &Pieces)| {
            let one = pieces.weight.or_else(|| told.get(number).copied()).unwrap_or(0).max(0);
            one.saturating_mul(pieces.count)
        };
        let grams = self.pieces.iter().map(of).fold(self.packing, i64::saturating_add);
        let steps = grams.max(1).saturating_add(WEIGHT_STEP - 1) / WEIGHT_STEP;
        steps.saturating_mul(WEIGHT_STEP)
    }
}

#[cfg(test)]
mod tests {
    use super::super::quote::tests::{consignment, line};
    use super::*;
    use crate::catalogue::Listings;
    use proptest::prelude::*;

    fn store() -> Snapshot {
        let stores = serde_json::from_str(r#"[{"id":1,"unique_id":"store_1","name":"Toko"}]"#).unwrap();
        let products = r#"[
            {"id":1,"name":"Kopi","item_type":"physical","variants":[
                {"id":11,"unique_id":"kopi","price":1,"weight":220},
                {"id":12,"unique_id":"gelas","price":1}]},
            {"id":2,"name":"Buku","item_type":"digital","variants":[{"id":21,"unique_id":"ebook","price":1,"weight":9}]},
            {"id":3,"name":"Kotak","is_visible":false,"item_type":"physical","variants":[{"id":31,"unique_id":"kotak","weight":70}]}]"#;
        let bundles = r#"[
            {"id":1,"name":"Paket","weight_bump":80,"bundle_price_options":[{"id":1,"unique_id":"paket","price":1}],"bundlelines":[
                {"quantity":2,"variant":{"id":11,"unique_id":"kopi","weight":220,"item_type":"physical","name":"Kopi"}},
                {"quantity":1,"variant":{"id":21}},
                {"quantity":1,"variant":{"unique_id":"kotak"}}]},
            {"id":2,"name":"Bacaan","weight_bump":80,"bundle_price_options":[{"id":2,"unique_id":"bacaan","price":1}],"bundlelines":[
                {"quantity":1,"variant":{"id":21}}]}]"#;
        Snapshot::new(
            Listings::new(stores).find("store_1").unwrap().clone(),
            vec![],
            serde_json::from_str(products).unwrap(),
            serde_json::from_str(bundles).unwrap(),
        )
    }

    fn pack(variants: &[(&str, i64)], bundles: &[(&str, i64)]) -> Option<Parcel> {
        let lines = |lines: &[(&str, i64)]| lines.iter().map(|(id, pieces)| line(id, *pieces)).collect();
        let consignment = Consignment { variants: lines(variants), bundles: lines(bundles), ..consignment() };
        Parcel::pack(&consignment, &store())
    }

    #[test]
    fn bundles_are_taken_apart() {
        let parcel = pack(&[("kopi", 1)], &[("paket", 3)]).unwrap();
        assert_eq!(parcel.variants().collect::<Vec<_>>(), [(11, 7), (31, 3)]);
        assert_eq!(7 * 220 + 3 * 70 + 3 * 80, 1990);
        assert_eq!(parcel.weight(&HashMap::new()), 2000);
    }

    #[test]
    fn what_is_not_shipped_weighs_nothing() {
        let parcel = pack(&[("ebook", 5)], &[("bacaan", 2)]).unwrap();
        assert!(parcel.is_empty());
        let mixed = pack(&[("ebook", 5), ("kopi", 1)], &[]).unwrap();
        assert_eq!((mixed.variants().count(), mixed.weight(&HashMap::new())), (1, 250));
    }

    #[test]
    fn weights_that_nobody_says_are_asked_for() {
        let parcel = pack(&[("gelas", 2), ("kopi", 1)], &[]).unwrap();
        assert_eq!(parcel.unweighed().collect::<Vec<_>>(), [12]);
        assert_eq!(parcel.weight(&HashMap::from([(12, 300)])), 850);
        assert_eq!(pack(&[("gelas", 1)], &[]).unwrap().weight(&HashMap::from([(12, 0)])), 50);
    }

    #[test]
    fn what_the_store_does_not_know_is_not_packed() {
        assert_eq!(pack(&[("lain", 1)], &[]), None);
    }

    proptest! {
        #[test]
        fn a_parcel_weighs_at_least_its_goods_and_less_than_a_step_more(kopi in 1..=100_i64, sets in 1..=100_i64) {
            let parcel = pack(&[("kopi", kopi)], &[("paket", sets)]).unwrap();
            let goods = kopi * 220 + sets * (2 * 220 + 70 + 80);
            let asked = parcel.weight(&HashMap::new());
            prop_assert!(asked >= goods && asked - goods < WEIGHT_STEP && asked % WEIGHT_STEP == 0);
        }
    }
}
