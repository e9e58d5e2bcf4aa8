//! Stores, `GET /v3/stores/simplified` (scalev-v3 §2.1).

use serde::{Deserialize, Serialize};

use super::{PaymentMethodCode, null_as_default};

/// A store of the seller's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Store {
    /// Numeric id: paths of the business API and shipping searches.
    pub id: i64,
    /// `store_…`: orders.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// The storefront that the platform hosts for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_domain: Option<CustomDomain>,
    /// A store that was switched off says `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Codes enabled for this store; old data may hold the bare word `va`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub payment_methods: Vec<PaymentMethodCode>,
    /// Legacy bank names such as `BCA`, absent in today's contract.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub sub_payment_methods: Vec<String>,
}

/// Where the platform hosts a store's pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomDomain {
    /// Origin with scheme; becomes the start of `public_order_url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_url: Option<String>,
}

impl Store {
    /// Every way to pay at this store: today's codes, and the legacy banks
    /// folded in as `va_*` in place of the bare `va` (scalev-v3 §2.1).
    pub fn methods(&self) -> Vec<PaymentMethodCode> {
        PaymentMethodCode::fold_legacy(&self.payment_methods, &self.sub_payment_methods)
    }
}
