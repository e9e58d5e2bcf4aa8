//! What is drawn after the order was sent.

use crate::flow::Flow;
use crate::flow::stage::{Sending, Stage};

/// An order that was sent and does not stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnsettledView {
    /// What is known of it.
    pub standing: Standing,
    /// The shopper's reference: the order's token. Empty until it is known, and
    /// when the shopper is asked.
    pub reference: String,
    /// The order's page, to look at and to keep.
    pub order_url: Option<String>,
    /// It takes long: offer the seller's contact and "check now".
    pub slow: bool,
}

/// What is known of an order that does not stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// The platform's answer is not known; nothing is sent again.
    #[default]
    Confirming,
    /// The platform is too busy; it is sent again by itself.
    Waiting,
    /// Only the seller can find out; nothing is sent again.
    Review,
    /// It was not taken: an equal one stands on that page. "Order anyway" sends
    /// [`Submitted`](crate::flow::Event::Submitted).
    Repeated,
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
    /// The order that does not stand; for [`Screen::Unsettled`](super::Screen::Unsettled).
    pub fn unsettled_view(&self) -> Option<UnsettledView> {
        match &self.stage {
            Stage::Unsettled(order) => Some(order.view.clone()),
            Stage::Sending(Sending::Sent { late: true, .. }) => Some(UnsettledView::default()),
            Stage::Repeated(order_url) => Some(UnsettledView {
                standing: Standing::Repeated,
                order_url: order_url.clone(),
                ..UnsettledView::default()
            }),
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
