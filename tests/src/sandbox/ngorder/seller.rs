//! What the seller does to an order in Ngorder's own dashboard, and what tests may do there.

use jiff::Timestamp;

use super::{Ngorder, Order, mark};
use crate::sandbox::{Sandbox, World};

/// The account that money comes to when nobody says which.
const ACCOUNT: u64 = 847;

/// A step of the seller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Pay,
    Ship,
    Deliver,
    Cancel,
}

impl Step {
    /// Every step with its word in paths and forms, and on buttons.
    pub(super) const ALL: [(Self, &str, &str); 4] = [
        (Self::Pay, "pay", "Paid"),
        (Self::Ship, "ship", "Ship"),
        (Self::Deliver, "deliver", "Delivered"),
        (Self::Cancel, "cancel", "Cancel"),
    ];

    /// The step of this word.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == word).map(|(step, ..)| *step)
    }

    /// Whether it makes sense now.
    pub(super) fn suits(self, order: &Order) -> bool {
        !order.is_cancelled()
            && match self {
                Self::Pay => order.remaining() > 0 || order.payments.is_empty(),
                Self::Ship | Self::Cancel => order.awb_number.is_none(),
                Self::Deliver => order.awb_number.is_some() && order.delivered_at.is_none(),
            }
    }
}

impl Ngorder {
    /// Does a step to an order; false when there is none, or the step makes no sense now.
    pub(super) fn act(&mut self, id: u64, step: Step, awb_number: Option<String>) -> bool {
        if !self.order(id).is_some_and(|order| step.suits(order)) {
            return false;
        }
        if step == Step::Cancel {
            return self.cancel(id);
        }
        let Some(order) = self.order_mut(id) else { return false };
        match step {
            Step::Pay => order.pay(ACCOUNT, &mark::day(Timestamp::now()), 0, true),
            Step::Ship => order.ship(awb_number),
            Step::Deliver => order.deliver(),
            Step::Cancel => {}
        }
        true
    }
}

/// The seller at Ngorder's dashboard: see [`Sandbox::ngorder`].
#[derive(Debug, Clone, Copy)]
pub struct Seller<'a>(&'a Sandbox);

impl Sandbox {
    /// The seller's side of Ngorder.
    pub fn ngorder(&self) -> Seller<'_> {
        Seller(self)
    }
}

impl Seller<'_> {
    fn change<T>(self, act: impl FnOnce(&mut World) -> T) -> T {
        self.0.app.world.change(act)
    }

    /// Every order so far, oldest first.
    pub fn orders(self) -> Vec<Order> {
        self.0.look(|world| world.ngorder.orders.clone())
    }

    /// The rest of the money came. False when there is no such order, or nothing is left to come.
    pub fn pay(self, order_id: u64) -> bool {
        self.change(|world| world.ngorder.act(order_id, Step::Pay, None))
    }

    /// A part of the money came. False when there is no such order.
    pub fn pay_part(self, order_id: u64, amount: i64) -> bool {
        self.change(|world| {
            let order = world.ngorder.order_mut(order_id);
            order.map(|order| order.pay(ACCOUNT, &mark::day(Timestamp::now()), amount, false)).is_some()
        })
    }

    /// The parcel left under this waybill. False when there is no such order, or it left already.
    pub fn ship(self, order_id: u64, awb_number: &str) -> bool {
        self.change(|world| world.ngorder.act(order_id, Step::Ship, Some(awb_number.into())))
    }

    /// The parcel arrived. False when there is no such order, or it has not left.
    pub fn deliver(self, order_id: u64) -> bool {
        self.change(|world| world.ngorder.act(order_id, Step::Deliver, None))
    }

    /// The order is called off and its goods go back. False when there is none, or it left already.
    pub fn cancel(self, order_id: u64) -> bool {
        self.change(|world| world.ngorder.act(order_id, Step::Cancel, None))
    }

    /// Sets what is left of a variation in a warehouse.
    pub fn put_stock(self, variation: u64, warehouse: u64, pieces: u32) {
        self.change(|world| world.ngorder.shelf.put(variation, warehouse, pieces));
    }
}
