//! The storefronts' variable.

use super::{Complaint, Reader};
use crate::address;

pub(super) const ALLOWED_ORIGINS: &str = "ALLOWED_ORIGINS";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn origins(&mut self) -> Vec<String> {
        let list = self.text(ALLOWED_ORIGINS).unwrap_or_default();
        let (good, bad): (Vec<_>, Vec<_>) = list
            .split(',')
            .map(|origin| origin.trim().trim_end_matches('/').to_ascii_lowercase())
            .filter(|origin| !origin.is_empty())
            .partition(|origin| is_origin(origin));
        if !bad.is_empty() {
            self.complaints.push(Complaint::Invalid(ALLOWED_ORIGINS));
        }
        good
    }
}

/// Scheme, host and port, and nothing more: `*`, `null` and paths are not origins.
fn is_origin(text: &str) -> bool {
    match address::split(text) {
        Some((scheme @ ("http" | "https"), authority)) => {
            address::is_host(authority) && text.len() == scheme.len() + "://".len() + authority.len()
        }
        _ => false,
    }
}
