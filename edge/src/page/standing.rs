//! Where an order stands, in the one word that the page's sentences hang on.

use shared::v3::PaymentStatus;
use shared::wire::Status;

use super::View;

/// What the shopper has to know first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody knows yet whether the platform has it.
    Confirming,
    /// It queues before a busy platform.
    Waiting,
    /// It was never made.
    Absent,
    /// The seller has to find out.
    Review,
    /// The platform did not want it.
    Refused,
    /// It stands, and the seller says what comes next.
    Received,
    /// It is to be paid.
    Unpaid,
    /// It could have been paid until now.
    Expired,
    /// It is paid on arrival.
    Cash,
    /// Platform and gateway disagree about the money.
    Conflict,
    /// It is paid.
    Paid,
    /// It is being packed.
    Packing,
    /// It waits for the courier.
    Ready,
    /// It is on its way.
    Shipped,
    /// It arrived.
    Completed,
    /// It was called off.
    Canceled,
    /// It was called off although it was paid.
    CanceledPaid,
    /// It goes back to the seller.
    Returned,
}

impl Standing {
    /// Every one of them.
    pub const ALL: [Self; 18] = [
        Self::Confirming,
        Self::Waiting,
        Self::Absent,
        Self::Review,
        Self::Refused,
        Self::Received,
        Self::Unpaid,
        Self::Expired,
        Self::Cash,
        Self::Conflict,
        Self::Paid,
        Self::Packing,
        Self::Ready,
        Self::Shipped,
        Self::Completed,
        Self::Canceled,
        Self::CanceledPaid,
        Self::Returned,
    ];

    /// Of an order at `now`, in Unix seconds.
    pub fn of(view: &View, now: i64) -> Self {
        match &view.status {
            Status::Confirming => Self::Confirming,
            Status::Waiting => Self::Waiting,
            Status::Absent => Self::Absent,
            Status::Review => Self::Review,
            Status::Refused => Self::Refused,
            Status::Canceled | Status::Closed if view.is_paid() => Self::CanceledPaid,
            Status::Canceled | Status::Closed if is_late(view, now) => Self::Expired,
            Status::Canceled | Status::Closed => Self::Canceled,
            Status::Rts => Self::Returned,
            Status::Shipped => Self::Shipped,
            Status::Completed => Self::Completed,
            _ if view.payment_status == Some(PaymentStatus::Conflict) => Self::Conflict,
            status if view.is_paid() => Self::at_work(status),
            status if view.is_cash() => match Self::at_work(status) {
                Self::Paid => Self::Cash,
                later => later,
            },
            // Who paid all of it in parts is not asked for more.
            _ if view.is_covered() => Self::Conflict,
            // Accepted by the seller is not paid (scalev-v3 §3.3).
            _ if is_late(view, now) => Self::Expired,
            _ if view.is_payable() => Self::Unpaid,
            _ => Self::Received,
        }
    }

    fn at_work(status: &Status) -> Self {
        match status {
            Status::Confirmed | Status::InProcess => Self::Packing,
            Status::Ready => Self::Ready,
            _ => Self::Paid,
        }
    }

    /// Whether the shopper may still pay.
    pub fn is_to_pay(self, view: &View) -> bool {
        let sent = matches!(self, Self::Shipped | Self::Completed);
        self == Self::Unpaid || (sent && !view.is_paid() && !view.is_cash() && view.is_payable())
    }

    /// Whether nothing new is to be expected, so that the page need not ask.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::Completed | Self::Canceled | Self::CanceledPaid | Self::Returned)
    }

    /// How it feels: what colour the page is in.
    pub(super) fn mood(self) -> &'static str {
        match self {
            Self::Confirming | Self::Waiting | Self::Review | Self::Conflict | Self::Expired => "wait",
            Self::Absent | Self::Refused | Self::Canceled | Self::CanceledPaid | Self::Returned => "stop",
            Self::Received | Self::Unpaid | Self::Cash => "todo",
            Self::Paid | Self::Packing | Self::Ready | Self::Shipped | Self::Completed => "good",
        }
    }
}

fn is_late(view: &View, now: i64) -> bool {
    !view.is_paid() && view.deadline.is_some_and(|deadline| deadline <= now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Link;
    use shared::value::Rupiah;

    fn standing(status: &str, payment: &str, change: impl FnOnce(&mut View)) -> Standing {
        let mut view = View::new("ck_1", Status::from(status));
        view.payment_status = Some(PaymentStatus::from(payment));
        view.pay_url = Link::new("https://pay.example".into());
        change(&mut view);
        Standing::of(&view, 1_000)
    }

    #[test]
    fn accepted_is_not_paid() {
        for status in ["draft", "pending", "confirmed", "in_process", "ready", "tomorrow's"] {
            assert_eq!(standing(status, "unpaid", |_| ()), Standing::Unpaid, "{status}");
        }
        assert_eq!(standing("pending", "paid", |_| ()), Standing::Paid);
        assert_eq!(standing("confirmed", "settled", |_| ()), Standing::Packing);
    }

    #[test]
    fn nobody_is_sent_to_pay_late_or_twice() {
        assert_eq!(standing("pending", "unpaid", |view| view.deadline = Some(1_000)), Standing::Expired);
        assert_eq!(standing("pending", "unpaid", |view| view.deadline = Some(1_001)), Standing::Unpaid);
        assert_eq!(standing("pending", "paid", |view| view.deadline = Some(1)), Standing::Paid);
        assert_eq!(standing("pending", "conflict", |_| ()), Standing::Conflict);
        assert_eq!(standing("canceled", "unpaid", |_| ()), Standing::Canceled);
        assert_eq!(standing("closed", "unpaid", |view| view.deadline = Some(1)), Standing::Expired);
        assert_eq!(standing("canceled", "paid", |_| ()), Standing::CanceledPaid);
    }

    #[test]
    fn who_paid_all_parts_is_asked_for_no_more() {
        let paid = |rupiah: i64| {
            standing("pending", "part_paid", |view| {
                (view.total, view.paid) = (Some(Rupiah::new(141_000)), Some(Rupiah::new(rupiah)));
            })
        };
        assert_eq!(paid(140_999), Standing::Unpaid);
        assert_eq!((paid(141_000), paid(150_000)), (Standing::Conflict, Standing::Conflict));
    }

    #[test]
    fn cash_is_not_asked_for_before_the_parcel_is_there() {
        let cash = |view: &mut View| view.method = Some("cod".into());
        assert_eq!(standing("pending", "unpaid", cash), Standing::Cash);
        assert_eq!(standing("in_process", "unpaid", cash), Standing::Packing);
        assert_eq!(standing("shipped", "unpaid", cash), Standing::Shipped);
        let mut view = View::new("ck_1", Status::Shipped);
        cash(&mut view);
        assert!(!Standing::Shipped.is_to_pay(&view));
    }

    #[test]
    fn without_a_way_to_pay_the_seller_has_the_word() {
        assert_eq!(standing("pending", "unpaid", |view| view.pay_url = None), Standing::Received);
    }
}
