//! Ngorder, asked over its port.

mod door;
pub(in crate::sandbox) mod fixture;
mod journey;
mod lists;
mod refusals;
mod scene;
mod shapes;
