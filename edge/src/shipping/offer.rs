//! What couriers offer.

use std::cmp::Ordering;

use shared::checkout::Shipment;
use shared::v3::{CourierResult, Warehouse, WarehouseResult};
use shared::value::Rupiah;
use shared::wire::ShippingOption;

/// Most warehouses whose couriers are asked: each is a call.
pub const WAREHOUSES_MAX: usize = 3;

/// Rupiah that no parcel costs: more is a mistake of somebody's.
const COST_MAX: f64 = 100_000_000.0;
/// Longest provider code, in bytes: it travels in every quote.
const PROVIDER_MAX: usize = 64;
/// The providers that orders know (scalev-v3 §2.8).
const PROVIDERS: [&str; 3] = ["mengantar", "lincah", "ninja"];

/// A courier's service from a warehouse, at a price. Service, provider and
/// warehouse together name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// `warehouse_…`
    pub warehouse_unique_id: String,
    /// Shown to shoppers.
    pub warehouse_name: String,
    /// The service's number.
    pub courier_service_id: i64,
    /// Such as `jnt`.
    pub courier_code: String,
    /// Such as `J&T Express`.
    pub courier_name: String,
    /// Such as `Reguler`.
    pub service_name: String,
    /// The provider as the platform writes it, known to orders or not.
    pub provider: Option<String>,
    /// Rupiah.
    pub cost: Rupiah,
    /// Rupiah for insurance, where it can be had.
    pub insurance_cost: Option<Rupiah>,
    /// Days, as the courier writes them.
    pub etd: Option<String>,
    /// Whether it can be paid in cash at the door.
    pub is_cod: bool,
}

impl Offer {
    /// As the widget sees it.
    pub fn option(&self, shipping_quote: String) -> ShippingOption {
        ShippingOption {
            shipping_quote,
            warehouse_unique_id: self.warehouse_unique_id.clone(),
            warehouse_name: self.warehouse_name.clone(),
            courier_service_id: self.courier_service_id,
            courier_code: self.courier_code.clone(),
            courier_name: self.courier_name.clone(),
            service_name: self.service_name.clone(),
            shipment_provider_code: known_provider(self.provider.as_deref()),
            shipping_cost: self.cost,
            insurance_cost: self.insurance_cost,
            etd: self.etd.clone(),
            is_cod: self.is_cod,
        }
    }

    /// As orders take it, insured or not.
    pub fn shipment(&self, is_insured: bool) -> Shipment {
        Shipment {
            warehouse_unique_id: self.warehouse_unique_id.clone(),
            courier_service_id: self.courier_service_id,
            shipment_provider_code: known_provider(self.provider.as_deref()),
            shipping_cost: self.cost,
            insurance_cost: self.insurance_cost.filter(|_| is_insured),
        }
    }

    /// Warehouse, service and provider: what makes it another one.
    pub(super) fn name(&self) -> (&str, i64, Option<&str>) {
        (&self.warehouse_unique_id, self.courier_service_id, self.provider.as_deref())
    }
}

/// The code as orders take it; one they do not know is left out.
pub(super) fn known_provider(code: Option<&str>) -> Option<String> {
    code.filter(|code| PROVIDERS.contains(code)).map(str::to_owned)
}

/// The warehouses to ask, nearest first. The platform states no order.
pub fn nearest(found: &[WarehouseResult]) -> Vec<Warehouse> {
    let far = |one: &WarehouseResult| one.distance_km.filter(|km| km.is_finite()).unwrap_or(f64::INFINITY);
    let named = |found: &&WarehouseResult| !found.warehouse.unique_id.is_empty();
    let mut found: Vec<_> = found.iter().filter(named).collect();
    found.sort_by(|one, other| far(one).partial_cmp(&far(other)).unwrap_or(Ordering::Equal));
    found.into_iter().map(|result| result.warehouse.clone()).collect()
}

/// What couriers take from one warehouse. A price that cannot be one is left out.
pub fn offers(warehouse: &Warehouse, results: &[CourierResult]) -> Vec<Offer> {
    results.iter().filter_map(|result| offer(warehouse, result)).collect()
}

fn offer(warehouse: &Warehouse, result: &CourierResult) -> Option<Offer> {
    let service = &result.courier_service;
    let courier = service.courier.as_ref();
    let code = courier.and_then(|courier| text(courier.code.as_ref())).unwrap_or_default();
    let provider = text(result.shipment_provider_code.as_ref());
    if provider.as_ref().is_some_and(|code| code.len() > PROVIDER_MAX) {
        return None;
    }
    Some(Offer {
        warehouse_unique_id: warehouse.unique_id.clone(),
        warehouse_name: warehouse.name.clone(),
        courier_service_id: service.id,
        courier_name: courier.and_then(|courier| text(courier.name.as_ref())).unwrap_or_else(|| code.clone()),
        courier_code: code,
        service_name: text(service.name.as_ref()).or_else(|| text(service.code.as_ref())).unwrap_or_default(),
        provider,
        cost: rupiah(result.cost?)?,
        insurance_cost: result.insurance_cost.filter(|premium| *premium > Rupiah::ZERO),
        etd: text(result.etd.as_ref()),
        is_cod: result.is_cod.unwrap_or(false),
    })
}

fn text(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A price to the nearest rupiah (scalev-v3 §2.8).
fn rupiah(cost: f64) -> Option<Rupiah> {
    let is_price = (0.0..=COST_MAX).contains(&cost);
    is_price.then(|| Rupiah::from_number(cost.round()).ok()).flatten()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::{Value, json};

    pub(crate) fn from(warehouse: &str, results: Value) -> Vec<Offer> {
        let results: Vec<_> = serde_json::from_value(results).unwrap();
        let warehouse = Warehouse { id: 1, unique_id: warehouse.into(), name: "Gudang".into() };
        offers(&warehouse, &results)
    }

    pub(crate) fn read(results: Value) -> Vec<Offer> {
        from("warehouse_1", results)
    }

    #[test]
    fn costs_are_whole_and_sensible() {
        let costs = |costs: &[Value]| {
            let rows: Vec<_> =
                costs.iter().map(|cost| json!({"cost": cost, "courier_service": {"id": 1}})).collect();
            read(rows.into()).iter().map(|offer| offer.cost.amount()).collect::<Vec<_>>()
        };
        assert_eq!(costs(&[json!(19000), json!(18999.5), json!(0.4), json!(0)]), [19_000, 19_000, 0, 0]);
        assert_eq!(
            costs(&[json!(-1), json!(-0.6), json!(100_000_001), json!(1e300), json!(null)]),
            [0_i64; 0]
        );
        assert_eq!(rupiah(f64::NAN), None);
        assert_eq!(rupiah(f64::INFINITY), None);
    }

    #[test]
    fn what_is_missing_has_a_name_all_the_same() {
        let found = read(json!([
            {"cost": 1, "etd": " ", "is_cod": null, "shipment_provider_code": "", "courier_service":
                {"id": 1, "code": "REG", "name": " ", "courier": {"code": "jnt"}}},
            {"cost": 2, "courier_service": {"id": 2}},
        ]));
        let [first, second] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((first.courier_name.as_str(), first.service_name.as_str()), ("jnt", "REG"));
        assert_eq!((first.etd.as_deref(), first.is_cod, first.provider.as_deref()), (None, false, None));
        assert_eq!((second.courier_name.as_str(), second.service_name.as_str()), ("", ""));
    }

    #[test]
    fn a_provider_that_orders_do_not_know_stays_here() {
        let offers = read(json!([
            {"cost": 1, "shipment_provider_code": "mengantar", "courier_service": {"id": 1}},
            {"cost": 1, "shipment_provider_code": "kiriminaja", "courier_service": {"id": 1}},
            {"cost": 1, "shipment_provider_code": "x".repeat(65), "courier_service": {"id": 1}},
        ]));
        let sent: Vec<_> = offers.iter().map(|offer| offer.shipment(false).shipment_provider_code).collect();
        assert_eq!(sent, [Some("mengantar".into()), None]);
    }

    #[test]
    fn the_nearest_warehouse_comes_first() {
        let found: Vec<WarehouseResult> = serde_json::from_value(json!([
            {"warehouse": {"id": 1, "unique_id": "unknown"}},
            {"distance_km": 118.4, "warehouse": {"id": 2, "unique_id": "far"}},
            {"distance_km": 3, "warehouse": {"id": 3, "unique_id": "near"}},
            {"distance_km": 1, "warehouse": {"id": 4}},
        ]))
        .unwrap();
        let names: Vec<_> = nearest(&found).into_iter().map(|warehouse| warehouse.unique_id).collect();
        assert_eq!(names, ["near", "far", "unknown"]);
    }
}
