//! The cart as this device keeps it: the same in every tab and on every page of
//! the shop, and still there after days. Ids, names and prices of goods only.
//!
//! A tab takes over what another one did, and writes only what its own shopper
//! did: so two tabs never answer each other.

use super::opening::pieces;
use super::stage::Stage;
use super::view::{CartNotice, Repair, Repaired};
use super::{Effect, Flow, Millis, Step};
use crate::each::each;
use shared::text::concat;
use shared::value::Rupiah;

/// How long a device's cart is good for: thirty days.
pub const CART_MS: Millis = 30 * 24 * 60 * 60 * 1000;

/// A line of the cart, as it was last seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptLine {
    /// Of a variant or of a bundle's price option.
    pub id: String,
    /// Pieces.
    pub quantity: i64,
    /// Price of one at that number of pieces, in rupiah.
    pub price: Rupiah,
    /// The thing, with its variant.
    pub name: String,
}

/// The cart as text: of each line id, pieces, price and name, each on a line of its own. When it was
/// written stands before them.
fn written(lines: &[KeptLine]) -> String {
    let mut text = String::new();
    for KeptLine { id, quantity, price, name } in lines {
        let name = name.split('\n').next().unwrap_or_default();
        let (quantity, price) = (quantity.to_string(), price.amount().to_string());
        text.push_str(&concat(&["\n", id, "\n", &quantity, "\n", &price, "\n", name]));
    }
    text
}

/// The lines of such a text, up to what makes no sense.
pub(super) fn read(text: &str) -> Vec<KeptLine> {
    let mut parts = text.split('\n');
    let mut lines = Vec::new();
    parts.next();
    while let (Some(id), Some(quantity), Some(price), Some(name)) =
        (parts.next(), number(parts.next()), number(parts.next()), parts.next())
    {
        let price = Rupiah::new(price);
        lines.push(KeptLine { id: id.to_owned(), quantity, price, name: name.to_owned() });
    }
    lines
}

fn number(text: Option<&str>) -> Option<i64> {
    text?.parse().ok()
}

impl Flow {
    /// [`Event::StorageChanged`](super::Event::StorageChanged)
    pub(super) fn look_at_kept(&mut self) {
        if let Some(catalogue) = &self.catalogue {
            self.outbox.push(Effect::SeeCart(catalogue.store.unique_id.clone()));
        }
    }

    /// [`Event::CartSeen`](super::Event::CartSeen): taken over at the next moment that suits.
    pub(super) fn cart_seen(&mut self, text: Option<String>) {
        let at = text.as_ref().and_then(|text| number(text.split('\n').next()));
        let at = at.and_then(|at| Millis::try_from(at).ok());
        let fresh = at.is_some_and(|at| self.now.saturating_sub(at) < CART_MS);
        self.seen = text.filter(|_| fresh);
    }

    /// Opens with the device's cart, unless this tab was about to order what it had.
    pub(super) fn open_kept(&mut self) {
        if self.opening.sent {
            self.seen = None;
        } else if self.opening.step != Some(Step::Review)
            && let Some(text) = self.seen.take()
        {
            let lines = read(&text);
            self.opening.replace_kept(&lines);
            self.kept = written(&lines);
            self.opening.kept = lines;
        }
    }

    /// Takes over what another tab did to the cart; never at the review, under the
    /// thumb of a shopper who is about to order what stands there.
    pub(super) fn follow_tabs(&mut self) {
        let Some(step) = self.step() else { return };
        if step == Step::Store || step == Step::Review {
            return;
        }
        let Some(text) = self.seen.take() else { return };
        let lines = read(&text);
        let mut same = lines.len() == self.cart.lines.len();
        for line in &lines {
            same &= self.cart.quantity_of(&line.id) == pieces(line.quantity);
        }
        if same {
            return;
        }
        self.cart.lines.clear();
        self.key = None;
        self.repeats = false;
        self.trouble = None;
        self.opening.replace_kept(&lines);
        self.opening.begin_at(step);
        self.opening.follows = true;
        self.gather();
        self.leave_lost_step();
    }

    /// What the cart held becomes what the store sells of it today, and what that changed is said.
    pub(super) fn repair(&mut self, kept: &[KeptLine]) {
        let mut repairs = Vec::new();
        for line in kept {
            let Some(catalogue) = &self.catalogue else { return };
            let item = catalogue.item(&line.id);
            let thing = item.as_ref().and_then(|item| catalogue.thing(item));
            let quantity = pieces(line.quantity);
            let (max, price) = thing.map_or((0, line.price), |thing| (thing.max(), thing.price_of(quantity)));
            let (what, old, new) = match &item {
                None => (Repaired::Gone, 0, 0),
                Some(_) if max == 0 => (Repaired::SoldOut, 0, 0),
                Some(_) if max < quantity => (Repaired::Fewer, line.quantity, i64::from(max)),
                Some(_) if price != line.price => (Repaired::Price, line.price.amount(), price.amount()),
                Some(_) => continue,
            };
            if let Some(item) = item.filter(|item| self.cart.quantity(item) > max) {
                self.cart.set(&item, max);
            }
            repairs.push(Repair { what, name: line.name.clone(), old, new });
        }
        if !repairs.is_empty() {
            self.cart.notice = Some(CartNotice::Repaired(repairs));
        }
    }

    /// Writes down what the shopper did to the cart; an order empties it everywhere.
    pub(super) fn keep_cart(&mut self) {
        let (Some(cart), Some(catalogue)) = (self.cart_to_keep(), &self.catalogue) else { return };
        if cart == self.kept {
            return;
        }
        let store = catalogue.store.unique_id.clone();
        let now = i64::try_from(self.now).unwrap_or_default();
        self.outbox.push(Effect::KeepCart { store, text: concat(&[&now.to_string(), &cart]) });
        self.kept = cart;
        self.seen = None;
    }

    /// What the device should hold now; `None` while that is not known.
    pub(super) fn cart_to_keep(&self) -> Option<String> {
        match self.stage {
            Stage::New | Stage::Loading { .. } | Stage::Failed { .. } => None,
            Stage::Placed(_) | Stage::Unsettled(_) => Some(String::new()),
            _ => Some(written(&self.lines())),
        }
    }

    /// The lines of the cart, as the shopper sees them.
    pub(super) fn lines(&self) -> Vec<KeptLine> {
        each(&self.cart.lines, |line| {
            let thing = self.catalogue.as_ref()?.thing(&line.item)?;
            Some(KeptLine {
                id: line.item.id().to_owned(),
                quantity: i64::from(line.quantity),
                price: thing.price_of(line.quantity),
                name: thing.called(),
            })
        })
    }
}
