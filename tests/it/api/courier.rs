//! Asking for couriers, and choosing one.

use serde_json::{Value, json};
use tumbas_tests::sandbox::Arrival;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{key, posts_of, with};

const ROUTE: &str = "/v3/shipping-options";
pub(super) const WAREHOUSES: &str = "/v3/shipping-costs/search-warehouse";
pub(super) const COURIERS: &str = "/v3/shipping-costs/search-courier-service";

/// Asks what can bring this.
pub(super) fn question(asked: &Value) -> Ask {
    Ask::new("POST", ROUTE).header("content-type", "application/json").body(asked.to_string())
}

/// The part of an order that decides what a courier takes.
pub(super) fn asked(draft: &Value) -> Value {
    let members =
        ["store_unique_id", "location_id", "postal_code", "payment_method", "ordervariants", "orderbundles"];
    let said = members.into_iter().filter_map(|member| Some((member.to_owned(), draft.get(member)?.clone())));
    Value::Object(said.collect())
}

/// What can bring this order.
pub(super) fn options(world: &World, draft: &Value) -> Value {
    question(&asked(draft)).of(world).good()
}

/// The cheapest option whose provider orders know.
pub(super) fn cheapest(world: &World, draft: &Value) -> Value {
    let options = options(world, draft);
    let known = |option: &&Value| option.get("shipment_provider_code").is_some();
    let all = options["data"].as_array().expect("a list");
    all.iter().find(known).unwrap_or_else(|| panic!("no courier in {options}")).clone()
}

/// The order with an option's quote.
pub(super) fn quoted(draft: &Value, option: &Value) -> Value {
    with(draft, "/shipping_quote", option["shipping_quote"].clone())
}

/// The order with an option's members as the platform names them, and no quote.
pub(super) fn named(draft: &Value, option: &Value) -> Value {
    let members = ["warehouse_unique_id", "courier_service_id", "shipping_cost", "shipment_provider_code"];
    members.into_iter().fold(draft.clone(), |draft, member| {
        with(&draft, &format!("/{member}"), option.get(member).cloned().unwrap_or_default())
    })
}

/// Orders, and says what the Worker answered.
pub(super) fn order(world: &World, draft: &Value) -> Answer {
    Ask::order(draft, &key()).of(world)
}

/// The order must be refused with this one problem, and nothing may reach the platform.
pub(super) fn is_refused(world: &World, draft: &Value, field: &str, code: &str) {
    let answer = order(world, draft);
    let problem = answer.refused(422, "validation_failed");
    let found: Vec<_> = problem.errors.iter().map(|e| (e.field.path(), e.code.to_string())).collect();
    assert_eq!(found, [(field.to_owned(), code.to_owned())], "{draft}");
    assert_eq!(posts_of(world, draft).len(), 0, "{draft}");
}

/// The order must come back with a new price, and nothing may reach the platform.
pub(super) fn is_dearer(world: &World, draft: &Value, cost: i64) -> Value {
    let answer = order(world, draft);
    let problem = answer.refused(409, "price_changed");
    assert_eq!(posts_of(world, draft).len(), 0, "{draft}");
    let option = problem.shipping_option.expect("the option as it is now");
    assert_eq!(option.shipping_cost.amount(), cost, "{}", answer.text());
    json!(option)
}

/// What the platform was asked on a route.
pub(super) fn arrivals(world: &World, method: &str, path: &str) -> Vec<Arrival> {
    world.sandbox.look(|world| world.requests_to(method, path).cloned().collect())
}
