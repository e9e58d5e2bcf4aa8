//! What the first step does not need. In a browser it is a module of its own, which comes behind the
//! first one; here it is a list of functions, so that nothing before it leads to it.
//!
//! Until it is there the checkout stays at the store and its products, and takes only
//! [early](Event::is_early) events; the others wait outside.

use shared::checkout::Problem;

use super::stage::{Sending, Stage};
use super::{Effect, Event, Flow, Millis, Step};

/// All that happens after the products.
#[derive(Debug)]
pub struct Later {
    happens: fn(&mut Flow, Event),
    tidies: fn(&mut Flow),
    reachable: fn(&Flow, Step) -> Step,
    problems: fn(&Flow) -> Vec<Problem>,
}

/// The one that there is.
pub static LATER: Later = Later {
    happens: Flow::goes_on,
    tidies: Flow::tidy,
    reachable: Flow::reachable,
    problems: Flow::problems,
};

impl Event {
    /// Whether it can happen before [`Later`] is there.
    pub fn is_early(&self) -> bool {
        match self {
            // With things in the cart the details come first.
            Self::Opened { options, memory, kept } => {
                options.items.is_empty() && memory.is_none() && kept.is_none()
            }
            Self::StoreChosen(_)
            | Self::SearchTyped(_)
            | Self::MoreWanted
            | Self::VariantChosen { .. }
            | Self::Added(_)
            | Self::QuantitySet { .. }
            | Self::Removed(_)
            | Self::Retried
            | Self::Left
            | Self::Connected(_)
            | Self::StorageChanged
            | Self::CartSeen(_)
            | Self::StoresLoaded { .. }
            | Self::CheckoutLoaded { .. }
            | Self::ProductsLoaded { .. }
            | Self::BundlesLoaded { .. } => true,
            _ => false,
        }
    }
}

impl Flow {
    /// A checkout to which nothing has happened yet, without what comes after the products.
    pub fn early() -> Self {
        Self::default()
    }

    /// What comes after the products is there: says what it does at once.
    pub fn complete(&mut self, later: &'static Later, now: Millis) -> Vec<Effect> {
        if self.later.replace(later).is_some() {
            return Vec::new();
        }
        self.now = now;
        self.tidy_later();
        std::mem::take(&mut self.outbox)
    }

    /// Has [`Later`] take what is not for the first step.
    pub(super) fn happens_later(&mut self, event: Event) {
        if let Some(later) = self.later {
            (later.happens)(self, event);
        }
    }

    /// What follows from everything that happens, at the later steps.
    pub(super) fn tidy_later(&mut self) {
        if let Some(later) = self.later {
            (later.tidies)(self);
        }
    }

    /// The step itself, or the first before it where something is missing.
    pub(super) fn reachable_later(&self, step: Step) -> Step {
        match self.later {
            Some(later) if step > Step::Products => (later.reachable)(self, step),
            _ => step.min(Step::Products),
        }
    }

    /// Everything that keeps this draft from being an order, as far as that can be judged yet.
    pub(super) fn problems_later(&self) -> Vec<Problem> {
        self.later.map(|later| (later.problems)(self)).unwrap_or_default()
    }

    fn goes_on(&mut self, event: Event) {
        let now = self.now;
        match event {
            Event::Opened { options, memory, kept } => self.open_again(*options, memory, kept, now),
            Event::CheckoutLoaded { answer, .. } => {
                if let Stage::Sending(Sending::AwaitingPrices { before }) = self.stage {
                    self.prices_arrived(before, answer);
                }
            }
            Event::Retried => self.retry_later(),
            Event::Connected(online) => self.connected_later(online),
            Event::DistrictsLoaded { number, answer } => self.districts_loaded(number, answer),
            Event::PostalCodesLoaded { number, answer } => self.postal_codes_loaded(number, answer),
            Event::ShippingLoaded { number, answer } => self.shipping_loaded(number, answer),
            Event::KeyDrawn(key) => self.key_drawn(key),
            Event::OrderAnswered { number, answer } => self.order_answered(number, answer, now),
            Event::StatusAnswered { number, answer } => self.status_answered(number, answer, now),
            Event::Woken(number) => self.woken(number),
            event if self.step().is_some() => self.act(event),
            event if matches!(self.stage, Stage::Repeated(_)) => self.answer_repeated(&event),
            _ => {}
        }
    }

    fn tidy(&mut self) {
        self.keep_bump();
        self.keep_postal_codes();
        self.keep_quotes();
        self.keep_matrix();
        self.keep_key();
        self.remember(self.now);
    }

    /// What the shopper does at a step.
    fn act(&mut self, event: Event) {
        match event {
            Event::Typed { input, text } => self.typed(input, text),
            Event::InputLeft(input) => self.left_input(input),
            Event::NoteOpened => self.open_note(),
            Event::PaymentChosen(code) => self.choose_payment(code),
            Event::CodAgreed(agreed) => self.agree_to_cash(agreed),
            Event::CodDropped => self.drop_cash(),
            Event::Continued(step) => self.proceed(step),
            Event::StepWanted(step) => self.return_to(step),
            Event::Back => self.back(),
            Event::Submitted => self.submit(),
            Event::BumpTicked(wanted) => self.tick_bump(wanted),
            Event::TakenBack => drop(self.take_back()),
            Event::DetailsKept(kept) => self.tick_kept(kept),
            event => self.deliver(event),
        }
    }

    /// What the shopper says of where the parcel goes, and how it comes.
    fn deliver(&mut self, event: Event) {
        match event {
            Event::DistrictStepped(by) => self.step_district(by),
            Event::DistrictEntered => self.enter_district(),
            Event::DistrictClosed => self.close_districts(),
            Event::DistrictChosen(id) => self.choose_district(id),
            Event::DistrictReset => self.reset_district(),
            Event::PasteOpened(open) => self.open_paste(open),
            Event::AddressPasted(text) => self.paste_address(&text),
            Event::PasteTaken => self.take_pasted(),
            Event::CourierChosen(service) => self.choose_courier(service),
            Event::InsuranceWanted(wanted) => self.insure(wanted),
            Event::AllCouriersWanted => self.courier.shows_all = true,
            Event::MatrixOpened(open) => self.open_matrix(open),
            Event::CellChosen { service, method } => self.choose_cell(service, &method),
            _ => {}
        }
    }
}
