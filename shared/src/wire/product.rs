//! Products and the variants that can be ordered.

use serde::{Deserialize, Serialize};

use crate::v3::{ItemType, WholesalePrice};
use crate::value::Rupiah;

/// A product with everything that can be ordered of it. Hidden and unsellable
/// variants are not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Product))]
pub struct Product {
    /// Stable name of the product within its store.
    pub unique_id: String,
    /// Shown to shoppers.
    pub name: String,
    /// What kind of thing it is.
    pub item_type: ItemType,
    /// Addresses of pictures, best first.
    pub images: Vec<String>,
    /// What the options are called, such as `Ukuran`, `Warna`; as many as each
    /// variant has values.
    pub options: Vec<String>,
    /// At least one.
    pub variants: Vec<Variant>,
}

/// One thing that can be ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Variant {
    /// Goes into the order as `variant_unique_id`.
    pub unique_id: String,
    /// The option values in one text, or the product's name when there are none.
    pub name: String,
    /// Price of one piece, in rupiah.
    pub price: Rupiah,
    /// Price of one piece when many are taken, fewest pieces first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wholesale_prices: Vec<WholesalePrice>,
    /// Weight of one piece in grams, when the platform says.
    pub weight: Option<i64>,
    /// What kind of thing it is.
    pub item_type: ItemType,
    /// Pieces in stock; absent when not tracked.
    pub available_qty: Option<i64>,
    /// Addresses of its own pictures.
    pub images: Vec<String>,
    /// Values of the product's options, in the same order.
    pub options: Vec<String>,
}

/// Price of one piece when so many are taken: the last step that they reach.
pub fn price_of(mut price: Rupiah, steps: &[WholesalePrice], pieces: u32) -> Rupiah {
    for step in steps {
        if step.minimum_quantity <= pieces {
            price = step.price;
        }
    }
    price
}

impl Variant {
    /// Whether not one piece is left.
    pub fn is_sold_out(&self) -> bool {
        self.available_qty.is_some_and(|left| left <= 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_pieces_cost_what_the_last_reached_step_says() {
        let step = |minimum_quantity, price| WholesalePrice { minimum_quantity, price: Rupiah::new(price) };
        let steps = [step(10, 110_000), step(50, 99_000)];
        let price = |pieces| price_of(Rupiah::new(125_000), &steps, pieces).amount();
        assert_eq!([1, 9, 10, 49, 50, 999].map(price), [125_000, 125_000, 110_000, 110_000, 99_000, 99_000]);
        assert_eq!(price_of(Rupiah::new(5), &[], 999), Rupiah::new(5));
    }
}
