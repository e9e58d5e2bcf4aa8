//! The store: what it is given, what it sells, what it tells.

mod paid;
mod sync;
