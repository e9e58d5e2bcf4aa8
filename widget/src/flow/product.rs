//! The store's goods: search, pages, variants, and into the cart.
//!
//! Triggered by: a loaded store. Outcome: a cart with something in it.

use shared::wire::{Bundle, Checkout, Page, Product};

use super::catalogue::{Catalogue, Listing, NewPage, NextPage, next_cursor};
use super::view::CartNotice;
use super::{Announcement, DomEventKind, Effect, Event, Failure, Flow, Item, Step};

/// What is searched for, and which answer is awaited.
#[derive(Default)]
pub(super) struct Browsing {
    /// Text of the search box.
    pub(super) search: String,
    /// What the search found; absent while there is no search.
    pub(super) found: Option<Listing>,
    /// `found` answers an older text than `search`.
    stale: bool,
    /// The awaited answer.
    pub(super) awaited: Option<Awaited>,
    pub(super) failed: bool,
}

/// An answer on its way.
pub(super) struct Awaited {
    number: u32,
    /// It adds to what is shown; otherwise it replaces it.
    pub(super) more: bool,
}

/// How long to wait for the next letter, in milliseconds (checkout-experience §5.3).
const TYPING_MS: u32 = 300;

impl Browsing {
    fn takes(&mut self, number: u32) -> Option<Awaited> {
        match &self.awaited {
            Some(awaited) if awaited.number == number => self.awaited.take(),
            _ => None,
        }
    }
}

impl Flow {
    /// What the shopper does at the store and its goods, and to the cart at any step.
    pub(super) fn shop(&mut self, event: Event) {
        match event {
            Event::SearchTyped(text) => self.search(text),
            Event::MoreWanted => self.more(),
            Event::VariantChosen { product, variant } => self.pick_variant(product, variant),
            Event::Added(item) => {
                let pieces = self.cart.quantity(&item);
                self.set_quantity(&item, i64::from(pieces) + 1);
            }
            Event::QuantitySet { item, pieces } => self.set_quantity(&item, pieces),
            Event::Removed(item) => self.set_quantity(&item, 0),
            _ => {}
        }
    }

    fn search(&mut self, text: String) {
        let Some(catalogue) = &self.catalogue else { return };
        if self.browsing.search == text {
            return;
        }
        let words = text.trim().to_ascii_lowercase();
        self.browsing = Browsing { found: self.browsing.found.take(), search: text, ..Browsing::default() };
        if words.is_empty() {
            self.browsing.found = None;
        } else if catalogue.all.next.is_none() {
            let found = matching(catalogue, &words);
            self.outbox.push(Effect::Announce(Announcement::Found(found.ids.len())));
            self.browsing.found = Some(found);
        } else {
            self.browsing.stale = true;
            self.ask_products(None, TYPING_MS);
        }
    }

    /// The next page of what is shown; after a failure, the one that failed.
    fn more(&mut self) {
        let Some(catalogue) = &self.catalogue else { return };
        if self.browsing.awaited.is_some() {
            return;
        }
        let searched = self.browsing.found.as_ref().map(|found| found.next.clone());
        match (searched, catalogue.next_page()) {
            _ if self.browsing.stale => self.ask_products(None, 0),
            (Some(None), _) | (None, None) => {}
            (Some(cursor), _) => self.ask_products(cursor, 0),
            (None, Some(NextPage::Products(cursor))) => self.ask_products(Some(cursor), 0),
            (None, Some(NextPage::Bundles(cursor))) => self.ask_bundles(cursor),
        }
    }

    fn ask_products(&mut self, cursor: Option<String>, after_ms: u32) {
        let number = self.next_number();
        let Some(catalogue) = &self.catalogue else { return };
        self.browsing.awaited = Some(Awaited { number, more: cursor.is_some() });
        self.browsing.failed = false;
        self.outbox.push(Effect::LoadProducts {
            store: catalogue.store.unique_id.clone(),
            search: self.browsing.search.trim().to_owned(),
            cursor,
            number,
            after_ms,
        });
    }

    fn ask_bundles(&mut self, cursor: String) {
        let number = self.next_number();
        let Some(catalogue) = &self.catalogue else { return };
        self.browsing.awaited = Some(Awaited { number, more: true });
        self.browsing.failed = false;
        let store = catalogue.store.unique_id.clone();
        self.outbox.push(Effect::LoadBundles { store, cursor: Some(cursor), number });
    }

    /// [`Event::ProductsLoaded`]
    pub(super) fn products_loaded(&mut self, number: u32, answer: Result<Page<Product>, Failure>) {
        let Some(awaited) = self.browsing.takes(number) else {
            return self.gathered(number, answer.map(NewPage::Products));
        };
        let (Ok(page), Some(catalogue)) = (answer, &mut self.catalogue) else {
            self.browsing.failed = true;
            return;
        };
        if self.browsing.search.trim().is_empty() {
            return catalogue.add_products(page);
        }
        self.browsing.stale = false;
        let mut found = self.browsing.found.take().filter(|_| awaited.more).unwrap_or_default();
        found.next = next_cursor(page.has_next, page.next_cursor);
        for product in page.data {
            if !found.ids.contains(&product.unique_id) {
                found.ids.push(product.unique_id.clone());
            }
            catalogue.keep(product);
        }
        self.outbox.push(Effect::Announce(Announcement::Found(found.ids.len())));
        self.browsing.found = Some(found);
    }

    /// [`Event::BundlesLoaded`]
    pub(super) fn bundles_loaded(&mut self, number: u32, answer: Result<Page<Bundle>, Failure>) {
        if self.browsing.takes(number).is_none() {
            return self.gathered(number, answer.map(NewPage::Bundles));
        }
        match (answer, &mut self.catalogue) {
            (Ok(page), Some(catalogue)) => catalogue.add_bundles(page),
            _ => self.browsing.failed = true,
        }
    }

    fn pick_variant(&mut self, product: String, variant: String) {
        let Some(catalogue) = &mut self.catalogue else { return };
        let known = catalogue.shelf(&[]).variant(&variant).is_some_and(|(of, _)| of.unique_id == product);
        if known {
            catalogue.picked.retain(|(of, _)| *of != product);
            catalogue.picked.push((product, variant));
        }
    }

    /// Makes it so many pieces of a thing, or as near as can be: more only up
    /// to what is there, fewer always.
    pub(super) fn set_quantity(&mut self, item: &Item, pieces: i64) {
        let Some(catalogue) = &self.catalogue else { return };
        let before = self.cart.quantity(item);
        let max = catalogue.thing(item).map_or(0, |thing| thing.max());
        let most = if max == 0 { before } else { max };
        let after = u32::try_from(pieces.clamp(0, i64::from(most))).unwrap_or(0);
        if (max == 0 && after >= before) || (before == 0 && after == 0) {
            return;
        }
        if after != before {
            self.cart.set(item, after);
        }
        self.trouble = None;
        self.tell_quantity(item, before, after);
        if self.cart.lines.is_empty() {
            self.leave_empty_cart();
        }
    }

    fn tell_quantity(&mut self, item: &Item, before: u32, after: u32) {
        let Some(thing) = self.catalogue.as_ref().and_then(|catalogue| catalogue.thing(item)) else { return };
        let (name, total) = (thing.name.to_owned(), self.total().to_string());
        let announcement = match (before, after) {
            (0, _) => Announcement::Added { name, total },
            (_, 0) => Announcement::Removed { name, total },
            (_, pieces) => Announcement::Quantity { name, pieces, total },
        };
        self.outbox.push(Effect::Announce(announcement));
        let kind = if after > before { DomEventKind::AddToCart } else { DomEventKind::RemoveFromCart };
        if after != before {
            self.emit_lines(kind, &[(item.clone(), after.abs_diff(before))]);
        }
    }

    fn leave_empty_cart(&mut self) {
        if self.step().is_some_and(|step| step > Step::Products) {
            self.show(Step::Products);
        }
    }

    /// Asks for today's prices and stock, without hiding what is shown.
    pub(super) fn refresh(&mut self) {
        let number = self.next_number();
        if let Some(catalogue) = &self.catalogue {
            let store = catalogue.store.unique_id.clone();
            self.refresh = Some(number);
            self.outbox.push(Effect::LoadCheckout { store, number });
        }
    }

    /// The answer to [`Flow::refresh`]; without one, what is known stays.
    pub(super) fn refreshed(&mut self, answer: Result<Box<Checkout>, Failure>) {
        self.refresh = None;
        let before = self.total();
        if let (Ok(checkout), Some(catalogue)) = (answer, &mut self.catalogue) {
            catalogue.renew(*checkout);
        }
        if self.cart.notice.is_none() && self.total() != before {
            self.cart.notice = Some(CartNotice::PriceChanged);
        }
    }
}

/// The products whose names hold every word.
fn matching(catalogue: &Catalogue, words: &str) -> Listing {
    let listed = catalogue.listed(&catalogue.all.ids);
    let found = listed.filter(|product| holds_words(&product.name, words));
    Listing { ids: found.map(|product| product.unique_id.clone()).collect(), next: None }
}

/// Whether a name holds every one of these words, in any order; `words` is in lower case.
pub(super) fn holds_words(name: &str, words: &str) -> bool {
    let name = name.to_ascii_lowercase();
    words.split_ascii_whitespace().all(|word| name.contains(word))
}
