//! What the platform's own list of orders says about an intent whose answer
//! was lost (scalev-v3 §3.4).

use serde::Deserialize;
use serde_json::Value;
use shared::v3::{List, OrderMetadata};
use shared::value::Rupiah;

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Age, Incoming, Listed, Outgoing, Said};

/// An order as the list is asked to show it.
#[derive(Deserialize)]
struct Row {
    id: Value,
    /// What was stored with it. The member is asked for: a list without it
    /// cannot be a witness.
    #[serde(deserialize_with = "Option::deserialize")]
    metadata: Option<Value>,
    #[serde(default)]
    gross_revenue: Option<Rupiah>,
}

pub(super) fn order_page(scalev: &Scalev, store: i64, cursor: Option<&str>) -> Outgoing {
    let plain = get(scalev, "/v3/orders", cursor);
    let joint = if cursor.is_some() { '&' } else { '?' };
    let query = format!("{joint}store_id={store}&columns=id,metadata,gross_revenue&page_size=25");
    Outgoing { url: plain.url + &query, ..plain }
}

pub(super) fn read_order_page(answer: &Incoming, now: i64) -> Said<List<Listed>> {
    let List { data, is_paginated, has_next, next_cursor } = error::read::<List<Row>>(answer, now)?;
    Ok(List { data: data.into_iter().map(Listed::from).collect(), is_paginated, has_next, next_cursor })
}

impl From<Row> for Listed {
    fn from(Row { id, metadata, gross_revenue: total }: Row) -> Self {
        let age = id.as_str().and_then(made_at).map_or(Age::Ancient, Age::Since);
        let id = match id {
            Value::String(id) => id,
            other => other.to_string(),
        };
        let is_bare = metadata.is_none();
        let metadata = metadata.and_then(|json| serde_json::from_value::<OrderMetadata>(json).ok());
        Self { id, age, token: metadata.map(|metadata| metadata.tumbas_token), is_bare, total }
    }
}

/// When the order of this id was made, in Unix milliseconds: the first 48 bits
/// of a `UUIDv7`. `None` for ids of older orders.
pub fn made_at(id: &str) -> Option<i64> {
    let (high, rest) = id.split_once('-')?;
    let (low, rest) = rest.split_once('-')?;
    let is_v7 = id.len() == 36 && rest.starts_with('7');
    if !is_v7 || high.len() != 8 || low.len() != 4 {
        return None;
    }
    i64::from_str_radix(&[high, low].concat(), 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::scalev::tests::account;

    fn listed(json: &str) -> Listed {
        Listed::from(serde_json::from_str::<Row>(json).unwrap())
    }

    #[test]
    fn a_store_is_asked_for_its_newest_orders() {
        let columns = "columns=id,metadata,gross_revenue&page_size=25";
        assert_eq!(
            order_page(&account(), 4101, None).url,
            format!("https://api.example/v3/orders?store_id=4101&{columns}")
        );
        assert_eq!(
            order_page(&account(), 4101, Some("c")).url,
            format!("https://api.example/v3/orders?next_cursor=c&store_id=4101&{columns}")
        );
    }

    #[test]
    fn an_order_is_ours_by_its_token_alone() {
        let ours = listed(r#"{"id":"019a","metadata":{"tumbas_token":"ck_1"},"gross_revenue":"5000.00"}"#);
        assert!(ours.is_ours("ck_1") && !ours.is_ours("ck_2"));
        let bare = listed(r#"{"id":7,"metadata":null,"gross_revenue":5000}"#);
        assert!(!bare.is_ours("ck_1"));
        assert!(bare.is_like(Some(Rupiah::new(5_000))) && !ours.is_like(Some(Rupiah::new(5_000))));
        assert!(!bare.is_like(None));
        assert_eq!(bare.id, "7");
    }

    #[test]
    fn a_list_without_metadata_is_no_witness() {
        assert!(serde_json::from_str::<Row>(r#"{"id":7}"#).is_err());
    }

    #[test]
    fn an_id_tells_when_its_order_was_made() {
        let at = |id: &str| listed(&format!(r#"{{"id":"{id}","metadata":null}}"#)).age;
        assert_eq!(at("019ab5c0-1234-7abc-8def-0123456789ab"), Age::Since(0x019a_b5c0_1234));
        assert_eq!(at("019ab5c0-1234-4abc-8def-0123456789ab"), Age::Ancient);
        assert_eq!(at("123"), Age::Ancient);
        assert_eq!(listed(r#"{"id":123,"metadata":null}"#).age, Age::Ancient);
    }
}
