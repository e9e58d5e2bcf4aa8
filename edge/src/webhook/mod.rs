//! What the order platform tells us by itself (scalev-v3 §4). A letter is
//! believed for its signature over the raw bytes and for nothing else; what is
//! kept of it is an order's names and states.
//!
//! The signature covers no time, so an old letter can be sent again: each is
//! taken once, by its `unique_id`, and states only move forward.

mod event;
mod letter;
mod signature;
mod token;

pub use event::EventName;
pub use letter::Letter;
pub use signature::{SecretsError, WebhookSecrets, verify};
pub use token::{HookTokens, HookTokensError};

/// Most bytes of a letter that are read.
pub const LETTER_MAX: usize = 256 * 1024;

/// Most bytes of what the other channel tells (platforms §3.3).
pub const REPORT_MAX: usize = 64 * 1024;
