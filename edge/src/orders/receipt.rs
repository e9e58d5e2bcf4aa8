//! What was ordered, as the order's page shows it before the platform has said
//! anything. Nothing of it is about a person.

use serde::{Deserialize, Serialize};
use shared::checkout::{Line, Order, Shipment};
use shared::v3::PaymentMethodCode;
use shared::value::Rupiah;

use crate::catalogue::Snapshot;
use crate::intent::Millis;

/// What was ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Receipt {
    /// `store_…`
    pub store_unique_id: String,
    /// Shown to shoppers.
    pub store_name: String,
    /// Our own origin, as the shopper's page knows us.
    pub origin: Option<String>,
    /// When the shopper asked for it, Unix milliseconds.
    pub placed_at: Millis,
    /// The code of the way to pay.
    pub payment_method: Option<PaymentMethodCode>,
    /// Single things, then sets.
    pub lines: Vec<ReceiptLine>,
    /// The number of the service that brings the parcel.
    pub courier_service_id: Option<i64>,
    /// For the parcel, in rupiah.
    pub shipping_cost: Option<Rupiah>,
    /// For the parcel's insurance, in rupiah.
    pub insurance_cost: Option<Rupiah>,
    /// What the shopper was told to pay, in rupiah.
    pub total: Option<Rupiah>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// The variant's or the price option's id.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// Pieces or sets.
    pub quantity: u32,
    /// For all of them, in rupiah.
    pub total: Option<Rupiah>,
}

impl Receipt {
    /// Of an order, with the names that its store gives things, at `now` in
    /// Unix milliseconds.
    pub fn new(order: &Order, shipment: Option<&Shipment>, store: &Snapshot, now: Millis) -> Self {
        let shipment = order.delivery().and(shipment);
        let variants = order.variants().iter().map(|line| receipt_line(line, variant_name(store, line)));
        let bundles = order.bundles().iter().map(|line| receipt_line(line, bundle_name(store, line)));
        Self {
            store_unique_id: store.listing.store.unique_id.clone(),
            store_name: store.listing.store.name.clone(),
            origin: None,
            placed_at: now,
            payment_method: Some(order.payment_method().clone()),
            lines: variants.chain(bundles).collect(),
            courier_service_id: shipment.map(|shipment| shipment.courier_service_id),
            shipping_cost: shipment.map(|shipment| shipment.shipping_cost),
            insurance_cost: shipment.and_then(|shipment| shipment.insurance_cost),
            total: order.total_with(shipment),
        }
    }
}

fn receipt_line(line: &Line, name: Option<String>) -> ReceiptLine {
    let quantity = line.quantity.get();
    ReceiptLine {
        unique_id: line.unique_id.clone(),
        name: name.unwrap_or_default(),
        quantity,
        total: line.price.checked_times(quantity),
    }
}

/// The product's name, and which of its variants.
fn variant_name(store: &Snapshot, line: &Line) -> Option<String> {
    store.products.iter().find_map(|product| {
        let variant = product.variants.iter().find(|variant| variant.unique_id == line.unique_id)?;
        let is_only = variant.options.is_empty() || variant.name == product.name;
        Some(if is_only { product.name.clone() } else { [&product.name, " · ", &variant.name].concat() })
    })
}

fn bundle_name(store: &Snapshot, line: &Line) -> Option<String> {
    store.bundles.iter().find_map(|bundle| {
        let option = bundle.price_options.iter().find(|option| option.unique_id == line.unique_id)?;
        let is_only = bundle.price_options.len() == 1 || option.name == bundle.name;
        Some(if is_only { bundle.name.clone() } else { [&bundle.name, " · ", &option.name].concat() })
    })
}
