//! The same faults in the platform's list, while an order whose answer was lost is looked for there:
//! a look that failed proves nothing, and the next one finds what there is.

use super::aftermath::in_the_end;
use super::{Rig, clock};
use crate::chaos::faults::Commit;
use crate::chaos::faults::case::{CASES, Case, placing};
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, posts_of};
use crate::stage::World;

/// Loses each order's answer, and lets the looks for it fail in every way.
pub(super) fn run(options: &Options, report: &mut Report, rig: &Rig) {
    let cases = CASES.iter().filter(|case| case.is_of_any_answer());
    for (nth, case) in cases.enumerate().filter(|(nth, _)| !options.slice || *nth == 5) {
        for commit in [Commit::Before, Commit::After] {
            let mut row =
                Row::new(case.name, format!("looking for a lost order: {}; {}", case.words, commit.words()));
            for n in 0..options.count(1, 1, 5) {
                let shopper = Shopper::new(&format!("look.{nth}.{commit:?}"), options.seed, n);
                row.note(one(rig, case, commit, &shopper));
                rig.world.sandbox.clear_faults();
                clock::set(&rig.world, 0);
            }
            report.add(row);
        }
    }
}

fn one(rig: &Rig, case: &Case, commit: Commit, shopper: &Shopper) -> Vec<String> {
    let world = &rig.world;
    world.sandbox.plan(commit.of(placing().reset().of(&shopper.name)));
    world.sandbox.plan(case.on("GET", "/v3/orders").every());
    let first = shopper.press(&world.worker_url);
    let End::Confirming(token) = &first else { return vec![format!("the answer was not lost: {first:?}")] };
    let before = failed(world);
    let meanwhile = clock::step(world, 1, std::slice::from_ref(token)).pop();
    let mut broken = Vec::new();
    if failed(world) == before {
        broken.push("nobody looked while looks failed".into());
    }
    if commit == Commit::Before && !matches!(meanwhile, Some(End::Confirming(_))) {
        broken.push(format!("a look that failed proved something: {meanwhile:?}"));
    }
    world.sandbox.clear_faults();
    let end = clock::pass(world, std::slice::from_ref(token)).pop().unwrap_or(End::Offline);
    broken.extend(judge(&world.sandbox, shopper, &end, false).violations);
    let is_right = match commit {
        Commit::Before => matches!(end, End::Absent(_)),
        Commit::After => matches!(end, End::Ready { .. }),
    };
    if !is_right {
        broken.push(format!("it ended {end:?}"));
    }
    if posts_of(&world.sandbox, shopper) != 1 {
        broken.push("it was sent again before it was known".into());
    }
    broken.extend(in_the_end(world, shopper, end));
    broken
}

/// Looks so far that met a fault.
fn failed(world: &World) -> usize {
    let is_struck = |request: &&crate::sandbox::Arrival| request.fault.is_some();
    world.sandbox.look(|world| world.requests_to("GET", "/v3/orders").filter(is_struck).count())
}
