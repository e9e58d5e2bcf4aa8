//! What is kept of an order that stands: ids, links and states. Nothing of it
//! is about a person.

use serde::{Deserialize, Serialize};
use shared::v3;
use shared::value::Rupiah;
use shared::wire::{OrderState, Status};

use super::{Details, Heard, OrderNames, Public};
use crate::address;

/// An order of the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The platform's id, for reading it again.
    pub id: String,
    /// The number people use.
    pub order_id: Option<String>,
    /// Secret part of the platform's order page.
    pub secret_slug: Option<String>,
    /// The platform's order page.
    pub public_order_url: Option<String>,
    /// Where the shopper pays.
    pub payment_url: Option<String>,
    /// Where it stands, in the platform's words.
    pub status: String,
    /// Where the money stands, in the platform's words.
    pub payment_status: Option<String>,
    /// What the shopper pays, in rupiah.
    pub total: Option<Rupiah>,
    /// How it is paid and how it comes.
    #[serde(default)]
    pub details: Details,
    /// What the public order said; `None` when it is not read.
    #[serde(default)]
    pub public: Option<Public>,
    /// When the platform told of it last.
    #[serde(default)]
    pub heard: Heard,
}

impl Placed {
    /// From the platform's order. `None` without an id. A page that no shopper
    /// should be sent to is left out.
    pub fn new(order: v3::Order) -> Option<Self> {
        let presentable = |url: Option<String>| url.filter(|url| address::is_presentable(url));
        let details = Details::of(&order);
        Some(Self {
            id: order.id.filter(|id| !id.is_empty())?,
            order_id: order.order_id,
            secret_slug: order.secret_slug,
            public_order_url: presentable(order.public_order_url),
            payment_url: presentable(order.payment_url),
            status: order.status.map_or_else(|| Status::Pending.into(), String::from),
            payment_status: order.payment_status.map(String::from),
            total: order.gross_revenue,
            details,
            public: None,
            heard: Heard::default(),
        })
    }

    /// The names by which the platform tells of it.
    pub fn names(&self) -> OrderNames {
        OrderNames { id: self.id.clone(), order_id: self.order_id.clone() }
    }

    /// The members whose pages [`Placed::new`] leaves out.
    pub fn withheld(order: &v3::Order) -> impl Iterator<Item = &'static str> {
        let pages = [("public_order_url", &order.public_order_url), ("payment_url", &order.payment_url)];
        let bad = |url: &&String| !url.is_empty() && !address::is_presentable(url);
        pages.into_iter().filter_map(move |(member, url)| url.as_ref().filter(bad).map(|_| member))
    }

    /// The same order after it was read again; what a later answer leaves out
    /// is kept.
    #[must_use]
    pub fn updated(self, later: Self) -> Self {
        if later.id != self.id {
            return self;
        }
        Self {
            order_id: later.order_id.or(self.order_id),
            secret_slug: later.secret_slug.or(self.secret_slug),
            public_order_url: later.public_order_url.or(self.public_order_url),
            payment_url: later.payment_url.or(self.payment_url),
            payment_status: later.payment_status.or(self.payment_status),
            total: later.total.or(self.total),
            details: self.details.updated(later.details),
            public: later.public.or(self.public),
            heard: self.heard,
            ..later
        }
    }

    /// Whether the platform may still say something new about it.
    pub fn is_moving(&self) -> bool {
        let over =
            matches!(Status::from(self.status.as_str()), Status::Canceled | Status::Rts | Status::Closed);
        let paid = matches!(self.payment_status.as_deref(), Some("settled"));
        let arrived = Status::from(self.status.as_str()) == Status::Completed;
        !(over || (paid && arrived))
    }

    /// As the shopper sees it; `bare` knows the names and addresses that are ours.
    pub fn state(self, bare: OrderState) -> OrderState {
        let our_page = bare.order_url.clone().filter(|_| self.is_paid_on_our_page());
        OrderState {
            payment_url: self.way_to_pay().cloned().or(our_page),
            status: Status::from(self.status),
            payment_status: self.payment_status,
            order_id: self.order_id,
            secret_slug: self.secret_slug,
            public_order_url: self.public_order_url,
            total: self.total,
            ..bare
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(json: &str) -> Option<Placed> {
        Placed::new(serde_json::from_str(json).unwrap())
    }

    #[test]
    fn only_what_the_shopper_needs_is_kept() {
        let placed = placed(
            r#"{"id":"019a","order_id":"261122A","status":"pending","payment_status":"unpaid","gross_revenue":"49000.00",
            "payment_url":"https://pay.example/x","customer_name":"Sari","net_revenue":"1","metadata":{"x":1}}"#,
        )
        .unwrap();
        let kept = serde_json::to_string(&placed).unwrap();
        assert!(!kept.contains("Sari") && !kept.contains("net_revenue"), "{kept}");
        assert_eq!(placed.total, Some(Rupiah::new(49_000)));
    }

    #[test]
    fn a_page_nobody_should_open_is_left_out() {
        for url in
            ["javascript:alert(1)", "http://pay.example", "https://a@b.example", "data:text/html,x", ""]
        {
            let json = serde_json::json!({"id": "1", "payment_url": url, "public_order_url": url});
            let placed = placed(&json.to_string()).unwrap();
            assert_eq!((placed.payment_url, placed.public_order_url), (None, None), "{url}");
        }
    }

    #[test]
    fn a_later_answer_changes_what_it_says_and_nothing_else() {
        let first = placed(r#"{"id":"1","status":"pending","payment_url":"https://pay.example/x"}"#).unwrap();
        let paid = placed(r#"{"id":"1","status":"confirmed","payment_status":"paid"}"#).unwrap();
        let now = first.clone().updated(paid);
        assert_eq!((now.status.as_str(), now.payment_status.as_deref()), ("confirmed", Some("paid")));
        assert_eq!(now.payment_url.as_deref(), Some("https://pay.example/x"));
        let other = placed(r#"{"id":"2","status":"canceled"}"#).unwrap();
        assert_eq!(first.clone().updated(other), first);
    }

    #[test]
    fn an_order_is_paid_on_our_page_where_the_platform_has_none() {
        let paid_at = |public: Option<Public>| {
            let placed = Placed { public, ..placed(r#"{"id":"1"}"#).unwrap() };
            placed
                .state(OrderState { order_url: Some("https://edge.example/o/ck_1".into()), ..bare() })
                .payment_url
        };
        let ours = Public { is_ours: true, ..Public::default() };
        assert_eq!(paid_at(Some(ours)).as_deref(), Some("https://edge.example/o/ck_1"));
        assert_eq!((paid_at(Some(Public::default())), paid_at(None)), (None, None));
    }

    fn bare() -> OrderState {
        serde_json::from_str(r#"{"token":"ck_1","status":"pending","status_url":"https://edge.example/"}"#)
            .unwrap()
    }

    #[test]
    fn an_order_that_is_over_is_not_asked_about() {
        let moving = |json: &str| placed(json).unwrap().is_moving();
        assert!(moving(r#"{"id":"1","status":"pending"}"#));
        assert!(moving(r#"{"id":"1","status":"completed","payment_status":"paid"}"#));
        assert!(!moving(r#"{"id":"1","status":"completed","payment_status":"settled"}"#));
        assert!(!moving(r#"{"id":"1","status":"canceled"}"#));
    }
}
