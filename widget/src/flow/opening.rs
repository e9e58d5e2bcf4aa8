//! From an empty page to the first step.
//!
//! Triggered by: the page. Outcome: a step, or a reason why there is none.

use shared::value::Quantity;

use super::catalogue::NewPage;
use super::details::Details;
use super::kept::KeptLine;
use super::memory::{DETAILS_MS, MEMORY_MS};
use super::stage::{Attempt, Load, Stage};
use super::view::{CartNotice, OrderTrouble};
use super::{Asked, Failure, Flow, Memory, Millis, Options, Step};

/// What to put into the cart, and where to begin, once the store is known.
#[derive(Default)]
pub(super) struct Opening {
    pub(super) wanted: Vec<Wanted>,
    pub(super) step: Option<Step>,
    /// What the device kept, to be compared with what is sold today.
    pub(super) kept: Vec<KeptLine>,
    /// The last visit sent an order: its cart is that order's, whatever the device holds.
    pub(super) sent: bool,
    /// Another tab's cart is taken over.
    pub(super) follows: bool,
    /// The store of the last visit.
    pub(super) store: Option<String>,
    /// Further pages asked for so far.
    pages: u32,
}

pub(super) struct Wanted {
    pub(super) id: String,
    /// Pieces that the last visit left in the cart; zero when it left none.
    kept: u32,
    /// Pieces that the page asks for now, if it does.
    asked: Option<u32>,
}

impl Wanted {
    /// How many there will be.
    pub(super) fn pieces(&self) -> i64 {
        i64::from(self.asked.unwrap_or(0).max(self.kept))
    }

    /// A thing that is in the cart already.
    pub(super) fn kept(id: &str, kept: u32) -> Self {
        Self { id: id.to_owned(), kept, asked: None }
    }
}

impl Opening {
    /// Looks for a thing once more.
    pub(super) fn want_again(&mut self, wanted: Wanted) {
        self.wanted.push(wanted);
    }

    /// Puts what the device keeps in place of what the tab remembers.
    pub(super) fn replace_kept(&mut self, lines: &[KeptLine]) {
        let before = std::mem::take(&mut self.wanted);
        for line in lines {
            self.wanted.push(Wanted::kept(&line.id, pieces(line.quantity)));
        }
        for Wanted { id, asked, .. } in before {
            if asked.is_some() {
                self.wanted.push(Wanted { id, kept: 0, asked });
            }
        }
    }

    /// Where to begin once everything is there.
    pub(super) fn begin_at(&mut self, step: Step) {
        self.step = Some(step);
    }
}

/// Most pages to look through for a thing that the page asks for.
const PAGES_MAX: u32 = 40;

impl Flow {
    /// [`Event::Opened`] by a shopper of whom nothing is known.
    pub(super) fn open(&mut self, options: Options) {
        if matches!(self.stage, Stage::New) {
            self.details = Details::begin(&options.customer, None);
            let items = options.items.clone();
            self.options = options;
            self.want(items);
            self.load_first();
        }
    }

    /// [`Event::Opened`] by one who comes back.
    pub(super) fn open_again(
        &mut self,
        options: Options,
        memory: Option<Box<Memory>>,
        kept: Option<Box<Memory>>,
        now: Millis,
    ) {
        if !matches!(self.stage, Stage::New) {
            return;
        }
        let memory = memory.filter(|memory| memory.is_fresh(now, MEMORY_MS));
        let kept = kept.filter(|kept| kept.is_fresh(now, DETAILS_MS));
        let known = memory.as_deref().or(kept.as_deref());
        self.details = Details::begin(&options.customer, known);
        self.details.kept = kept.is_some();
        if let Some(kept) = kept {
            self.payment.recall(&kept.draft.payment_method, None);
            self.districts.chosen = kept.district;
        }
        let here = |memory: &Memory| {
            options.store.as_ref().is_none_or(|store| *store == memory.draft.store_unique_id)
        };
        if let Some(district) = memory.as_ref().and_then(|memory| memory.district.as_ref()) {
            self.districts.chosen = Some(district.clone());
        }
        let memory = memory.filter(|memory| here(memory));
        let items = options.items.clone();
        self.options = options;
        let status_url = memory.and_then(|memory| self.recall(*memory));
        self.want(items);
        match status_url {
            Some(url) => self.resume_waiting(url, now),
            None => self.load_first(),
        }
    }

    /// Takes up what the last visit left; gives the address of an order that
    /// was sent.
    fn recall(&mut self, memory: Memory) -> Option<String> {
        let draft = memory.draft;
        let variants = draft.ordervariants.iter().map(|line| (&line.variant_unique_id, line.quantity));
        let bundles =
            draft.orderbundles.iter().map(|line| (&line.bundle_price_option_unique_id, line.quantity));
        for (id, quantity) in variants.chain(bundles) {
            self.opening.wanted.push(Wanted::kept(id, pieces(quantity)));
        }
        self.opening.step = Some(memory.step);
        self.opening.store = Some(draft.store_unique_id.clone());
        self.payment.recall(&draft.payment_method, memory.agreed);
        self.courier.chosen = memory.courier;
        self.courier.insured = draft.insurance_cost.is_some();
        let way = self.courier.way().filter(|_| draft.location_id.is_some());
        let Memory { key, sent, status_url, bumped, .. } = memory;
        self.opening.sent = sent;
        self.bumped = bumped;
        self.repeats = draft.confirm_duplicate;
        if sent {
            let attempt = |key| Attempt { key, draft, way, status_url: status_url.clone() };
            self.attempt = key.map(attempt);
        } else {
            self.key = key;
        }
        status_url
    }

    /// Adds what the page asks for. The same thing is not counted twice: a
    /// reload asks for it again.
    fn want(&mut self, items: Vec<Asked>) {
        for Asked { id, quantity } in items {
            let asked = Some(pieces(quantity));
            match self.opening.wanted.iter_mut().find(|wanted| wanted.id == id) {
                Some(wanted) => wanted.asked = wanted.asked.max(asked),
                None => self.opening.wanted.push(Wanted { id, kept: 0, asked }),
            }
        }
    }

    /// [`Event::ItemsAsked`]
    pub(super) fn ask_items(&mut self, items: Vec<Asked>) {
        match self.stage {
            Stage::Shopping(_) if items.is_empty() => {}
            Stage::Shopping(_) | Stage::Repeated(_) => {
                self.want(items);
                self.gather();
            }
            Stage::New | Stage::Loading { .. } | Stage::Failed { .. } => self.want(items),
            Stage::Placed(_) => {
                self.begin_anew();
                self.want(items);
                self.load_first();
            }
            Stage::Sending(_) | Stage::Unsettled(_) => {}
        }
    }

    /// The next order of the same shopper. What was typed stays.
    fn begin_anew(&mut self) {
        self.cart = super::cart::Cart::default();
        self.key = None;
        self.attempt = None;
        self.repeats = false;
        self.trouble = None;
        self.courier = super::courier::Courier::default();
        self.matrix = super::matrix::Matrix::default();
        self.payment.agreed = None;
        self.begun = false;
    }

    /// A page that was asked for to find a wanted thing.
    pub(super) fn gathered(&mut self, number: u32, answer: Result<NewPage, Failure>) {
        let Some(load @ Load::Things) = self.awaited(number) else { return };
        match (answer, &mut self.catalogue) {
            (Ok(page), Some(catalogue)) => {
                catalogue.add(page);
                self.gather();
            }
            (Err(failure), _) => self.fail(&failure, load),
            (Ok(_), None) => {}
        }
    }

    /// Looks on for wanted things that no page so far holds, then opens.
    pub(super) fn gather(&mut self) {
        let Some(catalogue) = &self.catalogue else { return };
        let missing = self.opening.wanted.iter().any(|wanted| catalogue.item(&wanted.id).is_none());
        if missing && self.opening.pages < PAGES_MAX && catalogue.next_page().is_some() {
            self.opening.pages += 1;
            self.load(Load::Things);
        } else {
            self.fill_cart();
        }
    }

    fn fill_cart(&mut self) {
        let opening = std::mem::take(&mut self.opening);
        let asked = opening.wanted.iter().any(|wanted| wanted.asked.is_some());
        let mut gone = false;
        let mut added = false;
        for wanted in opening.wanted {
            let put = self.put(&wanted);
            gone |= !put;
            added |= put && wanted.asked.is_some();
        }
        if gone {
            self.cart.notice = Some(CartNotice::ItemsGone);
        }
        self.repair(&opening.kept);
        let step = match (asked, added) {
            (true, true) => Step::Details,
            (true, false) => Step::Products,
            (false, _) => opening.step.unwrap_or(Step::Products).max(Step::Products),
        };
        let step = self.reachable_later(step);
        if self.step() != Some(step) {
            self.show(step);
        }
        if opening.follows {
            self.cart.notice = Some(CartNotice::OtherTab);
        }
        if opening.follows || self.seen.is_some() {
            self.kept = self.cart_to_keep().unwrap_or_default();
        }
        if step == Step::Review && self.attempted() {
            self.trouble = self.trouble.or(Some(OrderTrouble::Unsure));
        }
        if step > Step::Products {
            self.begin_checkout();
        }
    }

    /// Puts a wanted thing into the cart; false when it cannot be had. One that
    /// was there before stays, sold out or not: the shopper shall see it.
    fn put(&mut self, wanted: &Wanted) -> bool {
        let Some(catalogue) = &self.catalogue else { return false };
        let Some(item) = catalogue.item(&wanted.id) else { return false };
        let available = catalogue.thing(&item).is_some_and(|thing| thing.unavailable().is_none());
        if wanted.kept > 0 && self.cart.quantity(&item) == 0 {
            self.cart.set(&item, wanted.kept);
        }
        let asked = wanted.asked.filter(|asked| available && *asked > self.cart.quantity(&item));
        if let Some(asked) = asked {
            self.set_quantity(&item, i64::from(asked));
        }
        available || wanted.asked.is_none()
    }
}

/// A number of pieces from outside, as one that can be ordered.
pub(super) fn pieces(quantity: i64) -> u32 {
    u32::try_from(quantity.max(1)).map_or(Quantity::MAX, |pieces| pieces.min(Quantity::MAX))
}
