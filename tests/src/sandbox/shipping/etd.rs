//! How long it takes, in the words of each courier.

use serde_json::{Value, json};

/// How a service writes the days or hours until it arrives: the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Etd {
    /// `null`
    Silent,
    /// `""`
    Empty,
    /// `2-3`, or `1` when both are the same.
    Bare(u32, u32),
    /// `1-2 hari`
    Hari(u32, u32),
    /// `3 - 4 Days`
    Days(u32, u32),
    /// `6 - 8 Hours`
    Hours(u32, u32),
    /// `1-3 jam`
    Jam(u32, u32),
}

impl Etd {
    /// As the courier search writes it for a place so many days farther; hours stay hours.
    pub(in crate::sandbox) fn json(self, later: u32) -> Value {
        let span = |first: u32, last: u32, between: &str| {
            let (first, last) = (first + later, last + later);
            if first == last { first.to_string() } else { format!("{first}{between}{last}") }
        };
        match self {
            Self::Silent => Value::Null,
            Self::Empty => json!(""),
            Self::Bare(first, last) => json!(span(first, last, "-")),
            Self::Hari(first, last) => json!(format!("{} hari", span(first, last, "-"))),
            Self::Days(first, last) => json!(format!("{} Days", span(first, last, " - "))),
            Self::Hours(first, last) => json!(format!("{first} - {last} Hours")),
            Self::Jam(first, last) => json!(format!("{first}-{last} jam")),
        }
    }
}
