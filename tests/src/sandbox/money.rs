//! Money as the platform writes it: a JSON number here, a decimal string there (scalev-v3 §0.5).

use std::iter::Sum;
use std::ops::{Add, Sub};

use serde_json::Value;

/// Hundredths of a rupiah, so that a fraction a client forgot to round stays visible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sen(i64);

impl Sen {
    /// Whole rupiah.
    pub const fn rupiah(rupiah: i64) -> Self {
        Self(rupiah * 100)
    }

    /// A JSON number of rupiah; `None` below zero or beyond a trillion.
    pub(super) fn from_rupiah(rupiah: f64) -> Option<Self> {
        const LIMIT: f64 = 1e12;
        let fits = (0.0..=LIMIT).contains(&rupiah);
        #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
        fits.then(|| Self((rupiah * 100.0).round() as i64))
    }

    /// Whole rupiah, cut off.
    pub const fn whole(self) -> i64 {
        self.0 / 100
    }

    /// This amount, so many times.
    pub(super) const fn times(self, quantity: u32) -> Self {
        Self(self.0 * quantity as i64)
    }

    /// `part / total` of this amount, rounded down to whole rupiah.
    pub(super) const fn share(self, part: i64, total: i64) -> Self {
        if total == 0 { Self(0) } else { Self::rupiah(self.whole() * part / total) }
    }

    /// `"189000.00"`: how an order writes it.
    pub fn decimal(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }

    /// `189000` or `189000.5`: how the catalogue and order lines write it.
    pub fn number(self) -> Value {
        if self.0 % 100 == 0 {
            return Value::from(self.whole());
        }
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        Value::from(self.0 as f64 / 100.0)
    }

    /// `Rp189.000`: how people read it.
    pub fn display(self) -> String {
        let digits = self.whole().abs().to_string();
        let mut text = String::from(if self.0 < 0 { "-Rp" } else { "Rp" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        text
    }
}

impl Add for Sen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Sen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Sen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}
