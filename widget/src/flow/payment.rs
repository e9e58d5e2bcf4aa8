//! How to pay: which ways fit the cart, and which is picked.

use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::wire::PaymentMethod;

use super::{DomEventKind, Flow};

/// What was picked.
#[derive(Default)]
pub(super) struct Payment {
    pub(super) chosen: Option<PaymentMethodCode>,
    /// Continuing found none picked.
    pub(super) missing: bool,
}

impl Payment {
    /// Picks what was picked last time.
    pub(super) fn recall(&mut self, code: &str) {
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
        let things = self.cart.lines.iter().filter_map(|line| catalogue.thing(&line.item));
        let ships = things.into_iter().any(|thing| thing.ships);
        let methods = catalogue.payment_methods.iter().filter(|method| method.code.is_for_checkout());
        let kinds = ORDER.into_iter().filter(|kind| ships || *kind != PaymentKind::Cod);
        kinds.flat_map(|kind| methods.clone().filter(move |method| method.kind == kind)).cloned().collect()
    }

    /// [`Event::PaymentChosen`](super::Event::PaymentChosen)
    pub(super) fn choose_payment(&mut self, code: PaymentMethodCode) {
        if self.offered().iter().any(|method| method.code == code) {
            self.payment.chosen = Some(code);
            self.payment.missing = false;
            self.trouble = None;
        }
    }

    /// Forgets a way to pay that is not offered any more, and picks the only one.
    pub(super) fn settle_payment(&mut self) {
        let offered = self.offered();
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
