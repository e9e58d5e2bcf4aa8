//! The two shipping searches (scalev-v3 §2.7, §2.8).

use serde::{Deserialize, Serialize};

use super::PaymentMethodCode;
use crate::value::Rupiah;

/// Asks which warehouses can send these things to a district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarehouseSearch {
    /// The store's number.
    pub store_id: i64,
    /// The district: the same number as `location_id` elsewhere.
    pub destination_id: i64,
    /// What is sent. It knows no bundles: they are expanded before.
    pub variants: Vec<VariantCount>,
}

/// How many of a variant are sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantCount {
    /// The variant's number.
    pub variant_id: i64,
    /// Pieces.
    pub qty: i64,
}

/// A warehouse that can.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WarehouseResult {
    /// Kilometres from the district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The warehouse.
    pub warehouse: Warehouse,
}

/// What we read of a warehouse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warehouse {
    /// Its number: the courier search.
    pub id: i64,
    /// `warehouse_…`: orders.
    #[serde(default)]
    pub unique_id: String,
    /// Shown to shoppers.
    #[serde(default)]
    pub name: String,
}

/// Asks what couriers take from a warehouse to a district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourierSearch {
    /// The store's number.
    pub store_id: i64,
    /// The district.
    pub location_id: i64,
    /// The warehouse's number.
    pub warehouse_id: i64,
    /// Decides which services can be had, and what they cost.
    pub payment_method: PaymentMethodCode,
    /// Grams of everything together.
    pub weight: i64,
    /// Five digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
}

/// One service of one courier, through one provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CourierResult {
    /// Rupiah, at times with a fraction: round it before it is anyone's price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
    /// Days, as free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etd: Option<String>,
    /// Whether it can be paid in cash at the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_cod: Option<bool>,
    /// Any text here; an order takes three of them only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment_provider_code: Option<String>,
    /// Rupiah for insurance, where it can be had. The v3 platform has none and is
    /// not believed to (§2.8).
    #[serde(skip)]
    pub insurance_cost: Option<Rupiah>,
    /// The service.
    pub courier_service: CourierService,
}

/// A courier's service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourierService {
    /// Its number: orders.
    pub id: i64,
    /// Such as `REG`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Such as `Reguler`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub courier: Option<Courier>,
}

/// A courier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Courier {
    /// Such as `jnt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Such as `J&T Express`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
