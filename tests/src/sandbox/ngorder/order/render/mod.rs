//! Orders as the three lists write them, each with its own members and its own forms.

mod cancelled;
mod document;
mod row;

use serde_json::{Value, json};

use super::{Line, Order};
use crate::sandbox::ngorder::mark;
use crate::sandbox::ngorder::rates::{PICK_UP, Rate};

impl Order {
    /// `REG` and `JNE`: what the lists call the service and the courier.
    fn shipping_names(&self) -> (&'static str, &str) {
        match Rate::by_id(self.rate_id) {
            Some(rate) => (rate.name, rate.courier),
            None if self.rate_id == PICK_UP => ("", "Ambil di Toko"),
            None => ("", &self.courier),
        }
    }

    /// Rupiah of costs that are no discount.
    fn other_costs(&self) -> i64 {
        let others = self.costs.iter().filter(|cost| cost.category != "DISCOUNT");
        others.map(|cost| cost.nominal).sum()
    }

    /// Everything about it, for tests and people.
    pub(in crate::sandbox::ngorder) fn truth(&self) -> Value {
        json!({
            "order_id": self.order_id,
            "po_number": self.po_number,
            "note": self.note,
            "total": self.total(),
            "receiver": self.receiver.name,
            "status": self.status(),
            "progress": self.progress(),
            "payment_status": self.payment_status(),
            "awb_number": self.awb_number,
            "readable": self.is_readable(),
            "lines": self.lines.iter().map(Line::truth).collect::<Vec<_>>(),
            "created_at": mark::zoned(self.created_at),
        })
    }
}

impl Line {
    fn truth(&self) -> Value {
        json!({
            "variation_id": self.variation,
            "quantity": self.quantity,
            "price": self.price,
            "warehouse_id": self.warehouse,
        })
    }
}
