//! Addresses that somebody else's data may put in front of a shopper.

/// Whether a browser may be sent there or shown a picture from there: `https`
/// to a named host, or `http` on this very machine, which only a local stage
/// has. Nothing with a user name in it, nothing a browser would repair.
pub fn is_presentable(address: &str) -> bool {
    match split(address) {
        Some(("https", authority)) => is_host(authority),
        Some(("http", authority)) => is_loopback(authority),
        _ => false,
    }
}

/// Scheme and authority of an address.
pub(crate) fn split(address: &str) -> Option<(&str, &str)> {
    if address.bytes().any(|byte| byte <= b' ' || byte == 0x7f || byte == b'\\') {
        return None;
    }
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    Some((scheme, authority))
}

/// Host and optional port, with no user name before them.
pub(crate) fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (authority, "0"),
    };
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'[' | b']' | b':');
    !host.is_empty()
        && host.bytes().all(plain)
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the authority is this machine.
pub(crate) fn is_loopback(authority: &str) -> bool {
    let host = authority
        .strip_prefix("[::1]")
        .map_or_else(|| authority.split(':').next().unwrap_or_default(), |_| "[::1]");
    is_host(authority) && matches!(host, "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secure_pages_and_the_local_stage_are_presentable() {
        for good in [
            "https://pay.example.id/i/abc?x=1",
            "https://pay.example.id:8443",
            "http://127.0.0.1:8789/pay/1",
            "http://localhost/p",
            "http://[::1]:8789/p",
        ] {
            assert!(is_presentable(good), "{good}");
        }
    }

    #[test]
    fn everything_else_is_not() {
        for bad in [
            "",
            "pay.example.id",
            "http://pay.example.id",
            "javascript:alert(1)",
            "javascript://https://x",
            "data:text/html,x",
            "https://",
            "https:///x",
            "https://user@evil.example",
            "https://good.example:443@evil.example",
            "https://good.example\\@evil.example",
            "https://evil.example /x",
            "https://evil.example\n",
            "HTTPS://pay.example.id",
            "http://127.0.0.1.evil.example/",
            "http://localhost@evil.example/",
            "https://x:y/",
        ] {
            assert!(!is_presentable(bad), "{bad}");
        }
    }
}
