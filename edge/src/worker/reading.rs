//! What the platform says of an intent's order: asked for, or told by itself.

use std::cell::Cell;

use super::clock;
use super::desk::Desk;
use super::send::in_turn;
use crate::gate::Urgency;
use crate::intent::Millis;
use crate::orders::{FOLLOWED_FIRST, News, Outcome, Placed, Record};
use crate::platform::{OrderPlatform, PlatformError, Said, Silent};

/// Milliseconds between two readings of an order at the platform.
pub(super) const READ_AGAIN: Millis = 5_000;

impl Desk {
    /// Where the order stands, read again when the platform may know more.
    pub(super) async fn show(&self) -> worker::Result<(Outcome, bool, u32)> {
        let began = clock::now();
        self.read_unread().await?;
        let Some(record) = self.record()? else { return Ok((Outcome::Missing, false, clock::since(began))) };
        if record.intent.is_overdue(began) {
            // Set to now: to the runtime, an alarm set to the moment it has written down is none.
            self.plan().await?;
        }
        let known = record.outcome(began);
        let may_have_changed = match &known {
            Outcome::Placed(placed) if placed.is_moving() && self.may_ask(&record, &self.read_at) => {
                self.read_again(placed, Urgency::Order).await?;
                true
            }
            Outcome::Placed(_) => self.read_apart(&record).await?,
            _ => false,
        };
        let outcome = if may_have_changed { self.outcome()? } else { known };
        Ok((outcome, false, clock::since(began)))
    }

    /// Whether it is time for who looks to have something asked again. A platform
    /// that tells nothing by itself is asked more rarely the longer nothing happens.
    pub(super) fn may_ask(&self, record: &Record, last: &Cell<Millis>) -> bool {
        let pause = self.silent(record).map_or(READ_AGAIN, |silent| silent.pause(self.quiet.get()));
        is_over(last.get(), pause)
    }

    fn silent(&self, record: &Record) -> Option<&dyn Silent> {
        self.platform(record).ok().and_then(OrderPlatform::silent)
    }

    pub(super) async fn read_again(&self, known: &Placed, urgency: Urgency) -> worker::Result<()> {
        self.has_read();
        let answer = self.ask(&known.id, urgency).await;
        let was_read = answer.is_ok();
        let Some(record) = self.record()? else { return Ok(()) };
        let before = record.placed.clone();
        let asked = record.clone().asked(answer, known.heard, clock::now());
        if asked != record {
            self.ledger.write(&asked)?;
        }
        let is_doubtful = asked.doubtful;
        if was_read {
            self.read_public().await?;
            if let Some(record) = self.record()? {
                self.read_apart(&record).await?;
            }
        }
        let placed = self.record()?.and_then(|record| record.placed);
        self.quiet.set(if placed == before { self.quiet.get().saturating_add(1) } else { 0 });
        if is_doubtful || placed != before {
            // It is asked again, or somebody may have to be told.
            self.plan().await?;
        }
        Ok(())
    }

    /// The platform has just been asked.
    pub(super) fn has_read(&self) {
        self.read_at.set(clock::now());
    }

    /// Reads an order that was only heard of.
    pub(super) async fn read_unread(&self) -> worker::Result<()> {
        let Some(record) = self.record()? else { return Ok(()) };
        let Some(id) = record.unread() else { return Ok(()) };
        let answer = self.ask(id, Urgency::Order).await;
        self.ledger.change(|now| now.asked(answer, record.heard(), clock::now()))?;
        match self.record()? {
            // What was told meanwhile is asked about.
            Some(record) if record.doubtful => self.plan().await,
            _ => Ok(()),
        }
    }

    async fn ask(&self, id: &str, urgency: Urgency) -> Said<Placed> {
        let record = self.record().ok().flatten().ok_or(PlatformError::NotFound)?;
        let platform = self.platform(&record)?;
        let call = platform.show(id).ok_or(PlatformError::NotFound)?;
        let order = platform.read_order(id, &in_turn(&call, urgency).await?, clock::seconds())?;
        Placed::new(order).ok_or(PlatformError::Malformed)
    }

    /// What the platform told by itself.
    pub(super) async fn hear(&self, news: &News) -> worker::Result<()> {
        let Some(record) = self.record()? else { return Ok(()) };
        let (heard, effects) = record.hear(news, clock::now());
        self.follow(&record, &heard, &effects)?;
        if heard != record {
            // What is kept apart may be another now.
            self.apart_at.set(0);
        }
        self.read_unread().await?;
        self.settle_doubt().await?;
        self.tell_gate().await?;
        self.plan().await
    }

    /// Asks the platform when its news contradict each other, but not more
    /// often than a shopper may: the alarm comes back to it.
    pub(super) async fn settle_doubt(&self) -> worker::Result<()> {
        let Some(record) = self.record()?.filter(|record| record.doubtful) else { return Ok(()) };
        match record.placed {
            Some(placed) if is_over(self.read_at.get(), READ_AGAIN) => {
                self.read_again(&placed, Urgency::Order).await
            }
            _ => Ok(()),
        }
    }

    /// Asks for an order that nobody has looked at for long enough, when its
    /// money is still to come: at the gate after everybody else.
    pub(super) async fn follow_up(&self) -> worker::Result<()> {
        let Some(record) = self.record()? else { return Ok(()) };
        let is_due = self.follow_up_at(&record).is_some_and(|at| at <= clock::now());
        match record.placed {
            Some(placed) if is_due => self.read_again(&placed, Urgency::Spare).await,
            _ => Ok(()),
        }
    }

    /// When that is due; what failed is not tried again at once. Orders of a
    /// silent platform are asked for by its gate, all at once.
    pub(super) fn follow_up_at(&self, record: &Record) -> Option<Millis> {
        let at = record.follow_up_at(clock::now()).filter(|_| self.silent(record).is_none())?;
        Some(at.max(self.read_at.get().saturating_add(FOLLOWED_FIRST)))
    }
}

/// Whether a pause since a moment is over: a clock that went back keeps nobody
/// waiting.
fn is_over(since: Millis, pause: Millis) -> bool {
    !(0..pause).contains(&clock::now().saturating_sub(since))
}
