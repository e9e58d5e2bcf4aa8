//! The order's own page: where it stands, how it is paid, how it travels.
//!
//! Whoever has the link may see it and pass it on, so nothing personal is in a
//! [`View`]. It is whole without a script; the script only keeps it current.
//! Nothing here knows the Worker's runtime.

mod standing;

mod view;

mod told;

mod language;

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

pub use document::{Page, missing, order, trouble};
pub use language::Language;
pub use policy::{HEADERS, policy};
pub use standing::Standing;
pub(crate) use time::machine;
pub use view::{Code, Line, Link, View};

#[cfg(test)]
mod tests;
