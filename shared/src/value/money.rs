//! Whole rupiah.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, de};

/// An amount in whole rupiah. Indonesia's money has no coins below one rupiah
/// in use, so a fraction is an error and never rounded away.
///
/// Reads the three spellings of the platforms (scalev-v3 §0 trap 5): a JSON
/// number, a decimal string such as `"125000.00"`, and the written form
/// `Rp100.000`. Always writes a JSON integer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rupiah(i64);

/// Why a text or number is not an amount of rupiah.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number at all.
    #[error("not an amount of rupiah")]
    NotANumber,
    /// A fraction of a rupiah.
    #[error("rupiah has no fraction")]
    Fraction,
    /// `100.000` without `Rp` is a hundred or a hundred thousand: nobody guesses.
    #[error("ambiguous: write 100000 or Rp100.000")]
    Ambiguous,
    /// Beyond what a JSON number holds exactly (2^53).
    #[error("too large")]
    TooLarge,
}

/// 2^53: the largest integer that every JSON reader keeps exact.
const EXACT: i64 = 1 << 53;

impl Rupiah {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// An amount of so many whole rupiah.
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// The amount in whole rupiah.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// Whether it is no money.
    pub fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// Sum, or `None` past the range that JSON keeps exact.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(exact)
    }

    /// Difference, or `None` past the range that JSON keeps exact.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(exact)
    }

    /// This price, `quantity` times, or `None` past the exact range.
    pub fn checked_times(self, quantity: u32) -> Option<Self> {
        self.0.checked_mul(i64::from(quantity)).and_then(exact)
    }

    /// The JSON number as rupiah, if it is whole and exact.
    pub fn from_number(number: f64) -> Result<Self, MoneyError> {
        if number.fract() != 0.0 {
            return Err(MoneyError::Fraction);
        }
        #[expect(clippy::cast_precision_loss, reason = "2^53 is exact in f64")]
        if number.abs() > EXACT as f64 {
            return Err(MoneyError::TooLarge);
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        Ok(Self(number as i64))
    }
}

fn exact(amount: i64) -> Option<Rupiah> {
    (-EXACT..=EXACT).contains(&amount).then_some(Rupiah(amount))
}

impl FromStr for Rupiah {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let written = text.strip_prefix("Rp").or_else(|| text.strip_prefix("rp"));
        let amount = match written {
            Some(rest) => written_form(rest.trim_start_matches(['.', ' ', '\u{a0}']))?,
            None => decimal_string(text)?,
        };
        let amount = if negative { amount.checked_neg() } else { Some(amount) };
        amount.and_then(exact).ok_or(MoneyError::TooLarge)
    }
}

/// `20.000` or `20.000,00`, as people write it after `Rp`.
fn written_form(text: &str) -> Result<i64, MoneyError> {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, ""));
    no_fraction(fraction)?;
    thousands(whole)
}

/// `125000`, `125000.00`, or `1.250.000`, which can only be thousands.
fn decimal_string(text: &str) -> Result<i64, MoneyError> {
    match text.split_once('.') {
        None => digits(text),
        Some((_, rest)) if rest.bytes().any(|byte| byte == b'.') => thousands(text),
        Some((whole, fraction)) if fraction.len() == 3 && whole.len() <= 3 => {
            digits(whole)?;
            digits(fraction)?;
            Err(MoneyError::Ambiguous)
        }
        Some((whole, fraction)) => {
            no_fraction(fraction)?;
            digits(whole)
        }
    }
}

fn thousands(text: &str) -> Result<i64, MoneyError> {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let mut amount = digits(first)?;
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return Err(MoneyError::NotANumber);
        }
        amount = amount
            .checked_mul(1000)
            .and_then(|sum| sum.checked_add(digits(group).ok()?))
            .ok_or(MoneyError::TooLarge)?;
    }
    Ok(amount)
}

fn digits(text: &str) -> Result<i64, MoneyError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyError::NotANumber);
    }
    text.parse().map_err(|_| MoneyError::TooLarge)
}

fn no_fraction(text: &str) -> Result<(), MoneyError> {
    if text.bytes().all(|b| b == b'0') {
        Ok(())
    } else if text.bytes().all(|b| b.is_ascii_digit()) {
        Err(MoneyError::Fraction)
    } else {
        Err(MoneyError::NotANumber)
    }
}

impl Rupiah {
    /// As people read it: `Rp 1.250.000` with a no-break space, dots between
    /// thousands, no decimals (checkout-experience §5.4).
    ///
    /// `to_string` says the same, and brings what formats text along: 1.4 KB for whoever downloads it.
    #[inline(never)]
    pub fn text(self) -> String {
        let digits = self.0.unsigned_abs().to_string();
        let mut text = String::from(if self.0 < 0 { "-Rp\u{a0}" } else { "Rp\u{a0}" });
        for (index, digit) in digits.chars().enumerate() {
            let behind = digits.len().saturating_sub(index);
            if index > 0 && behind.is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        text
    }
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for Rupiah {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Rupiah {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Spelling)
    }
}

struct Spelling;

impl de::Visitor<'_> for Spelling {
    type Value = Rupiah;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("whole rupiah as a number or a string")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Rupiah, E> {
        exact(number).ok_or_else(|| E::custom(MoneyError::TooLarge))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Rupiah, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Rupiah, E> {
        Rupiah::from_number(number).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Rupiah, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Rupiah {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        super::schema::integer("Whole rupiah.")
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Rupiah {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Result<i64, MoneyError> {
        text.parse::<Rupiah>().map(Rupiah::amount)
    }

    #[test]
    fn the_platforms_spellings_are_read() {
        for (text, amount) in [
            ("12000", 12_000),
            ("125000.00", 125_000),
            ("0.00", 0),
            ("Rp100.000", 100_000),
            ("Rp 20.000,00", 20_000),
            ("Rp\u{a0}1.250.000", 1_250_000),
            ("1.250.000", 1_250_000),
            ("-276.00", -276),
        ] {
            assert_eq!(parse(text), Ok(amount), "{text}");
        }
    }

    #[test]
    fn fractions_guesses_and_noise_are_refused() {
        for (text, error) in [
            ("12000.50", MoneyError::Fraction),
            ("Rp 20.000,50", MoneyError::Fraction),
            ("100.000", MoneyError::Ambiguous),
            ("", MoneyError::NotANumber),
            ("Rp", MoneyError::NotANumber),
            ("1e5", MoneyError::NotANumber),
            ("12.00x", MoneyError::NotANumber),
            ("1.25.000", MoneyError::NotANumber),
            ("99999999999999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn json_numbers_are_read_and_written_whole() {
        let read = |json: &str| serde_json::from_str::<Rupiah>(json).map(Rupiah::amount).ok();
        assert_eq!(read("85000"), Some(85_000));
        assert_eq!(read("85000.0"), Some(85_000));
        assert_eq!(read("\"85000.00\""), Some(85_000));
        assert_eq!(read("85000.5"), None);
        assert_eq!(read("1e400"), None);
        assert_eq!(read("null"), None);
        assert_eq!(serde_json::to_string(&Rupiah::new(85_000)).ok().as_deref(), Some("85000"));
    }

    #[test]
    fn amounts_are_shown_as_people_write_them() {
        for (amount, text) in [
            (0, "Rp\u{a0}0"),
            (500, "Rp\u{a0}500"),
            (1_000, "Rp\u{a0}1.000"),
            (20_000, "Rp\u{a0}20.000"),
            (1_250_000, "Rp\u{a0}1.250.000"),
            (1_000_000_000, "Rp\u{a0}1.000.000.000"),
            (-276, "-Rp\u{a0}276"),
        ] {
            assert_eq!(Rupiah::new(amount).to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(amount in -EXACT..=EXACT) {
            prop_assert_eq!(parse(&Rupiah::new(amount).to_string()), Ok(amount));
        }

        #[test]
        fn sums_never_wrap(a in any::<i64>(), b in any::<i64>(), quantity in any::<u32>()) {
            let (a, b) = (Rupiah::new(a), Rupiah::new(b));
            if let Some(sum) = a.checked_add(b) {
                prop_assert_eq!(i128::from(sum.amount()), i128::from(a.amount()) + i128::from(b.amount()));
            }
            if let Some(times) = a.checked_times(quantity) {
                prop_assert_eq!(i128::from(times.amount()), i128::from(a.amount()) * i128::from(quantity));
            }
        }
    }
}
