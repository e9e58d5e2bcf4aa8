//! What is left of an order's goods at this moment (platforms §2.5 steps 2 and
//! 8). In which warehouse they are was asked for the quote, and what is kept by
//! no warehouse would be missing in each: so all of them are counted together.

use serde::Deserialize;
use shared::checkout::{Field, Problem, ProblemCode};
use shared::v3::{OrderRequest, OrderVariant};

use super::name::VariationName;
use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, PlatformError, Said};

/// Lines that are asked about. One call may make 50 on Cloudflare's free plan,
/// and the order has others; what is beyond is the platform's to refuse.
const MOST: usize = 20;

#[derive(Deserialize)]
struct Stock {
    /// Pieces.
    #[serde(default, deserialize_with = "lenient::whole")]
    stock: Option<i64>,
}

/// Asks for each line that comes off a shelf.
pub(super) fn ask(ngorder: &Ngorder, order: &OrderRequest) -> Vec<Outgoing> {
    let call = |id: i64| get(ngorder, "/product/check-stock", &[("variation_id", &id.to_string())]);
    counted(order).map(|(_, _, id)| call(id)).collect()
}

/// Reads it from the first answers and gives back the others. Goods that are
/// gone by now are refused before anything was made. An answer without a number
/// counts nothing.
pub(super) fn check<'a>(order: &OrderRequest, answers: &'a [Incoming], now: i64) -> Said<&'a [Incoming]> {
    let counts = counted(order).count();
    let (stocks, others) = answers.split_at_checked(counts).ok_or(PlatformError::Malformed)?;
    let mut problems = Vec::new();
    for ((place, line, _), answer) in counted(order).zip(stocks) {
        let left = error::read::<Stock>(answer, now)?.stock;
        if left.is_some_and(|left| left < line.quantity) {
            problems
                .push(Problem { field: Field::VariantQuantity(place), code: ProblemCode::NotEnoughStock });
        }
    }
    if problems.is_empty() { Ok(others) } else { Err(PlatformError::Faulty(problems)) }
}

/// The lines that are counted, with their places and variations: what is made
/// to order is not.
fn counted(order: &OrderRequest) -> impl Iterator<Item = (usize, &OrderVariant, i64)> {
    let lines = order.ordervariants.iter().enumerate().filter_map(|(place, line)| {
        let VariationName { id, is_preorder } = line.variant_unique_id.parse().ok()?;
        (!is_preorder).then_some((place, line, id))
    });
    lines.take(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};
    use serde_json::json;

    fn order(quantity: i64) -> OrderRequest {
        serde_json::from_value(json!({
            "store_unique_id": "ngorder_7", "customer_name": "Angga", "warehouse_unique_id": "ngorder_22_23518",
            "ordervariants": [
                {"quantity": 2, "variant_unique_id": "ngorder_6_po"},
                {"quantity": quantity, "variant_unique_id": "ngorder_5"}],
        }))
        .unwrap()
    }

    #[test]
    fn only_what_is_counted_is_asked_for() {
        let urls: Vec<_> = ask(&account(), &order(1)).into_iter().map(|call| call.url).collect();
        assert_eq!(urls, ["https://api.example/api/open/product/check-stock?variation_id=5"]);
    }

    #[test]
    fn goods_that_are_gone_are_refused_by_their_line() {
        let answers = [ok(fixture!("product_check_stock.response")), ok("courier")];
        assert_eq!(check(&order(10), &answers, 0).map(<[_]>::len), Ok(1));
        let (field, code) = (Field::VariantQuantity(1), ProblemCode::NotEnoughStock);
        let gone = PlatformError::Faulty(vec![Problem { field, code }]);
        assert_eq!(check(&order(11), &answers, 0).unwrap_err(), gone);
        let uncounted = [ok(r#"{"response":"success","data":{"stock":null}}"#)];
        assert_eq!(check(&order(11), &uncounted, 0).map(<[_]>::len), Ok(0));
        assert_eq!(check(&order(1), &[], 0).unwrap_err(), PlatformError::Malformed);
    }

    #[test]
    fn a_long_order_leaves_calls_for_itself() {
        let line = order(1).ordervariants.pop().unwrap();
        let long = OrderRequest { ordervariants: vec![line; 50], ..order(1) };
        assert_eq!(ask(&account(), &long).len(), MOST);
        let answers = vec![ok(fixture!("product_check_stock.response")); MOST + 1];
        assert_eq!(check(&long, &answers, 0).map(<[Incoming]>::len), Ok(1));
    }
}
