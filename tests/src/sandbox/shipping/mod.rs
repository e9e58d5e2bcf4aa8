//! Where things are sent from, by whom, and for how much.

mod cod;
mod courier;
mod etd;
mod fleet;
mod logistics;
mod stores;
mod tariff;
mod warehouse;

pub use cod::Cod;
pub use courier::{Courier, Reach, Service};
pub use etd::Etd;
pub use fleet::COURIERS;
pub use logistics::Logistics;
pub(super) use tariff::Quote;
pub use warehouse::{Holds, Sends, Warehouse};
