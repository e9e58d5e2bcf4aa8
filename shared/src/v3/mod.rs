//! The order platform's payloads, as its contract (scalev-v3) writes them.
//!
//! Vendor's names, vendor's order, no rules. Every member of an answer is
//! optional and may be null, because the contract's own nullability is
//! unreliable (§2); unknown members are ignored, unknown words are kept.

mod bundle;
mod error;
mod item_type;
mod list;
mod location;
mod order;
mod order_details;
mod order_request;
mod payment_method;
mod product;
mod shipping;
mod store;

pub use bundle::{Bundle, BundleLine, BundlePriceOption, BundledVariant};
pub use error::ErrorBody;
pub use item_type::ItemType;
pub use list::List;
pub use location::{Location, PostalCodeItem};
pub use order::{Order, OrderStatus, PaymentStatus};
pub use order_details::{
    FinancialEntity, GatewayChannel, GatewayMethod, GatewayPayment, GatewayProperties, OrderCourier,
    OrderCourierService, OrderStore,
};
pub use order_request::{Attribution, OrderBundle, OrderMetadata, OrderRequest, OrderVariant};
pub use payment_method::{PaymentKind, PaymentMethodCode, PaymentMethodItem};
pub use product::{FullVariant, Product, VariantSummary, WholesalePrice};
pub use shipping::{
    Courier, CourierResult, CourierSearch, CourierService, VariantCount, Warehouse, WarehouseResult,
    WarehouseSearch,
};
pub use store::{CustomDomain, Store};

use serde::{Deserialize, Deserializer};

/// Reads `null` as the default, as `#[serde(default)]` reads absence.
fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
