//! From what the object of an intent says to what its page shows.

use std::ops::RangeInclusive;

use shared::v3::{PaymentMethodCode, PaymentStatus};
use shared::value::Rupiah;
use shared::wire::Status;

use super::{Code, Line, Link, View};
use crate::intent::Millis;
use crate::orders::{self, Answer, Details, Outcome, PaymentCode, Placed, Public, Receipt};

/// An order that moves and was not read for so many milliseconds could not be:
/// looks at it read it again, with two minutes between them at most.
const OLD: Millis = 150_000;
const DAY: i64 = 86_400;
/// Rupiah that tell transfers apart.
const UNIQUE_CODES: RangeInclusive<i64> = 1..=999;

impl View {
    /// What there is to show at `now`, in Unix milliseconds. `None` when there
    /// is no such order.
    pub fn told(answer: Answer, now: Millis) -> Option<Self> {
        let token = answer.token.as_str();
        let receipt = answer.receipt.map(|receipt| *receipt).unwrap_or_default();
        let waiting = |status| Some(Self::new(token, status).ordered(receipt.clone()));
        match answer.outcome {
            Outcome::Placed(placed) => {
                let is_old = placed.is_moving() && now.saturating_sub(answer.read_at) > OLD;
                let view = Self::new(token, Status::from(&*placed.status)).ordered(receipt).placed(*placed);
                Some(Self { as_of: is_old.then(|| seconds(answer.read_at)), ..view })
            }
            Outcome::Confirming => waiting(Status::Confirming),
            Outcome::Waiting { .. } => waiting(Status::Waiting),
            Outcome::Absent => waiting(Status::Absent),
            Outcome::Review => waiting(Status::Review),
            Outcome::Refused | Outcome::Failed(_) => waiting(Status::Refused),
            Outcome::Duplicate { .. } | Outcome::Reused | Outcome::Missing => None,
        }
    }

    fn ordered(self, receipt: Receipt) -> Self {
        let line =
            |line: orders::ReceiptLine| Line { name: line.name, quantity: line.quantity, total: line.total };
        Self {
            store: Some(receipt.store_name).filter(|name| !name.is_empty()),
            method: receipt.payment_method.as_ref().map(code_of),
            lines: receipt.lines.into_iter().map(line).collect(),
            is_parcel: receipt.shipping_cost.is_some(),
            shipping_cost: receipt.shipping_cost,
            insurance_cost: receipt.insurance_cost,
            total: receipt.total,
            placed_at: Some(receipt.placed_at).filter(|at| *at > 0).map(seconds),
            ..self
        }
    }

    fn placed(self, placed: Placed) -> Self {
        let paid = placed.paid_so_far();
        let pay_url = placed.way_to_pay().cloned().and_then(Link::new);
        let view = Self {
            order_id: placed.order_id,
            payment_status: placed.payment_status.map(PaymentStatus::from),
            public_order_url: placed.public_order_url.and_then(Link::new),
            unique_code: unique_code(placed.total, self.total),
            total: placed.total.or(self.total),
            paid,
            pay_url,
            ..self
        };
        view.detailed(placed.details).public(placed.public.unwrap_or_default())
    }

    fn detailed(self, details: Details) -> Self {
        let pay_by = self
            .placed_at
            .zip(details.expires_after_days)
            .and_then(|(at, days)| days.checked_mul(DAY).and_then(|seconds| at.checked_add(seconds)));
        Self {
            method: details.payment_method.as_ref().map(code_of).or(self.method),
            accounts: details.account.into_iter().collect(),
            code: details.code.and_then(code),
            courier: details.courier,
            tracking: details.tracking_number,
            movements: details.movements,
            pay_by,
            ..self
        }
    }

    fn public(self, public: Public) -> Self {
        Self {
            deadline: public.expires_at,
            accounts: if self.accounts.is_empty() { public.accounts } else { self.accounts },
            seller_phone: public.seller_phone,
            ..self
        }
    }
}

fn unique_code(asked: Option<Rupiah>, ordered: Option<Rupiah>) -> Option<Rupiah> {
    let more = asked?.checked_sub(ordered?)?;
    UNIQUE_CODES.contains(&more.amount()).then_some(more)
}

fn seconds(millis: Millis) -> i64 {
    millis.div_euclid(1_000)
}

fn code_of(method: &PaymentMethodCode) -> String {
    method.as_str().to_owned()
}

/// A QR code is shown by the page that the shopper is sent to.
fn code(code: PaymentCode) -> Option<Code> {
    match code {
        PaymentCode::VirtualAccount(number) => Some(Code { is_account: true, number }),
        PaymentCode::Till(number) => Some(Code { is_account: false, number }),
        PaymentCode::Qr(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use shared::v3::Order;

    use super::*;
    use crate::orders::{ReceiptLine, Token};

    const NOW: Millis = 1_795_406_700_000;

    fn answer(outcome: Outcome) -> Answer {
        let receipt = Receipt {
            store_name: "Kopi Lereng".into(),
            placed_at: NOW - 5_000,
            payment_method: Some(PaymentMethodCode::new("qris")),
            lines: vec![ReceiptLine {
                unique_id: "variant_1".into(),
                name: "Gayo".into(),
                quantity: 2,
                total: None,
            }],
            total: Some(Rupiah::new(49_000)),
            ..Receipt::default()
        };
        let token = Token::from_object_id(&"0f".repeat(32)).unwrap();
        let (replayed, platform_ms, read_at) = (true, 0, NOW - 3_000);
        Answer { token, outcome, replayed, platform_ms, receipt: Some(Box::new(receipt)), read_at }
    }

    fn told(outcome: Outcome) -> Option<View> {
        View::told(answer(outcome), NOW)
    }

    fn placed(json: &str) -> Outcome {
        Outcome::Placed(Box::new(Placed::new(serde_json::from_str::<Order>(json).unwrap()).unwrap()))
    }

    const UNPAID: &str = r#"{"id":"019a","order_id":"261122A","status":"pending","payment_status":"unpaid",
        "gross_revenue":"49123.00","payment_url":"https://pay.example/x","payment_method":"va_bca",
        "store":{"is_auto_expire":true,"auto_expire_days":1},
        "pg_payment_info":{"va_number":"8808"}}"#;

    #[test]
    fn an_order_is_shown_as_the_platform_has_it() {
        let view = told(placed(UNPAID)).unwrap();
        assert_eq!((view.reference(), view.is_payable()), ("261122A", true));
        assert_eq!((view.total, view.method.as_deref()), (Some(Rupiah::new(49_123)), Some("va_bca")));
        assert_eq!(view.code, Some(Code { is_account: true, number: "8808".into() }));
        assert_eq!(view.pay_by, Some(NOW / 1_000 - 5 + DAY));
        assert_eq!(view.unique_code, Some(Rupiah::new(123)));
        assert_eq!(view.lines.len(), 1);
        assert_eq!(view.as_of, None);
    }

    #[test]
    fn without_an_order_there_is_still_what_was_ordered() {
        for (outcome, status) in [
            (Outcome::Confirming, Status::Confirming),
            (Outcome::Waiting { retry_after: 7 }, Status::Waiting),
            (Outcome::Absent, Status::Absent),
            (Outcome::Review, Status::Review),
            (Outcome::Refused, Status::Refused),
        ] {
            let view = told(outcome).unwrap();
            assert_eq!((view.status, view.store.as_deref()), (status, Some("Kopi Lereng")));
            assert_eq!((view.lines.len(), view.total), (1, Some(Rupiah::new(49_000))));
        }
        assert_eq!(told(Outcome::Missing), None);
        assert_eq!(told(Outcome::Reused), None);
    }

    #[test]
    fn what_could_not_be_read_again_says_since_when() {
        let old = Answer { read_at: NOW - OLD - 1, ..answer(placed(UNPAID)) };
        assert_eq!(View::told(old, NOW).unwrap().as_of, Some((NOW - OLD - 1).div_euclid(1_000)));
        let over = placed(r#"{"id":"019a","status":"canceled"}"#);
        let over = Answer { read_at: 1, ..answer(over) };
        assert_eq!(View::told(over, NOW).unwrap().as_of, None);
    }

    #[test]
    fn the_public_order_has_the_word_about_paying() {
        let Outcome::Placed(placed) = placed(UNPAID) else { panic!("an order") };
        let public = Public {
            redirect_url: Some("https://toko.example/next".into()),
            expires_at: Some(17),
            seller_phone: Some("6281200000099".into()),
            ..Public::default()
        };
        let view = told(Outcome::Placed(Box::new(Placed { public: Some(public), ..*placed }))).unwrap();
        assert_eq!(view.pay_url.as_ref().map(Link::as_str), Some("https://toko.example/next"));
        assert_eq!((view.deadline, view.seller_phone.as_deref()), (Some(17), Some("6281200000099")));
    }
}
