//! What DealPOS and Gercep tell by themselves: unsigned, each call on a task of its own, so in no
//! order, and tried again once or never (platforms §3.2, §4.1).

mod sender;

use std::time::Duration;

use serde::Serialize;

pub(super) use sender::run;

use super::webhook::{Attempt, Release, Standing};
use super::world::World;

/// One call and how it was taken.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Counts from 1, over resets too.
    pub number: u64,
    /// `product_updated`, `order.paid`, …
    pub event: &'static str,
    /// Where it is posted.
    pub url: String,
    /// The exact bytes.
    pub body: String,
    /// Every attempt so far.
    pub attempts: Vec<Attempt>,
    /// Where it stands.
    pub standing: Standing,
    #[serde(skip)]
    is_under_way: bool,
}

/// How a platform calls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// Further attempts, when the answer was 408, 429 or 5xx.
    pub(super) retries: u32,
    /// Until the next attempt.
    pub(super) pause: Duration,
    /// How long the receiver may take; later counts as 408.
    pub(super) patience: Duration,
    /// What it sends besides the body.
    pub(super) header: Option<(&'static str, &'static str)>,
}

/// Everything one platform told, and what waits.
#[derive(Debug, Clone)]
pub(super) struct Calls {
    pub(super) habit: Habit,
    told: Vec<Call>,
    is_held: bool,
    last_number: u64,
}

impl Calls {
    pub(super) fn new(habit: Habit) -> Self {
        Self { habit, told: Vec::new(), is_held: false, last_number: 0 }
    }

    /// The same with nothing told. Numbers go on, so that an attempt that is under way is not
    /// written to another call.
    pub(super) fn afresh(&self) -> Self {
        Self { last_number: self.last_number, ..Self::new(self.habit) }
    }

    /// Everything told so far, oldest first.
    pub(super) fn all(&self) -> &[Call] {
        &self.told
    }

    /// Tells something.
    pub(super) fn tell(&mut self, event: &'static str, url: String, body: String) {
        self.last_number += 1;
        let number = self.last_number;
        let standing = Standing::Waiting;
        self.told.push(Call {
            number,
            event,
            url,
            body,
            attempts: Vec::new(),
            standing,
            is_under_way: false,
        });
    }

    /// Nothing leaves from now on; what happens is kept.
    pub(super) fn hold(&mut self) {
        self.is_held = true;
    }

    /// Lets what was held go, in another order if wished. A copy is a call of its own.
    pub(super) fn release(&mut self, release: &Release) {
        self.is_held = false;
        let (waiting, mut done): (Vec<Call>, Vec<Call>) =
            std::mem::take(&mut self.told).into_iter().partition(Call::is_due);
        for mut call in release.arrange(waiting) {
            if done.iter().any(|known| known.number == call.number) {
                self.last_number += 1;
                call.number = self.last_number;
            }
            done.push(call);
        }
        self.told = done;
    }

    /// Tells something again, so many times at once; false when there is no such call.
    pub(super) fn replay(&mut self, number: u64, copies: u32) -> bool {
        let Some(call) = self.told.iter().find(|call| call.number == number).cloned() else { return false };
        for _ in 0..copies {
            self.tell(call.event, call.url.clone(), call.body.clone());
        }
        true
    }

    fn has_due(&self) -> bool {
        !self.is_held && self.told.iter().any(Call::is_due)
    }

    /// What must leave now; it is under way from here on.
    fn take_due(&mut self) -> Vec<Call> {
        if self.is_held {
            return Vec::new();
        }
        let due = self.told.iter_mut().filter(|call| call.is_due());
        due.map(|call| {
            call.is_under_way = true;
            call.clone()
        })
        .collect()
    }

    fn note(&mut self, number: u64, attempt: Attempt, standing: Standing) {
        if let Some(call) = self.told.iter_mut().find(|call| call.number == number) {
            call.attempts.push(attempt);
            call.standing = standing;
        }
    }
}

impl Call {
    fn is_due(&self) -> bool {
        self.standing == Standing::Waiting && !self.is_under_way
    }
}

/// Whose calls.
type Whose = fn(&mut World) -> &mut Calls;
