//! Indonesian postal codes.

use std::fmt;
use std::str::FromStr;

use super::serde_as_text;

/// Five digits, the first of them 1 to 9 (checkout-experience §5.3). Kept as
/// text: it is a name, not a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PostalCode(String);

/// The text is not a postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("postal code must be five digits, such as 40132")]
pub struct PostalCodeError;

impl PostalCode {
    /// The five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PostalCode {
    type Err = PostalCodeError;

    fn from_str(text: &str) -> Result<Self, PostalCodeError> {
        let text = text.trim();
        let five_digits = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
        if five_digits && !text.starts_with('0') { Ok(Self(text.to_owned())) } else { Err(PostalCodeError) }
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(PostalCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_digits_not_starting_with_zero() {
        assert_eq!(" 40132 ".parse::<PostalCode>().map(|code| code.0).as_deref(), Ok("40132"));
        for text in ["", "4013", "401322", "04013", "4o132", "４０１３２"] {
            assert_eq!(text.parse::<PostalCode>(), Err(PostalCodeError), "{text}");
        }
    }
}
