//! What the page's own listeners are told.

use crate::each::each;
use shared::checkout::Charges;
use shared::value::Rupiah;

use super::{DomEvent, DomEventItem, DomEventKind, Effect, Flow, Item};

impl Flow {
    /// What these lines cost; zero when it leaves the range that JSON keeps exact.
    fn value_of<'a>(&self, lines: impl Iterator<Item = (&'a Item, u32)>) -> Rupiah {
        let Some(catalogue) = &self.catalogue else { return Rupiah::ZERO };
        let priced =
            lines.filter_map(|(item, quantity)| Some((catalogue.thing(item)?.price_of(quantity), quantity)));
        Charges::of_goods(priced, []).map_or(Rupiah::ZERO, |goods| goods.products)
    }

    /// An event about the whole cart.
    pub(super) fn emit_cart(&mut self, kind: DomEventKind) {
        let lines: Vec<_> = each(&self.cart.lines, |line| (line.item.clone(), line.quantity));
        self.emit_lines(kind, &lines);
    }

    /// An event about these lines.
    pub(super) fn emit_lines(&mut self, kind: DomEventKind, lines: &[(Item, u32)]) {
        let value = self.value_of(lines.iter().map(|(item, quantity)| (item, *quantity)));
        let items = each(lines, |(item, quantity)| self.told_item(item, *quantity));
        self.outbox.push(Effect::Emit(Box::new(DomEvent { kind, items, value })));
    }

    fn told_item(&self, item: &Item, quantity: u32) -> Option<DomEventItem> {
        let thing = self.catalogue.as_ref()?.thing(item)?;
        let (name, variant) = (thing.name.to_owned(), thing.detail.to_owned());
        Some(DomEventItem { item: item.clone(), name, variant, price: thing.price_of(quantity), quantity })
    }

    /// `error`, with a stable code.
    pub(super) fn emit_error(&mut self, code: &str) {
        self.emit_lines(DomEventKind::Error { code: code.to_owned() }, &[]);
    }
}
