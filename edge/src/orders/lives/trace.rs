//! One trace: the letters of one life, each one to five times within three
//! days, and answers that are long on their way.

use std::collections::HashSet;

use super::life::{self, ID, Life, words};
use super::mistake::{self, Mistake};
use crate::intent::model::{Agenda, Dice};
use crate::intent::{Intent, Millis, Stage};
use crate::orders::{Fingerprint, Heard, Receipt, Record};
use crate::platform::PlatformError;

const SECOND: Millis = 1_000;
const DAY: Millis = 86_400 * SECOND;
/// Between two questions about what is doubtful.
const ASK_AGAIN: Millis = 5 * SECOND;
/// The window of the mistake.
const WINDOW: Millis = 300 * SECOND;

/// Something that is going to happen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Coming {
    Letter(usize),
    /// Somebody looks, so the platform is asked.
    Look,
    /// What is doubtful is asked about.
    Ask,
    /// The platform's answer, of this moment; restarts lose it.
    Answer {
        life: u32,
        heard: Heard,
        of: Option<Millis>,
    },
    Restart,
}

pub(super) struct Trace {
    dice: Dice,
    mistake: Option<Mistake>,
    agenda: Agenda<Coming>,
    life: Life,
    record: Record,
    /// Letters that came before.
    known: HashSet<usize>,
    /// How often each was taken.
    taken: Vec<u32>,
    /// A question about what is doubtful is planned or on its way.
    asks: bool,
    /// Counts restarts.
    restarts: u32,
}

impl Trace {
    pub(super) fn new(seed: u64, mistake: Option<Mistake>) -> Self {
        let mut dice = Dice::new(seed);
        let life = Life::random(&mut dice);
        let taken = vec![0; life.0.len()];
        let intent = Intent { stage: Stage::Placed, orders: vec![ID.into()], ..Intent::default() };
        let record = Record::new(Fingerprint::stored(String::new()), 1, Receipt::default());
        let record = Record { intent, placed: Some(life::new()), ..record };
        let (agenda, known) = (Agenda::new(), HashSet::new());
        let mut trace = Self { dice, mistake, agenda, life, record, known, taken, asks: false, restarts: 0 };
        trace.plan_all();
        trace
    }

    fn plan_all(&mut self) {
        let times: Vec<Millis> = self.life.0.iter().map(|letter| letter.at).collect();
        for (nth, at) in times.into_iter().enumerate() {
            for _ in 0..=self.dice.roll(5) {
                let late = if self.dice.one_in(3) { 3 * DAY } else { 5 * SECOND };
                let comes = at + self.dice.within(late);
                self.agenda.plan(comes, Coming::Letter(nth));
            }
            if self.dice.one_in(3) {
                let looks = at + self.dice.within(5 * SECOND);
                self.agenda.plan(looks, Coming::Look);
            }
        }
        for _ in 0..self.dice.roll(4) {
            let at = self.dice.within(self.life.end() + DAY);
            self.agenda.plan(at, Coming::Restart);
        }
    }

    fn next(&mut self, coming: Coming) {
        match coming {
            Coming::Letter(nth) => self.take(nth),
            Coming::Look => self.ask(),
            Coming::Ask if self.record.doubtful => self.ask(),
            Coming::Ask => self.asks = false,
            Coming::Answer { life, .. } if life != self.restarts => {}
            Coming::Answer { heard, of, .. } => self.answered(heard, of),
            Coming::Restart => self.restart(),
        }
        if self.record.doubtful && !self.asks {
            self.asks = true;
            self.agenda.plan_in(ASK_AGAIN, Coming::Ask);
        }
    }

    fn take(&mut self, nth: usize) {
        let (letter, now) = (&self.life.0[nth], self.agenda.now);
        let is_old = now - letter.at > WINDOW;
        if is_old && self.mistake == Some(Mistake::NarrowWindow) || !self.known.insert(nth) {
            return;
        }
        self.taken[nth] += 1;
        self.record = mistake::hear(self.mistake, &self.record, letter, now);
    }

    fn heard(&self) -> Heard {
        self.record.placed.as_ref().unwrap().heard
    }

    /// The platform is asked; it answers as of some moment on the way, or not at all.
    fn ask(&mut self) {
        let (reaches, returns) = (self.dice.within(3 * SECOND), self.dice.within(3 * SECOND));
        let of = (!self.dice.one_in(4)).then_some(self.agenda.now + reaches);
        let answer = Coming::Answer { life: self.restarts, heard: self.heard(), of };
        self.agenda.plan_in(reaches + returns, answer);
    }

    fn answered(&mut self, heard: Heard, of: Option<Millis>) {
        self.asks = false;
        let heard = if self.mistake == Some(Mistake::BelieveLateAnswer) { self.heard() } else { heard };
        let answer = of.map(|of| self.life.truth(of)).ok_or(PlatformError::Timeout);
        self.record = self.record.clone().asked(answer, heard, self.agenda.now);
    }

    fn restart(&mut self) {
        self.restarts += 1;
        self.asks = false;
        if self.mistake == Some(Mistake::ForgetLetters) {
            self.known.clear();
        }
    }

    /// Runs to the end and says what went wrong.
    pub(super) fn run(mut self) -> Result<(), String> {
        while let Some(coming) = self.agenda.next() {
            self.next(coming);
        }
        let truth = self.life.truth(Millis::MAX);
        let shown = self.record.placed.as_ref().unwrap();
        if words(shown) != words(&truth) {
            return Err(format!("it shows {:?}, and is {:?}", words(shown), words(&truth)));
        }
        let odd = self.taken.iter().zip(1..).find(|(times, _)| **times != 1);
        odd.map_or(Ok(()), |(times, nth)| Err(format!("letter {nth} was taken {times} times")))
    }
}
