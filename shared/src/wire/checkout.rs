//! What the widget opens with.

use serde::{Deserialize, Serialize};

use super::{Bundle, PaymentMethod, Product, Store};

/// One page of a list, in the shape of every list of this API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// Whether more follow.
    pub has_next: bool,
    /// Give this back as the query member of the same name.
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// Everything there is, in one page.
    pub fn whole(data: Vec<T>) -> Self {
        Self { data, has_next: false, next_cursor: None }
    }
}

/// A store with everything needed to choose and pay, in one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checkout {
    /// The store.
    pub store: Store,
    /// How it can be paid.
    pub payment_methods: Vec<PaymentMethod>,
    /// The first page of its products; the next come from the products route.
    pub products: Page<Product>,
    /// The first page of its bundles.
    pub bundles: Page<Bundle>,
}
