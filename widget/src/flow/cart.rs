//! The cart: which things, and how many of each.

use shared::checkout::{Draft, Field, ProblemCode};
use shared::v3::{OrderBundle, OrderVariant};

use super::Item;
use super::view::CartNotice;

/// Which things, and how many of each.
#[derive(Default)]
pub(super) struct Cart {
    pub(super) lines: Vec<Line>,
    pub(super) notice: Option<CartNotice>,
}

/// One thing.
pub(super) struct Line {
    pub(super) item: Item,
    pub(super) quantity: u32,
    /// What the store said of it when it refused the order.
    pub(super) refused: Option<ProblemCode>,
}

impl Item {
    /// The id as it goes into the order.
    pub fn id(&self) -> &str {
        match self {
            Self::Variant(id) | Self::Bundle(id) => id,
        }
    }

    fn is_variant(&self) -> bool {
        matches!(self, Self::Variant(_))
    }
}

impl Cart {
    /// Pieces of a thing; zero when it is not here.
    pub(super) fn quantity(&self, item: &Item) -> u32 {
        self.lines.iter().find(|line| line.item == *item).map_or(0, |line| line.quantity)
    }

    /// Likewise, by its id.
    pub(super) fn quantity_of(&self, id: &str) -> u32 {
        self.lines.iter().find(|line| line.item.id() == id).map_or(0, |line| line.quantity)
    }

    /// Makes it so many pieces; none removes the line. What was said of the
    /// number is over then, what was said of the thing is not.
    pub(super) fn set(&mut self, item: &Item, quantity: u32) {
        self.notice = None;
        if quantity == 0 {
            if let Some(place) = self.lines.iter().position(|line| line.item == *item) {
                self.lines.remove(place);
            }
            return;
        }
        match self.lines.iter_mut().find(|line| line.item == *item) {
            Some(line) => {
                line.quantity = quantity;
                let of_thing = |code: &ProblemCode| {
                    !matches!(code, ProblemCode::NotEnoughStock | ProblemCode::OutOfRange)
                };
                line.refused = line.refused.take().filter(of_thing);
            }
            None => self.lines.push(Line { item: item.clone(), quantity, refused: None }),
        }
    }

    /// Writes the lines into a draft.
    pub(super) fn write(&self, draft: &mut Draft) {
        for Line { item, quantity, .. } in &self.lines {
            let (id, quantity) = (item.id().to_owned(), i64::from(*quantity));
            if item.is_variant() {
                draft.ordervariants.push(OrderVariant { quantity, variant_unique_id: id });
            } else {
                draft.orderbundles.push(OrderBundle { quantity, bundle_price_option_unique_id: id });
            }
        }
    }

    /// The line a field of that draft stands for.
    pub(super) fn line_of(&mut self, field: &Field) -> Option<&mut Line> {
        let index = self.index_of(field)?;
        self.lines.get_mut(index)
    }

    /// Where that line is.
    pub(super) fn index_of(&self, field: &Field) -> Option<usize> {
        let (variants, nth) = match field {
            Field::Variant(nth) | Field::VariantQuantity(nth) => (true, *nth),
            Field::Bundle(nth) | Field::BundleQuantity(nth) => (false, *nth),
            _ => return None,
        };
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| line.item.is_variant() == variants).nth(nth).map(|(index, _)| index)
    }

    /// The lines the store refused, by the fields that stand for them.
    pub(super) fn refused(&self) -> Vec<(Field, ProblemCode)> {
        let (mut variants, mut bundles) = (0, 0);
        let mut found = Vec::new();
        for line in &self.lines {
            let nth = if line.item.is_variant() { &mut variants } else { &mut bundles };
            if let Some(code) = &line.refused {
                let field = if line.item.is_variant() { Field::Variant(*nth) } else { Field::Bundle(*nth) };
                found.push((field, code.clone()));
            }
            *nth += 1;
        }
        found
    }
}
