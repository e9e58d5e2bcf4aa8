//! Classic mistakes, made on purpose.

use crate::orders::{Heard, News, Placed, Record};

/// A way to lose what was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// What is older than five minutes, by the platform's time, is thrown away.
    NarrowWindow,
    /// Which letters came is forgotten at a restart, or in a while, as by a cache.
    ForgetLetters,
    /// Whatever comes last is believed.
    BelieveLastWord,
    /// A word counts by its rank alone: what is told never leads back.
    BelieveRank,
    /// An answer is believed over what was told while it was on its way.
    BelieveLateAnswer,
    /// The same of the answer to the order's own request.
    BelieveLateReply,
    /// What is told before anything was read is thrown away.
    DropEarlyLetters,
}

impl Mistake {
    /// Every mistake that has to be caught.
    pub const ALL: [Self; 7] = [
        Self::NarrowWindow,
        Self::ForgetLetters,
        Self::BelieveLastWord,
        Self::BelieveRank,
        Self::BelieveLateAnswer,
        Self::BelieveLateReply,
        Self::DropEarlyLetters,
    ];
}

/// What becomes of a record by a letter.
pub(super) fn hear(mistake: Option<Mistake>, record: &Record, news: &News, now: i64) -> Record {
    match mistake {
        Some(Mistake::BelieveLastWord) => believe(record.clone(), news),
        Some(Mistake::BelieveRank) => record.hear(&News { at: 0, ..news.clone() }, now).0,
        _ => record.hear(news, now).0,
    }
}

/// What becomes of a record by the answer to the order's own request.
pub(super) fn answered(mistake: Option<Mistake>, record: &Record, placed: Placed, now: i64) -> Record {
    match mistake {
        Some(Mistake::BelieveLateReply) => record.clone().read(placed, now),
        _ => record.clone().answered(placed, now),
    }
}

fn believe(record: Record, news: &News) -> Record {
    let placed = record.placed.map(|placed| Placed {
        status: news.status.clone().unwrap_or(placed.status),
        payment_status: news.payment_status.clone().or(placed.payment_status),
        heard: Heard { status_at: news.at, payment_at: news.at, ..placed.heard.once_more() },
        ..placed
    });
    Record { placed, ..record }
}
