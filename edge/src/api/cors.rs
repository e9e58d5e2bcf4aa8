//! Which pages may use the checkout.
//!
//! An origin is no proof of who asks (any program can write the header); it
//! only tells browsers whose pages may read our answers.

/// What a request's `Origin` is to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access<'a> {
    /// No other site's page: no header, or our own pages.
    Own,
    /// A storefront we know; answers carry its origin back.
    Storefront(&'a str),
    /// Some other site.
    Foreign,
}

impl<'a> Access<'a> {
    /// Judges an `Origin` header. `own` is the origin the request came to.
    /// Matching is exact: no wildcards, no suffixes, no `null`.
    pub fn judge(origin: Option<&'a str>, own: &str, allowed: &[String]) -> Self {
        match origin {
            None => Self::Own,
            Some(origin) if origin == own => Self::Own,
            Some(origin) if allowed.iter().any(|known| known == origin) => Self::Storefront(origin),
            Some(_) => Self::Foreign,
        }
    }
}

/// What a preflight is told besides the origin: what a page may send, and for
/// how many seconds it need not ask again.
pub const PREFLIGHT_HEADERS: [(&str, &str); 3] = [
    ("access-control-allow-methods", "GET, HEAD, POST, OPTIONS"),
    ("access-control-allow-headers", "content-type, idempotency-key"),
    ("access-control-max-age", "86400"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "https://checkout.example";

    fn judge(origin: &str) -> Access<'_> {
        Access::judge(Some(origin), OWN, &["https://shop.id".into(), "http://127.0.0.1:8788".into()])
    }

    #[test]
    fn known_storefronts_and_our_own_pages_may() {
        assert_eq!(judge("https://shop.id"), Access::Storefront("https://shop.id"));
        assert_eq!(judge("http://127.0.0.1:8788"), Access::Storefront("http://127.0.0.1:8788"));
        assert_eq!(judge(OWN), Access::Own);
        assert_eq!(Access::judge(None, OWN, &[]), Access::Own);
    }

    #[test]
    fn no_trick_makes_a_stranger_known() {
        for origin in [
            "null",
            "*",
            "",
            "https://evil-shop.id",
            "https://shop.id.evil.com",
            "https://sub.shop.id",
            "http://shop.id",
            "https://shop.id:443",
            "https://shop.id:8443",
            "https://shop.id.",
            "https://shop.id/",
            "https://SHOP.ID",
            "https://shop.id@evil.com",
            "https://xn--shop-9za.id",
            "https://shop.ıd",
            "https://shop.id, https://evil.com",
            " https://shop.id",
            "file://",
            "http://127.0.0.1",
            "http://localhost:8788",
        ] {
            assert_eq!(judge(origin), Access::Foreign, "{origin}");
        }
    }
}
