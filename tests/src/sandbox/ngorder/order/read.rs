//! Reads `POST /order` and gathers every complaint, by dotted path with array indexes.

use std::time::Instant;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Cost, Line, Order};
use crate::sandbox::ngorder::answer::Refusal;
use crate::sandbox::ngorder::customer::Customer;
use crate::sandbox::ngorder::goods::{self, Kind};
use crate::sandbox::ngorder::place::{Supplier, Warehouse};
use crate::sandbox::ngorder::rates::{BY_HAND, PICK_UP, Rate};
use crate::sandbox::ngorder::{Ngorder, mark};

/// A body being read, with the complaints so far.
#[derive(Debug)]
pub(in crate::sandbox::ngorder) struct Reading<'a> {
    shop: &'a Ngorder,
    body: &'a Value,
    errors: Map<String, Value>,
}

impl<'a> Reading<'a> {
    /// The order that `body` asks for, without numbers yet.
    ///
    /// # Errors
    /// Every complaint, by dotted path.
    pub(in crate::sandbox::ngorder) fn order(shop: &'a Ngorder, body: &'a Value) -> Result<Order, Refusal> {
        let mut reading = Self { shop, body, errors: Map::new() };
        let now = Timestamp::now();
        let sender = reading.customer("customer_sender_id");
        let receiver = reading.customer("customer_receiver_id");
        let class = sender.map_or("N", |sender| sender.class.as_str()).to_owned();
        let lines = reading.lines(&class);
        let mut order = Order {
            order_id: 0,
            po_number: 0,
            order_date: reading.text("/order_date"),
            sender: sender.cloned().unwrap_or_else(nobody),
            receiver: receiver.cloned().unwrap_or_else(nobody),
            lines,
            rate_id: reading.rate(),
            courier: reading.text("/expedition/name"),
            shipping_cost: reading.amount("/expedition/rate"),
            costs: reading.costs(),
            note: body["note"].as_str().unwrap_or_default().to_owned(),
            source: body["order_source_id"].as_u64().and_then(|id| shop.sources.name(id)),
            payments: Vec::new(),
            awb_number: body["awb_number"].as_str().map(str::to_owned),
            supplier: reading.supplier(),
            cancelled_at: None,
            shipped_at: None,
            delivered_at: None,
            created_at: now,
            updated_at: now,
            readable_from: Instant::now(),
        };
        reading.one_of("/source", &["MOBILE", "WEB"]);
        reading.payment(&mut order);
        if reading.errors.is_empty() { Ok(order) } else { Err(Refusal::Refused(reading.errors)) }
    }

    fn complain(&mut self, path: &str, sentence: &str) {
        self.errors.insert(dotted(path), json!([sentence]));
    }

    fn value(&self, path: &str) -> &'a Value {
        self.body.pointer(path).unwrap_or(&Value::Null)
    }

    fn required(&mut self, path: &str, why: &str) {
        let words = dotted(path).replace('_', " ");
        self.complain(path, &format!("The {words} field is required{why}."));
    }

    fn text(&mut self, path: &str) -> String {
        let text = self.value(path).as_str().unwrap_or_default();
        if text.is_empty() {
            self.required(path, "");
        }
        text.to_owned()
    }

    fn amount(&mut self, path: &str) -> i64 {
        let amount = self.value(path).as_i64().filter(|amount| *amount >= 0);
        if amount.is_none() {
            self.required(path, "");
        }
        amount.unwrap_or_default()
    }

    fn one_of(&mut self, path: &str, words: &[&str]) -> &'a str {
        let word = self.value(path).as_str().unwrap_or_default();
        if !words.contains(&word) {
            let known = words.join(", ");
            self.complain(
                path,
                &format!("The {} must be one of the following value : {known}", dotted(path)),
            );
        }
        word
    }

    fn customer(&mut self, member: &str) -> Option<&'a Customer> {
        let found = self.body[member].as_u64().and_then(|id| self.shop.customer(id));
        if found.is_none() {
            self.complain(member, &format!("The selected {} is invalid.", member.replace('_', " ")));
        }
        found
    }

    fn supplier(&mut self) -> u64 {
        let id = self.body["supplier_id"].as_u64().filter(|id| Supplier::by_id(*id).is_some());
        if id.is_none() {
            self.complain("supplier_id", "The selected supplier id is invalid.");
        }
        id.unwrap_or_default()
    }

    fn rate(&mut self) -> u64 {
        let known = |id: &u64| [PICK_UP, BY_HAND].contains(id) || Rate::by_id(*id).is_some();
        let id = self.value("/expedition/id").as_u64().filter(known);
        if id.is_none() {
            self.complain("/expedition/id", "The selected expedition.id is invalid.");
        }
        id.unwrap_or_default()
    }

    fn lines(&mut self, class: &str) -> Vec<Line> {
        let rows = self.body["products"].as_array().map_or(0, Vec::len);
        if rows == 0 {
            self.required("/products", "");
        }
        (0..rows).filter_map(|row| self.line(&format!("/products/{row}"), class)).collect()
    }

    fn line(&mut self, path: &str, class: &str) -> Option<Line> {
        let row = self.value(path);
        let Some((product, variant)) = row["id"].as_u64().and_then(goods::variation) else {
            self.complain(&format!("{path}/id"), &format!("The selected {}.id is invalid.", dotted(path)));
            return None;
        };
        let kind = goods::kind(product);
        self.one_of(&format!("{path}/product_status"), &[kind.code().0]);
        let warehouse = row["warehouse_id"].as_u64().unwrap_or_default();
        let pieces = row["qty"].as_u64().and_then(|pieces| u32::try_from(pieces).ok()).unwrap_or_default();
        let left = self.shop.shelf.left(product, variant, warehouse);
        if Warehouse::by_id(warehouse).is_none() {
            let member = format!("{path}/warehouse_id");
            self.complain(&member, &format!("The selected {} is invalid.", dotted(&member)));
        } else if pieces == 0 {
            self.required(&format!("{path}/qty"), "");
        } else if kind == Kind::Own && pieces > left {
            let member = format!("{path}/qty");
            self.complain(&member, &format!("The {} may not be greater than {left}.", dotted(&member)));
        }
        let discount = row["discount_promo"].as_i64().or(row["nominal"].as_i64()).unwrap_or_default();
        Some(Line {
            variation: goods::variation_id(variant),
            quantity: pieces,
            price: goods::price(product, variant, class, pieces),
            discount,
            warehouse,
        })
    }

    fn costs(&mut self) -> Vec<Cost> {
        let rows = self.body["order_cost"].as_array().map_or(0, Vec::len);
        (0..rows).map(|row| self.cost(&format!("/order_cost/{row}"))).collect()
    }

    fn cost(&mut self, path: &str) -> Cost {
        let category = self.one_of(&format!("{path}/category"), &["DISCOUNT", "OTHER COST", "INSURANCE"]);
        let is_percentage = self.one_of(&format!("{path}/type"), &["NOMINAL", "PERCENTAGE"]) == "PERCENTAGE";
        let member = if is_percentage { "percentage" } else { "nominal" };
        let amount = self.amount(&format!("{path}/{member}"));
        let (percentage, nominal) = if is_percentage { (amount, 0) } else { (0, amount) };
        Cost { name: self.text(&format!("{path}/name")), category: category.into(), percentage, nominal }
    }

    fn payment(&mut self, order: &mut Order) {
        let status = self.one_of("/payment/status", &["UNPAID", "PAID", "INSTALLMENT"]);
        let supplied = order.lines.iter().position(|line| line.status() == "R");
        if let Some(row) = supplied.filter(|_| self.value("/payment/cost_of_goods_sales").is_null()) {
            let why = format!(" when products.{row}.product_status is R");
            self.required("/payment/cost_of_goods_sales", &why);
        }
        if !matches!(status, "PAID" | "INSTALLMENT") {
            return;
        }
        let why = format!(" when payment.status is {status}");
        for member in ["/payment/date", "/payment/bank_id", "/payment/amount"] {
            if self.value(member).is_null() {
                self.required(member, &why);
            }
        }
        let today = mark::day(Timestamp::now());
        let date = self.value("/payment/date").as_str().unwrap_or(&today);
        let bank = self.value("/payment/bank_id").as_u64().unwrap_or_default();
        let amount = self.value("/payment/amount").as_i64().unwrap_or_default();
        order.pay(bank, date, amount, status == "PAID");
    }
}

/// `/products/0/qty` → `products.0.qty`
fn dotted(path: &str) -> String {
    path.trim_start_matches('/').replace('/', ".")
}

/// Stands where a complaint was made.
fn nobody() -> Customer {
    Customer {
        id: 0,
        name: String::new(),
        phone: String::new(),
        district_id: 0,
        address: String::new(),
        postal_code: None,
        class: "N".into(),
        email: None,
    }
}
