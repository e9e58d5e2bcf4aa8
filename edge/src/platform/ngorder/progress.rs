//! The platform's words for where an order and its money stand, in ours
//! (platforms §5.3). A word that is new is kept.

use shared::v3::{OrderStatus, PaymentStatus};

/// Where an order stands, from `order_status` and `order_progress_status`.
pub(super) fn status(order: Option<&str>, progress: Option<&str>, payment: Option<&str>) -> OrderStatus {
    let over = ["REJECTED", "REJECT", "CANCELED", "CANCELLED"];
    if order.is_some_and(|word| over.contains(&word)) || payment == Some("EXPIRED") {
        return OrderStatus::Canceled;
    }
    match progress {
        None | Some("UNPAID" | "INSTALLMENT") => OrderStatus::Pending,
        Some("UNPROCESSED") => OrderStatus::Confirmed,
        Some("NO AWB") => OrderStatus::InProcess,
        Some("ON PROCESS") => OrderStatus::Shipped,
        Some("DELIVERED") => OrderStatus::Completed,
        Some(word) => OrderStatus::from(word.to_lowercase()),
    }
}

/// Where its money stands. A transfer goes to the seller's own account, so what
/// is paid is settled.
pub(super) fn payment(word: Option<&str>) -> PaymentStatus {
    match word {
        Some("PAID") => PaymentStatus::Settled,
        // The one sample with `C` answers an instalment: it stands for "cicilan", as far as one can tell.
        Some("INSTALLMENT" | "C") => PaymentStatus::PartPaid,
        None
        | Some(
            "UNPAID" | "WAITING_CONFIRMATION" | "WAITING PAYMENT" | "FAIL" | "EXPIRED" | "REFUND_REJECTED",
        ) => PaymentStatus::Unpaid,
        Some(word) => PaymentStatus::from(word.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_leads_from_unpaid_to_delivered() {
        let steps = [
            ("UNPAID", OrderStatus::Pending),
            ("INSTALLMENT", OrderStatus::Pending),
            ("UNPROCESSED", OrderStatus::Confirmed),
            ("NO AWB", OrderStatus::InProcess),
            ("ON PROCESS", OrderStatus::Shipped),
            ("DELIVERED", OrderStatus::Completed),
        ];
        for (word, expect) in steps {
            assert_eq!(status(Some("ACCEPTED"), Some(word), None), expect, "{word}");
            assert_eq!(status(Some("CANCELED"), Some(word), None), OrderStatus::Canceled, "{word}");
        }
        assert_eq!(status(None, None, None), OrderStatus::Pending);
        assert_eq!(status(None, Some("UNPAID"), Some("EXPIRED")), OrderStatus::Canceled);
    }

    #[test]
    fn new_words_are_kept() {
        assert_eq!(String::from(status(None, Some("DIRAKIT"), None)), "dirakit");
        assert_eq!(String::from(payment(Some("ESCROW"))), "escrow");
    }

    #[test]
    fn money_is_there_or_it_is_not() {
        assert_eq!(payment(Some("PAID")), PaymentStatus::Settled);
        for word in ["UNPAID", "WAITING_CONFIRMATION", "FAIL"] {
            assert_eq!(payment(Some(word)), PaymentStatus::Unpaid, "{word}");
        }
        for word in ["INSTALLMENT", "C"] {
            assert_eq!(payment(Some(word)), PaymentStatus::PartPaid, "{word}");
        }
    }
}
