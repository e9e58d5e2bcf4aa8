//! One trace: the letters of one life, each one to five times within three
//! days, and answers that are long on their way.

use std::collections::HashSet;

use super::life::{ID, Life, words};
use super::mistake::{self, Mistake};
use crate::intent::model::{Agenda, Dice};
use crate::intent::{Event, Fence, Intent, Millis, Reply, Stage};
use crate::orders::{Fingerprint, Heard, Receipt, Record};
use crate::platform::PlatformError;

const SECOND: Millis = 1_000;
const DAY: Millis = 86_400 * SECOND;
/// The latest that an order's own request is answered.
const ANSWERED: Millis = 15 * SECOND;
/// Between two questions about what is doubtful.
const ASK_AGAIN: Millis = 5 * SECOND;
/// The window of the mistake.
const WINDOW: Millis = 300 * SECOND;

/// Something that is going to happen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Coming {
    /// The answer to the order's own request, of when it was made; restarts lose it.
    Reply {
        life: u32,
    },
    /// The order is found in the platform's list.
    Found,
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
        let fences = vec![Fence { at: 0, deadline: ANSWERED, settled: false }];
        let intent = Intent { stage: Stage::Dispatching, fences, ..Intent::default() };
        let record = Record::new(Fingerprint::stored(String::new()), 1, Receipt::default());
        let record = Record { intent, ..record };
        let (agenda, known) = (Agenda::new(), HashSet::new());
        let mut trace = Self { dice, mistake, agenda, life, record, known, taken, asks: false, restarts: 0 };
        trace.plan_all();
        trace
    }

    fn plan_all(&mut self) {
        let answered = self.dice.within(ANSWERED);
        self.agenda.plan(answered, Coming::Reply { life: 0 });
        let found = ANSWERED + self.dice.within(60 * SECOND);
        self.agenda.plan(found, Coming::Found);
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
            Coming::Answer { life, .. } | Coming::Reply { life } if life != self.restarts => {}
            Coming::Reply { .. } => {
                self.happens(Event::Answered(Reply::Order(ID.into())));
                self.record =
                    mistake::answered(self.mistake, &self.record, self.life.truth(0), self.agenda.now);
            }
            Coming::Found => self.happens(Event::Told { order: ID.into() }),
            Coming::Letter(nth) => self.take(nth),
            Coming::Look if self.record.intent.orders.is_empty() => {}
            Coming::Look => self.ask(),
            Coming::Ask if self.is_wanting() => self.ask(),
            Coming::Ask => self.asks = false,
            Coming::Answer { heard, of, .. } => self.answered(heard, of),
            Coming::Restart => self.restart(),
        }
        if self.is_wanting() && !self.asks {
            self.asks = true;
            let soon = if self.record.doubtful { ASK_AGAIN } else { 0 };
            self.agenda.plan_in(soon, Coming::Ask);
        }
    }

    fn happens(&mut self, event: Event) {
        self.record = self.record.advance(event, self.agenda.now).0;
    }

    /// Whether the platform has to be asked.
    fn is_wanting(&self) -> bool {
        self.record.doubtful || self.record.unread().is_some()
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

    /// The platform is asked; it answers as of some moment on the way, or not at all.
    fn ask(&mut self) {
        let (reaches, returns) = (self.dice.within(3 * SECOND), self.dice.within(3 * SECOND));
        let of = (!self.dice.one_in(4)).then_some(self.agenda.now + reaches);
        let answer = Coming::Answer { life: self.restarts, heard: self.record.heard(), of };
        self.agenda.plan_in(reaches + returns, answer);
    }

    fn answered(&mut self, heard: Heard, of: Option<Millis>) {
        self.asks = false;
        let believes = match self.mistake {
            Some(Mistake::BelieveLateAnswer) => true,
            Some(Mistake::DropEarlyLetters) => self.record.placed.is_none(),
            _ => false,
        };
        let heard = if believes { self.record.heard() } else { heard };
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
