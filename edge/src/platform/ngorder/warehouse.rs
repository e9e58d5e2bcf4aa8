//! Where a parcel can start. The platform has no search for it: we read the
//! warehouses, the suppliers they belong to, and the stock of each variation
//! in each (platforms §2.5 step 5).

use serde::Deserialize;
use shared::v3::{VariantCount, Warehouse, WarehouseResult, WarehouseSearch};

use super::name::OriginName;
use super::{error, get, lenient};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, PlatformError, Said};

/// The main warehouse, which is there even when none is listed.
const MAIN: i64 = 0;
const MAIN_NAME: &str = "Gudang Utama";

#[derive(Deserialize)]
struct Listed {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    warehouse: Option<String>,
    #[serde(default, deserialize_with = "lenient::whole")]
    supplier_id: Option<i64>,
}

#[derive(Deserialize)]
struct Supplier {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(deserialize_with = "lenient::id")]
    district_id: i64,
}

#[derive(Deserialize)]
struct Shelf {
    #[serde(deserialize_with = "lenient::id")]
    warehouse_id: i64,
    #[serde(default, deserialize_with = "lenient::whole")]
    stock: Option<i64>,
}

/// Warehouses, suppliers, then the stock of each variation.
pub(super) fn search(ngorder: &Ngorder, search: &WarehouseSearch) -> Vec<Outgoing> {
    let stock = |variant: &VariantCount| {
        get(ngorder, &format!("/product/history/warehouse/{}", variant.variant_id), &[])
    };
    [
        get(ngorder, "/warehouse", &[("with_main_warehouse", "true"), ("is_active", "ACTIVE")]),
        get(ngorder, "/supplier", &[]),
    ]
    .into_iter()
    .chain(search.variants.iter().map(stock))
    .collect()
}

/// The warehouses that have all of it. Their `id` is the district that couriers
/// are asked about, their `unique_id` what an order says.
pub(super) fn read(search: &WarehouseSearch, answers: &[Incoming], now: i64) -> Said<Vec<WarehouseResult>> {
    let (listed, suppliers, stocks) = match answers {
        [listed, suppliers, stocks @ ..] if stocks.len() == search.variants.len() => {
            (listed, suppliers, stocks)
        }
        _ => return Err(PlatformError::Malformed),
    };
    let suppliers = error::rows::<Supplier>(suppliers, now)?.data;
    let listed = with_main(error::rows::<Listed>(listed, now)?.data, &suppliers);
    let stocks: Vec<Vec<Shelf>> =
        stocks.iter().map(|stock| Ok(error::rows(stock, now)?.data)).collect::<Said<_>>()?;
    let wanted: Vec<_> = search.variants.iter().zip(stocks).collect();
    let has_all = |warehouse: &Listed| wanted.iter().all(|(line, shelves)| has(warehouse.id, line, shelves));
    Ok(listed
        .iter()
        .filter(|warehouse| has_all(warehouse))
        .filter_map(|one| result(one, &suppliers))
        .collect())
}

/// A shop without warehouses keeps everything with its first supplier.
fn with_main(listed: Vec<Listed>, suppliers: &[Supplier]) -> Vec<Listed> {
    if !listed.is_empty() {
        return listed;
    }
    let supplier_id = suppliers.first().map(|supplier| supplier.id);
    vec![Listed { id: MAIN, warehouse: None, supplier_id }]
}

/// A variation that no warehouse counts is not kept by warehouse at all.
fn has(warehouse: i64, line: &VariantCount, shelves: &[Shelf]) -> bool {
    let enough = |shelf: &Shelf| shelf.warehouse_id == warehouse && shelf.stock.unwrap_or(0) >= line.qty;
    shelves.is_empty() || shelves.iter().any(enough)
}

fn result(warehouse: &Listed, suppliers: &[Supplier]) -> Option<WarehouseResult> {
    let supplier = suppliers.iter().find(|supplier| Some(supplier.id) == warehouse.supplier_id)?;
    let origin = OriginName { warehouse: warehouse.id, supplier: supplier.id };
    let name = warehouse.warehouse.clone().unwrap_or_else(|| MAIN_NAME.to_owned());
    let warehouse = Warehouse { id: supplier.district_id, unique_id: origin.to_string(), name };
    Some(WarehouseResult { distance_km: None, warehouse })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    fn two() -> WarehouseSearch {
        let of = |variant_id, qty| VariantCount { variant_id, qty };
        WarehouseSearch { store_id: 7, destination_id: 3627, variants: vec![of(5, 2), of(6, 1)] }
    }

    const WAREHOUSES: &str = r#"{"data":[{"id":"0","warehouse":"Gudang Utama","supplier_id":1},
        {"id":22,"warehouse":"Gudang Bali","supplier_id":"2"},{"id":30,"warehouse":"Tanpa asal","supplier_id":99}]}"#;

    fn names(stocks: [&str; 2]) -> Vec<(i64, String)> {
        let answers = [WAREHOUSES, fixture!("suppliers.response"), stocks[0], stocks[1]].map(ok);
        let found = read(&two(), &answers, 0).unwrap().into_iter().map(|result| result.warehouse);
        found.map(|warehouse| (warehouse.id, warehouse.unique_id)).collect()
    }

    fn stock(rows: &[(i64, &str)]) -> String {
        let row =
            |(id, stock): &(i64, &str)| format!(r#"{{"warehouse_id":{id},"name":"x","stock":{stock}}}"#);
        format!(r#"{{"data":[{}]}}"#, rows.iter().map(row).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn everything_is_asked_at_once() {
        let urls: Vec<_> = search(&account(), &two()).into_iter().map(|call| call.url).collect();
        assert_eq!(urls.len(), 4);
        assert!(urls[0].ends_with("/warehouse?with_main_warehouse=true&is_active=ACTIVE"));
        assert!(urls[1].ends_with("/supplier") && urls[3].ends_with("/product/history/warehouse/6"));
    }

    #[test]
    fn a_warehouse_needs_all_of_it_and_an_origin() {
        let everywhere = stock(&[(0, "2"), (22, "\"9\""), (30, "9")]);
        let main = (2087, "ngorder_0_1".to_owned());
        let bali = (334, "ngorder_22_2".to_owned());
        assert_eq!(names([&everywhere, &everywhere]), [main.clone(), bali.clone()]);
        assert_eq!(names([&stock(&[(0, "1"), (22, "9")]), &everywhere]), std::slice::from_ref(&bali));
        assert_eq!(names([&everywhere, &stock(&[(0, "1")])]), std::slice::from_ref(&main));
        assert_eq!(names([&everywhere, &stock(&[(22, "0"), (0, "null")])]), []);
        assert_eq!(names([r#"{"data":[]}"#, r#"{"data":[]}"#]), [main, bali]);
    }

    #[test]
    fn a_shop_without_warehouses_has_its_main_one() {
        let none = r#"{"data":[]}"#;
        let answers = [none, fixture!("suppliers.response"), none, none].map(ok);
        let found = read(&two(), &answers, 0).unwrap();
        assert_eq!(found.first().map(|one| one.warehouse.unique_id.as_str()), Some("ngorder_0_1"));
        let one = WarehouseSearch { variants: vec![VariantCount { variant_id: 5, qty: 173 }], ..two() };
        let counted = [
            fixture!("warehouses.response"),
            fixture!("suppliers.response"),
            fixture!("product_stock_per_warehouse.response"),
        ];
        assert_eq!(read(&one, &counted.map(ok), 0), Ok(vec![]));
    }

    #[test]
    fn a_missing_answer_is_no_answer() {
        assert_eq!(read(&two(), &[ok(r#"{"data":[]}"#)], 0), Err(PlatformError::Malformed));
    }
}
