//! How to pay: which ways fit the cart, and which is picked.

use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::value::Rupiah;
use shared::wire::PaymentMethod;

use super::courier::service_name;
use super::view::{CodView, NoCod};
use super::{DomEventKind, Flow, Step};

/// What was picked.
#[derive(Default)]
pub(super) struct Payment {
    pub(super) chosen: Option<PaymentMethodCode>,
    /// Continuing found none picked, or cash not agreed to.
    pub(super) missing: bool,
    /// The amount that the shopper agreed to pay in cash.
    pub(super) agreed: Option<Rupiah>,
}

impl Payment {
    /// Picks what was picked last time.
    pub(super) fn recall(&mut self, code: &str, agreed: Option<Rupiah>) {
        self.agreed = agreed;
        self.chosen = (!code.is_empty()).then(|| PaymentMethodCode::new(code));
    }
}

/// The order in which shoppers look for a way to pay (checkout-experience §5.7).
const ORDER: [PaymentKind; 9] = [
    PaymentKind::Qr,
    PaymentKind::Ewallet,
    PaymentKind::VirtualAccount,
    PaymentKind::Cod,
    PaymentKind::BankTransfer,
    PaymentKind::Card,
    PaymentKind::Retail,
    PaymentKind::Hosted,
    PaymentKind::Other,
];

impl Flow {
    /// The ways to pay that fit this cart: no cash to a courier who does not come.
    pub(super) fn offered(&self) -> Vec<PaymentMethod> {
        let Some(catalogue) = &self.catalogue else { return Vec::new() };
        let ships = self.ships();
        let methods = catalogue.payment_methods.iter().filter(|method| method.code.is_for_checkout());
        let kinds = ORDER.into_iter().filter(|kind| ships || *kind != PaymentKind::Cod);
        let mut offered: Vec<PaymentMethod> = Vec::new();
        for method in kinds.flat_map(|kind| methods.clone().filter(move |method| method.kind == kind)) {
            // `invoice` and `payment_link` are one page under two names.
            if !offered.iter().any(|known| known.label == method.label) {
                offered.push(method.clone());
            }
        }
        offered
    }

    /// [`Event::PaymentChosen`](super::Event::PaymentChosen)
    pub(super) fn choose_payment(&mut self, code: PaymentMethodCode) {
        if self.offered().iter().any(|method| method.code == code && self.barred(method).is_none()) {
            self.payment.chosen = Some(code);
            self.payment.missing = false;
            self.trouble = None;
        }
    }

    /// Whether the cart can be paid in this way.
    pub(super) fn fits_cart(&self, method: &PaymentMethod) -> bool {
        method.kind != PaymentKind::Cod || self.cash_fits_cart()
    }

    /// Whether the cart can be paid in cash at the door: nothing in it comes by e-mail.
    pub(super) fn cash_fits_cart(&self) -> bool {
        let Some(catalogue) = &self.catalogue else { return false };
        !self.cart.lines.iter().any(|line| catalogue.thing(&line.item).is_some_and(|thing| thing.emails))
    }

    /// Why a way to pay cannot be picked.
    pub(super) fn barred(&self, method: &PaymentMethod) -> Option<NoCod> {
        if method.kind != PaymentKind::Cod {
            return None;
        }
        if !self.cash_fits_cart() {
            return Some(NoCod::Digital);
        }
        let offers = self.courier.offers.as_ref().map_or(&[][..], |offers| &offers.options.data);
        if !offers.is_empty() && !offers.iter().any(|option| option.is_cod) {
            return Some(NoCod::NoCourier);
        }
        let chosen = self.courier.chosen.as_ref();
        let refuses = |service: i64| !offers.is_empty() && !self.courier.takes_cash(service);
        let chosen = chosen.filter(|option| refuses(option.courier_service_id));
        chosen.map(|option| NoCod::Service { service: service_name(option) })
    }

    /// Whether cash is picked.
    pub(super) fn pays_cash(&self) -> bool {
        self.payment.chosen.as_ref().is_some_and(|code| code.kind() == PaymentKind::Cod)
    }

    pub(super) fn cod_view(&self) -> Option<CodView> {
        let amount = self.total();
        let agreed = self.payment.agreed == Some(amount);
        let missing = self.payment.missing && !agreed;
        self.pays_cash().then(|| CodView { amount: amount.text(), agreed, missing })
    }

    /// [`Event::CodAgreed`](super::Event::CodAgreed)
    pub(super) fn agree_to_cash(&mut self, agreed: bool) {
        self.payment.agreed = agreed.then(|| self.total());
        self.payment.missing &= !agreed;
    }

    /// Whether cash is picked, and this amount of it not agreed to.
    pub(super) fn lacks_consent(&self) -> bool {
        self.pays_cash() && self.payment.agreed != Some(self.total())
    }

    /// [`Event::CodDropped`](super::Event::CodDropped)
    pub(super) fn drop_cash(&mut self) {
        if self.pays_cash() {
            self.payment = Payment::default();
            self.trouble = None;
            if self.step() == Some(Step::Review) {
                self.show(Step::Payment);
            }
        }
    }

    /// Forgets a way to pay that is not offered any more, and picks the only one.
    pub(super) fn settle_payment(&mut self) {
        let mut offered = Vec::new();
        for method in self.offered() {
            if self.barred(&method).is_none() {
                offered.push(method);
            }
        }
        let chosen = self.payment.chosen.take();
        self.payment.chosen = match offered.as_slice() {
            [only] => Some(only.code.clone()),
            _ => chosen.filter(|code| offered.iter().any(|method| method.code == *code)),
        };
    }

    /// `add_payment_info` for the page's listeners.
    pub(super) fn tell_payment(&mut self) {
        if let Some(code) = &self.payment.chosen {
            let payment_type = code.as_str().to_owned();
            self.emit_cart(DomEventKind::AddPaymentInfo { payment_type });
        }
    }
}
