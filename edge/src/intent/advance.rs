//! From what happened to what comes next.

use serde::{Deserialize, Serialize};

use super::{Fence, GRACE, Intent, Millis, Policy, Reads, Stage, Waits};

/// Something that happened to an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The shopper asks for the order, for the first time or again.
    Submitted,
    /// The gate lets the request go.
    Permitted,
    /// The gate, or the store, does not: nothing has left.
    Withdrawn,
    /// The gate does not let it go before so many milliseconds have passed.
    Postponed {
        /// Milliseconds.
        wait: Millis,
    },
    /// What waited cannot be sent any more: the request is gone.
    GivenUp,
    /// What came of the last request.
    Answered(Reply),
    /// The object began anew: nothing is on its way any more.
    Restarted,
    /// A planned moment came, or passed.
    Woke,
    /// The platform's list was read.
    Looked(Witness),
    /// A part of the list was read; the look goes on.
    LookedPartly,
    /// The list could not be read.
    LookFailed,
    /// The platform told of an order that carries our token.
    Told {
        /// Its id at the platform.
        order: String,
    },
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It made this order, which carries our token.
    Order(String),
    /// It is known to have made none.
    Refused,
    /// It is known to have made none, and may be sent again after so many milliseconds.
    Busy {
        /// Milliseconds.
        wait: Millis,
    },
    /// Nobody knows.
    Unknown,
}

/// What a complete reading of the list shows, back to our first request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// Ids of orders that carry our token, oldest first.
    pub ours: Vec<String>,
    /// An order without any token has the same phone, lines and total.
    pub lookalike: bool,
    /// When the reading began, Unix milliseconds: of what was listed later it
    /// may know nothing.
    pub began: Millis,
}

/// Something to do, after the intent was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the gate for a permit.
    Pass,
    /// Send the one request. Its fence is in the intent that was written down.
    Post {
        /// When the answer must be whole.
        deadline: Millis,
    },
    /// Read the platform's list.
    Look,
    /// Tell those who listen.
    Tell(Notice),
}

/// What those who listen are told; each at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// There is an order.
    Placed,
    /// There are several: the seller should cancel the newer ones.
    Duplicated,
    /// Nothing was ordered; the shopper may try again.
    Absent,
    /// The seller has to look.
    Review,
}

impl Intent {
    /// What follows from an event at `now`: the intent to write down, then
    /// what to do. When to wake is [`Intent::due`].
    #[must_use]
    pub fn advance(self, policy: &Policy, event: Event, now: Millis) -> (Self, Vec<Effect>) {
        match event {
            Event::Submitted => self.submitted(),
            Event::Permitted => self.permitted(policy, now),
            Event::Withdrawn => self.withdrawn(),
            Event::Postponed { wait } => self.postponed(policy, wait, now),
            Event::GivenUp => self.given_up(),
            Event::Answered(reply) => self.answered(policy, reply, now),
            Event::Restarted => self.restarted(now),
            Event::Woke => self.woke(policy, now),
            Event::Looked(witness) => self.looked(policy, witness, now),
            Event::LookedPartly => self.looked_partly(policy, now),
            Event::LookFailed => self.look_failed(policy, now),
            Event::Told { order } => self.found(vec![order]),
        }
    }

    fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    fn submitted(mut self) -> (Self, Vec<Effect>) {
        let is_free = matches!(self.stage, Stage::Open | Stage::Refused | Stage::Absent);
        if !is_free || self.is_fenced() {
            return (self, Vec::new());
        }
        self.waits = Waits::default();
        (self.at(Stage::Passing), vec![Effect::Pass])
    }

    fn permitted(mut self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        if self.stage != Stage::Passing || self.is_fenced() || !self.orders.is_empty() {
            return (self, Vec::new());
        }
        let deadline = now.saturating_add(policy.deadline);
        self.fences.push(Fence { at: now, deadline, settled: false });
        self.reads = Reads::default();
        (self.at(Stage::Dispatching), vec![Effect::Post { deadline }])
    }

    fn withdrawn(self) -> (Self, Vec<Effect>) {
        match self.stage {
            Stage::Passing => (self.at(Stage::Open), Vec::new()),
            _ => (self, Vec::new()),
        }
    }

    /// Who has waited already goes on waiting; who comes new hears it at once.
    fn postponed(self, policy: &Policy, wait: Millis, now: Millis) -> (Self, Vec<Effect>) {
        match self.stage {
            Stage::Passing if self.waits.count > 0 => (self.told_to_wait(policy, wait, now), Vec::new()),
            _ => self.withdrawn(),
        }
    }

    fn told_to_wait(mut self, policy: &Policy, wait: Millis, now: Millis) -> Self {
        let until = now.saturating_add(wait);
        match self.waits.once_more(policy, until, now) {
            Some(waits) => {
                self.waits = waits;
                self.at(Stage::Waiting { until })
            }
            None => self.at(Stage::Refused),
        }
    }

    fn given_up(self) -> (Self, Vec<Effect>) {
        match self.stage {
            Stage::Passing | Stage::Waiting { .. } => (self.at(Stage::Refused), Vec::new()),
            _ => (self, Vec::new()),
        }
    }

    /// An answer counts whenever it comes: a request that was given up may
    /// still be heard of.
    fn answered(self, policy: &Policy, reply: Reply, now: Millis) -> (Self, Vec<Effect>) {
        match (reply, &self.stage) {
            (Reply::Order(order), _) => self.found(vec![order]),
            (Reply::Refused, Stage::Dispatching | Stage::Reconciling) => {
                (self.settled().at(Stage::Refused), Vec::new())
            }
            (Reply::Busy { wait }, Stage::Dispatching | Stage::Reconciling) => {
                (self.settled().told_to_wait(policy, wait, now), Vec::new())
            }
            (Reply::Unknown, Stage::Dispatching) => self.lost(now),
            _ => (self, Vec::new()),
        }
    }

    fn settled(mut self) -> Self {
        for fence in &mut self.fences {
            fence.settled = true;
        }
        self
    }

    fn lost(mut self, now: Millis) -> (Self, Vec<Effect>) {
        self.reads = Reads::default().planned(now);
        (self.at(Stage::Reconciling), Vec::new())
    }

    fn restarted(self, now: Millis) -> (Self, Vec<Effect>) {
        match self.stage {
            Stage::Passing if self.waits.count > 0 => (self.at(Stage::Waiting { until: now }), Vec::new()),
            Stage::Passing => self.withdrawn(),
            Stage::Dispatching => self.lost(now),
            _ => (self, Vec::new()),
        }
    }

    fn woke(self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        if self.due().is_none_or(|due| now < due) {
            return (self, Vec::new());
        }
        match self.stage {
            Stage::Dispatching => self.lost(now),
            Stage::Reconciling | Stage::Review => (self, vec![Effect::Look]),
            // Woken much too late: the shopper does not expect it any more.
            Stage::Waiting { .. } if now.saturating_sub(self.waits.since) > policy.patience + GRACE => {
                self.given_up()
            }
            Stage::Waiting { .. } => (self.at(Stage::Passing), vec![Effect::Pass]),
            _ => (self, Vec::new()),
        }
    }

    fn looked(mut self, policy: &Policy, witness: Witness, now: Millis) -> (Self, Vec<Effect>) {
        if !witness.ours.is_empty() {
            return self.found(witness.ours);
        }
        if !matches!(self.stage, Stage::Reconciling | Stage::Review) {
            return (self, Vec::new());
        }
        self.reads = self.reads.in_vain(policy, witness.began);
        self.reads.lookalike |= witness.lookalike;
        if !self.reads.prove_absence(policy, self.deadline()) {
            return self.look_later(policy, now);
        }
        // Two equal purchases by one person are legal, so a lookalike proves nothing either way.
        if self.reads.lookalike {
            return self.look_rarely(policy, now);
        }
        (self.settled().at(Stage::Absent), vec![Effect::Tell(Notice::Absent)])
    }

    /// It is one look still, however many turns it takes.
    fn looked_partly(self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        let reads = self.reads;
        let (mut after, effects) = self.look_failed(policy, now);
        let goes_on = matches!(after.stage, Stage::Reconciling | Stage::Review) && after.reads.due > 0;
        if goes_on {
            after.reads = reads.continued(now);
        }
        (after, effects)
    }

    fn look_failed(self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        match self.stage {
            Stage::Reconciling | Stage::Review => self.look_later(policy, now),
            _ => (self, Vec::new()),
        }
    }

    fn look_later(mut self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        if now >= self.deadline().saturating_add(policy.horizon) {
            return self.look_rarely(policy, now);
        }
        self.reads = self.reads.planned(now);
        (self, Vec::new())
    }

    /// A person has to look; so do we, for a day.
    fn look_rarely(mut self, policy: &Policy, now: Millis) -> (Self, Vec<Effect>) {
        let is_over = now >= self.deadline().saturating_add(policy.end);
        self.reads = if is_over { self.reads.ended() } else { self.reads.planned(now) };
        let is_new = self.stage != Stage::Review;
        let effects = if is_new { vec![Effect::Tell(Notice::Review)] } else { Vec::new() };
        (self.at(Stage::Review), effects)
    }

    /// Orders that carry our token: whatever was believed before, they are there.
    fn found(mut self, orders: Vec<String>) -> (Self, Vec<Effect>) {
        for order in orders {
            if !self.orders.contains(&order) {
                self.orders.push(order);
            }
        }
        let (stage, notice) = match self.orders.len() {
            0 => return (self, Vec::new()),
            1 => (Stage::Placed, Notice::Placed),
            _ => (Stage::Duplicated, Notice::Duplicated),
        };
        let effects = if self.stage == stage { Vec::new() } else { vec![Effect::Tell(notice)] };
        (self.at(stage), effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever ends the waiting ends the keeping of what was typed, too.
    #[test]
    fn a_request_is_kept_only_while_it_waits() {
        let busy = Event::Answered(Reply::Busy { wait: 1_000 });
        let events = [Event::Submitted, Event::Permitted, busy];
        let waiting = events
            .into_iter()
            .fold(Intent::default(), |intent, event| intent.advance(&Policy::SAFE, event, 0).0);
        assert!(waiting.holds_request(), "{waiting:?}");
        let after = |intent: &Intent, event, now| intent.clone().advance(&Policy::SAFE, event, now).0;
        let passing = after(&waiting, Event::Woke, 1_000);
        assert_eq!(passing.stage, Stage::Passing);
        assert!(after(&passing, Event::Restarted, 2_000).holds_request());
        assert!(after(&passing, Event::Postponed { wait: 9_000 }, 2_000).holds_request());
        for (ended, stage) in [
            (after(&waiting, Event::Woke, 3_600_000), Stage::Refused),
            (after(&waiting, Event::GivenUp, 5_000), Stage::Refused),
            (after(&passing, Event::Postponed { wait: 600_000 }, 2_000), Stage::Refused),
            (after(&passing, Event::Permitted, 2_000), Stage::Dispatching),
        ] {
            assert_eq!((&ended.stage, ended.holds_request()), (&stage, false));
        }
    }

    /// A list of thousands is read in turns; none of them is a look of its own.
    #[test]
    fn a_look_that_goes_on_is_continued_soon_and_counts_from_its_beginning() {
        let after = |intent: Intent, event, now| intent.advance(&Policy::SAFE, event, now);
        let lost = [Event::Submitted, Event::Permitted, Event::Answered(Reply::Unknown)]
            .into_iter()
            .fold(Intent::default(), |intent, event| after(intent, event, 0).0);
        let mut partly = lost.clone();
        for turn in 1..50 {
            partly = after(partly, Event::LookedPartly, turn * 3_000).0;
            assert_eq!((partly.reads.due, partly.reads.tries), ((turn + 1) * 3_000, lost.reads.tries));
        }
        let whole = Witness { began: 2_000, ..Witness::default() };
        let (looked, _) = after(partly, Event::Looked(whole), 600_000);
        assert_eq!((looked.reads.clean, looked.reads.clean_at), (1, 2_000));
        let (late, effects) = after(lost, Event::LookedPartly, 1_000_000);
        assert_eq!((late.stage, late.reads.due), (Stage::Review, 1_003_000));
        assert_eq!(effects, [Effect::Tell(Notice::Review)]);
    }

    /// A busy day refuses one shopper many times; the key must not wear out,
    /// for then nothing would leave and nobody would say so.
    #[test]
    fn a_key_that_was_refused_often_may_still_be_tried() {
        let mut intent = Intent::default();
        for now in 0..20 {
            for event in [Event::Submitted, Event::Permitted, Event::Answered(Reply::Refused)] {
                (intent, _) = intent.advance(&Policy::SAFE, event, now);
            }
            assert_eq!(
                (&intent.stage, intent.fences.len()),
                (&Stage::Refused, usize::try_from(now).unwrap() + 1)
            );
        }
        assert_eq!(intent.advance(&Policy::SAFE, Event::Submitted, 20).1, [Effect::Pass]);
    }
}
