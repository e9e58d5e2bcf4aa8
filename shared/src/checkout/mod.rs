//! From what a shopper typed to an order that can be placed.

mod consignment;
mod delivery;
mod draft;
mod judge;
mod order;
mod problem;
mod shelf;
mod totals;

#[cfg(test)]
mod tests;

pub use consignment::Consignment;
pub use delivery::{ADDRESS_MAX, ADDRESS_MIN, Delivery, Shipment, Way};
pub use draft::Draft;
pub use order::{Customer, LINES_MAX, Line, NOTES_MAX, Order};
pub use problem::{Field, Problem, ProblemCode};
pub use shelf::Shelf;
pub use totals::{Charges, Part, Totals};
