//! What crosses crates: the platforms played by us, the stage that builds and runs
//! everything, and what the suites share.

pub mod bench;
pub mod chaos;
pub mod sandbox;
pub mod stage;
