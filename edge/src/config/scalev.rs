//! The v3 order platform's variables.

use super::{BaseUrl, Reader, Secret, StorefrontKey};
use crate::gate::Limits;

/// Where the v3 order platform is and how it knows us.
#[derive(Clone, Debug)]
pub struct Scalev {
    /// `SCALEV_BASE_URL`
    pub base: BaseUrl,
    /// `SCALEV_API_KEY`
    pub key: Secret,
    /// `SCALEV_STOREFRONT_KEY`: with it the shopper is sent where the public
    /// order says.
    pub storefront: Option<StorefrontKey>,
    /// `SCALEV_RATE_LIMITS`
    pub limits: Limits,
    /// `SCALEV_BREAKER_CALLS`: fewer calls in ten seconds say nothing of the
    /// platform's health.
    pub breaker_calls: u16,
}

/// Calls of which half must fail before the platform is left alone.
pub(super) const BREAKER_CALLS_DEFAULT: u16 = 20;

/// Names the platform's key, whichever it is today.
const NAME: &str = "scalev";

pub(super) const BASE_URL: &str = "SCALEV_BASE_URL";
pub(super) const API_KEY: &str = "SCALEV_API_KEY";
pub(super) const STOREFRONT_KEY: &str = "SCALEV_STOREFRONT_KEY";
const RATE_LIMITS: &str = "SCALEV_RATE_LIMITS";
pub(super) const BREAKER_CALLS: &str = "SCALEV_BREAKER_CALLS";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn scalev(&mut self) -> Option<Scalev> {
        let base = self.required(BASE_URL);
        let key = self.required(API_KEY).map(|key: Secret| key.called(NAME));
        let limits = self.optional(RATE_LIMITS).unwrap_or_default();
        let breaker_calls = self.optional(BREAKER_CALLS).unwrap_or(BREAKER_CALLS_DEFAULT);
        let storefront = self.optional(STOREFRONT_KEY);
        let (base, key) = base.zip(key)?;
        Some(Scalev { base, key, storefront, limits, breaker_calls })
    }
}
