//! A store's own checkout page, for sellers who have no site: what a chat shows
//! of its link, and the widget in it.

mod document;

mod link;

mod preview;

pub use document::{missing, shop, trouble};
pub use link::{Wanted, wanted};
pub use preview::Preview;

#[cfg(test)]
mod tests;
