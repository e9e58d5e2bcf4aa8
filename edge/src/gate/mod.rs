//! What all isolates that use one credential have to agree on, decided in one
//! place: how many calls may still be made (the platform counts by key,
//! wherever the calls come from, scalev-v3 §1.7), whether the platform is well
//! enough to be called, and which intents are open.
//!
//! Permits for reads are given out in small leases, so that most calls ask
//! nobody, and leave a part of every window to orders. An order asks once, and
//! that one request is its registration, too.

mod book;
mod breaker;
mod lease;
mod limits;
mod message;

pub use book::Book;
pub use breaker::{Breaker, Leave, Seen};
pub use lease::Lease;
pub use limits::Limits;
pub use message::{Ask, Departing, Request, Urgency, Verdict};
