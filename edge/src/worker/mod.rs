//! The runtime. It carries requests in, calls out and answers back; what they
//! mean is decided elsewhere, natively tested.
//!
//! A request must never await what another request began: the runtime forbids
//! it, and both would hang. What requests share is data in [`isolate`].

mod alarm;
mod allocator;
mod apart;
mod body;
mod catalogue;
mod channel;
mod chaos;
mod clock;
mod courier;
mod desk;
mod door;
mod effects;
mod fetch;
mod files;
mod flight;
mod gate;
mod intent;
mod isolate;
mod ledger;
mod location;
mod look;
mod memory;
mod nonce;
mod object;
mod order;
mod outbox;
mod page;
mod public;
mod reading;
mod respond;
mod send;
mod shipping;
mod slot;
mod sweep;
mod till;
mod trace;
mod visit;
mod watch;
mod webhook;
