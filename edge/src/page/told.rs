//! From what the object of an intent says to what its page shows.

use shared::v3::PaymentStatus;
use shared::wire::Status;

use super::{Link, View};
use crate::orders::{Answer, Outcome, Placed};

impl View {
    /// `None` when there is no such order.
    pub fn told(answer: Answer) -> Option<Self> {
        let token = answer.token.as_str();
        match answer.outcome {
            Outcome::Placed(placed) => Some(Self::new(token, Status::from(&*placed.status)).with(*placed)),
            Outcome::Confirming => Some(Self::new(token, Status::Confirming)),
            Outcome::Absent => Some(Self::new(token, Status::Absent)),
            Outcome::Waiting { .. } => Some(Self::new(token, Status::Waiting)),
            Outcome::Review => Some(Self::new(token, Status::Review)),
            Outcome::Refused | Outcome::Failed(_) => Some(Self::new(token, Status::Refused)),
            Outcome::Reused | Outcome::Duplicate { .. } | Outcome::Missing => None,
        }
    }

    fn with(self, placed: Placed) -> Self {
        Self {
            order_id: placed.order_id,
            payment_status: placed.payment_status.map(PaymentStatus::from),
            pay_url: placed.payment_url.and_then(Link::new),
            public_order_url: placed.public_order_url.and_then(Link::new),
            total: placed.total,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::v3::Order;

    use super::*;
    use crate::orders::Token;

    fn told(outcome: Outcome) -> Option<View> {
        let token = Token::from_object_id(&"0f".repeat(32)).unwrap();
        View::told(Answer { token, outcome, replayed: true, platform_ms: 0, receipt: None, read_at: 0 })
    }

    #[test]
    fn an_order_is_shown_as_the_platform_has_it() {
        let json = r#"{"id":"019a","order_id":"261122A","status":"pending","payment_status":"unpaid",
            "gross_revenue":"49000.00","payment_url":"https://pay.example/x"}"#;
        let placed = Placed::new(serde_json::from_str::<Order>(json).unwrap()).unwrap();
        let view = told(Outcome::Placed(Box::new(placed))).unwrap();
        assert_eq!((view.reference(), view.is_payable()), ("261122A", true));
        assert_eq!(view.total.map(shared::value::Rupiah::amount), Some(49_000));
    }

    #[test]
    fn without_an_order_there_is_still_a_word() {
        assert_eq!(told(Outcome::Confirming).unwrap().status, Status::Confirming);
        assert_eq!(told(Outcome::Absent).unwrap().status, Status::Absent);
        assert_eq!(told(Outcome::Missing), None);
        assert_eq!(told(Outcome::Reused), None);
    }
}
