//! The platform: it makes an order at once, late, twice or never, and its
//! answer comes, lies or is lost. Its list lags behind, and fails.

use super::{Dice, MINUTE, SECOND};
use crate::intent::{Millis, Policy, Witness};

/// What comes back of a request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    /// It was refused: no order was made.
    Refused,
    /// The platform's own 429: no order was made.
    Busy { wait: Millis },
    /// A 429 of something in between: nobody knows.
    Foreign,
    /// A 500: nobody knows.
    Failure,
    /// Nothing within the deadline.
    Silence,
    /// The order.
    Order(String),
}

/// An order of the platform.
pub(super) struct Made {
    pub(super) id: String,
    /// When its request left.
    pub(super) posted: Millis,
    /// When it was made.
    pub(super) at: Millis,
    /// Since when the list shows it.
    listed: Millis,
}

/// The latest that an order is made after its request left: half of the time
/// for which [`Policy::SAFE`] waits before it believes in absence.
const LATEST: Millis = Policy::SAFE.quiet / 2;
/// The longest that the list lags behind.
const LAG: Millis = MINUTE;

pub(super) struct Platform {
    pub(super) orders: Vec<Made>,
    /// It made a second order of one request by itself.
    pub(super) doubled: bool,
    pub(super) posts: usize,
    /// When a stranger's equal order was made.
    lookalike: Option<Millis>,
    /// From when until when every look fails.
    outage: (Millis, Millis),
}

impl Platform {
    pub(super) fn new(dice: &mut Dice) -> Self {
        let lookalike = dice.one_in(8).then(|| dice.within(MINUTE));
        let outage = if dice.one_in(4) {
            let from = dice.within(5 * MINUTE);
            (from, from + dice.within(30 * MINUTE))
        } else {
            (0, 0)
        };
        Self { orders: Vec::new(), doubled: false, posts: 0, lookalike, outage }
    }

    /// Takes a request, and tells what comes back of it and when.
    pub(super) fn take(&mut self, dice: &mut Dice, now: Millis, deadline: Millis) -> (Millis, Answer) {
        self.posts += 1;
        let at = now + dice.within(20 * SECOND);
        let answer = match dice.roll(9) {
            0 => Answer::Refused,
            1 => Answer::Busy { wait: SECOND + dice.within(20 * SECOND) },
            2 => {
                let late = now + dice.within(LATEST);
                self.make_perhaps(dice, now, late);
                return (deadline, Answer::Silence);
            }
            3 => {
                self.make_perhaps(dice, now, at);
                return (deadline, Answer::Silence);
            }
            4 => {
                self.make_perhaps(dice, now, at);
                Answer::Foreign
            }
            5 => {
                self.make_perhaps(dice, now, at);
                Answer::Failure
            }
            _ => Answer::Order(self.make(dice, now, at)),
        };
        if at <= deadline { (at, answer) } else { (deadline, Answer::Silence) }
    }

    fn make_perhaps(&mut self, dice: &mut Dice, posted: Millis, at: Millis) {
        if !dice.one_in(3) {
            self.make(dice, posted, at);
        }
    }

    /// Makes an order, or two, of which the last is told.
    fn make(&mut self, dice: &mut Dice, posted: Millis, at: Millis) -> String {
        if dice.one_in(30) {
            self.doubled = true;
            self.make_one(dice, posted, at);
        }
        self.make_one(dice, posted, at)
    }

    fn make_one(&mut self, dice: &mut Dice, posted: Millis, at: Millis) -> String {
        let id = format!("order-{}", self.orders.len());
        let lag = if dice.one_in(3) { dice.within(LAG) } else { 0 };
        self.orders.push(Made { id: id.clone(), posted, at, listed: at + lag });
        id
    }

    /// Whether a look that ends now fails.
    pub(super) fn fails(&self, dice: &mut Dice, now: Millis) -> bool {
        dice.one_in(4) || (self.outage.0..self.outage.1).contains(&now)
    }

    /// What the list shows.
    pub(super) fn witness(&self, now: Millis) -> Witness {
        let listed = self.orders.iter().filter(|order| order.listed <= now);
        Witness {
            ours: listed.map(|order| order.id.clone()).collect(),
            lookalike: self.lookalike.is_some_and(|at| at <= now),
            began: now,
        }
    }
}
