//! `GET /v3/orders`: filters, columns and the list's own money types (scalev-v3 §3.4).

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::Order;
use super::render::{View, members};
use crate::sandbox::answer::Refusal;

/// The query of a list, read once.
#[derive(Debug, Default)]
pub(in crate::sandbox) struct Filter {
    equal: Vec<(String, String)>,
    search: Option<(String, String)>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
    columns: Option<Vec<String>>,
}

const SEARCH_FIELDS: [&str; 8] = [
    "order_id",
    "shipment_receipt",
    "external_id",
    "pg_reference_id",
    "gross_revenue",
    "customer_name",
    "customer_email",
    "customer_phone",
];

/// In this list these stay strings; every other amount is a number.
const DECIMALS: [&str; 3] = ["gross_revenue", "net_payment_revenue", "discount_code_discount"];

impl Filter {
    /// Reads the query.
    ///
    /// # Errors
    /// 400 for an unknown search field or a date that is none.
    pub(in crate::sandbox) fn read(query: &BTreeMap<String, String>) -> Result<Self, Refusal> {
        let given = |name: &str| query.get(name).filter(|value| !value.is_empty()).cloned();
        let field = given("search_field").unwrap_or_else(|| "order_id".into());
        if !SEARCH_FIELDS.contains(&field.as_str()) {
            return Err(Refusal::BadRequest("Invalid search_field".into()));
        }
        let equal = ["status", "payment_status", "payment_method", "store_id", "external_id", "utm_source"];
        Ok(Self {
            equal: equal.iter().filter_map(|name| Some(((*name).to_owned(), given(name)?))).collect(),
            search: given("search").map(|text| (field, text.to_lowercase())),
            since: date(given("draft_time_since"))?,
            until: date(given("draft_time_until"))?,
            columns: given("columns")
                .map(|names| names.split(',').map(|name| name.trim().to_owned()).collect()),
        })
    }

    /// Whether the order is in the list.
    pub(in crate::sandbox) fn takes(&self, order: &Order, view: &View<'_>) -> bool {
        let json = order.json(view);
        self.since.is_none_or(|since| order.created_at >= since)
            && self.until.is_none_or(|until| order.created_at <= until)
            && self.equal.iter().all(|(name, value)| value.split(',').any(|value| text(&json, name) == value))
            && self
                .search
                .as_ref()
                .is_none_or(|(field, wanted)| text(&json, field).to_lowercase().contains(wanted))
    }

    /// The order as the list writes it, with the wanted columns.
    pub(in crate::sandbox) fn row(&self, order: &Order, view: &View<'_>) -> Value {
        let mut row = members(order.json(view));
        for (name, value) in &mut row {
            if !DECIMALS.contains(&name.as_str()) {
                loosen(name, value);
            }
        }
        if let Some(columns) = &self.columns {
            row.retain(|name, _| name == "id" || columns.contains(name));
        }
        row.into()
    }
}

/// Turns the decimal string of a money member into a number.
fn loosen(name: &str, value: &mut Value) {
    let is_money =
        ["_price", "_price_bt", "_cost", "_discount", "_discount_bt", "_income", "_revenue", "_fee"]
            .iter()
            .any(|ending| name.ends_with(ending));
    if is_money && let Some(number) = value.as_str().and_then(|text| text.parse::<f64>().ok()) {
        #[expect(clippy::cast_possible_truncation, reason = "whole rupiah below 2^53")]
        let whole = number as i64;
        *value = if number.fract() == 0.0 { whole.into() } else { number.into() };
    }
}

fn text(order: &Value, field: &str) -> String {
    let value = match field {
        "customer_name" => &order["customer"]["name"],
        "customer_email" => &order["customer"]["email"],
        "customer_phone" => &order["customer"]["phone"],
        "store_id" => &order["store"]["id"],
        _ => &order[field],
    };
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn date(text: Option<String>) -> Result<Option<Timestamp>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let read = text.parse().or_else(|_| format!("{text}T00:00:00+07:00").parse());
    read.map(Some).map_err(|_| Refusal::BadRequest("Invalid date".into()))
}
