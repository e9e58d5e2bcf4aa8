//! What news change of an order. They come late, twice and in any order, so a
//! word counts only when it leads forward and is newer; where time and rank
//! disagree, nobody is believed and the platform is asked.

use serde::{Deserialize, Serialize};

use super::{News, Placed};
use crate::intent::Millis;

/// When the platform said what is known, in its own time; 0 before the first news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Heard {
    /// Of the status.
    pub status_at: Millis,
    /// Of the money.
    pub payment_at: Millis,
    /// How often something was learned: told, or read.
    pub words: u32,
}

impl Heard {
    /// After something was learned.
    #[must_use]
    pub fn once_more(self) -> Self {
        Self { words: self.words.saturating_add(1), ..self }
    }

    /// After news of an order of which nothing was read that they could be
    /// compared with.
    #[must_use]
    pub fn of(self, news: &News) -> Self {
        let has_status = news.deleted || news.status.is_some();
        let later = |known: Millis, is_told: bool| if is_told { known.max(news.at) } else { known };
        Self {
            status_at: later(self.status_at, has_status),
            payment_at: later(self.payment_at, news.payment_status.is_some()),
            ..self.once_more()
        }
    }
}

/// What one word means for what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It leads forward.
    Forward,
    /// It is known, or was overtaken.
    Old,
    /// Only the platform knows.
    Doubtful,
}

/// How far an order has come (scalev-v3 §3.3). `None` for words we do not know.
fn status_rank(word: &str) -> Option<u8> {
    let words = ["draft", "pending", "confirmed", "in_process", "ready", "shipped", "completed"];
    if is_over(word) {
        return Some(u8::MAX);
    }
    words.iter().position(|known| *known == word).and_then(|rank| u8::try_from(rank).ok())
}

fn is_over(word: &str) -> bool {
    matches!(word, "canceled" | "rts" | "closed")
}

/// How far the money has come; `conflict` is the platform's own doubt.
fn payment_rank(word: &str) -> Option<u8> {
    ["unpaid", "part_paid", "paid", "settled"]
        .iter()
        .position(|known| *known == word)
        .and_then(|rank| u8::try_from(rank).ok())
}

fn judge(rank: fn(&str) -> Option<u8>, known: (&str, Millis), told: (&str, Millis)) -> Verdict {
    if known.0 == told.0 {
        return Verdict::Old;
    }
    let (Some(here), Some(there)) = (rank(known.0), rank(told.0)) else { return Verdict::Doubtful };
    if there > here && told.1 >= known.1 {
        return Verdict::Forward;
    }
    if there < here && told.1 <= known.1 {
        return Verdict::Old;
    }
    Verdict::Doubtful
}

impl Placed {
    /// The order after the platform told something of it, and whether the
    /// platform has to be asked.
    #[must_use]
    pub fn hear(mut self, news: &News) -> (Self, bool) {
        let before = (self.status.clone(), self.payment_status.clone());
        let mut is_doubtful = false;
        let status = if news.deleted { Some("canceled") } else { news.status.as_deref() };
        if let Some(word) = status {
            let known = (self.status.as_str(), self.heard.status_at);
            match judge(status_rank, known, (word, news.at)) {
                Verdict::Forward => word.clone_into(&mut self.status),
                Verdict::Old => {}
                Verdict::Doubtful => is_doubtful = true,
            }
            self.heard.status_at = self.heard.status_at.max(news.at);
        }
        if let Some(word) = news.payment_status.as_deref() {
            let known = (self.payment_status.as_deref().unwrap_or("unpaid"), self.heard.payment_at);
            match judge(payment_rank, known, (word, news.at)) {
                Verdict::Forward => self.payment_status = Some(word.to_owned()),
                Verdict::Old => {}
                Verdict::Doubtful => is_doubtful = true,
            }
            self.heard.payment_at = self.heard.payment_at.max(news.at);
        }
        if let Some(number) = &news.tracking_number {
            self.details = self.details.tracked(number);
        }
        let changed = before != (self.status.clone(), self.payment_status.clone());
        if changed || is_doubtful {
            self.heard = self.heard.once_more();
        }
        // Money for an order that is over: a person did something, and we do not know what.
        is_doubtful |= changed && !news.deleted && is_over(&self.status) && self.is_paid();
        (self, is_doubtful)
    }

    /// Whether the seller has taken it up, and it is not over.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.status.as_str(), "confirmed" | "in_process" | "ready" | "shipped" | "completed")
    }

    /// Whether the money is there.
    pub fn is_paid(&self) -> bool {
        matches!(self.payment_status.as_deref(), Some("paid" | "settled"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::v3::Order;

    fn order() -> Placed {
        let json = r#"{"id":"1","order_id":"261122A","status":"pending","payment_status":"unpaid"}"#;
        Placed::new(serde_json::from_str::<Order>(json).unwrap()).unwrap()
    }

    fn news(at: Millis, status: Option<&str>, payment: Option<&str>) -> News {
        let own = |word: Option<&str>| word.map(str::to_owned);
        News { at, status: own(status), payment_status: own(payment), ..News::default() }
    }

    #[test]
    fn repeated_and_older_news_change_nothing() {
        let (paid, _) = order().hear(&news(5, Some("confirmed"), Some("paid")));
        for old in [news(5, Some("confirmed"), Some("paid")), news(4, Some("pending"), Some("unpaid"))] {
            assert_eq!(paid.clone().hear(&old), (paid.clone(), false));
        }
    }

    #[test]
    fn what_contradicts_is_asked_about() {
        let (paid, _) = order().hear(&news(5, Some("confirmed"), Some("paid")));
        for odd in [
            news(6, Some("canceled"), None),
            news(6, Some("pending"), None),
            news(4, Some("shipped"), None),
            news(6, None, Some("unpaid")),
            news(6, None, Some("conflict")),
        ] {
            assert!(paid.clone().hear(&odd).1, "{odd:?}");
        }
    }

    #[test]
    fn a_deleted_order_is_over() {
        let gone = News { at: 9, deleted: true, ..News::default() };
        let (state, is_doubtful) = order().hear(&gone);
        assert_eq!((state.status.as_str(), is_doubtful), ("canceled", false));
    }
}
