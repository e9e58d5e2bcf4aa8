//! A way to pay at a store.

use serde::{Deserialize, Serialize};

use crate::v3::{PaymentKind, PaymentMethodCode};

/// A way to pay, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentMethod {
    /// Goes into the order.
    pub code: PaymentMethodCode,
    /// The name shoppers know.
    pub label: String,
    /// How the shopper pays.
    pub kind: PaymentKind,
}

impl From<PaymentMethodCode> for PaymentMethod {
    fn from(code: PaymentMethodCode) -> Self {
        Self { label: code.label().to_owned(), kind: code.kind(), code }
    }
}
