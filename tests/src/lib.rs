//! What crosses crates: the platforms played by us, the stage that builds and runs
//! everything, the documentation's site, and what the suites share.

pub mod bench;
pub mod chaos;
pub mod docs;
pub mod sandbox;
pub mod stage;
