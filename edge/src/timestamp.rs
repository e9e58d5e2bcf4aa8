//! Moments as platforms write them (RFC 3339), in Unix seconds.

/// Days of the Gregorian calendar since 1970 (Howard Hinnant's
/// `days_from_civil`).
#[expect(clippy::arithmetic_side_effects, reason = "four digits of a year are far from overflowing")]
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted_month = (month + 9) % 12;
    let of_year = (153 * shifted_month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Reads `2026-11-22T11:00:00+07:00`; a fraction of a second is dropped.
/// `None` for anything else.
pub fn read(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-')?;
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at_checked(zone)?;
    let [hour, minute, second] = numbers(clock.split('.').next()?, ':')?;
    let fits =
        (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second < 61;
    let seconds = days(year, month, day).checked_mul(86_400)?;
    let of_day = hour.checked_mul(3_600)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)?;
    if fits { seconds.checked_add(of_day)?.checked_sub(ahead(zone)?) } else { None }
}

/// Seconds by which a zone is ahead of UTC.
fn ahead(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("Z" | "z", "") => return Some(0),
        ("+", rest) => (1_i64, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    hours.checked_mul(3_600)?.checked_add(minutes.checked_mul(60)?)?.checked_mul(sign)
}

fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let mut parts = text.split(between).map(number);
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

fn number(text: &str) -> Option<i64> {
    let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_with_their_zone() {
        assert_eq!(read("2026-11-23T04:05:00Z"), Some(1_795_406_700));
        assert_eq!(read("2026-11-23T11:05:00.123456+07:00"), Some(1_795_406_700));
        assert_eq!(read("2026-11-22 23:05:00-05:00"), Some(1_795_406_700));
        assert_eq!(read("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(read("2028-02-29T00:00:00Z"), Some(1_835_395_200));
    }

    #[test]
    fn anything_else_is_no_moment() {
        for text in [
            "",
            "tomorrow",
            "2026-11-23",
            "2026-11-23T04:05:00",
            "2026-13-01T00:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T04:05Z",
            "2026-11-23T04:05:00+7",
            "20261-11-23T04:05:00Z",
            "2026-11-23T04:05:00Zulu",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
