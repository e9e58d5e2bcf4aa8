//! Where a parcel goes and how it comes.

use super::Draft;
use crate::value::{PostalCode, Rupiah};

/// Shortest street part of an address, in characters: `Jl. A 1`.
pub const ADDRESS_MIN: usize = 5;
/// Longest street part of an address, in characters.
pub const ADDRESS_MAX: usize = 500;

/// Where the parcel goes, and what was said about how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Street, house number, RT/RW.
    pub address: String,
    /// The district's id.
    pub location_id: i64,
    /// Five digits, when given.
    pub postal_code: Option<PostalCode>,
    /// How it comes.
    pub way: Way,
}

/// How a draft says that its parcel comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a quote that the edge signed; not verified here.
    Quoted {
        /// The quote.
        quote: String,
        /// What the shopper was told that insurance costs, and wants; in rupiah.
        insurance_cost: Option<Rupiah>,
    },
    /// By the platform's own members; to be asked for again before it is believed.
    Named(Shipment),
}

/// A service from a warehouse at a price, as the platform takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipment {
    /// `warehouse_…`
    pub warehouse_unique_id: String,
    /// The service's number.
    pub courier_service_id: i64,
    /// `mengantar`, `lincah` or `ninja`, when it is one of them.
    pub shipment_provider_code: Option<String>,
    /// Rupiah.
    pub shipping_cost: Rupiah,
    /// For insurance, in rupiah; `None` when the parcel is not insured.
    pub insurance_cost: Option<Rupiah>,
}

impl Way {
    /// What a draft says; the quote stands before the members. `None` when it
    /// says too little.
    pub(super) fn of(draft: &Draft) -> Option<Self> {
        let (quote, insurance_cost) = (draft.shipping_quote.trim(), draft.insurance_cost);
        if !quote.is_empty() {
            return Some(Self::Quoted { quote: quote.to_owned(), insurance_cost });
        }
        let warehouse = draft.warehouse_unique_id.trim();
        let provider = draft.shipment_provider_code.trim();
        Some(Self::Named(Shipment {
            warehouse_unique_id: (!warehouse.is_empty()).then(|| warehouse.to_owned())?,
            courier_service_id: draft.courier_service_id?,
            shipment_provider_code: (!provider.is_empty()).then(|| provider.to_owned()),
            shipping_cost: draft.shipping_cost?,
            insurance_cost,
        }))
    }
}
