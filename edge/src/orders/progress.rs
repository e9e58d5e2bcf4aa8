//! What news change of an order. They come late, twice and in any order, so a
//! word counts only when it leads forward and is newer; where time and rank
//! disagree, nobody is believed and the platform is asked.

use serde::{Deserialize, Serialize};

use super::{News, Placed};
use crate::intent::Millis;

/// When the platform said what is known, in its own time; 0 before the first news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Heard {
    /// Of the status.
    pub status_at: Millis,
    /// Of the money.
    pub payment_at: Millis,
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
    ["unpaid", "paid", "settled"]
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
        let changed = before != (self.status.clone(), self.payment_status.clone());
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

    /// Tells it all; whenever there is doubt, what is `true` at the platform is read.
    fn told(events: &[News], truth: &Placed) -> (Placed, usize) {
        let mut reads = 0;
        let state = events.iter().fold(order(), |state, event| {
            let (state, is_doubtful) = state.hear(event);
            if !is_doubtful {
                return state;
            }
            reads += 1;
            state.updated(truth.clone())
        });
        (state, reads)
    }

    /// What the platform has after all of them, in the order of their times.
    fn truth(events: &[News]) -> Placed {
        let mut sorted: Vec<_> = events.iter().collect();
        sorted.sort_by_key(|event| event.at);
        sorted.iter().fold(order(), |mut truth, event| {
            truth.status = event.status.clone().unwrap_or(truth.status);
            truth.payment_status = event.payment_status.clone().or(truth.payment_status);
            truth
        })
    }

    fn words(order: &Placed) -> (&str, Option<&str>) {
        (&order.status, order.payment_status.as_deref())
    }

    fn permutations(events: &[News]) -> Vec<Vec<News>> {
        if events.is_empty() {
            return vec![Vec::new()];
        }
        let with_first = |nth: usize| {
            let mut rest = events.to_vec();
            let first = rest.remove(nth);
            permutations(&rest).into_iter().map(move |tail| [vec![first.clone()], tail].concat())
        };
        (0..events.len()).flat_map(with_first).collect()
    }

    #[test]
    fn an_ordinary_life_is_told_in_any_order_without_a_question() {
        let life = [
            news(1, Some("pending"), Some("unpaid")),
            news(2, None, Some("paid")),
            news(3, Some("confirmed"), None),
            news(4, Some("in_process"), Some("paid")),
            news(5, Some("shipped"), None),
            news(6, Some("completed"), Some("settled")),
        ];
        let orders = permutations(&life);
        assert_eq!(orders.len(), 720);
        for events in orders {
            let (state, reads) = told(&events, &truth(&life));
            assert_eq!((words(&state), reads), (("completed", Some("settled")), 0), "{events:?}");
        }
    }

    /// A seller goes back, cancels what was paid and takes it up again.
    #[test]
    fn a_strange_life_converges_in_any_order() {
        let life = [
            news(1, Some("confirmed"), None),
            news(2, Some("pending"), Some("paid")),
            news(3, Some("canceled"), None),
            news(4, Some("confirmed"), Some("conflict")),
            news(5, Some("packed_by_robot"), Some("unpaid")),
            news(6, Some("ready"), Some("paid")),
        ];
        for events in permutations(&life) {
            assert_eq!(words(&told(&events, &truth(&life)).0), ("ready", Some("paid")), "{events:?}");
        }
    }

    #[test]
    fn ten_thousand_random_lives_converge() {
        let statuses =
            ["draft", "pending", "confirmed", "ready", "shipped", "completed", "canceled", "rts", "new"];
        let payments = ["unpaid", "paid", "settled", "conflict"];
        let mut seed = 7_u64;
        let mut roll = |sides: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap() % sides
        };
        for _ in 0..10_000 {
            let life: Vec<News> = (1..=2 + roll(7))
                .map(|at| {
                    let status = (roll(3) > 0).then(|| statuses[roll(statuses.len())]);
                    let payment = (roll(3) > 0).then(|| payments[roll(payments.len())]);
                    news(Millis::try_from(at).unwrap(), status, payment)
                })
                .collect();
            let mut events: Vec<News> = life.iter().chain(life.iter().take(roll(3))).cloned().collect();
            for nth in (1..events.len()).rev() {
                events.swap(nth, roll(nth + 1));
            }
            let truth = truth(&life);
            assert_eq!(words(&told(&events, &truth).0), words(&truth), "{events:?}");
        }
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
