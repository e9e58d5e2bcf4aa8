//! What the edge says of an order.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::value::Rupiah;

open_enum! {
    /// Where an order stands: one of our own five words while there is no
    /// order to show, otherwise the platform's (scalev-v3 §3.3).
    Status {
        /// The platform's answer is unknown. Nothing is sent again.
        Confirming = "confirming",
        /// The platform is too busy to take it now; it is sent again by itself.
        Waiting = "waiting",
        /// The platform's answer was lost, and it is proven that nothing was ordered.
        Absent = "absent",
        /// Only the seller can find out; nothing is sent again.
        Review = "review",
        /// The platform refused it; nothing was ordered.
        Refused = "refused",
        /// Data incomplete.
        Draft = "draft",
        /// Waiting for the seller or the payment.
        Pending = "pending",
        /// Accepted by the seller.
        Confirmed = "confirmed",
        /// Being packed.
        InProcess = "in_process",
        /// Waiting for the courier.
        Ready = "ready",
        /// On its way.
        Shipped = "shipped",
        /// Arrived.
        Completed = "completed",
        /// Called off.
        Canceled = "canceled",
        /// Returned to sender.
        Rts = "rts",
        /// Closed by the platform.
        Closed = "closed",
    }
}

/// The answer of `POST /v3/orders` and `GET /v3/orders/{token}`. Nothing
/// personal is in it: whoever holds the token may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderState {
    /// Our name of the order; unguessable.
    pub token: String,
    /// Where it stands.
    pub status: Status,
    /// Where the money stands, in the platform's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_status: Option<String>,
    /// The number people use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// The secret part of the platform's own order page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_slug: Option<String>,
    /// The platform's order page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_order_url: Option<String>,
    /// Our own page of the order, for whoever holds its link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_url: Option<String>,
    /// Where the shopper pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_url: Option<String>,
    /// What the shopper pays, in rupiah, by the platform's own count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Rupiah>,
    /// Where to ask again.
    pub status_url: String,
}

/// The answer of `GET /v3/orders/{token}`: where the order stands, and what its
/// platform tells apart from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowedOrder {
    /// Where it stands.
    #[serde(flatten)]
    pub order: OrderState,
    /// What was paid of it so far, in rupiah, while it is paid in parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Rupiah>,
    /// Where its parcel was, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub movements: Vec<Movement>,
}

/// One thing that happened to a parcel. What couriers write about it may name
/// people, so it is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Movement {
    /// When, in Unix seconds.
    pub at: i64,
    /// What.
    pub step: ParcelStep,
}

/// What can happen to a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ParcelStep {
    /// The courier was asked to fetch it.
    Requested,
    /// It came to one of the courier's places.
    Received,
    /// It left one.
    Forwarded,
    /// Somebody brings it to the door.
    Delivering,
    /// It was handed over.
    Delivered,
    /// Something else, in words of the courier's own.
    Moved,
}
