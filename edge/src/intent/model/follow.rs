//! From an event to what is done about it, as the object does it: written down
//! first, carried out then; it may die in between.

use super::coming::Coming;
use super::history::History;
use super::mistake::{self, Mistake};
use super::{MINUTE, SECOND};
use crate::intent::{Effect, Event, Intent, Millis, Stage};

impl History {
    pub(super) fn happens(&mut self, event: Event) {
        let before = self.intent.clone();
        let policy = mistake::policy(self.mistake);
        let (after, effects) = before.clone().advance(&policy, event, self.agenda.now);
        let posts = effects.iter().any(|effect| matches!(effect, Effect::Post { .. }));
        let crash_after_write = self.dice.one_in(40);
        if self.makes(Mistake::FenceAfterPost) && crash_after_write {
            // The effects went out, and the intent was not written.
            self.carry_out(effects);
            self.intent = before;
            return self.restart();
        }
        self.written = (posts && self.makes(Mistake::NoFence)).then_some(before);
        self.intent = after;
        // A look that is under way sets it when it ends.
        if !effects.contains(&Effect::Look) {
            self.set_alarm();
        }
        if self.intent.is_known_empty() && self.platform.posts > 0 {
            self.denials.push(self.agenda.now);
        }
        if crash_after_write {
            return self.restart();
        }
        self.carry_out(effects);
    }

    fn set_alarm(&mut self) {
        self.alarm.set(&mut self.dice, &mut self.agenda, self.intent.due());
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Pass => self.pass(),
                Effect::Post { deadline } => self.post(deadline),
                Effect::Look => {
                    let (ms, life, began) = (self.dice.within(2 * SECOND), self.life, self.agenda.now);
                    self.agenda.plan_in(ms, Coming::LookEnds { life, began });
                }
                Effect::Tell(_) => {}
            }
        }
    }

    /// What the gate says.
    fn pass(&mut self) {
        if self.dice.one_in(10) {
            return self.happens(Event::Withdrawn);
        }
        if self.dice.one_in(10) {
            let wait = self.dice.within(20 * SECOND);
            return self.happens(Event::Postponed { wait });
        }
        // Without a secret a restart forgets what waits.
        if self.intent.waits.count > 0 && self.dice.one_in(10) {
            return self.happens(Event::GivenUp);
        }
        let ms = self.dice.within(3 * SECOND);
        self.agenda.plan_in(ms, Coming::Permit);
    }

    fn post(&mut self, deadline: Millis) {
        let (now, life, known) = (self.agenda.now, self.life, self.platform.orders.len());
        let (at, answer) = self.platform.take(&mut self.dice, now, deadline);
        self.agenda.plan(at, Coming::Reply { life, answer });
        for order in self.platform.orders.iter().skip(known) {
            for _ in 0..self.dice.roll(3) {
                let told = order.at + self.dice.within(10 * MINUTE);
                self.agenda.plan(told, Coming::Webhook(order.id.clone()));
            }
        }
    }

    pub(super) fn restart(&mut self) {
        self.life += 1;
        self.intent = self.written.take().unwrap_or_else(|| std::mem::take(&mut self.intent));
        if self.makes(Mistake::ForgetOnRestart) && self.intent.stage == Stage::Dispatching {
            self.intent = Intent::default();
        }
        self.happens(Event::Restarted);
    }
}
