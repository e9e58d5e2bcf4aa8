//! What comes, as an event of the intent.

use super::coming::Coming;
use super::history::History;
use super::mistake::{self, Mistake};
use super::{MINUTE, SECOND};
use crate::intent::{Event, Millis, Stage, Witness};

impl History {
    pub(super) fn next(&mut self, coming: Coming) {
        match coming {
            Coming::Submit if self.makes(Mistake::AwaitBeforeClaim) => self.read_first(),
            Coming::Submit => self.happens(Event::Submitted),
            Coming::Claim { life, .. } | Coming::Reply { life, .. } | Coming::LookEnds { life, .. }
                if life != self.life => {}
            Coming::Claim { read, .. } => {
                self.intent = self.reads[read].clone();
                self.happens(Event::Submitted);
            }
            Coming::Permit => self.happens(Event::Permitted),
            Coming::Reply { answer, .. } => {
                self.happens(Event::Answered(mistake::read(self.mistake, answer)));
            }
            Coming::Wake if self.alarm.rings(self.agenda.now) => self.happens(Event::Woke),
            Coming::Wake => {}
            Coming::LookEnds { began, .. } => self.look_ends(began),
            Coming::Webhook(order) => self.happens(Event::Told { order }),
            Coming::Restart => self.restart(),
            Coming::Sweep => self.sweep(),
        }
    }

    fn read_first(&mut self) {
        let claim = Coming::Claim { life: self.life, read: self.reads.len() };
        self.reads.push(self.intent.clone());
        let ms = self.dice.within(3 * SECOND);
        self.agenda.plan_in(ms, claim);
    }

    fn look_ends(&mut self, began: Millis) {
        let now = self.agenda.now;
        match (self.platform.fails(&mut self.dice, now), self.mistake) {
            (true, Some(Mistake::ThrowingAlarm)) => self.alarm.failed(&mut self.agenda),
            (true, Some(Mistake::BelieveFailedLooks)) => {
                self.happens(Event::Looked(Witness { began: now, ..Witness::default() }));
            }
            (true, _) => self.happens(Event::LookFailed),
            (false, _) if self.dice.one_in(3) => {
                self.look.get_or_insert(began);
                self.happens(Event::LookedPartly);
            }
            (false, _) => {
                let began = self.look.take().unwrap_or(began);
                let witness = self.witness(began);
                self.happens(Event::Looked(witness));
            }
        }
    }

    /// What was listed when the look began: of later orders it may miss any.
    fn witness(&mut self, began: Millis) -> Witness {
        let mut witness = self.platform.witness(began);
        if self.makes(Mistake::BindLookalike) && witness.lookalike && witness.ours.is_empty() {
            self.bound_lookalike = true;
            witness.ours.push("stranger".into());
        }
        if self.makes(Mistake::DateLooksByTheirEnd) {
            witness.began = self.agenda.now;
        }
        witness
    }

    fn sweep(&mut self) {
        if !self.intent.is_settled() || self.intent.stage == Stage::Review {
            self.happens(Event::Woke);
        }
        self.agenda.plan_in(MINUTE, Coming::Sweep);
    }
}
