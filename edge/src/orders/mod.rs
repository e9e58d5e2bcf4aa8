//! One intent of a shopper, one order of the platform.
//!
//! The platform has no idempotency key, so an answer that is lost must never
//! lead to a second request. One object per (store, key) owns the intent: it
//! writes it down before the one request leaves, and answers everybody who
//! asks with that key from what it wrote.

mod command;
mod draft;
mod fingerprint;
mod key;
mod news;
mod payment;
mod placed;
mod record;
mod token;

pub use command::{Answer, Command, Outcome, object_name};
pub use draft::{Given, read, read_only};
pub use fingerprint::Fingerprint;
pub use key::{IdempotencyKey, KeyError};
pub use news::{News, OrderNames};
pub use payment::with_listed_code;
pub use placed::Placed;
pub use record::{Next, Record, judge, recall, reply};
pub use token::Token;
pub(crate) use token::to_hex;
