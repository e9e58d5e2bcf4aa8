//! What is locked away with keys derived from the seller's secret, one key for
//! each purpose.

mod envelope;
mod key;

pub use envelope::{NONCE_BYTES, open, seal};
pub use key::{Purpose, key};
