//! The till: what it tells, how often, and what it answers.

mod api;
mod desk;
pub(in crate::sandbox) mod ear;
mod events;
mod telling;
