//! The till under `/__sandbox/till`.
//!
//! | route | does |
//! |---|---|
//! | `GET /products` | every product, as the till has it |
//! | `PUT /variants/{sku}` | `{"price", "discount", "discontinued", "outlet_price": {"outlet", "price"}}`, any of them |
//! | `PUT`, `DELETE /products/{code}` | `{"name", "category", "discontinued"}`, any of them, `{}` saves it as it is; removes it |
//! | `PUT`, `DELETE /webhooks` | `{"url", "retry_ms"?}`: the five events are posted below it; nobody is told |
//! | `GET /webhooks` | what was told and how it was taken; `at_least`, `timeout_ms` |
//! | `POST /webhooks/{hold,release}` | `{"order": "told" / "reversed" / {"shuffled": 7}, "copies": 5}` with `release` |

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{OutletPrice, Till, TillProduct, TillVariant};
use crate::sandbox::App;
use crate::sandbox::control::{Mistake, Reply, Wanted, read, wait};
use crate::sandbox::webhook::{Release, Standing};
use crate::sandbox::world::World;

/// Routes relative to `/__sandbox/till`.
pub(in crate::sandbox) fn router() -> Router<App> {
    Router::new()
        .route("/products", get(products))
        .route("/products/{code}", put(put_product).delete(delete_product))
        .route("/variants/{sku}", put(put_variant))
        .route("/webhooks", get(calls).put(connect).delete(disconnect))
        .route("/webhooks/hold", post(hold))
        .route("/webhooks/release", post(release))
}

async fn products(State(app): State<App>) -> Json<Value> {
    Json(json!({ "data": app.world.read(|world| world.till.products.clone()) }))
}

/// What may be changed about a product.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ProductChange {
    pub(super) name: Option<String>,
    pub(super) category: Option<String>,
    pub(super) discontinued: Option<bool>,
}

impl ProductChange {
    pub(super) fn apply(self, product: &mut TillProduct) {
        let TillProduct { name, category, discontinued, .. } = product;
        set(name, self.name);
        set(category, self.category);
        set(discontinued, self.discontinued);
    }
}

/// What may be changed about a variant.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct VariantChange {
    pub(super) price: Option<i64>,
    pub(super) discount: Option<u32>,
    pub(super) discontinued: Option<bool>,
    pub(super) outlet_price: Option<OutletPrice>,
}

impl VariantChange {
    pub(super) fn apply(self, variant: &mut TillVariant) {
        set(&mut variant.unit_price, self.price);
        set(&mut variant.discount, self.discount.map(|percent| percent.min(100)));
        set(&mut variant.discontinued, self.discontinued);
        if let Some(new) = self.outlet_price {
            variant.outlet_prices.retain(|price| price.outlet != new.outlet);
            variant.outlet_prices.push(new);
        }
    }
}

fn set<T>(member: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *member = value;
    }
}

async fn put_product(State(app): State<App>, Path(code): Path<String>, body: Bytes) -> Reply {
    let change: Option<ProductChange> =
        read::<Value>(&body)?.as_object().filter(|body| !body.is_empty()).map(|_| read(&body)).transpose()?;
    change_till(&app, &code, |till| match change {
        Some(change) => till.edit(&code, |product| change.apply(product)),
        None => till.save(&code),
    })
}

async fn put_variant(State(app): State<App>, Path(sku): Path<String>, body: Bytes) -> Reply {
    let change: VariantChange = read(&body)?;
    change_till(&app, &sku, |till| till.edit_variant(&sku, |variant| change.apply(variant)))
}

async fn delete_product(State(app): State<App>, Path(code): Path<String>) -> Reply {
    change_till(&app, &code, |till| till.delete(&code))
}

/// Does it and says what was told of it.
fn change_till(app: &App, code: &str, act: impl FnOnce(&mut Till) -> bool) -> Reply {
    app.world.change(|world| {
        let told = world.till.calls.all().len();
        if !act(&mut world.till) {
            return Err(Mistake(StatusCode::NOT_FOUND, format!("the till has nothing under {code}")));
        }
        let events: Vec<_> = world.till.calls.all()[told..].iter().map(|call| call.event).collect();
        Ok(Json(json!({ "code": code, "told": events })))
    })
}

async fn calls(State(app): State<App>, Query(wanted): Query<Wanted>) -> Reply {
    let delivered = |world: &World| {
        world.till.calls.all().iter().filter(|call| call.standing == Standing::Delivered).count()
    };
    wait(&app, &wanted, delivered).await?;
    Ok(app.world.read(|world| Json(json!({ "url": world.till.endpoint, "data": world.till.calls.all() }))))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    url: String,
    retry_ms: Option<u64>,
}

async fn connect(State(app): State<App>, body: Bytes) -> Reply {
    let Address { url, retry_ms } = read(&body)?;
    app.world.change(|world| {
        world.till.endpoint = Some(url.clone());
        set(&mut world.till.calls.habit.pause, retry_ms.map(Duration::from_millis));
    });
    Ok(Json(json!({ "url": url })))
}

async fn disconnect(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.till.endpoint = None);
    StatusCode::NO_CONTENT
}

async fn hold(State(app): State<App>) -> StatusCode {
    app.world.change(|world| world.till.calls.hold());
    StatusCode::NO_CONTENT
}

async fn release(State(app): State<App>, body: Bytes) -> Result<StatusCode, Mistake> {
    let release: Release = if body.is_empty() { Release::default() } else { read(&body)? };
    app.world.change(|world| world.till.calls.release(&release));
    Ok(StatusCode::NO_CONTENT)
}
