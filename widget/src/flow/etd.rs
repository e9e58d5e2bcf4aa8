//! When a parcel comes: from what couriers write to days of the calendar.

use super::Millis;
use super::browsing::holds_words;
use super::view::{Arrival, Day};

/// How long a parcel takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// The courier does not say, or not so that we understand.
    Unknown,
    /// It comes within hours.
    Hours,
    /// Fewest and most days.
    Days(u8, u8),
}

/// More days than any parcel takes: the text means something else.
const DAYS_MAX: u32 = 90;

/// Reads `2-3`, `1-2 hari`, `3 - 4 Days`, `6-8 jam`.
pub(super) fn span(text: Option<&str>) -> Span {
    let text = text.unwrap_or_default().to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| holds_words(&text, word));
    let numbers = numbers(&text);
    if says(&["jam", "hour", "menit", "minute"]) {
        // "48 jam" are days.
        return match numbers.last() {
            Some(hours) if says(&["jam", "hour"]) && *hours > 24 => {
                days(hours.div_ceil(24), hours.div_ceil(24))
            }
            _ => Span::Hours,
        };
    }
    let times = if says(&["minggu", "week"]) { 7 } else { 1 };
    match numbers.as_slice() {
        _ if says(&["hari ini", "same day", "instan"]) => Span::Hours,
        _ if says(&["bulan", "month", "."]) => Span::Unknown,
        [] => Span::Unknown,
        [only] => days(only * times, only * times),
        [from, to, ..] => days(from * times, to * times),
    }
}

fn days(from: u32, to: u32) -> Span {
    let (from, to) = (from.min(to), from.max(to));
    match (u8::try_from(from), u8::try_from(to)) {
        _ if to > DAYS_MAX => Span::Unknown,
        (Ok(_), Ok(0)) => Span::Hours,
        (Ok(from), Ok(to)) => Span::Days(from, to),
        _ => Span::Unknown,
    }
}

/// The numbers of a text, each at most a thousand or so.
fn numbers(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    for run in text.split(|letter: char| !letter.is_ascii_digit()) {
        if !run.is_empty() {
            let number =
                run.bytes().fold(0, |sum: u32, digit| (sum * 10 + u32::from(digit - b'0')).min(1000));
            numbers.push(number);
        }
    }
    numbers
}

/// The day in the west of Indonesia (UTC+7), counted from 1 January 1970.
pub(super) fn today(now: Millis) -> i64 {
    i64::try_from((now / 1000 + 7 * 3600) / 86_400).unwrap_or(0)
}

/// The days on which a parcel may come that is sent today.
pub(super) fn arrival(span: Span, today: i64) -> Arrival {
    match span {
        Span::Unknown => Arrival::Unknown,
        Span::Hours => Arrival::Today,
        Span::Days(from, to) => {
            let day = |days: u8| day(today.saturating_add(i64::from(days)));
            Arrival::Between { days: (from, to), from: day(from), to: day(to) }
        }
    }
}

/// The date of a day counted from 1970, by the count of days of a year that
/// begins in March: leap days come last then.
fn day(number: i64) -> Day {
    let from_march_0000 = number.saturating_add(719_468);
    let era = from_march_0000.rem_euclid(146_097);
    let year = (era - era / 1460 + era / 36_524 - era / 146_096) / 365;
    let of_year = era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let small = |value: i64| u8::try_from(value).unwrap_or(0);
    Day {
        weekday: small((number + 4).rem_euclid(7)),
        day: small(of_year - (153 * month + 2) / 5 + 1),
        month: small(if month < 10 { month + 3 } else { month - 9 }),
    }
}
