//! The `Idempotency-Key` header.

/// Names an intent within its store: 1 to 255 printable ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

/// Why a header is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is none.
    #[error("no idempotency key")]
    Missing,
    /// Too long, or with characters that are not printable ASCII.
    #[error("an idempotency key is 1 to 255 printable ASCII characters")]
    Invalid,
}

/// Longest key, in characters: what others promise to take too.
const LENGTH_MAX: usize = 255;

impl IdempotencyKey {
    /// Reads the header. The quoted form of a structured field and the bare
    /// form are the same key.
    pub fn parse(header: Option<&str>) -> Result<Self, KeyError> {
        let text = header.map(str::trim).filter(|text| !text.is_empty()).ok_or(KeyError::Missing)?;
        let quoted = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let key =
            quoted.map_or_else(|| text.to_owned(), |inner| inner.replace("\\\"", "\"").replace("\\\\", "\\"));
        let printable = key.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if key.is_empty() || key.len() > LENGTH_MAX || !printable {
            return Err(KeyError::Invalid);
        }
        Ok(Self(key))
    }

    /// The key without quotes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(header: &str) -> Result<String, KeyError> {
        IdempotencyKey::parse(Some(header)).map(|key| key.as_str().to_owned())
    }

    #[test]
    fn quoted_and_bare_are_one_key() {
        assert_eq!(parse("\"k\""), Ok("k".into()));
        assert_eq!(parse("k"), Ok("k".into()));
        assert_eq!(parse("  k "), Ok("k".into()));
        assert_eq!(parse(r#""a\"b\\c""#), Ok(r#"a"b\c"#.into()));
    }

    #[test]
    fn printable_ascii_up_to_255() {
        assert!(parse(&"a".repeat(255)).is_ok());
        assert!(parse(&format!("\"{}\"", "a".repeat(255))).is_ok());
        assert!(parse("../../etc 'x' {y}").is_ok());
        for bad in ["a".repeat(256).as_str(), "\"\"", "kunci\u{e9}", "a\u{0}b", "a\tb", "a\u{7f}"] {
            assert_eq!(parse(bad), Err(KeyError::Invalid), "{bad:?}");
        }
    }

    #[test]
    fn no_key_is_told_apart_from_a_bad_one() {
        assert_eq!(IdempotencyKey::parse(None), Err(KeyError::Missing));
        assert_eq!(parse("   "), Err(KeyError::Missing));
    }
}
