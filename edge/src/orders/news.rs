//! What the platform tells of an order by itself, and what of it is kept.

use serde::{Deserialize, Serialize};

use shared::v3::Order;

use crate::intent::Millis;

/// A platform's word about one of its orders. Nothing personal is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct News {
    /// The platform's id of the order; very old payloads leave it out (scalev-v3 §4.4).
    pub id: Option<String>,
    /// The number people use.
    pub order_id: Option<String>,
    /// When the platform says it happened, Unix milliseconds.
    pub at: Millis,
    /// Where the order stands, in the platform's words.
    pub status: Option<String>,
    /// Where the money stands, in the platform's words.
    pub payment_status: Option<String>,
    /// The courier's number for the parcel.
    pub tracking_number: Option<String>,
    /// The order is gone.
    pub deleted: bool,
}

impl News {
    /// What a list of orders says of one, read at `at` in Unix milliseconds.
    pub fn of(order: &Order, at: Millis) -> Self {
        Self {
            id: order.id.clone(),
            order_id: order.order_id.clone(),
            at,
            status: order.status.clone().map(String::from),
            payment_status: order.payment_status.clone().map(String::from),
            tracking_number: order.shipment_receipt.clone(),
            deleted: false,
        }
    }

    /// The same for all news that say the same, whenever they came.
    pub fn gist(&self) -> String {
        let said = [&self.status, &self.payment_status, &self.tracking_number];
        said.map(|word| word.as_deref().unwrap_or_default()).join(" ")
    }
}

/// The names by which the platform tells of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderNames {
    /// The platform's id.
    pub id: String,
    /// The number people use.
    pub order_id: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(json: &str, at: Millis) -> News {
        News::of(&serde_json::from_str(json).unwrap(), at)
    }

    #[test]
    fn news_of_a_list_are_where_an_order_stands() {
        let json = r#"{"id":"7","order_id":"12","status":"shipped","payment_status":"settled","shipment_receipt":"JP1"}"#;
        let told = news(json, 5);
        assert_eq!((told.id.as_deref(), told.order_id.as_deref(), told.at), (Some("7"), Some("12"), 5));
        assert_eq!(told.gist(), "shipped settled JP1");
    }

    #[test]
    fn the_same_news_have_the_same_gist() {
        let unpaid = r#"{"id":"7","status":"pending","payment_status":"unpaid"}"#;
        assert_eq!(news(unpaid, 1).gist(), news(unpaid, 2).gist());
        assert_ne!(news(unpaid, 1).gist(), news(&unpaid.replace("unpaid", "settled"), 1).gist());
    }
}
