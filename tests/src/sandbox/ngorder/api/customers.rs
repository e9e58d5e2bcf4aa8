//! Customers: found, made, changed; and what their classes may.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data, object, success};
use crate::sandbox::ngorder::customer::{CLASSES, Customer};
use crate::sandbox::ngorder::paging::{Pages, Query as Wanted};

/// `GET /customer-category`
pub(super) async fn categories() -> Answer {
    let row = |(id, (code, name)): (u64, (&str, &str))| {
        json!({
            "id": id,
            "code": code,
            "category_name": name,
            "status": "ACTIVE",
            "discount_access": true,
            "wholesale_access": code == "N",
        })
    };
    Ok(data((1..).zip(CLASSES).map(row).collect::<Value>()))
}

/// `GET /order/check-price/{class}`
pub(super) async fn access(Path(class): Path<String>) -> Answer {
    Ok(success(json!({ "wholesale_access": class == "N", "discount_access": true })))
}

/// `GET /customer`: only those of the class that is asked for, when one is.
pub(super) async fn list(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let found: Vec<Customer> = app.world.read(|world| {
        let newest = world.ngorder.customers.iter().rev();
        newest.filter(|customer| wants(&query, customer)).cloned().collect()
    });
    let url = app.list_url("/customer");
    let pages = Pages { is_object: false, ..App::pages(&url, 10) };
    Ok(pages.page(&found, &query, Customer::json))
}

fn wants(query: &Wanted, customer: &Customer) -> bool {
    let keyword = query.get("keyword").map(|text| text.to_lowercase()).unwrap_or_default();
    let holds = |text: &str| text.to_lowercase().contains(&keyword);
    let found = match query.get("type").map_or("NAME", String::as_str) {
        "PHONE" => holds(&customer.phone),
        "EMAIL" => customer.email.as_deref().is_some_and(holds),
        "ADDRESS" => holds(&customer.full_address()),
        _ => holds(&customer.name),
    };
    found && query.get("category").is_none_or(|class| *class == customer.class)
}

/// `POST /customer/create`: twice the same makes two.
pub(super) async fn create(State(app): State<App>, body: Bytes) -> Answer {
    let customer = Customer::read(&object(&body)?, None)?;
    let name = customer.name.clone();
    let id = app.world.change(|world| {
        let customers = &mut world.ngorder.customers;
        let id = 23_101_433 + customers.len() as u64;
        customers.push(Customer { id, ..customer });
        id
    });
    Ok(success(json!({ "customer_id": id, "name": name })))
}

/// `PATCH /customer/update`
pub(super) async fn update(State(app): State<App>, body: Bytes) -> Answer {
    let body = object(&body)?;
    let id = body["customer_id"].as_u64().unwrap_or_default();
    app.world.change(|world| {
        let known = world.ngorder.customers.iter_mut().find(|customer| customer.id == id);
        let known =
            known.ok_or_else(|| Refusal::about("customer_id", "The selected customer id is invalid."))?;
        *known = Customer::read(&body, Some(known))?;
        Ok(success(json!({ "customer_id": id, "name": known.name })))
    })
}
