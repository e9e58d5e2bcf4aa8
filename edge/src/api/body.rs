//! What can be said of a body before it is read.

/// Most bytes of a body we read.
pub const BODY_MAX: usize = 64 * 1024;

/// Whether the length a client declares is already more than `most`, which we read. A body
/// without a usable length is counted while it is read.
pub fn declared_too_large(content_length: Option<&str>, most: usize) -> bool {
    content_length.and_then(|text| text.trim().parse::<u64>().ok()).is_some_and(|length| length > most as u64)
}

/// Whether a body is declared as JSON. Anything else could come from a form of
/// any page without a browser asking us first.
pub fn is_json(content_type: Option<&str>) -> bool {
    let media_type = content_type.and_then(|text| text.split(';').next()).unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_is_json() {
        for (content_type, expect) in [
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("multipart/form-data", false),
            ("application/json-patch+json", false),
            ("text/plain; application/json", false),
            ("", false),
        ] {
            assert_eq!(is_json(Some(content_type)), expect, "{content_type}");
        }
        assert!(!is_json(None));
    }

    #[test]
    fn a_declared_length_is_believed_when_it_is_too_large() {
        assert!(declared_too_large(Some("65537"), BODY_MAX));
        assert!(declared_too_large(Some("18446744073709551615"), BODY_MAX));
        for length in [None, Some("65536"), Some("0"), Some("-1"), Some("many")] {
            assert!(!declared_too_large(length, BODY_MAX), "{length:?}");
        }
    }
}
