//! Customers: a record of its own for each buyer.

use serde_json::{Map, Value, json};

use super::answer::Refusal;
use super::place;
use crate::sandbox::region::District;

/// Classes of customers, by code.
pub(super) const CLASSES: [(&str, &str); 5] =
    [("N", "Pelanggan"), ("Y", "Reseller"), ("D", "Dropship"), ("1", "Teman"), ("2", "Pelanggan Tetap")];

/// Somebody who buys or receives.
#[derive(Debug, Clone, PartialEq)]
pub struct Customer {
    /// Numeric id.
    pub id: u64,
    /// Name.
    pub name: String,
    /// Digits, `62…`.
    pub phone: String,
    /// Ngorder's number of the district.
    pub district_id: u64,
    /// Street.
    pub address: String,
    /// Postal code.
    pub postal_code: Option<String>,
    /// `N`, `Y`, `D`, `1`, `2`.
    pub class: String,
    /// E-mail address.
    pub email: Option<String>,
}

impl Customer {
    /// Reads a new customer, or what is changed of `before`.
    ///
    /// # Errors
    /// Every complaint, by member.
    pub(super) fn read(body: &Value, before: Option<&Self>) -> Result<Self, Refusal> {
        let mut errors = Map::new();
        let mut complain = |member: &str, words: String| {
            errors.insert(member.into(), json!([words]));
        };
        let text = |member: &str| words_of(&body[member]);
        let mut required = |member: &str, before: Option<&String>| {
            text(member).or_else(|| before.cloned()).unwrap_or_else(|| {
                complain(member, format!("The {member} field is required."));
                String::new()
            })
        };
        let name = required("name", before.map(|before| &before.name));
        let phone = required("phone", before.map(|before| &before.phone));
        let address = required("address", before.map(|before| &before.address));
        let class = text("category").or_else(|| before.map(|before| before.class.clone()));
        let district_id = text("district_id").and_then(|id| id.parse().ok());
        let district_id = district_id.or_else(|| before.map(|before| before.district_id)).unwrap_or_default();
        if !phone.is_empty() && !phone.bytes().all(|byte| byte.is_ascii_digit()) {
            complain("phone", "The phone must be a number.".into());
        }
        if place::district(district_id).is_none() {
            complain("district_id", "The selected district id is invalid.".into());
        }
        let class = class.unwrap_or_default();
        if !CLASSES.iter().any(|(code, _)| *code == class) {
            complain("category", "The selected category is invalid.".into());
        }
        if !errors.is_empty() {
            return Err(Refusal::Failed(errors));
        }
        let kept = |member: &str, before: Option<Option<&String>>| {
            text(member).or_else(|| before.flatten().cloned())
        };
        Ok(Self {
            id: before.map_or(0, |before| before.id),
            phone: international(&phone),
            postal_code: kept("postal_code", before.map(|before| before.postal_code.as_ref())),
            email: kept("email", before.map(|before| before.email.as_ref())),
            name,
            district_id,
            address,
            class,
        })
    }

    /// Where it lives.
    pub(super) fn district(&self) -> &'static District {
        place::district(self.district_id).unwrap_or(&District::all()[0])
    }

    /// The address in one line: `Jl. ABC ,KAB. TEGAL, DUKUHTURI, JAWA TENGAH, ID, 52192`.
    pub(super) fn full_address(&self) -> String {
        let place = self.district();
        let city = place.city.to_uppercase().replace("KABUPATEN", "KAB.");
        let (district, province) = (place.subdistrict.to_uppercase(), place.province.to_uppercase());
        let code = self.postal_code.as_deref().unwrap_or_default();
        format!("{} ,{city}, {district}, {province}, ID, {code}", self.address)
    }

    /// `Pelanggan`
    pub(super) fn class_name(&self) -> &'static str {
        CLASSES.iter().find(|(code, _)| *code == self.class).map_or("", |(_, name)| *name)
    }

    /// `08…`, as orders write it.
    pub(super) fn local_phone(&self) -> String {
        self.phone.strip_prefix("62").map_or_else(|| self.phone.clone(), |rest| format!("0{rest}"))
    }

    /// As `GET /customer` writes it: names of places, no `district_id`.
    pub(super) fn json(&self) -> Value {
        let place = self.district();
        json!({
            "id": self.id,
            "name": self.name,
            "name_initial": self.name.chars().next().map(String::from),
            "phone": self.phone,
            "address": self.full_address(),
            "postal_code": self.postal_code,
            "district": place.subdistrict,
            "city": place.city,
            "province": place.province,
            "email": self.email,
            "line": null,
            "other": null,
            "category_code": self.class,
            "category": self.class_name(),
        })
    }

    /// As an order's document writes it.
    pub(super) fn in_order(&self) -> Value {
        let place = self.district();
        json!({
            "id": self.id,
            "name": self.name,
            "phone": self.local_phone(),
            "district": place.subdistrict,
            "city": place.city,
            "province": place.province,
            "district_id": self.district_id,
            "city_id": place::number(place.city),
            "province_id": place::number(place.province),
            "postal_code": self.postal_code,
            "address": self.full_address(),
            "line": null,
            "email": self.email,
            "type": self.class_name(),
        })
    }
}

/// A string or a number, in words; an empty one counts as absent.
fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn international(phone: &str) -> String {
    match phone.strip_prefix('0') {
        Some(rest) => format!("62{rest}"),
        None => phone.to_owned(),
    }
}
