//! The arithmetic of an order (scalev-v3 §3.2): amounts are taken as sent.

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
        }
    }

    /// What the shopper pays.
    pub fn gross(self) -> Sen {
        self.product_price - self.product_discount + self.shipping_cost - self.shipping_discount
            + self.other_income
    }

    /// What remains after the courier.
    pub fn net(self) -> Sen {
        self.gross() - self.shipping_cost
    }
}
