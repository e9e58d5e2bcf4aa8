//! Ngorder (Smartseller), played: one shop behind `/api/open`, with the vendor's envelopes, its
//! numbers in strings, its dates and its words (platforms §2).
//!
//! Goods, districts and pictures are those of the rest of the sandbox under other numbers: a
//! product or district id of one platform is always wrong on the other. What nobody documents and
//! we chose: a `Failed` comes with HTTP 200; a key that ran out is told in words; cancelling puts
//! the goods back; the two lost paths are `GET /bank` and `GET /order-source`.

mod answer;
mod api;
mod control;
mod customer;
mod door;
mod goods;
mod mark;
mod order;
mod page;
mod paging;
mod place;
mod rates;
mod seller;
mod shelf;
mod source;
#[cfg(test)]
pub(super) mod tests;

pub use customer::Customer;
pub use door::{EXPIRED_KEY, KEY};
pub use goods::{product_id, variation_id};
pub use order::{Cost, Line, Order, Payment};
pub use place::district_id;
pub use seller::Seller;

pub(super) use api::router;
pub(super) use control::router as control;
pub(super) use page::router as page;

use shelf::Shelf;
use source::Sources;

/// Everything of Ngorder's that changes while the sandbox runs.
#[derive(Debug, Clone, Default)]
pub struct Ngorder {
    /// Every order, oldest first, cancelled or not, seen by reads or not: the ground truth.
    pub orders: Vec<Order>,
    /// Every customer, oldest first.
    pub customers: Vec<Customer>,
    shelf: Shelf,
    sources: Sources,
}

impl Ngorder {
    /// The order of this id, whether or not reads see it.
    pub fn order(&self, id: u64) -> Option<&Order> {
        self.orders.iter().find(|order| order.order_id == id)
    }

    fn readable(&self) -> impl DoubleEndedIterator<Item = &Order> {
        self.orders.iter().filter(|order| order.is_readable())
    }

    fn order_mut(&mut self, id: u64) -> Option<&mut Order> {
        self.orders.iter_mut().find(|order| order.order_id == id)
    }

    fn customer(&self, id: u64) -> Option<&Customer> {
        self.customers.iter().find(|customer| customer.id == id)
    }

    /// Keeps an order and takes its pieces off the shelf. The two numbers count up.
    fn commit(&mut self, mut order: Order) -> (u64, u64) {
        let place = self.orders.len() as u64;
        (order.order_id, order.po_number) = (39_384_700 + place, 12_000 + place);
        for line in &order.lines {
            self.shelf.take(line);
        }
        let numbers = (order.order_id, order.po_number);
        self.orders.push(order);
        numbers
    }

    /// Calls an order off and puts its goods back; false when there is none, or it is off already.
    fn cancel(&mut self, id: u64) -> bool {
        let Some(order) = self.order_mut(id).filter(|order| !order.is_cancelled()) else { return false };
        order.cancel();
        let lines = order.lines.clone();
        for line in &lines {
            self.shelf.put_back(line);
        }
        true
    }
}
