//! The other sales channel: what it should show, what it shows, and the way
//! from one to the other; and what it says it sold.
//!
//! Each thing that the till sells is one [`Row`]: what the channel should
//! show, and what it took last. A change of the catalogue writes rows in the
//! same commit, and rows that are not done are sent, fifty at a time, until
//! the channel has taken each. A row is a whole product, so a later change
//! takes the place of an earlier one that was not sent yet.

mod board;
mod doubt;
mod listing;
mod night;
mod pause;
mod report;
mod reported;
mod row;
mod seen;
mod settle;
#[cfg(test)]
mod tests;

pub use board::{Board, Touched};
pub use doubt::{Doubt, Known};
pub use night::{Night, next_night};
pub use pause::doubling;
pub use report::{Report, Sold, Untaken};
pub use reported::Reported;
pub use row::{Origin, Row, Trouble};
pub use seen::Counted;
