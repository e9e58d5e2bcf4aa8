//! When an order is asked for although nobody looks at it and the platform
//! tells nothing: its webhooks may be off, and any of them may be lost.

use shared::v3::PaymentKind;

use super::{Placed, Record};
use crate::intent::Millis;

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;

/// Milliseconds from an order to the first question. The pauses grow with its
/// age: each question comes when it is twice as old as at the last one.
pub const FOLLOWED_FIRST: Millis = 5 * MINUTE;
/// Milliseconds between two questions, at most.
const PAUSE_MAX: Millis = 6 * HOUR;
/// Milliseconds for which an order is followed whose deadline nobody knows.
const FOLLOWED: Millis = 3 * DAY;
/// The same at most, whatever the deadline.
const FOLLOWED_MAX: Millis = 7 * DAY;
/// Milliseconds after the end in which money that came in time shows, and in
/// which a last question may fail.
const AFTERWARDS: Millis = 10 * MINUTE;

impl Record {
    /// When the order is next to be asked for, in Unix milliseconds; a past
    /// moment counts. `None` when it is sold or over, or its time is.
    pub fn follow_up_at(&self, now: Millis) -> Option<Millis> {
        let placed = self.placed.as_ref().filter(|placed| placed.is_moving())?;
        let end = self.followed_until(placed);
        let is_over = self.read_at >= end || now >= end.saturating_add(AFTERWARDS);
        if is_over || self.is_sold() {
            return None;
        }
        let age = self.read_at.saturating_sub(self.receipt.placed_at);
        let pause = age.clamp(FOLLOWED_FIRST, PAUSE_MAX);
        Some(self.read_at.saturating_add(pause).min(end))
    }

    fn followed_until(&self, placed: &Placed) -> Millis {
        let since = self.receipt.placed_at;
        let told = placed.public.as_ref().and_then(|public| public.expires_at);
        let told = told.map(|seconds| seconds.saturating_mul(1_000));
        let after =
            placed.details.expires_after_days.map(|days| since.saturating_add(days.saturating_mul(DAY)));
        let deadline = told.or(after).unwrap_or(since.saturating_add(FOLLOWED));
        deadline.min(since.saturating_add(FOLLOWED_MAX)).saturating_add(AFTERWARDS)
    }

    /// Whether the money is there, or cash is to be had for what the seller
    /// confirmed. A link may never be paid; what is paid at the door may never
    /// be sent.
    pub fn is_sold(&self) -> bool {
        let Some(placed) = &self.placed else { return false };
        let method = placed.details.payment_method.as_ref().or(self.receipt.payment_method.as_ref());
        let is_cash = method.is_some_and(|method| method.kind() == PaymentKind::Cod);
        placed.is_paid() || is_cash && placed.is_confirmed()
    }
}

#[cfg(test)]
mod tests {
    use shared::v3::{Order, PaymentMethodCode};

    use super::*;
    use crate::orders::{Fingerprint, Public, Receipt};

    fn record(method: &str, json: &str) -> Record {
        let placed = Placed::new(serde_json::from_str::<Order>(json).unwrap()).unwrap();
        let payment_method = Some(PaymentMethodCode::new(method));
        let receipt = Receipt { placed_at: 1_000, payment_method, ..Receipt::default() };
        Record::new(Fingerprint::stored("a".into()), 1, receipt).read(placed, 1_000)
    }

    fn unpaid() -> Record {
        record("payment_link", r#"{"id":"1","status":"pending","payment_status":"unpaid"}"#)
    }

    /// Every question there is, in minutes after the order.
    fn questions(mut record: Record) -> Vec<Millis> {
        let mut asked = Vec::new();
        while let Some(at) = record.follow_up_at(record.read_at) {
            asked.push((at - record.receipt.placed_at) / MINUTE);
            record.read_at = at;
        }
        asked
    }

    #[test]
    fn the_pauses_grow_and_come_to_an_end() {
        let asked = questions(unpaid());
        assert_eq!(asked[..8], [5, 10, 20, 40, 80, 160, 320, 640]);
        assert_eq!((asked[8], asked.last(), asked.len()), (1_000, Some(&(3 * 1_440 + 10)), 19));
    }

    #[test]
    fn a_deadline_ends_it_with_one_question_after_it() {
        let mut short = unpaid();
        let public = Public { expires_at: Some(1 + 3_600), ..Public::default() };
        short = short.with_public(public);
        assert_eq!(questions(short), [5, 10, 20, 40, 70]);
        let json = r#"{"id":"1","status":"pending","store":{"is_auto_expire":true,"auto_expire_days":30}}"#;
        assert_eq!(questions(record("bank_transfer", json)).last(), Some(&(7 * 1_440 + 10)));
    }

    /// Whoever looks has asked, so the next question comes later.
    #[test]
    fn a_question_of_a_shopper_counts() {
        let looked = Record { read_at: 1_000 + 30 * MINUTE, ..unpaid() };
        assert_eq!(looked.follow_up_at(0), Some(1_000 + 60 * MINUTE));
    }

    #[test]
    fn what_is_sold_or_over_is_not_followed() {
        let follows = |method: &str, status: &str, payment: &str| {
            let json = format!(r#"{{"id":"1","status":"{status}","payment_status":"{payment}"}}"#);
            record(method, &json).follow_up_at(2_000).is_some()
        };
        assert!(follows("qris", "pending", "unpaid") && follows("qris", "confirmed", "unpaid"));
        assert!(follows("cod", "pending", "unpaid"));
        assert!(!follows("cod", "confirmed", "unpaid"));
        assert!(!follows("qris", "pending", "paid") && !follows("qris", "canceled", "unpaid"));
        assert_eq!(Record { placed: None, ..unpaid() }.follow_up_at(2_000), None);
    }

    /// A platform that cannot be asked is not asked for ever.
    #[test]
    fn questions_that_fail_end_too() {
        let end = 1_000 + 3 * DAY + AFTERWARDS;
        assert_eq!(unpaid().follow_up_at(end + AFTERWARDS), None);
        assert!(unpaid().follow_up_at(end + AFTERWARDS - 1).is_some());
    }
}
