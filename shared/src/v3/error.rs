//! Error bodies (scalev-v3 §1.6).

use serde::{Deserialize, Serialize};

/// What a JSON error of the platform may hold. `error` and `errors` can be any
/// JSON, so they are left out: what we decide on is the status and these words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// The platform's own code, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// A sentence for developers. It can echo what the shopper typed: never log it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
