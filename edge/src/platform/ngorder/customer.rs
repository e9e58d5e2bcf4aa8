//! The shopper in the seller's address book. An order names its customer by
//! number, so one is looked for and, if there is none, made (platforms §2.5
//! step 7). What is read serves to recognise a person and is kept nowhere.

use serde::{Deserialize, Serialize};
use shared::v3;

use super::{error, get, lenient, send};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, Said, Verb};

/// A customer without a class of their own (platforms §2.2).
const CATEGORY: &str = "N";

/// Who orders, as the platform takes it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Buyer {
    /// The shopper's name.
    pub name: String,
    /// `628…`
    pub phone: String,
    /// The kecamatan's number.
    pub district_id: i64,
    /// Street and house.
    pub address: String,
    /// Five digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Where a receipt goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    category: &'static str,
    is_active: &'static str,
}

#[derive(Deserialize)]
struct Customer {
    #[serde(deserialize_with = "lenient::id")]
    id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    phone: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    address: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    postal_code: Option<String>,
}

#[derive(Deserialize)]
struct Created {
    #[serde(deserialize_with = "lenient::id")]
    customer_id: i64,
}

impl Buyer {
    /// Of an order. `None` without a phone number or a place to bring it to.
    pub fn of(order: &v3::OrderRequest) -> Option<Self> {
        Some(Self {
            name: order.customer_name.clone(),
            phone: order.customer_phone.clone()?.trim_start_matches('+').to_owned(),
            district_id: order.location_id?,
            address: order.address.clone()?,
            postal_code: order.postal_code.clone(),
            email: order.customer_email.clone(),
            category: CATEGORY,
            is_active: "Y",
        })
    }

    /// The same number as lists write it: with and without the country's code.
    fn spellings(&self) -> [String; 2] {
        let national =
            self.phone.strip_prefix("62").map_or_else(|| self.phone.clone(), |rest| ["0", rest].concat());
        [self.phone.clone(), national]
    }

    fn is(&self, customer: &Customer) -> bool {
        let same = |one: &str, other: &str| folded(one) == folded(other);
        let phone = customer.phone.as_deref().unwrap_or_default();
        let lives_there = customer.address.as_deref().unwrap_or_default();
        // The list adds kecamatan, kota and country to what was typed.
        let same_address =
            folded(lives_there).starts_with(&folded(&self.address)) && !self.address.trim().is_empty();
        let same_code = match (&self.postal_code, &customer.postal_code) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        self.spellings().iter().any(|spelling| spelling == phone)
            && same(&self.name, customer.name.as_deref().unwrap_or_default())
            && same_address
            && same_code
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Asks for customers with this number, in both of its spellings.
pub fn find_customers(ngorder: &Ngorder, buyer: &Buyer) -> Vec<Outgoing> {
    let ask = |keyword: &String| {
        let query = [("type", "PHONE"), ("keyword", keyword), ("category", CATEGORY), ("per_page", "100")];
        get(ngorder, "/customer", &query)
    };
    buyer.spellings().iter().map(ask).collect()
}

/// Reads the answers: the number of a customer who is this very buyer, at this
/// very address. `now` in Unix seconds.
pub fn known_customer(buyer: &Buyer, answers: &[Incoming], now: i64) -> Said<Option<i64>> {
    for answer in answers {
        let known = error::rows::<Customer>(answer, now)?.data;
        if let Some(customer) = known.iter().find(|customer| buyer.is(customer)) {
            return Ok(Some(customer.id));
        }
    }
    Ok(None)
}

/// Makes a customer.
pub fn create_customer(ngorder: &Ngorder, buyer: &Buyer) -> Outgoing {
    send(ngorder, Verb::Post, "/customer/create", buyer)
}

/// Reads the answer to [`create_customer`]: the customer's number. `now` in
/// Unix seconds.
pub fn read_created(answer: &Incoming, now: i64) -> Said<i64> {
    Ok(error::read::<Created>(answer, now)?.customer_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;
    use crate::platform::ngorder::tests::{account, fixture, ok, sent};
    use serde_json::json;

    fn buyer() -> Buyer {
        Buyer::of(&v3::OrderRequest {
            customer_name: "Angga".into(),
            customer_phone: Some("628212345678".into()),
            address: Some("Desa ABC".into()),
            location_id: Some(3627),
            postal_code: Some("52192".into()),
            ..v3::OrderRequest::default()
        })
        .unwrap()
    }

    fn known(buyer: &Buyer) -> Option<i64> {
        known_customer(buyer, &[ok(r#"{"data":[]}"#), ok(fixture!("customers.response"))], 0).unwrap()
    }

    #[test]
    fn a_customer_is_known_by_number_name_and_address() {
        assert_eq!(known(&buyer()), Some(122));
        assert_eq!(known(&Buyer { name: " ANGGA ".into(), ..buyer() }), Some(122));
        for other in [
            Buyer { name: "Budi".into(), ..buyer() },
            Buyer { address: "Desa XYZ".into(), ..buyer() },
            Buyer { address: String::new(), ..buyer() },
            Buyer { postal_code: Some("40132".into()), ..buyer() },
            Buyer { phone: "628212345679".into(), ..buyer() },
        ] {
            assert_eq!(known(&other), None);
        }
    }

    #[test]
    fn a_number_is_looked_for_in_both_spellings() {
        let urls: Vec<_> = find_customers(&account(), &buyer()).into_iter().map(|call| call.url).collect();
        let of = |phone: &str| {
            format!(
                "https://api.example/api/open/customer?type=PHONE&keyword={phone}&category=N&per_page=100"
            )
        };
        assert_eq!(urls, [of("628212345678"), of("08212345678")]);
    }

    #[test]
    fn a_customer_is_made_with_the_members_of_the_contract() {
        let call = create_customer(&account(), &buyer());
        assert_eq!(
            sent(&call),
            json!({"name": "Angga", "phone": "628212345678", "district_id": 3627, "address": "Desa ABC",
                "postal_code": "52192", "category": "N", "is_active": "Y"})
        );
        assert_eq!(read_created(&ok(fixture!("customer_create.response")), 0), Ok(123));
        let refused = ok(r#"{"response":"Failed","message":{"phone":["taken"]},"data":null}"#);
        assert_eq!(read_created(&refused, 0), Err(PlatformError::Refused));
    }
}
