//! One intent of a shopper, one order of the platform.
//!
//! The platform has no idempotency key, so an answer that is lost must never
//! lead to a second request. One object per (store, key) owns the intent: it
//! writes it down before the one request leaves, and answers everybody who
//! asks with that key from what it wrote.

mod apart;
mod attribution;
mod command;
mod details;
mod dispatch;
mod draft;
mod fingerprint;
mod followed;
mod key;
mod known;
mod likeness;
#[cfg(any(test, feature = "model"))]
pub mod lives;
mod look;
mod news;
mod outcome;
mod payment;
mod placed;
mod progress;
mod public;
mod receipt;
mod record;
mod token;

pub use apart::{Answers, Questions};
pub use attribution::{LENGTH_MAX as ATTRIBUTION_MAX, NAMES as ATTRIBUTION};
pub use command::{Answer, Command, object_name};
pub use details::{Account, Details, PaymentCode};
pub use dispatch::Dispatch;
pub use draft::{Given, read, read_only};
pub use fingerprint::Fingerprint;
pub use followed::FOLLOWED_FIRST;
pub use key::{IdempotencyKey, KeyError};
pub use likeness::likeness;
pub use look::{Look, Sight};
pub use news::{News, OrderNames};
pub use outcome::Outcome;
pub use payment::with_listed_code;
pub use placed::Placed;
pub use progress::Heard;
pub use public::Public;
pub use receipt::{Receipt, ReceiptLine};
pub use record::{Next, Record, judge, recall, reply};
pub use token::Token;
pub(crate) use token::to_hex;
