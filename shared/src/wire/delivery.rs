//! Districts, and what it costs to send something there.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::v3::{OrderBundle, OrderVariant};
use crate::value::Rupiah;

/// A kecamatan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct District {
    /// Goes into orders as `location_id`.
    pub id: i64,
    /// All three names, for a picker.
    pub display: String,
    /// Name of the kecamatan.
    pub subdistrict_name: String,
    /// Name of the kota or kabupaten, with that word: Kota Bogor is not Kabupaten Bogor.
    pub city_name: String,
    /// Name of the province.
    pub province_name: String,
}

/// The body of `POST /v3/shipping-options`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShippingRequest {
    /// `store_…`
    pub store_unique_id: String,
    /// The district's id.
    pub location_id: i64,
    /// Five digits; may stay empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// The code of the way to pay: it decides which services there are.
    pub payment_method: String,
    /// Single things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ordervariants: Vec<OrderVariant>,
    /// Sets, by the price option they are sold through.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orderbundles: Vec<OrderBundle>,
}

/// What can bring this cart to this district, cheapest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShippingOptions {
    /// Each a service of a courier from a warehouse.
    pub data: Vec<ShippingOption>,
    /// Sum of the lines, in rupiah.
    pub items_total: Rupiah,
    /// Grams that the couriers were asked for.
    pub weight: i64,
    /// Unix seconds until which the quotes hold.
    pub expires_at: i64,
    /// Services that were left out because they cannot be paid in cash.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hidden_without_cod: u32,
    /// A part of the couriers did not answer: there may be more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_incomplete: bool,
    /// Why `data` is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<NoShipping>,
}

open_enum! {
    /// Why nothing can bring a cart to a district.
    NoShipping {
        /// No warehouse has all of it and serves the district.
        NoWarehouse = "no_warehouse",
        /// No courier takes it there from any warehouse.
        NoCourier = "no_courier",
        /// Couriers go there, but none takes cash at the door.
        NoCodCourier = "no_cod_courier",
    }
}

/// One way for the parcel to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShippingOption {
    /// Our signed word for all of this, as `shipping_quote` of the order.
    pub shipping_quote: String,
    /// `warehouse_…`
    pub warehouse_unique_id: String,
    /// Shown to shoppers.
    pub warehouse_name: String,
    /// The service's number.
    pub courier_service_id: i64,
    /// Such as `jnt`.
    pub courier_code: String,
    /// Such as `J&T Express`.
    pub courier_name: String,
    /// Such as `Reguler`.
    pub service_name: String,
    /// `mengantar`, `lincah` or `ninja`, when it is one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipment_provider_code: Option<String>,
    /// Rupiah.
    pub shipping_cost: Rupiah,
    /// Rupiah for the parcel's insurance, where it can be had: who wants it
    /// repeats it as `insurance_cost` of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance_cost: Option<Rupiah>,
    /// Days, as the courier writes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etd: Option<String>,
    /// Whether it can be paid in cash at the door.
    pub is_cod: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
