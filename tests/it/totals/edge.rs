//! The edge without its runtime: its pure functions, over a sandbox in process.

use std::collections::HashMap;

use anyhow::{Context as _, Result, anyhow, ensure};
use edge::api;
use edge::api::Body;
use edge::catalogue::{Listings, Snapshot};
use edge::config::Quotes;
use edge::orders;
use edge::shipping::{
    CourierQuestion, Found, Parcel, Verdict, WAREHOUSES_MAX, WarehouseQuestion, gather, judge, nearest,
    offers,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shared::checkout::{Charges, Draft};
use shared::v3::{CourierResult, OrderRequest, WarehouseResult};
use shared::wire::{Checkout, Page, ShippingOptions, ShippingRequest};
use tumbas_tests::sandbox::{Catalogue, Limits, Options, Sandbox};

/// Unix seconds of every quote.
const NOW: i64 = 1_800_000_000;

/// The edge and its platform.
pub(super) struct Edge {
    sandbox: Sandbox,
    quotes: Quotes,
    /// Every store.
    pub(super) stores: Vec<Snapshot>,
}

/// An order as it leaves the edge.
pub(super) struct Sent {
    /// The body.
    pub(super) request: OrderRequest,
    /// What it adds up to, the courier included.
    pub(super) charges: Charges,
}

impl Edge {
    /// A platform whose shelves never empty, and its stores as the edge reads them.
    pub(super) fn start() -> Result<Self> {
        let sandbox = Sandbox::start(Options { limits: Limits::NONE, ..Options::default() })?;
        for variant in Catalogue::get().variants() {
            sandbox.put_stock(variant, None);
        }
        let quotes = Quotes { secrets: "a secret that only the totals test knows".parse()?, seconds: 900 };
        let stores =
            Catalogue::get().stores.iter().map(|store| snapshot(&sandbox, store.id, &store.unique_id));
        let stores = stores.collect::<Result<_>>()?;
        Ok(Self { sandbox, quotes, stores })
    }

    /// `POST /v3/shipping-options`: of one warehouse, and a quarter of what its couriers offer.
    /// The same `nth` gives the same part; all of it would only take longer.
    pub(super) fn shipping(&self, request: &ShippingRequest, nth: usize) -> Result<ShippingOptions> {
        let store = self.store(&request.store_unique_id)?;
        let given = api::shipping::read(&serde_json::to_vec(request)?).context("a question in JSON")?;
        let consignment =
            api::shipping::consignment(given, store).map_err(|failure| anyhow!("{failure:?}"))?;
        let parcel = Parcel::pack(&consignment, store).context("numbers of all variants")?;
        let weight = parcel.weight(&HashMap::new());
        let number = store.listing.id;
        let question = WarehouseQuestion::new(number, consignment.location_id, &parcel);
        let found =
            nearest(&self.searched::<WarehouseResult>("search-warehouse", &json!(question.search()))?);
        if found.is_empty() {
            return read(&api::shipping::no_warehouse(&consignment, weight, &self.quotes, NOW).body);
        }
        let warehouse = found.get(nth % found.len().min(WAREHOUSES_MAX)).context("a warehouse")?;
        let question = CourierQuestion::new(number, warehouse.id, &consignment, weight);
        let rows: Vec<CourierResult> = self.searched("search-courier-service", &json!(question.search()))?;
        let found = gather([Ok(offers(warehouse, &rows))], &consignment.payment_method)?;
        let few = found.offers.into_iter().skip(nth % 4).step_by(4).collect();
        let found = Found { offers: few, ..found };
        read(&api::shipping::options(&consignment, &found, weight, &self.quotes, NOW).body)
    }

    /// `POST /v3/orders`, as far as the platform.
    pub(super) fn order(&self, draft: &Draft) -> Result<Sent> {
        let store = self.store(&draft.store_unique_id)?;
        let given = orders::read(&serde_json::to_vec(draft)?).context("an order in JSON")?;
        let order = api::order::order(given, store).map_err(|failure| anyhow!("{failure:?}"))?;
        let shipment = match order.consignment().zip(order.delivery()) {
            None => None,
            Some((consignment, delivery)) => {
                match judge(&delivery.way, &consignment, &self.quotes.secrets, NOW) {
                    Ok(Verdict::Send(shipment)) => Some(shipment),
                    other => return Err(anyhow!("the quote is not good: {other:?}")),
                }
            }
        };
        let charges = order.charges();
        let charges =
            shipment.as_ref().map_or(charges, |shipment| charges.shipped_for(shipment.shipping_cost));
        let request =
            api::order::payload(&order, shipment.as_ref()).map_err(|failure| anyhow!("{failure:?}"))?;
        Ok(Sent { request, charges })
    }

    /// What the platform makes of it.
    pub(super) fn platform(&self, request: &OrderRequest) -> Result<Value> {
        let (status, order) = self.sandbox.ask("POST", "/v3/orders", &json!(request));
        ensure!(status == 200 && order["status"] == "pending", "the platform answered {status}: {order}");
        Ok(order)
    }

    fn searched<T: DeserializeOwned>(&self, search: &str, question: &Value) -> Result<Vec<T>> {
        let (status, answer) = self.sandbox.ask("POST", &format!("/v3/shipping-costs/{search}"), question);
        ensure!(status == 200, "{search} answered {status}: {answer} to {question}");
        Ok(serde_json::from_value(answer["data"].clone())?)
    }

    fn store(&self, unique_id: &str) -> Result<&Snapshot> {
        self.stores.iter().find(|store| store.listing.store.unique_id == unique_id).context("a store")
    }
}

/// What the widget opens with, in one page.
pub(super) fn checkout(store: &Snapshot) -> Checkout {
    Checkout {
        store: store.listing.store.clone(),
        payment_methods: store.payment_methods.clone(),
        products: Page::whole(store.products.clone()),
        bundles: Page::whole(store.bundles.clone()),
    }
}

fn snapshot(sandbox: &Sandbox, id: u64, unique_id: &str) -> Result<Snapshot> {
    let listings = Listings::new(rows(sandbox, "/v3/stores/simplified")?);
    let listing = listings.find(unique_id).context("a store in the listing")?.clone();
    Ok(Snapshot::new(
        listing,
        rows(sandbox, &format!("/v3/stores/{id}/payment-methods"))?,
        rows(sandbox, &format!("/v3/stores/{id}/products"))?,
        rows(sandbox, &format!("/v3/stores/{id}/bundles"))?,
    ))
}

/// Every row of a list.
fn rows<T: DeserializeOwned>(sandbox: &Sandbox, path: &str) -> Result<Vec<T>> {
    let (mut rows, mut cursor) = (Vec::new(), String::new());
    loop {
        let (status, page) = sandbox.ask("GET", &format!("{path}{cursor}"), &Value::Null);
        ensure!(status == 200, "{path} answered {status}");
        rows.extend(serde_json::from_value::<Vec<T>>(page["data"].clone())?);
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("?next_cursor={next}"),
            None => return Ok(rows),
        }
    }
}

fn read<T: DeserializeOwned>(body: &Body) -> Result<T> {
    match body {
        Body::Json(json) => Ok(serde_json::from_slice(json)?),
        other => Err(anyhow!("not JSON: {other:?}")),
    }
}
