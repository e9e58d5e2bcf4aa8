//! The stage.
fn main() {}
