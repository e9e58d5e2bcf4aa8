//! The runtime. It carries requests in, calls out and answers back; what they
//! mean is decided elsewhere, natively tested.
//!
//! A request must never await what another request began: the runtime forbids
//! it, and both would hang. What requests share is data in [`isolate`].

mod body;
mod catalogue;
mod clock;
mod desk;
mod fetch;
mod files;
mod gate;
mod intent;
mod isolate;
mod ledger;
mod look;
mod object;
mod order;
mod respond;
mod send;
mod slot;
mod trace;
mod visit;
