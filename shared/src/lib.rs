//! Models and rules that the checkout widget and the edge Worker agree on.
//!
//! Nothing here does input or output, reads a clock, draws random numbers or
//! knows a browser: every decision is a function over plain data.
//!
//! # Where to start
//!
//! * [`value`]: the small types everything is made of: [`Rupiah`](value::Rupiah),
//!   [`Phone`](value::Phone), [`Email`](value::Email), [`PostalCode`](value::PostalCode).
//! * [`v3`]: the payloads of the order platform, as its contract writes them.
//! * [`wire`]: what travels between the widget and the edge.
//! * [`checkout`]: a [`Draft`](checkout::Draft) becomes an
//!   [`Order`](checkout::Order), or a list of every problem it has.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable,
        clippy::arithmetic_side_effects
    )
)]

pub mod value;

pub mod v3;

pub mod wire;

pub mod checkout;

pub mod text;

mod open_enum;
