//! Where a parcel goes, what brings it, and for how much. The platform takes
//! that price on trust, so nothing here trusts anybody: a price is one that the
//! platform's couriers named, kept by our signature, or it is asked for again.
//!
//! * [`Wanted`]: districts by what people type.
//! * [`Parcel`]: a cart as the platform's searches know it.
//! * [`Offer`]: a courier's service from a warehouse, at a price.
//! * [`Claims`]: an offer for one cart, signed.
//! * [`judge`] and [`settle`]: whether an order's shipment may be sent.

mod district;
mod gather;
mod offer;
mod parcel;
mod question;
mod quote;
mod recent;
mod search;
mod secrets;
mod subject;
mod verify;
mod word;

pub use district::{found, shown};
pub use gather::{Found, gather};
pub use offer::{Offer, WAREHOUSES_MAX, nearest, offers};
pub use parcel::Parcel;
pub use question::{CourierQuestion, WarehouseQuestion};
pub use quote::{Claims, QUOTE_MAX, claimed};
pub use recent::Recent;
pub use search::Wanted;
pub use secrets::{QuoteSecrets, SecretsError};
pub use subject::Subject;
pub use verify::{Again, Refusal, Verdict, judge, settle};

#[cfg(test)]
pub(crate) use quote::tests;
