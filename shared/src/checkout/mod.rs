//! From what a shopper typed to an order that can be placed.

mod draft;
mod order;
mod problem;
mod shelf;
mod totals;

pub use draft::Draft;
pub use order::{Customer, LINES_MAX, Line, NOTES_MAX, Order};
pub use problem::{Field, Problem, ProblemCode};
pub use shelf::Shelf;
pub use totals::{Totals, totals};
