//! Moments as platforms write them (RFC 3339).

/// Unix milliseconds of an ISO 8601 time with a date, seconds and a zone, such
/// as `2026-11-22T04:05:00.123456Z`. `None` for anything else.
pub fn unix_ms(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let (time, ahead) = without_zone(time)?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [hour, minute, second] = numbers(whole, ':', [2, 2, 2])?;
    let within =
        |number: i64, range: std::ops::RangeInclusive<i64>| range.contains(&number).then_some(number);
    let days = days_since_1970(year, within(month, 1..=12)?, within(day, 1..=31)?);
    let minutes = days * 1_440 + within(hour, 0..=23)? * 60 + within(minute, 0..=59)? - ahead;
    Some((minutes * 60 + within(second, 0..=60)?) * 1_000 + milliseconds(fraction)?)
}

/// The time of day, and the minutes by which its zone is ahead of Greenwich.
fn without_zone(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']) {
        return Some((time, 0));
    }
    let sign = time.find(['+', '-'])?;
    let (clock, zone) = time.split_at_checked(sign)?;
    let (sign, zone) = zone.split_at_checked(1)?;
    let [hours, minutes] = numbers(zone, ':', [2, 2])?;
    let ahead = (hours <= 23 && minutes <= 59).then_some(hours * 60 + minutes)?;
    Some((clock, if sign == "-" { -ahead } else { ahead }))
}

fn milliseconds(fraction: &str) -> Option<i64> {
    let digits = fraction.len() <= 9 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let three: String = fraction.chars().chain("000".chars()).take(3).collect();
    three.parse().ok().filter(|_| digits && !fraction.is_empty())
}

/// Numbers of these lengths with a mark between.
fn numbers<const N: usize>(text: &str, mark: char, lengths: [usize; N]) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(mark);
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let part = parts.next().filter(|part| part.len() == length)?;
        *number = part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(numbers)
}

/// In the Gregorian calendar, counted from a first of March, so that a leap
/// day is the last of its year.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (century_of_leaps, year_of_it) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_it = year_of_it * 365 + year_of_it / 4 - year_of_it / 100 + day_of_year;
    century_of_leaps * 146_097 + day_of_it - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_platforms_times_are_read() {
        for (text, ms) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-11-22T04:05:00.123456Z", 1_795_320_300_123),
            ("2026-11-22T11:05:00.123+07:00", 1_795_320_300_123),
            ("2026-11-21T22:35:00.1-05:30", 1_795_320_300_100),
            ("2024-02-29 23:59:59Z", 1_709_251_199_000),
            ("2000-03-01T00:00:00Z", 951_868_800_000),
            ("2028-02-29t00:00:00z", 1_835_395_200_000),
            ("2026-11-22 23:05:00-05:00", 1_795_406_700_000),
        ] {
            assert_eq!(unix_ms(text), Some(ms), "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_time() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T04:05:00",
            "2026-13-22T04:05:00Z",
            "2026-11-22T24:05:00Z",
            "26-11-22T04:05:00Z",
            "2026-11-22T04:05Z",
            "2026-11-22T04:05:00.Z",
            "2026-11-22T+4:05:00Z",
            "1763784300",
            "tomorrow",
            "2026-11-23T04:05:00+7",
            "20261-11-23T04:05:00Z",
            "2026-11-23T04:05:00Zulu",
        ] {
            assert_eq!(unix_ms(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}") {
            let _ = unix_ms(&text);
        }

        #[test]
        fn later_days_are_later(year in 1970..2200_i64, day in 0..360_i64) {
            let text = |day: i64| format!("{year}-{:02}-{:02}T00:00:00Z", day / 30 + 1, day % 30 + 1);
            if let (Some(one), Some(next)) = (unix_ms(&text(day)), unix_ms(&text(day + 1))) && day % 30 < 27 {
                prop_assert_eq!(next - one, 86_400_000);
            }
        }
    }
}
