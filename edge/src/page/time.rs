//! Moments as Indonesians write them: in each of the country's zones, by its name. The page's script
//! says which of them the reader lives in; without it, and elsewhere, it is Jakarta's.

use maud::{Markup, html};

use super::Language;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A zone's name, and how many hours it is ahead of UTC, all year.
struct Zone(&'static str, i64);

/// Jakarta and Pontianak, Makassar, Jayapura.
const ZONES: [Zone; 3] = [Zone("WIB", 7), Zone("WITA", 8), Zone("WIT", 9)];

const BULAN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HARI: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The moment of Unix `seconds` in every zone, of which the sheet shows the reader's.
pub(super) fn moment(seconds: i64, language: Language) -> Markup {
    html! {
        time datetime=(machine(seconds)) {
            @for zone in &ZONES { span.(zone.0.to_lowercase()) { (written(seconds, zone, language)) } }
        }
    }
}

/// `12.05 WITA · 13.05 WIT`: the same moment further east, for readers whose zone nobody knows.
pub(super) fn further_east(seconds: i64, language: Language) -> Markup {
    let [_, wita, wit] = &ZONES;
    html! {
        span.hint.east { "(" (clock(seconds, wita, language)) " · " (clock(seconds, wit, language)) ")" }
    }
}

/// `Senin, 23 Nov 2026 pukul 11.05 WIB`
fn written(seconds: i64, zone: &Zone, language: Language) -> String {
    let days = seconds.saturating_add(zone.1.saturating_mul(HOUR)).div_euclid(DAY);
    let (year, month, day) = civil(days);
    // The first of January 1970 was a Thursday.
    let weekday = days.saturating_add(3).rem_euclid(7);
    let (names, months, at) = match language {
        Language::Indonesian => (HARI, BULAN, "pukul"),
        Language::English => (DAYS, MONTHS, "at"),
    };
    let [weekday, month] = [named(&names, weekday), named(&months, month.saturating_sub(1))];
    format!("{weekday}, {day} {month} {year} {at} {}", clock(seconds, zone, language))
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

fn clock(seconds: i64, Zone(name, ahead): &Zone, language: Language) -> String {
    let (hour, minute) = hour_minute(seconds.saturating_add(ahead.saturating_mul(HOUR)));
    match language {
        Language::Indonesian => format!("{hour:02}.{minute:02} {name}"),
        Language::English => format!("{hour:02}:{minute:02} {name}"),
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

    /// 26 November 2026, 07:30 UTC.
    const AT: i64 = 1_795_678_200;

    fn in_zones(seconds: i64, language: Language) -> [String; 3] {
        ZONES.each_ref().map(|zone| written(seconds, zone, language))
    }

    #[test]
    fn a_moment_is_written_as_people_write_it_in_their_zone() {
        let indonesian =
            ["14.30 WIB", "15.30 WITA", "16.30 WIT"].map(|clock| format!("Kamis, 26 Nov 2026 pukul {clock}"));
        assert_eq!(in_zones(AT, Language::Indonesian), indonesian);
        assert_eq!(in_zones(AT, Language::English)[1], "Thursday, 26 Nov 2026 at 15:30 WITA");
        assert_eq!(machine(AT), "2026-11-26T07:30:00Z");
    }

    #[test]
    fn the_document_has_every_zone_and_programs_have_utc() {
        assert_eq!(
            moment(AT, Language::Indonesian).into_string(),
            "<time datetime=\"2026-11-26T07:30:00Z\">\
             <span class=\"wib\">Kamis, 26 Nov 2026 pukul 14.30 WIB</span>\
             <span class=\"wita\">Kamis, 26 Nov 2026 pukul 15.30 WITA</span>\
             <span class=\"wit\">Kamis, 26 Nov 2026 pukul 16.30 WIT</span></time>"
        );
        let east = further_east(AT, Language::Indonesian).into_string();
        assert_eq!(east, "<span class=\"hint east\">(15.30 WITA · 16.30 WIT)</span>");
    }

    #[test]
    fn the_day_changes_at_each_zone_s_own_midnight() {
        // New year's eve, 15:00, 16:00 and 17:00 UTC.
        let day = |seconds| {
            in_zones(seconds, Language::Indonesian)
                .map(|text| text.split(" pukul").next().unwrap().to_owned())
        };
        let (old, new) = ("Kamis, 31 Des 2026", "Jumat, 1 Jan 2027");
        assert_eq!(day(1_798_729_199), [old, old, old]);
        assert_eq!(day(1_798_729_200), [old, old, new]);
        assert_eq!(day(1_798_732_800), [old, new, new]);
        assert_eq!(day(1_798_736_400), [new, new, new]);
        // A leap day, and a day before 1970.
        assert_eq!(machine(1_835_395_200), "2028-02-29T00:00:00Z");
        assert_eq!(machine(-1), "1969-12-31T23:59:59Z");
    }
}
