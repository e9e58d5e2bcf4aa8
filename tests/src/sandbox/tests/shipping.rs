//! Warehouse and courier searches.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::client::{post, sandbox};
use crate::sandbox::{Catalogue, District, Fault, Logistics, Sandbox, Store, Variant};

const COBLONG: u64 = 2201;
const COURIERS: &str = "/v3/shipping-costs/search-courier-service";
const WAREHOUSES: &str = "/v3/shipping-costs/search-warehouse";

fn store(key: &str) -> &'static Store {
    Catalogue::get().store(key).expect("a store")
}

fn variant(key: &str, slug: &str) -> &'static Variant {
    &store(key).product(slug).expect("a product").variants[0]
}

fn shirt() -> &'static Variant {
    variant("batik", "sarung-tenun")
}

/// Names of the warehouses that send these, two pieces each, there.
fn warehouses(sandbox: &Sandbox, destination: u64, variants: &[&Variant]) -> Vec<String> {
    let wanted: Vec<_> =
        variants.iter().map(|variant| json!({ "variant_id": variant.id, "qty": 2 })).collect();
    let of = |store: &&Store| store.variant_by_id(variants[0].id).is_some();
    let store = Catalogue::get().stores.iter().find(of).expect("a store");
    let body = json!({ "store_id": store.id, "destination_id": destination, "variants": wanted });
    let reply = post(sandbox, WAREHOUSES, &body).json();
    let rows = reply["data"].as_array().unwrap_or_else(|| panic!("{reply}")).iter();
    rows.map(|row| row["warehouse"]["name"].as_str().unwrap_or_default().to_owned()).collect()
}

fn question(changes: &Value) -> Value {
    let mut body = json!({
        "store_id": 4101, "warehouse_id": 610, "location_id": COBLONG, "payment_method": "qris", "weight": 640,
    });
    for (name, value) in changes.as_object().expect("changes") {
        body[name] = value.clone();
    }
    body
}

fn couriers(sandbox: &Sandbox, changes: &Value) -> Vec<Value> {
    let reply = post(sandbox, COURIERS, &question(changes)).json();
    reply["data"].as_array().unwrap_or_else(|| panic!("{reply}")).clone()
}

/// Distinct names of couriers.
fn names(rows: &[Value]) -> BTreeSet<&str> {
    rows.iter().filter_map(|row| row["courier_service"]["courier"]["name"].as_str()).collect()
}

fn costs(rows: &[Value]) -> Vec<f64> {
    rows.iter().filter_map(|row| row["cost"].as_f64()).collect()
}

/// The cost of a service, through the first provider.
fn cost(sandbox: &Sandbox, service: u64, changes: &Value) -> Option<f64> {
    let rows = couriers(sandbox, changes);
    rows.iter().find(|row| row["courier_service"]["id"] == service)?["cost"].as_f64()
}

#[test]
fn the_nearest_warehouse_comes_first() {
    let sandbox = sandbox();
    let first = |destination| warehouses(&sandbox, destination, &[shirt()])[0].clone();
    assert_eq!((first(2003), first(2501)), ("Gudang Jakarta".into(), "Mitra Surabaya".into()));
    let body = json!({ "store_id": 4101, "destination_id": 2501, "variants": [{ "variant_id": shirt().id, "qty": 1 }] });
    let partner = &post(&sandbox, WAREHOUSES, &body).json()["data"][0];
    assert!(partner["warehouse_partner"].is_object(), "another business's warehouse says so");
}

#[test]
fn a_warehouse_sends_what_it_holds_where_it_sends() {
    let sandbox = sandbox();
    let all = ["Gudang Jakarta", "Gudang Pekalongan", "Mitra Surabaya"];
    let sorted = |destination, variants: &[&Variant]| {
        let mut names = warehouses(&sandbox, destination, variants);
        names.sort();
        names
    };
    let (scarf, kebaya) = (variant("batik", "syal-lurik"), variant("batik", "kebaya-kutu-baru"));
    assert_eq!(sorted(COBLONG, &[scarf]), all);
    assert_eq!(sorted(7001, &[scarf]), all[..2], "a partner does not send to Papua");
    assert_eq!(sorted(COBLONG, &[scarf, kebaya]), all[1..], "Jakarta has no kebaya");
    assert_eq!(sorted(7001, &[scarf, kebaya]), ["Gudang Pekalongan"]);
    assert_eq!(sorted(COBLONG, &[variant("kreator", "stiker-semangat")]), ["Studio Bandung"]);
}

#[test]
fn nobody_sends_what_is_sold_out_or_apart_or_never_sent() {
    let sandbox = sandbox();
    let nobody = [] as [&str; 0];
    let (bottle, beans) = (variant("kopi", "kopi-susu-botol"), variant("kopi", "arabika-gayo"));
    assert_eq!(warehouses(&sandbox, 2402, &[bottle]), ["Dapur Sleman"]);
    assert_eq!(warehouses(&sandbox, COBLONG, &[bottle]), nobody, "it would not last");
    assert_eq!(warehouses(&sandbox, 2402, &[bottle, beans]), nobody, "no warehouse has both");
    assert_eq!(warehouses(&sandbox, 2402, &[variant("kopi", "panduan-seduh")]), nobody, "an e-book");
    assert_eq!(warehouses(&sandbox, District::WITHOUT_WAREHOUSE, &[beans]), nobody);
    assert_eq!(warehouses(&sandbox, 2402, &[beans, beans]).len(), 2);
    sandbox.put_stock(beans, Some(3));
    assert_eq!(warehouses(&sandbox, 2402, &[beans, beans]), nobody, "pieces of two rows add up");
}

#[test]
fn cod_shows_only_couriers_that_collect_there() {
    let sandbox = sandbox();
    let all = couriers(&sandbox, &json!({}));
    let cod = couriers(&sandbox, &json!({ "payment_method": "cod" }));
    assert!(!cod.is_empty() && cod.len() < all.len());
    assert!(cod.iter().all(|row| row["is_cod"] == true));
    assert!(couriers(&sandbox, &json!({ "payment_method": "cod", "is_show_all": true })).len() > all.len());
    let medan = couriers(&sandbox, &json!({ "payment_method": "cod", "location_id": 1101 }));
    assert!(!medan.is_empty() && medan.len() < cod.len(), "fewer collect outside Java");
    let merauke = json!({ "payment_method": "cod", "location_id": District::WITHOUT_COD });
    assert_eq!(couriers(&sandbox, &merauke), [] as [Value; 0]);
    assert!(!couriers(&sandbox, &json!({ "location_id": District::WITHOUT_COD })).is_empty());
}

#[test]
fn some_say_that_they_collect_only_when_asked_for_cash() {
    let sandbox = sandbox();
    let says = |method: &str| {
        let rows = couriers(&sandbox, &json!({ "payment_method": method }));
        rows.iter().find(|row| row["courier_service"]["id"] == 27).expect("J&T")["is_cod"].clone()
    };
    assert_eq!((says("qris"), says("cod")), (json!(false), json!(true)));
    let dearer = |method: &str| cost(&sandbox, 61, &json!({ "payment_method": method }));
    assert!(dearer("qris") < dearer("cod"), "Ninja asks for it");
}

#[test]
fn distance_and_started_kilograms_cost_more() {
    let sandbox = sandbox();
    let at = |service, weight: u64| cost(&sandbox, service, &json!({ "weight": weight })).expect("a price");
    assert!(
        at(11, 640) < cost(&sandbox, 11, &json!({ "weight": 640, "location_id": 7001 })).expect("a price")
    );
    let (jne, ninja) = (at(11, 1000), at(61, 1000));
    assert!((at(11, 1300) - jne).abs() < 0.1 && at(11, 1350) > jne * 1.9, "JNE forgives 300 g");
    assert!((at(61, 50) - ninja).abs() < 0.1 && at(61, 1050) > ninja * 1.9, "Ninja forgives nothing");
}

#[test]
fn heavy_parcels_lose_couriers_and_instant_ones_stay_in_town() {
    let sandbox = sandbox();
    let light = couriers(&sandbox, &json!({}));
    let heavy = couriers(&sandbox, &json!({ "weight": 60_000 }));
    assert_eq!(names(&heavy), BTreeSet::from(["JNE", "Lion Parcel", "SiCepat", "TIKI"]));
    assert!(names(&light).len() > 7 && !names(&light).contains("GoSend"));
    assert_eq!(couriers(&sandbox, &json!({ "weight": 500_000 })), [] as [Value; 0]);
    let in_town = couriers(&sandbox, &json!({ "store_id": 4103, "warehouse_id": 630, "location_id": 2202 }));
    assert!(names(&in_town).contains("GoSend"));
    let nowhere = json!({ "location_id": District::WITHOUT_COURIER });
    assert_eq!(couriers(&sandbox, &nowhere), [] as [Value; 0]);
}

#[test]
fn couriers_have_every_habit_that_has_to_be_read() {
    let sandbox = sandbox();
    let rows = couriers(&sandbox, &json!({ "store_id": 4103, "warehouse_id": 630 }));
    let etds: BTreeSet<_> = rows.iter().map(|row| row["etd"].to_string()).collect();
    for etd in [
        "null",
        "\"\"",
        "\"2-3\"",
        "\"1\"",
        "\"1-2 hari\"",
        "\"3 - 4 Days\"",
        "\"6 - 8 Hours\"",
        "\"1-3 jam\"",
    ] {
        assert!(etds.contains(etd), "{etd} is not among {etds:?}");
    }
    let providers = |service: u64| -> Vec<_> {
        let same = rows.iter().filter(|row| row["courier_service"]["id"] == service);
        same.map(|row| row["shipment_provider_code"].clone()).collect()
    };
    assert_eq!(providers(11), [json!("lincah"), json!("mengantar")], "one service twice");
    assert_eq!((providers(101), providers(42)), (vec![json!("kiriminaja")], vec![Value::Null]));
    assert!(costs(&rows).iter().any(|cost| cost.fract() != 0.0));
    assert!(costs(&rows).is_sorted());
}

#[test]
fn what_is_not_a_question_is_refused() {
    let sandbox = sandbox();
    let status = |path: &str, body: &Value| {
        let reply = post(&sandbox, path, body);
        (reply.status, reply.json()["error"].as_str().unwrap_or_default().to_owned())
    };
    for (changes, status_and_words) in [
        (json!({ "location_id": 1 }), (404, "Location not found")),
        (json!({ "store_id": 1 }), (404, "Store not found")),
        (json!({ "warehouse_id": 1 }), (404, "Warehouse not found")),
        (json!({ "warehouse_id": 620 }), (404, "Warehouse not found")),
        (json!({ "weight": 0 }), (400, "Validation failed")),
        (json!({ "weight": -5 }), (400, "Validation failed")),
        (json!({ "weight": 640.5 }), (400, "Validation failed")),
        (json!({ "weight": null }), (400, "Validation failed")),
        (json!({ "store_id": store("batik").unique_id }), (400, "Validation failed")),
        (json!({ "payment_method": "cash" }), (400, "Validation failed")),
        (json!({ "payment_method": null }), (400, "Validation failed")),
        (json!({ "postal_code": 40132 }), (400, "Validation failed")),
        (json!({ "postal_code": "4013" }), (400, "Validation failed")),
    ] {
        let (code, words) = status_and_words;
        assert_eq!(status(COURIERS, &question(&changes)), (code, words.to_owned()), "{changes}");
    }
    let piece = |id: u64, qty: Value| json!([{ "variant_id": id, "qty": qty }]);
    for (destination, variants, code) in [
        (1, piece(shirt().id, json!(1)), 404),
        (COBLONG, piece(variant("kopi", "arabika-gayo").id, json!(1)), 404),
        (COBLONG, piece(shirt().id, json!(0)), 400),
        (COBLONG, piece(shirt().id, json!("1")), 400),
        (COBLONG, json!([{ "variant_id": shirt().unique_id, "qty": 1 }]), 400),
        (COBLONG, json!([]), 400),
    ] {
        let body = json!({ "store_id": 4101, "destination_id": destination, "variants": variants });
        assert_eq!(status(WAREHOUSES, &body).0, code, "{body}");
    }
}

#[test]
fn prices_couriers_and_warehouses_can_change_while_it_runs() {
    let sandbox = sandbox();
    let before = couriers(&sandbox, &json!({}));
    let change = |logistics| {
        sandbox.put_logistics(logistics);
        couriers(&sandbox, &json!({}))
    };
    let dearer = change(Logistics { surcharge: 2_000.0, ..Logistics::default() });
    assert!((costs(&dearer)[0] - costs(&before)[0] - 2_000.0).abs() < 0.1);
    change(Logistics { surcharges: [("jne".to_owned(), 1.0)].into(), ..Logistics::default() });
    let at = |service| cost(&sandbox, service, &json!({})).expect("a price");
    let was = |service: u64| {
        before.iter().find(|row| row["courier_service"]["id"] == service).expect("it")["cost"]
            .as_f64()
            .expect("a cost")
    };
    assert!((at(11) - was(11) - 1.0).abs() < 0.1 && (at(27) - was(27)).abs() < 0.1);
    let fewer = change(Logistics { gone_couriers: ["jne".to_owned()].into(), ..Logistics::default() });
    assert!(!names(&fewer).contains("JNE") && names(&fewer).len() == names(&before).len() - 1);
    assert!(
        change(Logistics { no_cod: true, ..Logistics::default() }).iter().all(|row| row["is_cod"] == false)
    );
    assert!(change(Logistics { no_couriers: true, ..Logistics::default() }).is_empty());
    let sends = |logistics| {
        sandbox.put_logistics(logistics);
        warehouses(&sandbox, COBLONG, &[shirt()]).len()
    };
    assert_eq!(sends(Logistics { closed_warehouses: [611].into(), ..Logistics::default() }), 2);
    assert_eq!(sends(Logistics { no_warehouses: true, ..Logistics::default() }), 0);
    sandbox.reset();
    assert_eq!(couriers(&sandbox, &json!({})), before);
}

#[test]
fn one_search_of_several_can_fail() {
    let sandbox = sandbox();
    sandbox.plan(Fault::on("POST", COURIERS).status(503, "busy").nth(2));
    let statuses =
        [610, 611, 612].map(|id| post(&sandbox, COURIERS, &question(&json!({ "warehouse_id": id }))).status);
    assert_eq!(statuses, [200, 503, 200]);
}

#[test]
fn prices_can_be_asked_without_a_store() {
    let sandbox = sandbox();
    let body = json!({ "courier_codes": ["jne"], "weight": 900, "warehouse_id": 620, "location_id": 2402 });
    let rows = post(&sandbox, "/v3/shipping-costs", &body).json()["data"].clone();
    let rows = rows.as_array().expect("rows");
    assert!(!rows.is_empty() && rows.iter().all(|row| row["courier_service"]["courier"]["code"] == "jne"));
}
