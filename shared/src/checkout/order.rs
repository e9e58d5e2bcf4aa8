//! An order that can be placed. [`Order::check`] is the only way to one.

use super::{Charges, Consignment, Delivery, Draft, Problem, Shelf, Shipment, judge::Judge};
use crate::v3::{OrderBundle, OrderMetadata, OrderRequest, OrderVariant, PaymentMethodCode};
use crate::value::{CustomerName, Email, Phone, PostalCode, Quantity, Rupiah};

/// Most lines of one order (scalev-v3 §5.3: 1 to 50 items).
pub const LINES_MAX: usize = 50;
/// Longest note to the seller, in characters (scalev-v3 §5.2: notes ≤ 2000).
pub const NOTES_MAX: usize = 2000;

/// Valid by construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    store_unique_id: String,
    customer: Customer,
    variants: Vec<Line>,
    bundles: Vec<Line>,
    payment_method: PaymentMethodCode,
    notes: Option<String>,
    delivery: Option<Delivery>,
    charges: Charges,
}

/// Who buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Name in one field.
    pub name: CustomerName,
    /// WhatsApp number.
    pub phone: Phone,
    /// E-mail address, always there when something is delivered by e-mail.
    pub email: Option<Email>,
}

/// A thing and how many of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The variant's or the price option's id.
    pub unique_id: String,
    /// Pieces or sets.
    pub quantity: Quantity,
    /// Price of one when so many are taken, in rupiah, by the store's listing.
    pub price: Rupiah,
}

impl Order {
    /// Judges a draft against what the store sells, and reports every problem
    /// at once. Which store it is for is the caller's to know.
    pub fn check(draft: &Draft, shelf: Shelf<'_>) -> Result<Self, Vec<Problem>> {
        let mut judge = Judge::new(shelf);
        let cart = judge.cart(draft);
        let name = judge.name(&draft.customer_name);
        let phone = judge.phone(&draft.customer_phone);
        let email = judge.email(&draft.customer_email, cart.needs_email);
        let payment_method = judge.payment_method(&draft.payment_method, &cart);
        let notes = judge.notes(&draft.notes);
        let delivery = if cart.needs_shipping { judge.delivery(draft) } else { None };
        match (name, phone, payment_method, cart.charges) {
            (Some(name), Some(phone), Some(payment_method), Some(charges)) if judge.problems.is_empty() => {
                Ok(Self {
                    store_unique_id: draft.store_unique_id.clone(),
                    customer: Customer { name, phone, email },
                    variants: cart.variants,
                    bundles: cart.bundles,
                    payment_method,
                    notes,
                    delivery,
                    charges,
                })
            }
            _ => Err(judge.problems),
        }
    }

    /// What the goods cost; the courier comes on top.
    pub fn charges(&self) -> Charges {
        self.charges
    }

    /// What the shopper pays with this shipment, in rupiah, before the platform
    /// adds or takes anything. `None` when it leaves the range that JSON keeps exact.
    pub fn total_with(&self, shipment: Option<&Shipment>) -> Option<Rupiah> {
        let shipment = self.delivery().and(shipment);
        let with = |shipment: &Shipment| {
            self.charges.shipped_for(shipment.shipping_cost).insured_for(shipment.insurance_cost)
        };
        shipment.map_or(self.charges, with).totals().map(|totals| totals.total)
    }

    /// Where the parcel goes; `None` when nothing is shipped.
    pub fn delivery(&self) -> Option<&Delivery> {
        self.delivery.as_ref()
    }

    /// The parcel; `None` when nothing is shipped.
    pub fn consignment(&self) -> Option<Consignment> {
        self.delivery.as_ref().map(|delivery| Consignment {
            store_unique_id: self.store_unique_id.clone(),
            variants: self.variants.clone(),
            bundles: self.bundles.clone(),
            payment_method: self.payment_method.clone(),
            location_id: delivery.location_id,
            postal_code: delivery.postal_code.clone(),
            charges: self.charges,
        })
    }

    /// Single things.
    pub fn variants(&self) -> &[Line] {
        &self.variants
    }

    /// Sets.
    pub fn bundles(&self) -> &[Line] {
        &self.bundles
    }

    /// How the shopper pays.
    pub fn payment_method(&self) -> &PaymentMethodCode {
        &self.payment_method
    }

    /// The store it is for.
    pub fn store_unique_id(&self) -> &str {
        &self.store_unique_id
    }

    /// The payload the platform takes. The same order gives the same payload,
    /// however its fields were typed. `shipment` is how its parcel comes: one
    /// that was verified, not the one that was given.
    pub fn to_v3(&self, shipment: Option<&Shipment>, metadata: Option<OrderMetadata>) -> OrderRequest {
        let delivery = self.delivery();
        let shipment = delivery.and(shipment);
        OrderRequest {
            store_unique_id: self.store_unique_id.clone(),
            customer_name: self.customer.name.to_string(),
            customer_phone: Some(self.customer.phone.to_string()),
            customer_email: self.customer.email.as_ref().map(Email::to_string),
            ordervariants: self.variants.iter().map(Line::to_variant).collect(),
            orderbundles: self.bundles.iter().map(Line::to_bundle).collect(),
            payment_method: Some(self.payment_method.clone()),
            address: delivery.map(|delivery| delivery.address.clone()),
            location_id: delivery.map(|delivery| delivery.location_id),
            postal_code: delivery.and_then(|to| to.postal_code.as_ref()).map(PostalCode::to_string),
            warehouse_unique_id: shipment.map(|shipment| shipment.warehouse_unique_id.clone()),
            courier_service_id: shipment.map(|shipment| shipment.courier_service_id),
            shipping_cost: shipment.map(|shipment| shipment.shipping_cost),
            insurance_cost: shipment.and_then(|shipment| shipment.insurance_cost),
            product_discount: None,
            other_income: None,
            other_income_name: None,
            shipment_provider_code: shipment.and_then(|shipment| shipment.shipment_provider_code.clone()),
            notes: self.notes.clone(),
            metadata,
        }
    }
}

impl Line {
    fn to_variant(&self) -> OrderVariant {
        OrderVariant { quantity: self.quantity.into(), variant_unique_id: self.unique_id.clone() }
    }

    fn to_bundle(&self) -> OrderBundle {
        OrderBundle { quantity: self.quantity.into(), bundle_price_option_unique_id: self.unique_id.clone() }
    }
}
