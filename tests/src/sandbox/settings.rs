//! Where the contract is silent, a switch.

use serde::{Deserialize, Serialize};

/// Switches of the control API and of [`super::Options`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Status of a validation error: 400 (the contract's list) or 422 (its introduction).
    pub validation_status: u16,
    /// Status of a created order: 200 (the contract) or 201 (its introduction).
    pub create_status: u16,
    /// Stores have a custom domain, so that an order without
    /// `metadata.custom_domain_full_url` still gets a public URL.
    pub store_domains: bool,
    /// The public order says where the buyer goes next.
    pub public_redirect_url: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { validation_status: 400, create_status: 200, store_domains: true, public_redirect_url: true }
    }
}
