//! Couriers and their services.

use super::cod::Cod;
use super::etd::Etd;
use super::fleet::COURIERS;

/// A courier company.
#[derive(Debug, PartialEq, Eq)]
pub struct Courier {
    /// Numeric id.
    pub id: u64,
    /// `jne`.
    pub code: &'static str,
    /// `JNE`.
    pub name: &'static str,
    /// `instant`, `cashless` or `standard`.
    pub courier_type: &'static str,
    /// Grams beyond a full kilogram that cost nothing yet.
    pub tolerance: u64,
    /// What it offers.
    pub services: &'static [Service],
}

/// One service of a courier.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Numeric id: `courier_service_id`.
    pub id: u64,
    /// `REG`.
    pub code: &'static str,
    /// `Reguler`.
    pub name: &'static str,
    /// Thousandths of the usual price of a kilogram.
    pub price: u32,
    /// Time to and from neighbouring islands.
    pub etd: Etd,
    /// Where it takes cash at the door.
    pub cod: Cod,
    /// Says that it takes cash only when asked with the payment method `cod`.
    pub is_coy: bool,
    /// Farthest destination.
    pub reach: Reach,
    /// Kilograms that are paid at least, and carried at most.
    pub kilograms: (u64, u64),
    /// Who books it: `mengantar`, `lincah`, `ninja`, somebody else, or nobody.
    pub providers: &'static [Option<&'static str>],
}

/// How far a service goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Within the warehouse's city.
    City,
    /// So many kilometres.
    Kilometres(u32),
    /// To every district but [`District::WITHOUT_COURIER`](super::super::District::WITHOUT_COURIER).
    Anywhere,
}

impl Service {
    /// A service with its courier, by `courier_service_id`.
    pub fn by_id(id: u64) -> Option<(&'static Courier, &'static Self)> {
        Self::all().find(|(_, service)| service.id == id)
    }

    /// Every service with its courier.
    pub fn all() -> impl Iterator<Item = (&'static Courier, &'static Self)> {
        COURIERS.iter().flat_map(|courier| courier.services.iter().map(move |service| (courier, service)))
    }
}
