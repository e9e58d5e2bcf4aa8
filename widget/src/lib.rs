//! The checkout that a web page embeds.
//!
//! # Where to start
//!
//! * [`flow`]: what the checkout does, as a state machine without a browser.
//! * [`copy`]: every word it says.
//! * `mount`: puts it on a page. `view` draws it, `effects` carries out what
//!   the flow asks for, on `dom`. These exist in a browser only.

pub mod copy;
pub mod flow;

mod each;

#[cfg(target_arch = "wasm32")]
pub(crate) mod act;
#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod dom;
#[cfg(target_arch = "wasm32")]
pub mod effects;
#[cfg(target_arch = "wasm32")]
pub mod later;
#[cfg(target_arch = "wasm32")]
pub mod mount;
#[cfg(target_arch = "wasm32")]
pub mod options;
#[cfg(target_arch = "wasm32")]
pub mod view;

/// Half the size of the standard one, and as steady: 2.4 KB of brotli less.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
