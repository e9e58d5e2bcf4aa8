//! Moments as Indonesians write them. The reader's zone is unknown to a page
//! without a script, so every moment names its own.

use super::Language;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// Asia/Jakarta is seven hours ahead all year.
const WIB: i64 = 7 * HOUR;

const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const HARI: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `Senin, 23 November 2026, 11.05 WIB`, of Unix seconds.
pub(super) fn moment(seconds: i64, language: Language) -> String {
    let local = seconds.saturating_add(WIB);
    let days = local.div_euclid(DAY);
    let (year, month, day) = civil(days);
    // The first of January 1970 was a Thursday.
    let weekday = days.saturating_add(3).rem_euclid(7);
    let (names, months) = match language {
        Language::Indonesian => (HARI, BULAN),
        Language::English => (DAYS, MONTHS),
    };
    let [weekday, month] = [named(&names, weekday), named(&months, month.saturating_sub(1))];
    format!("{weekday}, {day} {month} {year}, {} WIB", clock(seconds, 7, language))
}

/// `12.05 WITA · 13.05 WIT`: the same moment further east.
pub(super) fn further_east(seconds: i64, language: Language) -> String {
    format!("{} WITA · {} WIT", clock(seconds, 8, language), clock(seconds, 9, language))
}

/// `2026-11-23T04:05:00Z`, for programs.
pub(crate) fn machine(seconds: i64) -> String {
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let (hour, minute) = hour_minute(seconds);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z", seconds.rem_euclid(60))
}

fn named<'a>(names: &[&'a str], place: i64) -> &'a str {
    usize::try_from(place).ok().and_then(|place| names.get(place)).copied().unwrap_or_default()
}

fn clock(seconds: i64, ahead: i64, language: Language) -> String {
    let (hour, minute) = hour_minute(seconds.saturating_add(ahead.saturating_mul(HOUR)));
    match language {
        Language::Indonesian => format!("{hour:02}.{minute:02}"),
        Language::English => format!("{hour:02}:{minute:02}"),
    }
}

fn hour_minute(seconds: i64) -> (i64, i64) {
    let second = seconds.rem_euclid(DAY);
    (second.div_euclid(HOUR), second.rem_euclid(HOUR).div_euclid(60))
}

/// Year, month and day of the Gregorian calendar, of days since 1970 (Howard
/// Hinnant's `civil_from_days`).
#[expect(clippy::arithmetic_side_effects, reason = "days of any i64 of seconds are far from overflowing")]
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_people_write_it() {
        // 23 November 2026, 04:05:00 UTC.
        const AT: i64 = 1_795_406_700;
        assert_eq!(moment(AT, Language::Indonesian), "Senin, 23 November 2026, 11.05 WIB");
        assert_eq!(moment(AT, Language::English), "Monday, 23 November 2026, 11:05 WIB");
        assert_eq!(further_east(AT, Language::Indonesian), "12.05 WITA · 13.05 WIT");
        assert_eq!(machine(AT), "2026-11-23T04:05:00Z");
    }

    #[test]
    fn the_day_changes_at_midnight_in_jakarta() {
        // New year's eve, 17:00 UTC, is new year in Jakarta.
        assert_eq!(moment(1_798_736_400, Language::Indonesian), "Jumat, 1 Januari 2027, 00.00 WIB");
        assert_eq!(moment(1_798_736_399, Language::Indonesian), "Kamis, 31 Desember 2026, 23.59 WIB");
        // A leap day, and a day before 1970.
        assert_eq!(machine(1_835_395_200), "2028-02-29T00:00:00Z");
        assert_eq!(machine(-1), "1969-12-31T23:59:59Z");
    }
}
