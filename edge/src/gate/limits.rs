//! What the platform allows one key.

use std::str::FromStr;

use super::Urgency;

/// Calls that one key may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In any ten seconds.
    pub per_ten_seconds: u32,
    /// In any hour.
    pub per_hour: u32,
}

impl Default for Limits {
    /// As documented (scalev-v3 §1.7).
    fn default() -> Self {
        Self { per_ten_seconds: 100, per_hour: 10_000 }
    }
}

impl Limits {
    /// The part of a limit that somebody may use: a fifth is kept for orders,
    /// and what nobody waits for goes while half of it is free.
    pub(super) const fn part(limit: u32, urgency: Urgency) -> u32 {
        match urgency {
            Urgency::Order => limit,
            Urgency::Read => limit.saturating_sub(limit.div_ceil(5)),
            Urgency::Spare => limit / 2,
        }
    }
}

/// The text is not two whole numbers, such as `100/10000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("limits are written calls-in-ten-seconds/calls-in-an-hour, such as 100/10000")]
pub struct LimitsError;

impl FromStr for Limits {
    type Err = LimitsError;

    fn from_str(text: &str) -> Result<Self, LimitsError> {
        let number = |text: &str| text.trim().parse().ok().filter(|number| *number > 0).ok_or(LimitsError);
        let (seconds, hour) = text.split_once('/').ok_or(LimitsError)?;
        Ok(Self { per_ten_seconds: number(seconds)?, per_hour: number(hour)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_two_positive_numbers() {
        assert_eq!("100/10000".parse(), Ok(Limits::default()));
        for text in ["", "100", "0/5", "5/0", "-1/5", "a/b", "1/2/3"] {
            assert_eq!(text.parse::<Limits>(), Err(LimitsError), "{text}");
        }
    }

    #[test]
    fn a_fifth_is_kept_for_orders_and_half_for_who_waits() {
        let of = |urgency| [100, 3, 1].map(|limit| Limits::part(limit, urgency));
        assert_eq!(of(Urgency::Order), [100, 3, 1]);
        assert_eq!(of(Urgency::Read), [80, 2, 0]);
        assert_eq!(of(Urgency::Spare), [50, 1, 0]);
    }
}
