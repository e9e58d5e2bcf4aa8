//! The shopper's WhatsApp number.

use crate::text::concat;
use std::fmt;
use std::str::FromStr;

use super::serde_as_text;

/// A phone number that can receive WhatsApp messages, in the form the
/// platforms take: `62812…` for Indonesia, `+65…` for other countries.
///
/// However it is typed (`0812-3456-7890`, `+62 812…`, `812…`, pasted with
/// invisible marks, in Arabic-Indic or full-width digits), it is stored the
/// same way (checkout-experience §5.1).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// Why a text is not a WhatsApp number; each has its own sentence on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Nothing typed.
    #[error("phone number is missing")]
    Empty,
    /// Fewer digits than any mobile number.
    #[error("phone number is too short: {digits} digits")]
    TooShort {
        /// How many digits were typed, country code included.
        digits: usize,
    },
    /// More digits than any mobile number.
    #[error("phone number is too long: {digits} digits")]
    TooLong {
        /// How many digits were typed, country code included.
        digits: usize,
    },
    /// An Indonesian landline such as 021…, which has no WhatsApp.
    #[error("phone number is a landline")]
    Landline,
    /// Neither an Indonesian number nor one with `+` and a country code.
    #[error("phone number has no known country code: start with 08 or +")]
    NoCountry,
}

/// `628` and 8 to 11 more digits.
const MOBILE_DIGITS: std::ops::RangeInclusive<usize> = 11..=14;
/// E.164 allows 15; nothing shorter than 8 is a mobile number anywhere.
const FOREIGN_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

impl Phone {
    /// The number as the platforms take it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as Indonesians write it, `0812-3456-7890`; others as stored.
    pub fn local(&self) -> String {
        let Some(rest) = self.0.strip_prefix("62") else {
            return self.0.clone();
        };
        let mut text = String::from("0");
        for (index, digit) in rest.chars().enumerate() {
            if index == 3 || index == 7 {
                text.push('-');
            }
            text.push(digit);
        }
        text
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let (plus, digits) = digits_of(text);
        if digits.is_empty() {
            return Err(PhoneError::Empty);
        }
        match national(plus, &digits) {
            Some(rest) => mobile(rest),
            None if plus => foreign(&digits),
            None => Err(PhoneError::NoCountry),
        }
    }
}

/// The digits in ASCII, and whether a plus stood before them.
fn digits_of(text: &str) -> (bool, String) {
    let mut plus = false;
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '+' | '\u{ff0b}' if digits.is_empty() => plus = true,
            _ => digits.extend(ascii_digit(c)),
        }
    }
    (plus, digits)
}

fn ascii_digit(c: char) -> Option<char> {
    const ZEROS: [char; 4] = ['0', '\u{660}', '\u{6f0}', '\u{ff10}'];
    let value =
        ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|v| *v < 10))?;
    char::from_digit(value, 10)
}

/// The part after Indonesia's country code, if the number is Indonesian.
fn national(plus: bool, digits: &str) -> Option<&str> {
    let rest = if let Some(rest) = digits.strip_prefix("0062") {
        rest
    } else if let Some(rest) = digits.strip_prefix("62") {
        rest
    } else if plus {
        return None;
    } else if digits.starts_with('8') {
        return Some(digits);
    } else {
        digits.strip_prefix('0')?
    };
    // `+62 0812…`: the trunk zero does not belong after the country code.
    Some(rest.strip_prefix('0').unwrap_or(rest))
}

fn mobile(national: &str) -> Result<Phone, PhoneError> {
    let digits = national.len().saturating_add("62".len());
    if !national.is_empty() && !national.starts_with('8') {
        return Err(PhoneError::Landline);
    }
    if digits < *MOBILE_DIGITS.start() {
        return Err(PhoneError::TooShort { digits });
    }
    if digits > *MOBILE_DIGITS.end() {
        return Err(PhoneError::TooLong { digits });
    }
    Ok(Phone(concat(&["62", national])))
}

fn foreign(digits: &str) -> Result<Phone, PhoneError> {
    if digits.len() < *FOREIGN_DIGITS.start() {
        return Err(PhoneError::TooShort { digits: digits.len() });
    }
    if digits.len() > *FOREIGN_DIGITS.end() {
        return Err(PhoneError::TooLong { digits: digits.len() });
    }
    Ok(Phone(concat(&["+", digits])))
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(Phone);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Result<String, PhoneError> {
        text.parse::<Phone>().map(|phone| phone.0)
    }

    #[test]
    fn every_way_to_type_it_is_one_number() {
        for text in [
            "0812-3456-7890",
            "+62 812 3456 7890",
            "6281234567890",
            "81234567890",
            "+62 0812 3456 7890",
            "006281234567890",
            "(0812) 3456.7890",
            "\u{202a}0812\u{200b}34567890\u{202c}",
            "٠٨١٢٣٤٥٦٧٨٩٠",
            "０８１２３４５６７８９０",
        ] {
            assert_eq!(parse(text).as_deref(), Ok("6281234567890"), "{text}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        for (text, error) in [
            ("", PhoneError::Empty),
            ("   ", PhoneError::Empty),
            ("abc", PhoneError::Empty),
            ("08123", PhoneError::TooShort { digits: 6 }),
            ("0812345678901234", PhoneError::TooLong { digits: 17 }),
            ("0215551234", PhoneError::Landline),
            ("+62 21 555 1234", PhoneError::Landline),
            ("6591234567", PhoneError::NoCountry),
            ("+659", PhoneError::TooShort { digits: 3 }),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn other_countries_need_their_plus() {
        assert_eq!(parse("+65 9123 4567").as_deref(), Ok("+6591234567"));
    }

    #[test]
    fn it_is_shown_back_as_indonesians_write_it() {
        let local = |text: &str| text.parse::<Phone>().map(|phone| phone.local());
        assert_eq!(local("6281234567890").as_deref(), Ok("0812-3456-7890"));
        assert_eq!(local("+6591234567").as_deref(), Ok("+6591234567"));
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back_the_same(text in "\\PC{0,30}") {
            if let Ok(phone) = text.parse::<Phone>() {
                prop_assert_eq!(phone.as_str().parse::<Phone>(), Ok(phone.clone()));
                prop_assert_eq!(phone.local().parse::<Phone>(), Ok(phone));
            }
        }
    }
}
