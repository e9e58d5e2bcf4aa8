//! Looking through the store's goods: search and further pages.

use shared::wire::{Bundle, Page, Product};

use crate::each::each;

use super::catalogue::{Catalogue, Listing, NewPage, NextPage, next_cursor};
use super::{Announcement, Effect, Failure, Flow};

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
    pub(super) fn search(&mut self, text: String) {
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
    pub(super) fn more(&mut self) {
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
}

/// The products whose names hold every word.
fn matching(catalogue: &Catalogue, words: &str) -> Listing {
    let holds = |id: &String| catalogue.product(id).is_some_and(|product| holds_words(&product.name, words));
    Listing { ids: each(&catalogue.all.ids, |id| holds(id).then(|| id.clone())), next: None }
}

/// Whether a name holds every one of these words, in any order; `words` is in lower case.
pub(super) fn holds_words(name: &str, words: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let holds = |word: &str| name.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
    words.split_ascii_whitespace().all(holds)
}
