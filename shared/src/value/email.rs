//! The shopper's e-mail address.

use std::fmt;
use std::str::FromStr;

use super::serde_as_text;

/// An e-mail address that a mail server could take: one `@`, a name before
/// it, a domain with a dot after it. Whether it exists only a letter can tell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing typed.
    #[error("e-mail address is missing")]
    Empty,
    /// Longer than [`Email::MAX`].
    #[error("e-mail address is longer than 254 characters")]
    TooLong,
    /// Not of the form `name@domain.tld`.
    #[error("e-mail address is not of the form name@domain.id")]
    Malformed,
}

impl Email {
    /// Longest address, in characters: SMTP's own limit, and the storefront
    /// API's (scalev-v3 §5.3).
    pub const MAX: usize = 254;

    /// The address as typed, without blanks around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.len() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        let (name, domain) = text.split_once('@').ok_or(EmailError::Malformed)?;
        if name_is_plausible(name) && domain_is_plausible(domain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(EmailError::Malformed)
        }
    }
}

fn name_is_plausible(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| !c.is_whitespace() && !c.is_control() && !is_syntax(c))
}

/// What separates addresses and comments from names in a header.
fn is_syntax(c: char) -> bool {
    matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '\\' | ',' | ';' | ':' | '"')
}

fn domain_is_plausible(domain: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || is_international(c))
    };
    domain.bytes().any(|byte| byte == b'.') && domain.split('.').all(label)
}

/// A character of a domain outside ASCII. Which of them are letters would take
/// tables that every shopper downloads; the mail server knows better anyway.
fn is_international(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control()
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(Email);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plausible_addresses_are_taken() {
        for text in ["sari@example.com", " a.b+c@toko.co.id ", "élan@contoh.id", "x@1.id"] {
            assert_eq!(text.parse::<Email>().map(|e| e.0).as_deref(), Ok(text.trim()), "{text}");
        }
    }

    #[test]
    fn broken_addresses_are_refused() {
        for text in [
            "sari",
            "sari@",
            "@example.com",
            "sari@example",
            "a b@c.id",
            "a@b@c.id",
            "a@b..id",
            "a@-b.id",
            "a@b.id,",
        ] {
            assert_eq!(text.parse::<Email>(), Err(EmailError::Malformed), "{text}");
        }
        assert_eq!("".parse::<Email>(), Err(EmailError::Empty));
        let long = format!("{}@example.com", "a".repeat(250));
        assert_eq!(long.parse::<Email>(), Err(EmailError::TooLong));
    }
}
