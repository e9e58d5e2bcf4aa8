//! What a shopper has given so far: nothing judged, nothing required.

use serde::{Deserialize, Serialize};

use crate::v3::{OrderBundle, OrderVariant};

/// The body of `POST /v3/orders`: the v3 order payload, with nothing in it
/// that moves money (scalev-v3 §3.1, minus discounts, other income, accounts
/// and metadata). An unknown member is an error, not a surprise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// `store_…`
    pub store_unique_id: String,
    /// The shopper's name, as typed.
    pub customer_name: String,
    /// The shopper's WhatsApp number, as typed.
    pub customer_phone: String,
    /// The shopper's e-mail address, as typed; may stay empty for goods that are shipped.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub customer_email: String,
    /// Single things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ordervariants: Vec<OrderVariant>,
    /// Sets, by the price option they are sold through.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orderbundles: Vec<OrderBundle>,
    /// The code of the way to pay.
    pub payment_method: String,
    /// A note to the seller.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}
