//! A store to buy from.

use serde::{Deserialize, Serialize};

use crate::v3::PaymentMethodCode;

/// A store of any configured platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Store))]
pub struct Store {
    /// `store_…`; other platforms' ids carry their prefix.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Address of a picture.
    pub logo: Option<String>,
    /// Codes of the ways to pay, today's words only.
    pub payment_methods: Vec<PaymentMethodCode>,
}
