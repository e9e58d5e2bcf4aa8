//! What can be wrong with a draft: a field and a code, never a sentence.
//! Sentences live where the reader's language is known.

use crate::text::concat;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;

/// One thing that is wrong with a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub code: ProblemCode,
}

open_enum! {
    /// What is wrong with a field.
    ProblemCode {
        /// Nothing was given.
        Required = "required",
        /// Too few characters or digits.
        TooShort = "too_short",
        /// Too many characters or digits.
        TooLong = "too_long",
        /// A landline cannot receive WhatsApp.
        Landline = "landline",
        /// A phone number without a known country code.
        NoCountry = "no_country",
        /// Not of the form this field has.
        Malformed = "malformed",
        /// Outside 1 to 100.
        OutOfRange = "out_of_range",
        /// Unknown, hidden or not sold in this store.
        NotSold = "not_sold",
        /// Not one piece is left.
        SoldOut = "sold_out",
        /// Fewer pieces are left than were asked for.
        NotEnoughStock = "not_enough_stock",
        /// The store does not take this way to pay.
        NotOffered = "not_offered",
        /// More lines than one order takes.
        TooMany = "too_many",
        /// Cash at the door is for parcels only, and not with every courier.
        NoCod = "no_cod",
        /// The platform knows no such district; ids of another platform are none.
        UnknownDistrict = "unknown_district",
        /// The postal code belongs to another district.
        NotInDistrict = "not_in_district",
        /// This warehouse is not the store's, or cannot send this cart there.
        CannotServe = "cannot_serve",
        /// This service does not take the parcel there, or does no longer.
        NotAvailable = "not_available",
        /// The quote was not signed by us.
        InvalidQuote = "invalid_quote",
        /// The quote is for another cart, district, way to pay or courier.
        OtherQuote = "other_quote",
        /// The amounts are too large to add up.
        TooLarge = "too_large",
        /// A member this route does not take.
        UnknownMember = "unknown_member",
        /// A value of another JSON type than the member has.
        WrongType = "wrong_type",
    }
}

/// A member of the draft, by the path it has in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Field {
    /// `store_unique_id`
    Store,
    /// `customer_name`
    CustomerName,
    /// `customer_phone`
    CustomerPhone,
    /// `customer_email`
    CustomerEmail,
    /// `payment_method`
    PaymentMethod,
    /// `notes`
    Notes,
    /// `address`
    Address,
    /// `location_id`
    Location,
    /// `postal_code`
    PostalCode,
    /// `shipping_quote`: the courier as a whole.
    Quote,
    /// `warehouse_unique_id`
    Warehouse,
    /// `courier_service_id`
    CourierService,
    /// `shipment_provider_code`
    Provider,
    /// `shipping_cost`
    ShippingCost,
    /// `ordervariants`: the cart as a whole.
    Cart,
    /// `ordervariants[i].variant_unique_id`
    Variant(usize),
    /// `ordervariants[i].quantity`
    VariantQuantity(usize),
    /// `orderbundles[i].bundle_price_option_unique_id`
    Bundle(usize),
    /// `orderbundles[i].quantity`
    BundleQuantity(usize),
    /// Any other path.
    Other(String),
}

const VARIANTS: &str = "ordervariants";
const BUNDLES: &str = "orderbundles";
const VARIANT_ID: &str = "variant_unique_id";
const BUNDLE_ID: &str = "bundle_price_option_unique_id";
const QUANTITY: &str = "quantity";

impl Field {
    /// The path as it stands in JSON.
    pub fn path(&self) -> String {
        match self {
            Self::Store => "store_unique_id".into(),
            Self::CustomerName => "customer_name".into(),
            Self::CustomerPhone => "customer_phone".into(),
            Self::CustomerEmail => "customer_email".into(),
            Self::PaymentMethod => "payment_method".into(),
            Self::Notes => "notes".into(),
            Self::Address => "address".into(),
            Self::Location => "location_id".into(),
            Self::PostalCode => "postal_code".into(),
            Self::Quote => "shipping_quote".into(),
            Self::Warehouse => "warehouse_unique_id".into(),
            Self::CourierService => "courier_service_id".into(),
            Self::Provider => "shipment_provider_code".into(),
            Self::ShippingCost => "shipping_cost".into(),
            Self::Cart => VARIANTS.into(),
            Self::Variant(index) => line_path(VARIANTS, *index, VARIANT_ID),
            Self::VariantQuantity(index) => line_path(VARIANTS, *index, QUANTITY),
            Self::Bundle(index) => line_path(BUNDLES, *index, BUNDLE_ID),
            Self::BundleQuantity(index) => line_path(BUNDLES, *index, QUANTITY),
            Self::Other(path) => path.clone(),
        }
    }
}

fn line_path(list: &str, index: usize, member: &str) -> String {
    concat(&[list, "[", &index.to_string(), "].", member])
}

/// `ordervariants[3].quantity` → `("ordervariants", 3, "quantity")`
fn split_line_path(path: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = path.split_once('[')?;
    let (index, member) = rest.split_once(']')?;
    Some((list, index.parse().ok()?, member.strip_prefix('.')?))
}

impl From<String> for Field {
    fn from(path: String) -> Self {
        match path.as_str() {
            "store_unique_id" => return Self::Store,
            "customer_name" => return Self::CustomerName,
            "customer_phone" => return Self::CustomerPhone,
            "customer_email" => return Self::CustomerEmail,
            "payment_method" => return Self::PaymentMethod,
            "notes" => return Self::Notes,
            "address" => return Self::Address,
            "location_id" => return Self::Location,
            "postal_code" => return Self::PostalCode,
            "shipping_quote" => return Self::Quote,
            "warehouse_unique_id" => return Self::Warehouse,
            "courier_service_id" => return Self::CourierService,
            "shipment_provider_code" => return Self::Provider,
            "shipping_cost" => return Self::ShippingCost,
            VARIANTS => return Self::Cart,
            _ => {}
        }
        match split_line_path(&path) {
            Some((VARIANTS, index, VARIANT_ID)) => Self::Variant(index),
            Some((VARIANTS, index, QUANTITY)) => Self::VariantQuantity(index),
            Some((BUNDLES, index, BUNDLE_ID)) => Self::Bundle(index),
            Some((BUNDLES, index, QUANTITY)) => Self::BundleQuantity(index),
            _ => Self::Other(path),
        }
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.path()
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Field {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        crate::value::schema::text("Path of a member.", &["customer_phone", "ordervariants[0].quantity"])
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Field {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_reads_back_from_its_path() {
        for field in [
            Field::Store,
            Field::CustomerName,
            Field::CustomerPhone,
            Field::CustomerEmail,
            Field::PaymentMethod,
            Field::Notes,
            Field::Address,
            Field::Location,
            Field::PostalCode,
            Field::Quote,
            Field::Warehouse,
            Field::CourierService,
            Field::Provider,
            Field::ShippingCost,
            Field::Cart,
            Field::Variant(0),
            Field::VariantQuantity(12),
            Field::Bundle(3),
            Field::BundleQuantity(0),
            Field::Other("ordervariants[x].quantity".into()),
            Field::Other("product_discount".into()),
        ] {
            assert_eq!(Field::from(field.path()), field);
        }
    }
}
