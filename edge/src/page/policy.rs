//! What the page is allowed to do, and its one sheet and one script, which are
//! allowed by their hashes.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::address::{is_loopback, split};

/// The look: that of the checkout (`widget/css`), with as little as this page needs.
pub(super) const STYLE: &str = include_str!("page.css");

/// Keeps the page current: listens to the order, and when that does not work
/// asks less and less often; draws the main part anew when something changed;
/// rests while nobody looks and ends with the order. Copies what has a button.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The look around the widget.
pub(super) const SHOP_STYLE: &str = include_str!("shop.css");

/// What a page is allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// An order's, and every page that only says something.
    Order,
    /// A store's, with the widget in it.
    Shop,
    /// The same on somebody's own machine, where pictures come without TLS.
    LocalShop,
}

/// Headers of every page.
const HEADERS: [(&str, &str); 5] = [
    ("content-type", "text/html; charset=utf-8"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("vary", "Accept-Language"),
];

/// Whoever follows a link out of an order's page is not told of the order, and no search finds it.
const SECRET: [(&str, &str); 2] = [("referrer-policy", "no-referrer"), ("x-robots-tag", "noindex, nofollow")];

const PUBLIC: [(&str, &str); 1] = [("referrer-policy", "strict-origin-when-cross-origin")];

impl Rules {
    /// A store's page at `origin`, which is ours.
    pub(super) fn shop(origin: &str) -> Self {
        let is_local = split(origin).is_some_and(|(_, authority)| is_loopback(authority));
        if is_local { Self::LocalShop } else { Self::Shop }
    }

    /// The headers of a page, but for its policy.
    pub fn headers(self) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
        let own: &[_] = match self {
            Self::Order => &SECRET,
            Self::Shop | Self::LocalShop => &PUBLIC,
        };
        HEADERS.iter().chain(own)
    }

    /// `Content-Security-Policy`
    pub fn policy(self) -> &'static str {
        static ORDER: LazyLock<String> = LazyLock::new(|| {
            let [style, script] = [STYLE, SCRIPT].map(digest);
            format!(
                "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; \
                 connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            )
        });
        static SHOP: LazyLock<String> = LazyLock::new(|| around_widget("https:"));
        static LOCAL: LazyLock<String> =
            LazyLock::new(|| around_widget("https: http://127.0.0.1:* http://localhost:*"));
        match self {
            Self::Order => &ORDER,
            Self::Shop => &SHOP,
            Self::LocalShop => &LOCAL,
        }
    }
}

/// What a page with the widget may do, and from where else than from us its
/// pictures come.
fn around_widget(pictures: &str) -> String {
    let style = digest(SHOP_STYLE);
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'self' 'wasm-unsafe-eval'; \
         connect-src 'self'; img-src 'self' {pictures}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

fn digest(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_ends_where_it_should() {
        assert!(SCRIPT.len() < 2_048, "{} bytes", SCRIPT.len());
        assert!(![STYLE, SCRIPT, SHOP_STYLE].iter().any(|text| text.contains("</")));
    }

    #[test]
    fn nothing_inline_is_allowed_but_what_is_named() {
        for rules in [Rules::Order, Rules::Shop, Rules::LocalShop] {
            assert!(rules.policy().starts_with("default-src 'none'; style-src 'sha256-"));
            assert!(!rules.policy().contains("unsafe-inline"));
        }
        assert!(!Rules::Order.policy().contains("unsafe"));
    }

    #[test]
    fn pictures_come_without_tls_only_on_a_machine_of_ones_own() {
        let policy = |origin| Rules::shop(origin).policy();
        assert!(policy("http://127.0.0.1:8787").contains("img-src 'self' https: http://127.0.0.1:*"));
        assert!(policy("https://checkout.example.id").contains("img-src 'self' https:; "));
    }

    #[test]
    fn an_order_is_no_secret_told_to_searches() {
        let names = |rules: Rules| rules.headers().map(|(name, _)| *name).collect::<Vec<_>>();
        assert!(names(Rules::Order).contains(&"x-robots-tag"));
        assert!(!names(Rules::Shop).contains(&"x-robots-tag"));
    }
}
