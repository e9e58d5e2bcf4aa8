//! Every history of a few events, and not only some of them. Histories that
//! lead to the same intent at the same time have the same future, so it is
//! followed once and they are counted.

use std::collections::HashMap;

use super::{MINUTE, SECOND};
use crate::intent::{Effect, Event, Intent, Millis, Policy, Reply, Witness};

/// Everything that can happen to an intent, in short.
const ALPHABET: [fn(Millis) -> Event; 18] = [
    |_| Event::Submitted,
    |_| Event::Permitted,
    |_| Event::Withdrawn,
    |_| Event::Postponed { wait: SECOND },
    |_| Event::GivenUp,
    |_| Event::Answered(Reply::Order("a".into())),
    |_| Event::Answered(Reply::Refused),
    |_| Event::Answered(Reply::Busy { wait: SECOND }),
    |_| Event::Answered(Reply::Unknown),
    |_| Event::Restarted,
    |_| Event::Woke,
    |now| Event::Looked(Witness { began: now, ..Witness::default() }),
    |now| Event::Looked(Witness { began: now - MINUTE, ..Witness::default() }),
    |now| Event::Looked(Witness { ours: vec!["a".into()], lookalike: false, began: now }),
    |now| Event::Looked(Witness { ours: vec!["a".into(), "b".into()], lookalike: true, began: now }),
    |_| Event::LookedPartly,
    |_| Event::LookFailed,
    |_| Event::Told { order: "b".into() },
];

/// Milliseconds between two events: at once, or after a look that counts.
const GAPS: [Millis; 2] = [SECOND, 2 * MINUTE];

/// How far an exploration went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explored {
    /// Histories of this many events.
    pub histories: u64,
    /// Different ends of them.
    pub ends: usize,
}

/// Tries every history of so many events.
///
/// # Errors
/// The first step that breaks a rule.
pub fn explore(events: u32) -> Result<Explored, String> {
    follow(right, events)
}

fn right(intent: Intent, event: Event, now: Millis) -> (Intent, Vec<Effect>) {
    intent.advance(&Policy::SAFE, event, now)
}

/// An intent machine: the right one, or one with a mistake.
type Machine = fn(Intent, Event, Millis) -> (Intent, Vec<Effect>);

fn follow(machine: Machine, events: u32) -> Result<Explored, String> {
    let mut reached = HashMap::from([((Intent::default(), 0), 1)]);
    for _ in 0..events {
        let mut next: HashMap<(Intent, Millis), u64> = HashMap::new();
        for ((intent, then), histories) in reached {
            for now in GAPS.map(|gap| then + gap) {
                for event in ALPHABET {
                    let after = step(machine, &intent, event, now)?;
                    *next.entry((after, now)).or_default() += histories;
                }
            }
        }
        reached = next;
    }
    Ok(Explored { histories: reached.values().sum(), ends: reached.len() })
}

fn step(
    machine: Machine,
    before: &Intent,
    event: fn(Millis) -> Event,
    now: Millis,
) -> Result<Intent, String> {
    let (after, effects) = machine(before.clone(), event(now), now);
    match broken(before, &after, &effects) {
        Some(rule) => Err(format!("{rule}: {:?} made {after:?} of {before:?}", event(now))),
        None => Ok(after),
    }
}

fn broken(before: &Intent, after: &Intent, effects: &[Effect]) -> Option<&'static str> {
    let posts = effects.iter().filter(|effect| matches!(effect, Effect::Post { .. })).count();
    let live = after.fences.iter().filter(|fence| !fence.settled).count();
    let kept = after.fences.iter().zip(&before.fences).all(|(after, before)| after.at == before.at);
    let rules = [
        (after.fences.len() == before.fences.len() + posts && kept, "a request without its fence"),
        (posts == 0 || !before.is_fenced(), "a request beside another"),
        (live <= 1, "two requests on their way"),
        (!after.is_known_empty() || !after.is_fenced(), "denied, and perhaps ordered"),
        (after.orders.starts_with(&before.orders), "an order was forgotten"),
    ];
    rules.into_iter().find_map(|(holds, rule)| (!holds).then_some(rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intent::Stage;

    fn forgetful(intent: Intent, event: Event, now: Millis) -> (Intent, Vec<Effect>) {
        let is_forgotten = event == Event::Restarted && intent.stage == Stage::Dispatching;
        if is_forgotten { (Intent::default(), Vec::new()) } else { right(intent, event, now) }
    }

    fn hasty(intent: Intent, event: Event, now: Millis) -> (Intent, Vec<Effect>) {
        let policy = Policy { quiet: 0, looks: 1, apart: 0, ..Policy::SAFE };
        let (mut after, effects) = intent.advance(&policy, event, now);
        for fence in after.fences.iter_mut().filter(|_| after.stage == Stage::Absent) {
            fence.settled = false;
        }
        (after, effects)
    }

    #[test]
    fn no_short_history_breaks_a_rule() {
        let explored = explore(5).unwrap();
        assert_eq!(explored.histories, 36_u64.pow(5));
    }

    #[test]
    fn a_short_history_finds_what_is_wrong() {
        let found = |machine| follow(machine, 5).unwrap_err();
        assert!(found(forgetful).starts_with("a request without its fence"));
        assert!(found(hasty).starts_with("denied, and perhaps ordered"));
    }
}
