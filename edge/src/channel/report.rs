//! What the seller should know of the channel: `GET /webhooks/gercep/{token}`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use super::board::Board;
use super::doubt::Doubt;
use super::night::Night;
use super::reported::Reported;
use super::row::{Row, Trouble};
use crate::intent::Millis;

/// How the channel stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ChannelReport))]
pub struct Report {
    /// Things that are there as they should be.
    pub listed: u32,
    /// Things that are on their way.
    pub waiting: u32,
    /// Things that the channel did not take, and why.
    pub untaken: Vec<Untaken>,
    /// The last comparison with the channel's own list; without, there was none yet.
    pub compared: Option<Night>,
    /// Orders that were reported paid, the latest first; compare them with the dashboard.
    pub orders: Vec<Sold>,
}

/// Something that is not at the channel as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Untaken {
    /// Our key for it.
    pub external_id: String,
    /// What it is called there; without, it should not be there.
    pub name: Option<String>,
    /// Why.
    pub trouble: Trouble,
    /// How often it was tried.
    pub tries: u32,
    /// It is not tried again before the night.
    pub given_up: bool,
}

/// An order that was reported paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sold {
    /// The channel's number.
    pub id: u64,
    /// When it was told, Unix milliseconds.
    pub reported_at: Millis,
    /// With fees and all, in rupiah.
    pub total_amount: Option<Rupiah>,
    /// As the channel writes it.
    pub payment_method: Option<String>,
    /// How often it was told.
    pub times: u32,
    /// What does not fit; with any of it, no stock followed.
    pub doubts: BTreeSet<Doubt>,
}

impl Report {
    /// Of all this.
    pub fn new(board: &Board, compared: Option<Night>, orders: Vec<Reported>) -> Self {
        let count = |is: fn(&Row) -> bool| {
            u32::try_from(board.rows.values().filter(|row| is(row)).count()).unwrap_or(u32::MAX)
        };
        Self {
            listed: count(|row| row.due.is_none() && row.taken.is_some()),
            waiting: count(|row| row.due.is_some()),
            untaken: board.rows.iter().filter_map(|(key, row)| untaken(key, row)).collect(),
            compared,
            orders: orders.into_iter().map(Sold::from).collect(),
        }
    }
}

fn untaken(key: &str, row: &Row) -> Option<Untaken> {
    Some(Untaken {
        external_id: key.to_owned(),
        name: row.wanted.as_ref().map(|product| product.name.clone()),
        trouble: row.trouble?,
        tries: row.tries,
        given_up: row.is_dead(),
    })
}

impl From<Reported> for Sold {
    fn from(reported: Reported) -> Self {
        let Reported { order, at, times, doubts } = reported;
        Self {
            id: order.id,
            reported_at: at,
            total_amount: order.total_amount,
            payment_method: order.payment_method,
            times,
            doubts,
        }
    }
}
