//! suites
fn main() {}
