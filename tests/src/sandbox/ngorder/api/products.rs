//! Products three ways: searched, in detail, and flat by variation.

use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::catalogue::{Product, Variant};
use crate::sandbox::ngorder::answer::{Answer, Refusal, data, small_success, success};
use crate::sandbox::ngorder::goods::{self, Kind, merged};
use crate::sandbox::ngorder::mark;
use crate::sandbox::ngorder::paging::{Pages, Query as Wanted};
use crate::sandbox::ngorder::place::WAREHOUSES;
use crate::sandbox::ngorder::shelf::Shelf;

/// When everything was put into the shop.
const CREATED: i64 = 1_628_480_648;

/// `GET /product-category`: the labels of the goods.
pub(super) async fn categories() -> Answer {
    let mut seen = std::collections::BTreeMap::new();
    for product in goods::products() {
        if let Some(label) = product.labels.first() {
            seen.insert(goods::category(product), *label);
        }
    }
    let row = |(id, name): (u64, &str)| {
        json!({
            "id": id,
            "name": name,
            "root_categories_id": null,
            "root_categories_name": "",
            "updated_at": null,
        })
    };
    Ok(data(seen.into_iter().map(row).collect::<Value>()))
}

/// `GET /product/search`: ten a page, whatever `per_page` says; the unpublished too.
pub(super) async fn search(State(app): State<App>, Query(mut query): Query<Wanted>) -> Answer {
    query.remove("per_page");
    let keyword = query.get("keyword").map(|text| text.to_lowercase()).unwrap_or_default();
    let wants = |product: &&Product| {
        product.name.to_lowercase().contains(&keyword)
            && query.get("type").is_none_or(|code| goods::kind(product).code().0 == code)
            && query.get("category").is_none_or(|id| goods::category(product).to_string() == *id)
    };
    let found: Vec<&Product> = goods::products().iter().filter(wants).collect();
    let url = app.list_url("/product/search");
    Ok(app.world.read(|world| {
        let row = |product: &&Product| found_product(product, &app.origin, &world.ngorder.shelf);
        App::pages(&url, 10).page(&found, &query, row)
    }))
}

fn found_product(product: &Product, origin: &str, shelf: &Shelf) -> Value {
    let variations = product.variants.iter().map(|variant| {
        let picture = goods::picture(origin, &variant.picture);
        let own = json!({ "image": picture, "thumbnail": picture });
        merged(variation(product, variant, shelf), own)
    });
    let others = json!({
        "is_warehouse": false,
        "wholesales": goods::wholesales(product),
        "variations": variations.collect::<Value>(),
        "update_access": true,
        "warehouse": WAREHOUSES.map(|warehouse| json!({ "name": warehouse.name, "id": warehouse.id })),
    });
    merged(goods::head(product, origin, total(product, shelf)), others)
}

/// The members of a variation that the search and the detail share.
fn variation(product: &Product, variant: &Variant, shelf: &Shelf) -> Value {
    let own = json!({
        "id": goods::variation_id(variant),
        "sku": variant.sku.as_deref().unwrap_or_default(),
        "weight": variant.weight,
        "size": goods::option(product, variant, "size"),
        "color": goods::option(product, variant, "color"),
        "stock_quantity": shelf.total(product, variant),
        "stock": goods::sells(product, variant),
    });
    merged(own, goods::prices(product, variant))
}

fn total(product: &Product, shelf: &Shelf) -> u32 {
    product.variants.iter().map(|variant| shelf.total(product, variant)).sum()
}

/// `GET /product/{id}/detail`
pub(super) async fn detail(State(app): State<App>, Path(id): Path<u64>) -> Answer {
    let product = goods::product(id).ok_or(Refusal::Told("Product not found"))?;
    Ok(app.world.read(|world| success(detailed(product, &app.origin, &world.ngorder.shelf))))
}

fn detailed(product: &Product, origin: &str, shelf: &Shelf) -> Value {
    let variations = product.variants.iter().map(|variant| {
        let picture = goods::picture(origin, &variant.picture);
        let own = json!({
            "primary_image": 0,
            "image": picture,
            "images": [picture],
            "thumbnail": picture,
            "thumbnails": [picture],
        });
        merged(variation(product, variant, shelf), own)
    });
    let others = json!({
        "preorder_setting": { "number": 7, "type": "day" },
        "root_categories_id": 10,
        "root_categories_name": "Fashion Pria",
        "is_empty_root_category": false,
        "is_warehouse": null,
        "variations": variations.collect::<Value>(),
        "wholesale_prices": goods::wholesales(product),
    });
    merged(goods::head(product, origin, total(product, shelf)), others)
}

/// `GET /product/variation`: every variation, flat; without pages in its answer.
pub(super) async fn variations(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let keyword = query.get("keyword").map(|text| text.to_lowercase()).unwrap_or_default();
    let sellable = goods::products()
        .iter()
        .flat_map(|product| product.variants.iter().map(move |variant| (product, variant)));
    let found: Vec<_> =
        sellable.filter(|(_, variant)| variant.fullname.to_lowercase().contains(&keyword)).collect();
    Ok(app.world.read(|world| {
        let row = |row: &(&Product, &Variant)| flat(row.0, row.1, &app.origin, &world.ngorder.shelf);
        let pages = Pages { most: usize::MAX, ..App::pages("", 10) };
        let whole = pages.page(&found, &query, row);
        data(whole.0["data"].clone())
    }))
}

fn flat(product: &Product, variant: &Variant, origin: &str, shelf: &Shelf) -> Value {
    let (code, words) = goods::kind(product).code();
    let picture = goods::picture(origin, &variant.picture);
    let stock = WAREHOUSES.map(|warehouse| {
        json!({
            "id_warehouse": warehouse.id,
            "stock": shelf.left(product, variant, warehouse.id),
            "warehouse_name": warehouse.name,
            "supplier_id": warehouse.supplier_id,
        })
    });
    let own = json!({
        "variation_id": goods::variation_id(variant),
        "product_id": goods::product_id(product),
        "name": product.name,
        "product_type": code,
        "type_description": words,
        "preorder_title": (goods::kind(product) == Kind::PreOrder).then_some("7 hari"),
        "publish_status": goods::flag(product.is_visible),
        "stock_quantity": shelf.total(product, variant),
        "sku": variant.sku.as_deref().unwrap_or_default(),
        "image": picture,
        "thumbnail": picture,
        "discount": 0,
        "color": goods::option(product, variant, "color"),
        "size": goods::option(product, variant, "size"),
        "weight": variant.weight,
        "category_id": goods::category(product),
        "created_at": mark::zoned(Timestamp::from_second(CREATED).unwrap_or_default()),
        "wholesale_status": goods::flag(!goods::wholesale(product).is_empty()),
        "is_warehouse": 1,
        "warehouse_stock": stock,
        "promo": [],
    });
    merged(own, goods::prices(product, variant))
}

/// `GET /product/wholesale`
pub(super) async fn wholesale_minimum(Query(query): Query<Wanted>) -> Answer {
    let id = query.get("product_id").and_then(|id| id.parse().ok());
    let product = id.and_then(goods::product).ok_or(Refusal::Told("Product not found"))?;
    let minimum = goods::wholesale(product).first().map_or(0, |(from, _)| *from);
    Ok(small_success(json!({ "product_id": goods::product_id(product), "minimum_quantity": minimum })))
}

/// `GET /order/wholesale`: the quantity comes back as a string.
pub(super) async fn wholesale_price(Query(query): Query<Wanted>) -> Answer {
    let number = |name: &str| query.get(name).and_then(|text| text.parse::<u64>().ok());
    let found = number("variation_id").and_then(goods::variation);
    let (product, variant) = found.ok_or(Refusal::Told("Variation not found"))?;
    let pieces = number("qty").and_then(|pieces| u32::try_from(pieces).ok()).unwrap_or(1);
    Ok(small_success(json!({
        "variation_id": goods::variation_id(variant),
        "quantity": pieces.to_string(),
        "price": goods::price(product, variant, "N", pieces),
    })))
}
