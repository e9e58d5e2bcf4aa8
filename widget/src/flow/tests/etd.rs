use crate::flow::etd::{Span, arrival, span, today};
use crate::flow::view::Arrival;

#[test]
fn what_couriers_write_becomes_days() {
    for (text, expect) in [
        ("2-3", Span::Days(2, 3)),
        ("1", Span::Days(1, 1)),
        ("1-2 hari", Span::Days(1, 2)),
        ("3 - 4 Days", Span::Days(3, 4)),
        ("2 – 3 hari kerja", Span::Days(2, 3)),
        ("2 s/d 4 HARI", Span::Days(2, 4)),
        ("4-2", Span::Days(2, 4)),
        ("D+1", Span::Days(1, 1)),
        ("0-1", Span::Days(0, 1)),
        ("1-2 minggu", Span::Days(7, 14)),
        ("48 jam", Span::Days(2, 2)),
        ("6-8 jam", Span::Hours),
        ("3 Hours", Span::Hours),
        ("90 menit", Span::Hours),
        ("Instant", Span::Hours),
        ("same day", Span::Hours),
        ("0", Span::Hours),
        ("", Span::Unknown),
        ("   ", Span::Unknown),
        ("-", Span::Unknown),
        ("N/A", Span::Unknown),
        ("segera", Span::Unknown),
        ("1.5 hari", Span::Unknown),
        ("2 bulan", Span::Unknown),
        ("20261122", Span::Unknown),
        ("99999999999999999999", Span::Unknown),
        ("🚚", Span::Unknown),
    ] {
        assert_eq!(span(Some(text)), expect, "{text}");
    }
    assert_eq!(span(None), Span::Unknown);
}

fn date(days: u8, now: u64) -> (u8, u8, u8) {
    let Arrival::Between { from, .. } = arrival(Span::Days(days, days), today(now)) else { panic!() };
    (from.weekday, from.day, from.month)
}

#[test]
fn days_are_those_of_the_calendar_in_jakarta() {
    // 1 January 1970 was a Thursday.
    assert_eq!(date(0, 0), (4, 1, 1));
    // 28 February 2028, a Monday in a leap year, 16.59 and 17.00 UTC.
    assert_eq!(date(0, 1_835_369_999_000), (1, 28, 2));
    assert_eq!(date(0, 1_835_370_000_000), (2, 29, 2));
    assert_eq!(date(1, 1_835_370_000_000), (3, 1, 3));
    // 31 December 2026 in Jakarta.
    assert_eq!(date(1, 1_798_650_000_000), (5, 1, 1));
}

#[test]
fn hours_are_today_and_nonsense_is_not_a_date() {
    assert_eq!(arrival(Span::Hours, 20_000), Arrival::Today);
    assert_eq!(arrival(Span::Unknown, 20_000), Arrival::Unknown);
}
