//! What is known of an order. Three speak of it: the answer to its own request,
//! answers to questions, and the platform by itself; each may be long on its
//! way, so that an older word comes after a newer one.

use super::{Heard, News, Placed, Public, Record};
use crate::intent::{Effect, Event, Millis};
use crate::platform::PlatformError;

impl Record {
    /// When the platform told of the order, and how much was learned of it.
    pub fn heard(&self) -> Heard {
        self.placed.as_ref().map_or(self.early, |placed| placed.heard)
    }

    /// With an order as it was read at `now`, in Unix milliseconds.
    #[must_use]
    pub fn read(self, placed: Placed, now: Millis) -> Self {
        let heard = self.heard().once_more();
        let shown = self.showing(Placed { heard, ..placed });
        Self { read_at: now, doubtful: false, ..shown }
    }

    fn showing(self, placed: Placed) -> Self {
        let number = |placed: Option<&Placed>| placed.and_then(|placed| placed.order_id.clone());
        let untold = self.untold || number(self.placed.as_ref()) != number(Some(&placed));
        Self { placed: Some(placed), untold, ..self }
    }

    /// With the order as the answer to its own request shows it: that is the
    /// oldest word there is, so it only adds what nobody said since.
    #[must_use]
    pub fn answered(self, placed: Placed, now: Millis) -> Self {
        match self.placed.clone() {
            Some(known) if known.id == placed.id => {
                let heard = known.heard;
                self.showing(Placed { heard, ..placed.updated(known) })
            }
            // The platform made two, and told of the other one first.
            Some(_) => self,
            None => {
                let doubtful = self.early != Heard::default();
                Self { doubtful, ..self.read(placed, now) }
            }
        }
    }

    /// After the platform was asked for the order: its answer is added to what
    /// is known by now. `heard` is [`Record::heard`] of when it was asked: of
    /// what was learned since, the answer may know nothing.
    #[must_use]
    pub fn asked(self, answer: Result<Placed, PlatformError>, heard: Heard, now: Millis) -> Self {
        let is_overtaken = self.heard() != heard;
        match (self.placed.clone(), answer) {
            (Some(_), Ok(_)) if is_overtaken => Self { doubtful: true, ..self },
            (Some(known), Ok(later)) => self.read(known.updated(later), now),
            (None, Ok(first)) => Self { doubtful: is_overtaken, ..self.read(first, now) },
            // It is gone: what was told last is all there is.
            (Some(known), Err(PlatformError::NotFound)) => self.read(known, now),
            _ => self,
        }
    }

    /// With what the public order says, which is of no state.
    #[must_use]
    pub fn with_public(self, public: Public) -> Self {
        let placed = self.placed.clone().map(|placed| Placed { public: Some(public), ..placed });
        Self { placed, ..self }
    }

    /// What follows when the platform tells of an order of ours.
    #[must_use]
    pub fn hear(&self, news: &News, now: Millis) -> (Self, Vec<Effect>) {
        let (told, effects) = match &news.id {
            Some(id) if !self.knows(id, news) => self.advance(Event::Told { order: id.clone() }, now),
            _ => (self.clone(), Vec::new()),
        };
        let Some(placed) = told.placed.clone() else {
            return (Self { early: told.early.of(news), ..told }, effects);
        };
        if !told.is_about(&placed, news) {
            return (told, effects);
        }
        let (placed, is_doubtful) = placed.hear(news);
        (Self { placed: Some(placed), doubtful: told.doubtful || is_doubtful, ..told }, effects)
    }

    /// Some payloads name an order by its number, or by an id of older days.
    fn knows(&self, id: &String, news: &News) -> bool {
        let is_named = |placed: &Placed| placed.order_id.is_some() && placed.order_id == news.order_id;
        self.intent.orders.contains(id) || self.placed.as_ref().is_some_and(is_named)
    }

    fn is_about(&self, placed: &Placed, news: &News) -> bool {
        match (&news.id, &news.order_id) {
            (Some(id), _) if self.intent.orders.contains(id) => placed.id == *id,
            (_, Some(number)) => placed.order_id.as_ref() == Some(number),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::v3::Order;

    use super::*;
    use crate::intent::{Fence, Intent, Notice, Stage};
    use crate::orders::{Fingerprint, Receipt};

    fn placed() -> Placed {
        order(r#"{"id":"019a"}"#)
    }

    fn order(json: &str) -> Placed {
        Placed::new(serde_json::from_str::<Order>(json).unwrap()).unwrap()
    }

    fn record(stage: Stage) -> Record {
        let is_placed = stage == Stage::Placed;
        let fences = vec![Fence { at: 0, deadline: 1, settled: false }];
        let orders = if is_placed { vec!["019a".into()] } else { Vec::new() };
        let intent = Intent { stage, fences, orders, ..Intent::default() };
        let record = Record::new(Fingerprint::stored("a".into()), 1, Receipt::default());
        Record { intent, placed: is_placed.then(placed), ..record }
    }

    fn news(id: Option<&str>, order_id: Option<&str>) -> News {
        let own = |text: Option<&str>| text.map(str::to_owned);
        News {
            id: own(id),
            order_id: own(order_id),
            at: 5,
            payment_status: Some("paid".into()),
            ..News::default()
        }
    }

    /// Often the fastest way to learn what became of a lost answer (reliability F20).
    #[test]
    fn news_of_a_lost_order_place_it() {
        let (heard, effects) = record(Stage::Reconciling).hear(&news(Some("019a"), None), 9);
        assert_eq!((&heard.intent.stage, heard.unread()), (&Stage::Placed, Some("019a")));
        assert_eq!(effects, [Effect::Tell(Notice::Placed)]);
    }

    #[test]
    fn news_name_an_order_by_id_or_number() {
        let numbered = Placed { order_id: Some("261122A".into()), ..placed() };
        let record = Record { placed: Some(numbered), ..record(Stage::Placed) };
        let is_paid = |news: &News| record.hear(news, 9).0.placed.unwrap().is_paid();
        assert!(is_paid(&news(Some("019a"), None)));
        assert!(is_paid(&news(None, Some("261122A"))));
        assert!(is_paid(&news(Some("77"), Some("261122A"))));
        assert!(!is_paid(&news(None, Some("261122B"))));
        let (other, effects) = record.hear(&news(Some("019b"), Some("261122B")), 9);
        assert_eq!(effects, [Effect::Tell(Notice::Duplicated)]);
        assert_eq!(other.intent.stage, Stage::Duplicated);
        assert!(!other.placed.unwrap().is_paid());
    }

    /// While it was asked for the order was told to be paid.
    #[test]
    fn an_answer_does_not_undo_what_was_told_meanwhile() {
        let (told, _) = record(Stage::Placed).hear(&news(Some("019a"), None), 9);
        let overtaken = told.clone().asked(Ok(placed()), Heard::default(), 10);
        assert_eq!(overtaken, Record { doubtful: true, ..told });
    }

    #[test]
    fn an_answer_is_added_to_what_was_told_before() {
        let record = Record { doubtful: true, ..record(Stage::Placed) };
        let (told, _) = record.hear(&news(Some("019a"), None), 9);
        let heard = told.placed.as_ref().unwrap().heard;
        let gone = told.clone().asked(Err(PlatformError::NotFound), heard, 10);
        assert!(gone.placed.as_ref().unwrap().is_paid() && !gone.doubtful);
        assert_eq!(told.clone().asked(Err(PlatformError::Timeout), heard, 10), told);
        let later = Placed { payment_url: Some("https://pay.example".into()), ..placed() };
        let read = told.asked(Ok(later), heard, 10);
        assert_eq!(
            (read.placed.unwrap().payment_url.is_some(), read.read_at, read.doubtful),
            (true, 10, false)
        );
    }
    /// The order was made and paid; a webhook told of it, and the answer to its
    /// own request, which is of the moment in which it was made, comes last.
    #[test]
    fn the_answer_to_its_own_request_undoes_nothing() {
        let (told, _) = record(Stage::Dispatching).hear(&news(Some("019a"), None), 9);
        let paid = order(r#"{"id":"019a","status":"confirmed","payment_status":"paid"}"#);
        let read = told.clone().asked(Ok(paid), told.heard(), 10);
        let late = order(
            r#"{"id":"019a","order_id":"261122A","status":"pending","payment_status":"unpaid","secret_slug":"s"}"#,
        );
        let known = Record { untold: false, ..read }.answered(late, 11);
        let placed = known.placed.unwrap();
        assert!(placed.is_paid() && placed.status == "confirmed", "{placed:?}");
        assert_eq!((placed.secret_slug.as_deref(), known.untold, known.read_at), (Some("s"), true, 10));
        assert_eq!(placed.heard, read_heard());
    }

    fn read_heard() -> Heard {
        Heard { status_at: 0, payment_at: 5, words: 2 }
    }

    /// The platform made two orders, and told of the one that it does not answer.
    #[test]
    fn the_answer_of_a_twin_does_not_take_the_first_ones_place() {
        let record = record(Stage::Placed);
        assert_eq!(record.clone().answered(order(r#"{"id":"019b"}"#), 9), record);
    }

    /// Nothing is known that a letter could be compared with, so it is not
    /// believed; but neither is an answer that may be older than it.
    #[test]
    fn a_letter_that_comes_before_the_first_answer_is_asked_about() {
        let unread = record(Stage::Dispatching);
        let asked_at = unread.heard();
        let (told, _) = unread.hear(&news(Some("019a"), None), 9);
        for read in [told.clone().asked(Ok(placed()), asked_at, 10), told.clone().answered(placed(), 10)] {
            assert!(read.doubtful && read.placed.is_some(), "{read:?}");
        }
        let first = told.clone().asked(Ok(placed()), told.heard(), 10);
        assert!(!first.doubtful);
        // It is remembered when it was: what is older leads nowhere.
        let older = News { at: 4, payment_status: Some("settled".into()), ..news(Some("019a"), None) };
        assert!(first.hear(&older, 11).0.doubtful);
    }

    /// Of two who ask, the first may be answered last.
    #[test]
    fn an_answer_that_another_one_overtook_is_not_believed() {
        let record = record(Stage::Placed);
        let asked_at = record.heard();
        let paid = order(r#"{"id":"019a","payment_status":"paid"}"#);
        let second = record.asked(Ok(paid), asked_at, 10);
        let first = second.clone().asked(Ok(placed()), asked_at, 11);
        assert_eq!(first, Record { doubtful: true, ..second });
    }

    #[test]
    fn the_public_order_settles_no_doubt() {
        let doubtful = Record { doubtful: true, read_at: 7, ..record(Stage::Placed) };
        let shown = doubtful.clone().with_public(Public::default());
        assert_eq!((shown.doubtful, shown.read_at, shown.heard()), (true, 7, doubtful.heard()));
    }
}
