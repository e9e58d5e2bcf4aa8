//! What is drawn after the order was sent.

use crate::flow::Flow;
use crate::flow::stage::Stage;

/// The platform's answer is not known; nothing is sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmingView {
    /// The shopper's reference: the order's token. Empty for a moment after a reload.
    pub reference: String,
    /// It takes long: offer the seller's contact and "check now".
    pub slow: bool,
}

/// The order stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedView {
    /// The number people use, or the order's token.
    pub reference: String,
    /// What is paid, when known.
    pub total: Option<String>,
    /// Where to pay, or to see the order. The link's click sends
    /// [`Left`](crate::flow::Event::Left). Absent when the seller will write.
    pub url: Option<String>,
    /// The link is for paying, not only for looking.
    pub is_payment: bool,
}

impl Flow {
    /// The order whose answer is not known; for [`Screen::Confirming`](super::Screen::Confirming).
    pub fn confirming_view(&self) -> Option<ConfirmingView> {
        match &self.stage {
            Stage::Confirming(waiting) => {
                Some(ConfirmingView { reference: waiting.reference.clone(), slow: waiting.slow })
            }
            _ => None,
        }
    }

    /// The order that stands; for [`Screen::Placed`](super::Screen::Placed).
    pub fn placed_view(&self) -> Option<PlacedView> {
        match &self.stage {
            Stage::Placed(placed) => Some(placed.clone()),
            _ => None,
        }
    }
}
