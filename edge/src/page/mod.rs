//! Pages for people: the order's own, where it stands, how it is paid, how it
//! travels; and the store's own checkout ([`shop`]).
//!
//! Whoever has the link of an order may see it and pass it on, so nothing
//! personal is in a [`View`]. It is whole without a script; the script only
//! keeps it current. Nothing here knows the Worker's runtime.

mod standing;

mod view;

mod told;

mod language;

mod theme;

mod words;

mod time;

mod journey;

mod payment;

mod content;

mod icon;

mod copying;

mod whatsapp;

mod document;

mod policy;

pub mod shop;

pub use document::{Page, missing, order, trouble};
pub use language::Language;
pub use policy::Rules;
pub use standing::Standing;
pub use theme::Theme;
pub(crate) use time::machine;
pub use view::{Code, Line, Link, View};

#[cfg(test)]
mod tests;
