//! The shopper's name.

use std::fmt;
use std::str::FromStr;

use super::serde_as_text;
use crate::text::length;

/// A person's name in one field. One word is complete, titles and apostrophes
/// stay, nothing is recased (checkout-experience §5.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomerName(String);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing typed.
    #[error("name is missing")]
    Empty,
    /// Longer than [`CustomerName::MAX`].
    #[error("name is longer than 200 characters")]
    TooLong,
}

impl CustomerName {
    /// Longest name, in characters (scalev-v3 §5.3: `customer_name` ≤ 200).
    pub const MAX: usize = 200;

    /// The name, trimmed, with single blanks.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CustomerName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let mut name = String::new();
        // Control characters would break the seller's exports; they end a word like a blank does.
        let words = text.split(|c: char| c.is_whitespace() || c.is_control());
        for word in words.filter(|word| !word.is_empty()) {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        match length(&name) {
            0 => Err(NameError::Empty),
            1..=Self::MAX => Ok(Self(name)),
            _ => Err(NameError::TooLong),
        }
    }
}

impl fmt::Display for CustomerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(CustomerName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_as_people_write_them() {
        for text in ["Sukarno", "Siti Nur'aini", "M. Al-Fatih", "I Gusti Ngurah", "H. Ibu X", "李"] {
            assert_eq!(text.parse::<CustomerName>().map(|n| n.0).as_deref(), Ok(text));
        }
    }

    #[test]
    fn blanks_are_collapsed_and_control_characters_dropped() {
        let name = "  Siti \t Nur\r\n aini ".parse::<CustomerName>();
        assert_eq!(name.map(|n| n.0).as_deref(), Ok("Siti Nur aini"));
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(" \n ".parse::<CustomerName>(), Err(NameError::Empty));
        assert_eq!("a".repeat(201).parse::<CustomerName>(), Err(NameError::TooLong));
        assert!("é".repeat(200).parse::<CustomerName>().is_ok());
    }
}
