//! Pieces that know no shop: they take labels and values, and say what was done.

mod button;
mod complaint;
mod field;
mod icon;
mod picture;
mod skeleton;
mod stepper;
mod tick;

pub(crate) use button::{button, link, plain, primary, submit};
pub(crate) use complaint::complaint;
pub(crate) use field::{Field, field};
pub(crate) use icon::{Icon, icon};
pub(crate) use picture::picture;
pub(crate) use skeleton::{skeleton, slowly};
pub(crate) use stepper::{Stepper, stepper};
pub(crate) use tick::tick;
