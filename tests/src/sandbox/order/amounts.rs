//! The arithmetic of an order (scalev-v3 §3.2): amounts are taken as sent.

use serde_json::{Value, json};

use crate::sandbox::catalogue::Store;
use crate::sandbox::identity;
use crate::sandbox::members::Members;
use crate::sandbox::money::Sen;

/// The amounts of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the platform's own words")]
pub struct Amounts {
    pub product_price: Sen,
    pub product_discount: Sen,
    pub shipping_cost: Sen,
    pub shipping_discount: Sen,
    pub other_income: Sen,
    /// The platform's own: no request can set it.
    pub unique_code_discount: Sen,
}

impl Amounts {
    /// Reads what the caller may set; the product price is the catalogue's.
    pub(super) fn read(members: &mut Members<'_>, product_price: Sen) -> Self {
        let mut amount = |name| members.amount(name).unwrap_or_default();
        Self {
            product_price,
            product_discount: amount("product_discount"),
            shipping_cost: amount("shipping_cost"),
            shipping_discount: amount("shipping_discount"),
            other_income: amount("other_income"),
            unique_code_discount: Sen::default(),
        }
    }

    /// The same with what the store adds and takes off by itself: its fee for cash
    /// unless the caller named one, and the unique code of a transfer. The contract
    /// shows both on the order (scalev-v3 §3.2) and does not say when they come;
    /// this is our reading. `order` is the order's key: the same code ever after.
    #[must_use]
    pub(super) fn charged_by(self, store: &Store, method: Option<&str>, order: &str) -> Self {
        let (fee, code) = match method {
            Some("cod") if self.other_income == Sen::default() => (store.cod_fee, None),
            Some("bank_transfer") => (None, store.largest_unique_code.map(|most| unique_code(order, most))),
            _ => (None, None),
        };
        Self {
            other_income: fee.map_or(self.other_income, Sen::rupiah),
            unique_code_discount: code.map(Sen::rupiah).unwrap_or_default(),
            ..self
        }
    }

    /// As the ground truth shows them, in rupiah.
    pub(super) fn truth(self) -> Value {
        json!({
            "product_price": self.product_price.number(),
            "product_discount": self.product_discount.number(),
            "shipping_cost": self.shipping_cost.number(),
            "shipping_discount": self.shipping_discount.number(),
            "other_income": self.other_income.number(),
            "unique_code_discount": self.unique_code_discount.number(),
        })
    }

    /// What the shopper pays.
    pub fn gross(self) -> Sen {
        self.product_price - self.product_discount + self.shipping_cost - self.shipping_discount
            + self.other_income
            - self.unique_code_discount
    }

    /// What remains after the courier.
    pub fn net(self) -> Sen {
        self.gross() - self.shipping_cost
    }
}

/// From 1 to `most`.
fn unique_code(order: &str, most: i64) -> i64 {
    identity::digits(order, 9).parse::<i64>().map_or(1, |digits| digits % most + 1)
}
