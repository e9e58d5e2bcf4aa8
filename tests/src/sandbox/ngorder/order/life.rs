//! How an order fares after it was made (platforms §2.2, codes).

use jiff::Timestamp;

use super::{Order, Payment};
use crate::sandbox::identity;

impl Order {
    /// It was called off.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled_at.is_some()
    }

    /// Rupiah that came so far.
    pub fn paid(&self) -> i64 {
        self.payments.iter().map(|payment| payment.amount).sum()
    }

    /// Rupiah that are still to come; none once a payment was called the last.
    pub fn remaining(&self) -> i64 {
        if self.payments.iter().any(|payment| payment.is_last) {
            0
        } else {
            (self.total() - self.paid()).max(0)
        }
    }

    /// `UNPAID`, `INSTALLMENT` or `PAID`.
    pub fn payment_status(&self) -> &'static str {
        match (self.payments.is_empty(), self.remaining()) {
            (true, _) => "UNPAID",
            (false, 0) => "PAID",
            _ => "INSTALLMENT",
        }
    }

    /// `UNPAID`, `INSTALLMENT`, `NO AWB`, `ON PROCESS` or `DELIVERED`, with blanks.
    pub fn progress(&self) -> &'static str {
        match self.payment_status() {
            _ if self.delivered_at.is_some() => "DELIVERED",
            _ if self.awb_number.is_some() => "ON PROCESS",
            "PAID" => "NO AWB",
            status => status,
        }
    }

    /// `ACCEPTED` or `CANCELED`.
    pub fn status(&self) -> &'static str {
        if self.is_cancelled() { "CANCELED" } else { "ACCEPTED" }
    }

    /// The day of the last payment.
    pub(in crate::sandbox::ngorder) fn payment_date(&self) -> Option<&str> {
        self.payments.last().map(|payment| payment.paid_at.as_str())
    }

    /// Money came, the rest of it or a part.
    pub(in crate::sandbox::ngorder) fn pay(
        &mut self,
        bank_id: u64,
        paid_at: &str,
        amount: i64,
        is_last: bool,
    ) {
        let amount = if is_last { self.remaining() } else { amount };
        let id = self.order_id * 10 + self.payments.len() as u64;
        let created_at = Timestamp::now();
        self.payments.push(Payment { id, bank_id, paid_at: paid_at.into(), amount, is_last, created_at });
        self.updated_at = created_at;
    }

    /// The parcel got a number, the seller's or one of the courier's own.
    pub(in crate::sandbox::ngorder) fn ship(&mut self, awb_number: Option<String>) {
        let own = || format!("NGO{}", identity::digits(&self.order_id.to_string(), 11));
        self.awb_number = Some(awb_number.unwrap_or_else(own));
        self.updated_at = Timestamp::now();
        self.shipped_at = Some(self.updated_at);
    }

    /// The parcel arrived.
    pub(in crate::sandbox::ngorder) fn deliver(&mut self) {
        if self.awb_number.is_none() {
            self.ship(None);
        }
        self.updated_at = Timestamp::now();
        self.delivered_at = Some(self.updated_at);
    }

    /// It is called off.
    pub(in crate::sandbox::ngorder) fn cancel(&mut self) {
        self.updated_at = Timestamp::now();
        self.cancelled_at = Some(self.updated_at);
    }
}
