//! What all isolates that call one platform have to agree on, decided in one
//! place: how many calls may still be made (the platform counts by key,
//! wherever the calls come from, scalev-v3 §1.7), whether the platform is well
//! enough to be called, which intents are open, and whose letters are not taken.
//!
//! The gate belongs to the platform and not to the key of today: orders outlive
//! keys, and what comes of them is told to whoever holds the next one.
//!
//! Permits for reads are given out in small leases, so that most calls ask
//! nobody, and leave a part of every window to orders. An order asks once, and
//! that one request is its registration, too.

mod bell;
mod book;
mod breaker;
mod keeping;
mod lease;
mod limits;
mod message;
mod round;

pub use bell::reset;
pub use book::Book;
pub use breaker::{Breaker, Leave, Seen};
pub use keeping::{KEPT, Keeping, LIKENESS};
pub use lease::Lease;
pub use limits::Limits;
pub use message::{Ask, Departing, Request, Urgency, Verdict};
pub use round::Rounds;
