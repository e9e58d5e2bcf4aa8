//! What a shopper has given so far: nothing judged, nothing required.

use serde::{Deserialize, Serialize};

use crate::v3::{OrderBundle, OrderVariant};
use crate::value::Rupiah;

/// The body of `POST /v3/orders`: the v3 order payload, with nothing in it
/// that moves money (scalev-v3 §3.1, minus discounts, other income, accounts
/// and metadata), and our `shipping_quote`. An unknown member is an error, not a surprise.
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
    /// Street, house number, RT/RW: the part of the address below the district.
    /// This and all below is read only when something in the cart is shipped.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The district's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_id: Option<i64>,
    /// Five digits; may stay empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// How the parcel comes, as `POST /v3/shipping-options` signed it. The four
    /// members below say the same without a signature, and are asked for again.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub shipping_quote: String,
    /// `warehouse_…`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub warehouse_unique_id: String,
    /// The service's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub courier_service_id: Option<i64>,
    /// `mengantar`, `lincah`, `ninja` or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub shipment_provider_code: String,
    /// What the shopper was told, in rupiah. It is compared, never believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_cost: Option<Rupiah>,
    /// What the shopper was told that the parcel's insurance costs, in rupiah,
    /// when it is wanted. It is compared, never believed; with a quote too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub insurance_cost: Option<Rupiah>,
    /// A note to the seller.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The shopper was told of an equal order of the last minutes and wants another one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub confirm_duplicate: bool,
}
