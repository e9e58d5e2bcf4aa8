//! `POST /v3/orders`, in its three forms: digital, bundle, physical
//! (scalev-v3 §3.1). Only the members we send: spam marks, payment accounts and
//! discounts on shipping are deliberately not here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PaymentMethodCode;
use crate::value::Rupiah;

/// The order as the platform takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRequest {
    /// `store_…`
    pub store_unique_id: String,
    /// The shopper's name.
    pub customer_name: String,
    /// `628…`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_phone: Option<String>,
    /// Needed for digital goods (§3.1, guide).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_email: Option<String>,
    /// Single things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ordervariants: Vec<OrderVariant>,
    /// Sets, by the price option they are sold through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orderbundles: Vec<OrderBundle>,
    /// How the shopper pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_method: Option<PaymentMethodCode>,
    /// Street part of the address only; the district is `location_id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The kecamatan's id in the platform's numbering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_id: Option<i64>,
    /// Five digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// `warehouse_…`: where the parcel starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warehouse_unique_id: Option<String>,
    /// The courier's service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courier_service_id: Option<i64>,
    /// Whole rupiah, as quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_cost: Option<Rupiah>,
    /// For insurance, in rupiah. The v3 platform has none, so that it never gets
    /// this member (§2.8); others do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance_cost: Option<Rupiah>,
    /// Taken off the goods, in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_discount: Option<Rupiah>,
    /// Added to the goods, in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_income: Option<Rupiah>,
    /// What that is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_income_name: Option<String>,
    /// Only `mengantar`, `lincah` or `ninja` (§2.8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment_provider_code: Option<String>,
    /// The shopper's note to the seller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Kept and returned by the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<OrderMetadata>,
}

/// One variant and how many of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderVariant {
    /// Pieces, 1 to 100.
    pub quantity: i64,
    /// `variant_…`
    pub variant_unique_id: String,
}

/// One price option of a bundle and how many sets of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderBundle {
    /// Sets, 1 to 100.
    pub quantity: i64,
    /// The price option's `unique_id`.
    pub bundle_price_option_unique_id: String,
}

/// What we store with an order to find it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderMetadata {
    /// Our own name for the shopper's intent: the witness when an answer is lost.
    pub tumbas_token: String,
    /// What `public_order_url` is built from (§3.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_domain_full_url: Option<String>,
    /// Where the shopper came from. It is only written: what comes back may be anybody's.
    #[serde(flatten, skip_deserializing)]
    pub attribution: Attribution,
}

/// By which advertisement or link a shopper came, by the names those have for it (`utm_source`,
/// `fbclid`, …). The contract has no members for it, but metadata is kept and returned (§3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Attribution(BTreeMap<String, String>);

impl Attribution {
    /// Adds one word.
    pub fn set(&mut self, name: String, value: String) {
        self.0.insert(name, value);
    }
}
