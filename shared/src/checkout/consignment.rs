//! All that decides what a courier takes, and nothing else of an order.

use super::{Charges, Draft, Line, Problem, Shelf, judge::Judge};
use crate::v3::PaymentMethodCode;
use crate::value::{PostalCode, Rupiah};

/// What goes where, paid how. Who buys it is not in here: it is known before
/// the shopper has given a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consignment {
    /// The store it is from.
    pub store_unique_id: String,
    /// Single things.
    pub variants: Vec<Line>,
    /// Sets.
    pub bundles: Vec<Line>,
    /// Decides which services there are.
    pub payment_method: PaymentMethodCode,
    /// The district's id.
    pub location_id: i64,
    /// Five digits, when given.
    pub postal_code: Option<PostalCode>,
    /// What the goods cost.
    pub charges: Charges,
}

impl Consignment {
    /// Judges the part of a draft that is about goods, district and payment,
    /// and reports every problem of it at once.
    pub fn check(draft: &Draft, shelf: Shelf<'_>) -> Result<Self, Vec<Problem>> {
        let mut judge = Judge::new(shelf);
        let cart = judge.cart(draft);
        let payment_method = judge.payment_method(&draft.payment_method, &cart);
        let location_id = judge.location(draft.location_id);
        let postal_code = judge.postal_code(&draft.postal_code);
        match (payment_method, location_id, cart.charges) {
            (Some(payment_method), Some(location_id), Some(charges)) if judge.problems.is_empty() => {
                Ok(Self {
                    store_unique_id: draft.store_unique_id.clone(),
                    variants: cart.variants,
                    bundles: cart.bundles,
                    payment_method,
                    location_id,
                    postal_code,
                    charges,
                })
            }
            _ => Err(judge.problems),
        }
    }

    /// Sum of the lines, in rupiah.
    pub fn items_total(&self) -> Rupiah {
        self.charges.totals().map(|totals| totals.items).unwrap_or_default()
    }
}
