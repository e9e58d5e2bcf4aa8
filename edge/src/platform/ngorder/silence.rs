//! The platform has no webhooks: what becomes of an order is asked for, within
//! the budget of platforms §2.5.

use shared::v3::{List, Order};

use super::order::Row;
use super::{error, get, jakarta_date};
use crate::config::Ngorder;
use crate::platform::{Incoming, Outgoing, Said, Silent};

/// Milliseconds between two readings of an order at first.
const FIRST: i64 = 15_000;
/// Milliseconds between two readings at last.
const LONGEST: i64 = 120_000;
/// Readings in vain after which the pause is the longest.
const STEPS: u32 = 3;

impl Silent for Ngorder {
    /// Orders of other channels are left out where ours is known.
    fn orders_since(&self, since: i64, cursor: Option<&str>) -> Outgoing {
        let (since, source) = (jakarta_date(since), self.order_source.map(|source| source.to_string()));
        let mut query = vec![
            ("start_date", since.as_str()),
            ("per_page", "100"),
            ("pagination_offset", cursor.unwrap_or("1")),
        ];
        query.extend(source.as_deref().map(|source| ("order_source_id", source)));
        get(self, "/order", &query)
    }

    fn read_orders(&self, answer: &Incoming, now: i64) -> Said<List<Order>> {
        let List { data, is_paginated, has_next, next_cursor } = error::rows::<Row>(answer, now)?;
        Ok(List { data: data.into_iter().map(Order::from).collect(), is_paginated, has_next, next_cursor })
    }

    fn pause(&self, quiet: u32) -> i64 {
        FIRST.saturating_mul(1 << quiet.min(STEPS)).min(LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};

    #[test]
    fn all_orders_of_our_channel_are_asked_about_at_once() {
        assert_eq!(
            account().orders_since(1_795_406_700, Some("2")).url,
            "https://api.example/api/open/order?start_date=2026-11-23&per_page=100&pagination_offset=2\
             &order_source_id=12"
        );
        let anywhere = Ngorder { order_source: None, ..account() };
        assert!(anywhere.orders_since(0, None).url.ends_with("&pagination_offset=1"));
    }

    #[test]
    fn they_are_read_with_where_they_stand() {
        let orders = account().read_orders(&ok(fixture!("orders.response")), 0).unwrap();
        let told = |order: &Order| (order.id.clone(), order.payment_status.is_some(), order.status.is_some());
        let all: Vec<_> = orders.data.iter().map(told).collect();
        assert_eq!(all.first(), Some(&(Some("1115".to_owned()), true, true)));
        assert_eq!((all.len(), orders.next()), (2, Some("2")));
    }

    #[test]
    fn who_waits_long_asks_rarely() {
        let pauses: Vec<_> = (0..5).map(|quiet| account().pause(quiet) / 1_000).collect();
        assert_eq!(pauses, [15, 30, 60, 120, 120]);
        assert_eq!(account().pause(u32::MAX), 120_000);
    }
}
