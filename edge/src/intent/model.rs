//! Histories of an intent against a platform that fails in every way we know,
//! told by a seed. Each is checked for what must never happen.

#![cfg_attr(not(test), expect(clippy::unwrap_used, reason = "a model that goes wrong should stop"))]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Effect, Event, Intent, Millis, Policy, Reply, Stage, Witness};

const SECOND: Millis = 1_000;
const MINUTE: Millis = 60 * SECOND;
/// When a history ends: later than everything that can still happen.
const END: Millis = 26 * 60 * MINUTE;

/// Small, seeded, good enough to wander (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (x ^ (x >> 31)) % sides
    }

    fn within(&mut self, ms: Millis) -> Millis {
        Millis::try_from(self.roll(ms.unsigned_abs())).unwrap()
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

/// What is going to happen, unless a restart prevents it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Coming {
    Submit,
    Permit,
    /// The answer of a request; restarts lose it.
    Reply {
        life: u32,
        kind: u8,
        order: Option<String>,
    },
    Wake,
    LookEnds {
        life: u32,
        fails: bool,
    },
    Webhook(String),
    Restart,
    /// The sweep pokes whatever is open, once a minute.
    Sweep,
}

/// A classic mistake, made on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// None at all.
    None,
    /// One look that finds nothing is proof enough.
    SearchThenRetry,
    /// An answer of 500 means that nothing happened.
    RetryOnFailure,
    /// The fence is written after the request.
    FenceAfterPost,
    /// After a restart, what was on its way is believed not to have left.
    ForgetOnRestart,
    /// A lookalike is taken for ours.
    BindLookalike,
}

/// An order of the platform.
struct Made {
    id: String,
    /// When its request left.
    posted: Millis,
    /// Since when the list shows it.
    listed: Millis,
}

struct History {
    dice: Dice,
    mistake: Mistake,
    now: Millis,
    coming: BinaryHeap<Reverse<(Millis, u64, Coming)>>,
    count: u64,
    /// Counts restarts: what belongs to an earlier life is lost.
    life: u32,
    intent: Intent,
    alarm: Option<Millis>,
    orders: Vec<Made>,
    /// When a stranger's equal order was made.
    lookalike: Option<Millis>,
    doubled_by_platform: bool,
    posts: usize,
    /// The intent was said to be without an order at these times.
    denials: Vec<Millis>,
    bound_lookalike: bool,
}

impl History {
    fn new(seed: u64, mistake: Mistake) -> Self {
        let mut history = Self {
            dice: Dice(seed),
            mistake,
            now: 0,
            coming: BinaryHeap::new(),
            count: 0,
            life: 0,
            intent: Intent::default(),
            alarm: None,
            orders: Vec::new(),
            lookalike: None,
            doubled_by_platform: false,
            posts: 0,
            denials: Vec::new(),
            bound_lookalike: false,
        };
        for _ in 0..=history.dice.roll(4) {
            let at = if history.dice.one_in(2) {
                history.dice.within(20 * SECOND)
            } else {
                history.dice.within(20 * MINUTE)
            };
            history.plan(at, Coming::Submit);
        }
        for _ in 0..history.dice.roll(4) {
            let at = history.dice.within(2 * MINUTE);
            history.plan(at, Coming::Restart);
        }
        if history.dice.one_in(8) {
            history.lookalike = Some(history.dice.within(MINUTE));
        }
        history.plan(MINUTE, Coming::Sweep);
        history
    }

    fn plan(&mut self, at: Millis, coming: Coming) {
        self.count += 1;
        self.coming.push(Reverse((at, self.count, coming)));
    }

    fn policy(&self) -> Policy {
        match self.mistake {
            Mistake::SearchThenRetry => Policy { quiet: 0, looks: 1, apart: 0, ..Policy::SAFE },
            _ => Policy::SAFE,
        }
    }

    fn happens(&mut self, event: Event) {
        let before = self.intent.clone();
        let (after, effects) = before.clone().advance(&self.policy(), event, self.now);
        let crash_after_write = self.dice.one_in(40);
        if self.mistake == Mistake::FenceAfterPost && crash_after_write {
            // The effects went out, and the intent was not written.
            self.carry_out(effects);
            self.intent = before;
            return self.restart();
        }
        self.intent = after;
        if !effects.contains(&Effect::Look) {
            self.set_alarm();
        }
        if self.intent.is_known_empty() && self.posts > 0 {
            self.denials.push(self.now);
        }
        if crash_after_write {
            return self.restart();
        }
        self.carry_out(effects);
    }

    /// There is one alarm, and it may get lost.
    fn set_alarm(&mut self) {
        let due = self.intent.due().map(|due| due.max(self.now));
        if due == self.alarm {
            return;
        }
        self.alarm = due;
        if let Some(due) = due
            && !self.dice.one_in(10)
        {
            self.plan(due, Coming::Wake);
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Pass if self.dice.one_in(10) => self.happens(Event::Withdrawn),
                Effect::Pass if self.dice.one_in(10) => {
                    let wait = self.dice.within(20 * SECOND);
                    self.happens(Event::Postponed { wait });
                }
                // Without a secret a restart forgets what waits.
                Effect::Pass if self.intent.waits.count > 0 && self.dice.one_in(10) => {
                    self.happens(Event::GivenUp);
                }
                Effect::Pass => {
                    let at = self.now + self.dice.within(3 * SECOND);
                    self.plan(at, Coming::Permit);
                }
                Effect::Post { deadline } => self.post(deadline),
                Effect::Look => self.look(),
                Effect::Tell(_) => {}
            }
        }
    }

    /// The platform makes an order at once, late, twice or never, and its
    /// answer comes, lies or is lost.
    fn post(&mut self, deadline: Millis) {
        self.posts += 1;
        let delay = self.dice.within(20 * SECOND);
        let kind = u8::try_from(self.dice.roll(8)).unwrap();
        let makes = match kind {
            // Refused, or told to wait: none is made.
            0 | 1 => 0,
            // Nobody knows: made or not, perhaps long after we gave up.
            2..=5 => u8::from(!self.dice.one_in(3)),
            _ => 1,
        };
        let at = match kind {
            2 => self.now + self.dice.within(90 * SECOND),
            _ => self.now + delay,
        };
        let doubled = makes == 1 && self.dice.one_in(30);
        self.doubled_by_platform |= doubled;
        let mut made = None;
        for _ in 0..makes + u8::from(doubled) {
            made = Some(self.commit(at));
        }
        let answers = !(2..4).contains(&kind);
        if answers && self.now + delay <= deadline {
            let life = self.life;
            self.plan(self.now + delay, Coming::Reply { life, kind, order: made });
        } else {
            let life = self.life;
            self.plan(deadline, Coming::Reply { life, kind: 2, order: None });
        }
    }

    fn commit(&mut self, at: Millis) -> String {
        let id = format!("order-{}", self.orders.len());
        let lag = if self.dice.one_in(3) { self.dice.within(MINUTE) } else { 0 };
        self.orders.push(Made { id: id.clone(), posted: self.now, listed: at + lag });
        for _ in 0..self.dice.roll(3) {
            let told = at + self.dice.within(10 * MINUTE);
            self.plan(told, Coming::Webhook(id.clone()));
        }
        id
    }

    fn look(&mut self) {
        let (life, fails) = (self.life, self.dice.one_in(4));
        let at = self.now + self.dice.within(2 * SECOND);
        self.plan(at, Coming::LookEnds { life, fails });
    }

    fn witness(&self) -> Witness {
        let seen = self.orders.iter().filter(|order| order.listed <= self.now);
        let mut ours: Vec<_> = seen.map(|order| order.id.clone()).collect();
        let lookalike = self.lookalike.is_some_and(|at| at <= self.now);
        if self.mistake == Mistake::BindLookalike && lookalike && ours.is_empty() {
            ours.push("stranger".into());
        }
        Witness { ours, lookalike }
    }

    fn restart(&mut self) {
        self.life += 1;
        if self.mistake == Mistake::ForgetOnRestart && self.intent.stage == Stage::Dispatching {
            self.intent = Intent::default();
        }
        self.happens(Event::Restarted);
    }

    fn next(&mut self, coming: Coming) {
        match coming {
            Coming::Submit => self.happens(Event::Submitted),
            Coming::Permit => self.happens(Event::Permitted),
            Coming::Reply { life, .. } | Coming::LookEnds { life, .. } if life != self.life => {}
            Coming::Reply { kind, order, .. } => {
                let reply = self.reply(kind, order);
                self.happens(Event::Answered(reply));
            }
            Coming::Wake if self.alarm != Some(self.now) => {}
            Coming::Wake => {
                self.alarm = None;
                self.happens(Event::Woke);
            }
            Coming::LookEnds { fails: true, .. } => self.happens(Event::LookFailed),
            Coming::LookEnds { .. } => {
                let witness = self.witness();
                self.bound_lookalike |= witness.ours.iter().any(|id| id == "stranger");
                self.happens(Event::Looked(witness));
            }
            Coming::Webhook(order) => self.happens(Event::Told { order }),
            Coming::Restart => self.restart(),
            Coming::Sweep => {
                if !self.intent.is_settled() || self.intent.stage == Stage::Review {
                    self.happens(Event::Woke);
                }
                self.plan(self.now + MINUTE, Coming::Sweep);
            }
        }
    }

    fn reply(&mut self, kind: u8, order: Option<String>) -> Reply {
        match (kind, order) {
            (0, _) => Reply::Refused,
            (1, _) => Reply::Busy { wait: 1_000 + self.dice.within(20 * SECOND) },
            (6.., Some(order)) => Reply::Order(order),
            _ if self.mistake == Mistake::RetryOnFailure => Reply::Refused,
            _ => Reply::Unknown,
        }
    }

    /// Runs to the end and says what went wrong.
    fn run(mut self) -> Result<(), String> {
        let mut steps = 0;
        while let Some(Reverse((at, _, coming))) = self.coming.pop() {
            if at > END {
                break;
            }
            steps += 1;
            if steps > 20_000 {
                return Err("it never ends".into());
            }
            self.now = self.now.max(at);
            self.next(coming);
            let live = self.intent.fences.iter().filter(|fence| !fence.settled).count();
            if live > 1 {
                return Err(format!("{live} requests may be on their way at once"));
            }
            if self.coming.iter().all(|Reverse((_, _, coming))| *coming == Coming::Sweep) && self.rests() {
                break;
            }
        }
        self.judge()
    }

    fn rests(&self) -> bool {
        self.intent.is_settled() && self.intent.stage != Stage::Review || self.intent.stage == Stage::Open
    }

    fn judge(&self) -> Result<(), String> {
        let made = self.orders.len();
        let stage = &self.intent.stage;
        if made > 1 && !self.doubled_by_platform {
            return Err(format!("{made} orders of one intent"));
        }
        if self.bound_lookalike && *stage == Stage::Placed {
            return Err("a stranger's order was taken for ours".into());
        }
        if made > 0 && self.intent.orders.is_empty() && *stage != Stage::Review {
            return Err(format!("an order was lost: {stage:?}"));
        }
        if made == 0 && !self.intent.orders.is_empty() {
            return Err("an order was invented".into());
        }
        let denied = |order: &Made| self.denials.iter().any(|denial| *denial >= order.posted);
        if self.orders.iter().any(denied) {
            return Err("the shopper was told that nothing was ordered".into());
        }
        if !self.rests() && *stage != Stage::Review {
            return Err(format!("nobody knows where it stands: {stage:?}"));
        }
        Ok(())
    }
}

impl Mistake {
    /// Every mistake that has to be caught.
    pub const ALL: [Self; 5] = [
        Self::SearchThenRetry,
        Self::RetryOnFailure,
        Self::FenceAfterPost,
        Self::ForgetOnRestart,
        Self::BindLookalike,
    ];
}

/// The first of so many histories from `seed` on that breaks a rule, and which.
pub fn fails(mistake: Mistake, histories: u64, seed: u64) -> Option<(u64, String)> {
    let seeds = seed..seed.saturating_add(histories);
    seeds.into_iter().find_map(|seed| Some((seed, History::new(seed, mistake).run().err()?)))
}

#[test]
fn no_history_doubles_or_loses_an_order() {
    assert_eq!(fails(Mistake::None, 20_000, 0), None);
}

#[test]
fn each_classic_mistake_is_caught() {
    for mistake in Mistake::ALL {
        assert!(fails(mistake, 20_000, 0).is_some(), "{mistake:?} went unnoticed");
    }
}

/// Everything that can happen to an intent, in short.
#[cfg(test)]
const ALPHABET: [fn() -> Event; 16] = [
    || Event::Submitted,
    || Event::Permitted,
    || Event::Withdrawn,
    || Event::Postponed { wait: SECOND },
    || Event::GivenUp,
    || Event::Answered(Reply::Order("a".into())),
    || Event::Answered(Reply::Refused),
    || Event::Answered(Reply::Busy { wait: SECOND }),
    || Event::Answered(Reply::Unknown),
    || Event::Restarted,
    || Event::Woke,
    || Event::Looked(Witness::default()),
    || Event::Looked(Witness { ours: vec!["a".into()], lookalike: false }),
    || Event::Looked(Witness { ours: vec!["a".into(), "b".into()], lookalike: true }),
    || Event::LookFailed,
    || Event::Told { order: "b".into() },
];

/// Every history of this many events, each two minutes after the last.
#[cfg(test)]
fn explore(intent: &Intent, depth: u32, now: Millis) -> u64 {
    if depth == 0 {
        return 1;
    }
    let mut histories = 0;
    for event in ALPHABET {
        let (next, effects) = intent.clone().advance(&Policy::SAFE, event(), now);
        let posts = effects.iter().filter(|effect| matches!(effect, Effect::Post { .. })).count();
        let live = next.fences.iter().filter(|fence| !fence.settled).count();
        assert_eq!(posts, next.fences.len() - intent.fences.len(), "a request without its fence: {next:?}");
        assert!(posts == 0 || !intent.is_fenced(), "a request beside another: {intent:?}");
        assert!(live <= 1, "{next:?}");
        assert!(!next.is_known_empty() || !next.is_fenced(), "denied and fenced: {next:?}");
        assert!(next.orders.len() >= intent.orders.len(), "an order was forgotten: {intent:?}");
        histories += explore(&next, depth - 1, now + 2 * MINUTE);
    }
    histories
}

#[test]
fn no_short_history_breaks_a_rule() {
    assert_eq!(explore(&Intent::default(), 5, 0), 16_u64.pow(5));
}
