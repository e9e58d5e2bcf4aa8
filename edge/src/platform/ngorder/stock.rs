//! Stock and prices of one variation as they are at this moment (platforms
//! §2.3 Stock, Wholesale).

use serde::Deserialize;
use shared::value::Rupiah;

use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, Said};

/// What there is of a variation, and what a shopper pays for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Stock {
    /// Pieces.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub stock: Option<i64>,
    /// Of one, for a customer without a class of their own.
    #[serde(default, deserialize_with = "lenient::rupiah")]
    pub price: Option<Rupiah>,
}

#[derive(Deserialize)]
struct Wholesale {
    #[serde(default, deserialize_with = "lenient::rupiah")]
    price: Option<Rupiah>,
}

/// Asks for stock and price, in all warehouses or one.
pub fn check_stock(ngorder: &Ngorder, variation: i64, warehouse: Option<i64>) -> Outgoing {
    let (variation, warehouse) = (variation.to_string(), warehouse.map(|id| id.to_string()));
    let mut query = vec![("variation_id", variation.as_str())];
    query.extend(warehouse.as_deref().map(|id| ("warehouse_id", id)));
    get(ngorder, "/product/check-stock", &query)
}

/// Reads it. `now` in Unix seconds.
pub fn read_stock(answer: &Incoming, now: i64) -> Said<Stock> {
    error::read(answer, now)
}

/// Asks what one of so many costs.
pub fn wholesale(ngorder: &Ngorder, variation: i64, quantity: i64) -> Outgoing {
    let (variation, quantity) = (variation.to_string(), quantity.to_string());
    get(ngorder, "/order/wholesale", &[("variation_id", &variation), ("qty", &quantity)])
}

/// Reads it: rupiah of one; `None` when there is no price for so many. `now` in
/// Unix seconds.
pub fn read_wholesale(answer: &Incoming, now: i64) -> Said<Option<Rupiah>> {
    Ok(error::read::<Wholesale>(answer, now)?.price)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn stock_and_the_shoppers_price_are_read_and_no_other_price() {
        let stock = read_stock(&ok(fixture!("product_check_stock.response")), 0).unwrap();
        assert_eq!(stock, Stock { stock: Some(10), price: Some(Rupiah::new(10_000)) });
        assert_eq!(
            check_stock(&account(), 5, Some(0)).url,
            "https://api.example/api/open/product/check-stock?variation_id=5&warehouse_id=0"
        );
        assert!(check_stock(&account(), 5, None).url.ends_with("?variation_id=5"));
    }

    #[test]
    fn the_price_of_many_is_of_one() {
        let price = read_wholesale(&ok(fixture!("order_wholesale_price.response")), 0);
        assert_eq!(price, Ok(Some(Rupiah::new(10_000))));
        assert!(wholesale(&account(), 5, 10).url.ends_with("/order/wholesale?variation_id=5&qty=10"));
    }
}
