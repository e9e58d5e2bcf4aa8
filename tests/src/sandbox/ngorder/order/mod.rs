//! Orders (platforms §2.3): what was asked for, what it costs, and how it fares.

mod life;
mod lines;
mod read;
mod render;

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::customer::Customer;
use super::place::Supplier;

pub(super) use read::Reading;

/// An order.
#[derive(Debug, Clone)]
pub struct Order {
    /// What calls name it by.
    pub order_id: u64,
    /// What people name it by.
    pub po_number: u64,
    /// `yyyy-mm-dd`, as it was sent.
    pub order_date: String,
    /// Whose order it is.
    pub sender: Customer,
    /// Who gets the parcel.
    pub receiver: Customer,
    /// What is bought.
    pub lines: Vec<Line>,
    /// Rate-level id of the courier's service; 98 is fetched at the shop, 99 by hand.
    pub rate_id: u64,
    /// The courier's name as the order gave it.
    pub courier: String,
    /// Rupiah of shipping.
    pub shipping_cost: i64,
    /// Discounts, insurance and the rest, as they were sent.
    pub costs: Vec<Cost>,
    /// The reference that the sender left.
    pub note: String,
    /// Where the order came from, as the seller's list names it.
    pub source: Option<String>,
    /// Money that came.
    pub payments: Vec<Payment>,
    /// The waybill, once there is one.
    pub awb_number: Option<String>,
    pub(super) supplier: u64,
    pub(super) cancelled_at: Option<Timestamp>,
    pub(super) shipped_at: Option<Timestamp>,
    pub(super) delivered_at: Option<Timestamp>,
    pub(super) created_at: Timestamp,
    pub(super) updated_at: Timestamp,
    readable_from: Instant,
}

/// A line of an order. The platform knows its price; nobody sends one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Ngorder's number of the variant.
    pub variation: u64,
    /// Pieces.
    pub quantity: u32,
    /// Rupiah of one piece, by the customer's class and the quantity.
    pub price: i64,
    /// Rupiah taken off the line.
    pub discount: i64,
    /// Where it is taken from.
    pub warehouse: u64,
}

/// An entry of `order_cost`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// What the seller's list calls it.
    pub name: String,
    /// `DISCOUNT`, `OTHER COST` or `INSURANCE`.
    pub category: String,
    /// Percent of the lines; 0 for a nominal cost.
    pub percentage: i64,
    /// Rupiah; 0 for a percentage.
    pub nominal: i64,
}

/// Money that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Numeric id.
    pub id: u64,
    /// To which account.
    pub bank_id: u64,
    /// `yyyy-mm-dd`
    pub paid_at: String,
    /// Rupiah.
    pub amount: i64,
    /// It was the last of them.
    pub is_last: bool,
    pub(super) created_at: Timestamp,
}

impl Order {
    /// Rupiah of all lines, discounts of lines taken off.
    pub fn lines_total(&self) -> i64 {
        self.lines.iter().map(|line| line.price * i64::from(line.quantity) - line.discount).sum()
    }

    /// Rupiah of the whole order: lines, shipping and costs, less discounts. A percentage is of the
    /// lines: the vendor does not say of what.
    pub fn total(&self) -> i64 {
        let amount = |cost: &Cost| match cost.percentage {
            0 => cost.nominal,
            percent => self.lines_total() * percent / 100,
        };
        let (off, on): (Vec<_>, Vec<_>) = self.costs.iter().partition(|cost| cost.category == "DISCOUNT");
        let sum = |costs: Vec<&Cost>| costs.into_iter().map(amount).sum::<i64>();
        self.lines_total() + self.shipping_cost + sum(on) - sum(off)
    }

    /// Grams.
    pub fn weight(&self) -> u64 {
        let grams = |line: &Line| line.goods().map(|(_, variant)| u64::from(variant.weight));
        self.lines.iter().map(|line| grams(line).unwrap_or_default() * u64::from(line.quantity)).sum()
    }

    /// Reads see it.
    pub fn is_readable(&self) -> bool {
        Instant::now() >= self.readable_from
    }

    /// The same order, seen by reads only this much later.
    pub(super) fn readable_after(mut self, time: Duration) -> Self {
        self.readable_from += time;
        self
    }

    fn origin(&self) -> Option<&'static Supplier> {
        Supplier::by_id(self.supplier)
    }
}
