//! Asking for what must be there before a step can be shown.

use shared::wire::Checkout;

use super::catalogue::{Catalogue, NextPage};
use super::stage::{Load, Stage};
use super::view::{LoadTrouble, OrderTrouble};
use super::{Effect, Event, Failure, Flow, Step};

impl Flow {
    /// Loads whatever is missing before a step can be shown.
    pub(super) fn load_first(&mut self) {
        if self.catalogue.is_some() {
            self.gather();
        } else if let Some(store) = self.options.store.clone() {
            self.load(Load::Store(store));
        } else {
            self.stores.clear();
            self.load(Load::Stores(None));
        }
    }

    /// Asks for it, and shows that it is loading.
    pub(super) fn load(&mut self, load: Load) {
        let number = self.next_number();
        let effect = match load.clone() {
            Load::Stores(cursor) => Some(Effect::LoadStores { cursor, number }),
            Load::Store(store) => {
                self.outbox.push(Effect::SeeCart(store.clone()));
                Some(Effect::LoadCheckout { store, number })
            }
            Load::Things => self.catalogue.as_ref().and_then(|catalogue| {
                let store = catalogue.store.unique_id.clone();
                Some(match catalogue.next_page()? {
                    NextPage::Bundles(cursor) => Effect::LoadBundles { store, cursor: Some(cursor), number },
                    NextPage::Products(cursor) => {
                        let (search, cursor) = (String::new(), Some(cursor));
                        Effect::LoadProducts { store, search, cursor, number, after_ms: 0 }
                    }
                })
            }),
        };
        self.stage = Stage::Loading { number, load };
        self.outbox.extend(effect);
    }

    /// What the answer of this number was awaited for, if anything still.
    pub(super) fn awaited(&self, number: u32) -> Option<Load> {
        match &self.stage {
            Stage::Loading { number: awaited, load } if *awaited == number => Some(load.clone()),
            _ => None,
        }
    }

    pub(super) fn fail(&mut self, failure: &Failure, load: Load) {
        self.emit_error(failure.code());
        self.stage = Stage::Failed { trouble: load_trouble(failure), load };
    }

    /// [`Event::CheckoutLoaded`]
    pub(super) fn checkout_loaded(&mut self, number: u32, answer: Result<Box<Checkout>, Failure>) {
        if self.refresh == Some(number) {
            return self.refreshed(number, answer);
        }
        let Some(load @ Load::Store(_)) = self.awaited(number) else { return };
        match answer {
            Err(failure) => self.fail(&failure, load),
            Ok(checkout) => {
                self.catalogue = Some(Catalogue::new(*checkout));
                self.open_kept();
                self.gather();
            }
        }
    }

    /// [`Event::Retried`]
    pub(super) fn retry(&mut self) {
        match &self.stage {
            Stage::Failed { load, trouble } if trouble.may_pass() => {
                let load = load.clone();
                self.load(load);
            }
            Stage::Shopping(Step::Products) => self.more(),
            _ => self.happens_later(Event::Retried),
        }
    }

    /// The same behind the products.
    pub(super) fn retry_later(&mut self) {
        match &self.stage {
            Stage::Unsettled(_) => self.check_after(0),
            Stage::Shopping(Step::Details) if self.districts.failed => self.search_district(0),
            Stage::Shopping(_) => self.ask_again(),
            _ => {}
        }
    }
}

impl Flow {
    /// [`Event::Connected`]: what failed for want of a connection goes on by itself.
    pub(super) fn connected(&mut self, online: bool) {
        self.offline = !online;
        match self.stage {
            Stage::Failed { .. } if online => self.retry(),
            _ => self.happens_later(Event::Connected(online)),
        }
    }

    /// The same behind the products.
    pub(super) fn connected_later(&mut self, online: bool) {
        let held = online && self.take_back();
        match self.stage {
            _ if held => self.submit(),
            Stage::Unsettled(_) | Stage::Shopping(Step::Details | Step::Delivery) if online => self.retry(),
            _ => {}
        }
    }

    /// [`Event::TakenBack`]; whether an order waited for the connection.
    pub(super) fn take_back(&mut self) -> bool {
        let held = self.trouble == Some(OrderTrouble::Offline);
        if held {
            self.trouble = None;
        }
        held
    }
}

fn load_trouble(failure: &Failure) -> LoadTrouble {
    use shared::wire::ErrorCode as Code;
    match failure {
        Failure::NoAnswer => LoadTrouble::NoAnswer,
        Failure::Nonsense => LoadTrouble::Unavailable,
        Failure::Problem { code, .. } => match code {
            Code::PlatformBusy => LoadTrouble::Busy,
            Code::StoreNotFound => LoadTrouble::UnknownStore,
            Code::SellerConfiguration | Code::OriginNotAllowed => LoadTrouble::SellerMustAct,
            _ => LoadTrouble::Unavailable,
        },
    }
}

impl Failure {
    /// A stable word for the page's own listeners.
    pub fn code(&self) -> &str {
        match self {
            Self::NoAnswer => "no_answer",
            Self::Nonsense => "nonsense",
            Self::Problem { code, .. } => code.as_str(),
        }
    }
}
