//! What the platform's own list of orders says about an intent whose answer
//! was lost (scalev-v3 §3.4).

use serde::Deserialize;
use shared::v3::{List, OrderMetadata};
use shared::value::Rupiah;

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Incoming, Outgoing, PlatformError};

/// An order as the list is asked to show it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// The platform's id.
    pub id: serde_json::Value,
    /// What was stored with it. The member is asked for: a list without it
    /// cannot be a witness.
    #[serde(deserialize_with = "Option::deserialize")]
    pub metadata: Option<serde_json::Value>,
    /// What the shopper pays, in rupiah.
    #[serde(default)]
    pub gross_revenue: Option<Rupiah>,
}

/// Asks for a page of a store's orders, newest first. `store` is its number.
pub fn order_page(scalev: &Scalev, store: i64, cursor: Option<&str>) -> Outgoing {
    let plain = get(scalev, "/v3/orders", cursor);
    let joint = if cursor.is_some() { '&' } else { '?' };
    let query = format!("{joint}store_id={store}&columns=id,metadata,gross_revenue&page_size=25");
    Outgoing { url: plain.url + &query, ..plain }
}

/// Reads a page of orders. `now` in Unix seconds.
pub fn read_order_page(answer: &Incoming, now: i64) -> Result<List<Listed>, PlatformError> {
    error::read(answer, now)
}

impl Listed {
    /// The platform's id as text.
    pub fn id(&self) -> String {
        match &self.id {
            serde_json::Value::String(id) => id.clone(),
            other => other.to_string(),
        }
    }

    /// Whether it carries this token.
    pub fn is_ours(&self, token: &str) -> bool {
        let metadata =
            self.metadata.clone().and_then(|json| serde_json::from_value::<OrderMetadata>(json).ok());
        metadata.is_some_and(|metadata| metadata.tumbas_token == token)
    }

    /// Whether it could be ours, had the platform lost what we stored with it.
    pub fn is_like(&self, total: Option<Rupiah>) -> bool {
        self.metadata.is_none() && total.is_some() && self.gross_revenue == total
    }

    /// When it was made, in Unix milliseconds.
    pub fn made_at(&self) -> Option<i64> {
        made_at(self.id.as_str()?)
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
        serde_json::from_str(json).unwrap()
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
        assert_eq!(bare.id(), "7");
    }

    #[test]
    fn a_list_without_metadata_is_no_witness() {
        assert!(serde_json::from_str::<Listed>(r#"{"id":7}"#).is_err());
    }

    #[test]
    fn an_id_tells_when_its_order_was_made() {
        let at = |id: &str| listed(&format!(r#"{{"id":"{id}","metadata":null}}"#)).made_at();
        assert_eq!(at("019ab5c0-1234-7abc-8def-0123456789ab"), Some(0x019a_b5c0_1234));
        assert_eq!(at("019ab5c0-1234-4abc-8def-0123456789ab"), None);
        assert_eq!(at("123"), None);
        assert_eq!(listed(r#"{"id":123,"metadata":null}"#).made_at(), None);
    }
}
