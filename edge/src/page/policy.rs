//! What the page is allowed to do, and its one sheet and one script, which are
//! allowed by their hashes.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The look: that of the checkout (`widget/css`), with as little as this page needs.
pub(super) const STYLE: &str = include_str!("page.css");

/// Keeps the page current: listens to the order, and when that does not work
/// asks less and less often; draws the main part anew when something changed;
/// rests while nobody looks and ends with the order. Copies what has a button.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// Headers of every page, besides [`policy`].
pub const HEADERS: [(&str, &str); 7] = [
    ("content-type", "text/html; charset=utf-8"),
    ("referrer-policy", "no-referrer"),
    ("x-robots-tag", "noindex, nofollow"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("vary", "Accept-Language"),
];

/// `Content-Security-Policy`
pub fn policy() -> &'static str {
    static POLICY: LazyLock<String> = LazyLock::new(|| {
        let [style, script] = [STYLE, SCRIPT].map(|text| BASE64_STANDARD.encode(Sha256::digest(text)));
        format!(
            "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; \
             connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    });
    &POLICY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_ends_where_it_should() {
        assert!(SCRIPT.len() < 2_048, "{} bytes", SCRIPT.len());
        assert!(![STYLE, SCRIPT].iter().any(|text| text.contains("</")));
    }

    #[test]
    fn nothing_inline_is_allowed_but_what_is_named() {
        assert!(policy().starts_with("default-src 'none'; style-src 'sha256-"));
        assert!(!policy().contains("unsafe"));
    }
}
