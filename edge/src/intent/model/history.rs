//! One history: an object that owns an intent, and all that happens to it.

use super::agenda::Agenda;
use super::alarm::Alarm;
use super::coming::Coming;
use super::mistake::Mistake;
use super::platform::Platform;
use super::{Dice, MINUTE, SECOND};
use crate::intent::{Intent, Millis};

/// When a history ends: later than everything that can still happen.
const END: Millis = 26 * 60 * MINUTE;
/// More than any history takes.
const STEPS: u32 = 20_000;

pub(super) struct History {
    pub(super) dice: Dice,
    pub(super) mistake: Option<Mistake>,
    pub(super) agenda: Agenda<Coming>,
    pub(super) alarm: Alarm,
    /// Counts restarts: what belongs to an earlier life is lost.
    pub(super) life: u32,
    pub(super) intent: Intent,
    /// What a restart finds instead, when not everything was written down.
    pub(super) written: Option<Intent>,
    /// What was read by those who claim later.
    pub(super) reads: Vec<Intent>,
    pub(super) platform: Platform,
    /// When the look began of which some turns are over.
    pub(super) look: Option<Millis>,
    /// The intent was said to be without an order at these times.
    pub(super) denials: Vec<Millis>,
    pub(super) bound_lookalike: bool,
}

impl History {
    pub(super) fn new(seed: u64, mistake: Option<Mistake>) -> Self {
        let mut dice = Dice::new(seed);
        let platform = Platform::new(&mut dice);
        // Of the two nets one is enough: without the sweep no alarm is lost.
        let has_sweep = !dice.one_in(4);
        let mut history = Self {
            dice,
            mistake,
            agenda: Agenda::new(),
            alarm: Alarm::new(!has_sweep),
            life: 0,
            intent: Intent::default(),
            written: None,
            reads: Vec::new(),
            platform,
            look: None,
            denials: Vec::new(),
            bound_lookalike: false,
        };
        history.plan_all(has_sweep);
        history
    }

    fn plan_all(&mut self, has_sweep: bool) {
        for _ in 0..=self.dice.roll(4) {
            let life = if self.dice.one_in(2) { 20 * SECOND } else { 20 * MINUTE };
            let at = self.dice.within(life);
            self.agenda.plan(at, Coming::Submit);
        }
        for _ in 0..self.dice.roll(4) {
            let at = self.dice.within(2 * MINUTE);
            self.agenda.plan(at, Coming::Restart);
        }
        if has_sweep {
            self.agenda.plan(MINUTE, Coming::Sweep);
        }
    }

    pub(super) fn makes(&self, mistake: Mistake) -> bool {
        self.mistake == Some(mistake)
    }

    /// Runs to the end and says what went wrong.
    pub(super) fn run(mut self) -> Result<(), String> {
        for _ in 0..STEPS {
            let Some(coming) = self.agenda.next().filter(|_| self.agenda.now <= END) else {
                return self.judge();
            };
            self.next(coming);
            self.judge_now()?;
            if self.rests() && self.agenda.coming().all(|coming| *coming == Coming::Sweep) {
                return self.judge();
            }
        }
        Err("it never ends".into())
    }
}
