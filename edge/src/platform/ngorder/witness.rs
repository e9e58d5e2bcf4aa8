//! The list of orders as a witness for one whose answer was lost: our token is
//! in its note (platforms §2.5).

use shared::v3::List;

use super::order::Row;
use super::{error, get};
use crate::config::Ngorder;
use crate::platform::{Age, Incoming, Listed, Outgoing, Said};

/// All orders since a day; how they are sorted is not documented.
pub(super) fn order_page(ngorder: &Ngorder, since: &str, cursor: Option<&str>) -> Outgoing {
    let query = [("start_date", since), ("per_page", "100"), ("pagination_offset", cursor.unwrap_or("1"))];
    get(ngorder, "/order", &query)
}

pub(super) fn read_order_page(answer: &Incoming, now: i64) -> Said<List<Listed>> {
    let List { data, is_paginated, has_next, next_cursor } = error::rows::<Row>(answer, now)?;
    Ok(List { data: data.into_iter().map(Listed::from).collect(), is_paginated, has_next, next_cursor })
}

impl From<Row> for Listed {
    fn from(row: Row) -> Self {
        Self {
            id: row.order_id.to_string(),
            age: Age::Unknown,
            token: row.token(),
            is_bare: row.is_bare(),
            total: row.total_amount,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok};
    use shared::value::Rupiah;

    #[test]
    fn an_order_is_ours_by_the_token_in_its_note() {
        let body =
            fixture!("orders.response").replacen("\"note\": \"\"", "\"note\": \"lagi tumbas:ck_1 cepat\"", 1);
        let page = read_order_page(&ok(&body), 0).unwrap();
        let [ours, other] = page.data.as_slice() else { panic!("{page:?}") };
        assert!(ours.is_ours("ck_1") && !ours.is_ours("ck_2") && !other.is_ours("ck_1"));
        assert!(other.is_like(Some(Rupiah::new(304_000))) && !ours.is_like(Some(Rupiah::new(141_000))));
        assert_eq!(page.next(), Some("2"));
    }

    #[test]
    fn orders_are_asked_for_from_a_day_on() {
        assert_eq!(
            order_page(&account(), "2026-11-22", Some("2")).url,
            "https://api.example/api/open/order?start_date=2026-11-22&per_page=100&pagination_offset=2"
        );
    }
}
