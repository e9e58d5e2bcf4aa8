//! Scenes that only a chaos build can play: clocks that jump, a disk that fails, alarms that are
//! lost, a module that aborts.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::driver::Word;
use super::{Rig, clock};
use crate::chaos::disk::files;
use crate::chaos::faults::case::placing;
use crate::chaos::faults::late::stays_paid;
use crate::chaos::faults::side_by_side;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, leaks, one_order, orders_of, posts_of};

const SOON: Duration = Duration::from_secs(30);
const MINUTE: i64 = 60_000;

type Play = fn(&mut Rig, &Shopper) -> Vec<String>;

const PLAYS: [(&str, &str, Play); 8] = [
    ("F3", "the answer is lost, no order was made; five minutes later the shopper presses again", absent),
    ("F22", "the clock is ten minutes fast, the answer is lost", fast),
    ("F22", "the clock is ten minutes slow, the answer is lost", slow),
    ("F22", "the clock jumps an hour while an order is under way", jump),
    ("F30", "the disk fails under an intent", disk),
    ("F32", "the module aborts with fifty orders under way", abort),
    ("F34", "every alarm is lost", alarms),
    ("P10", "an order is paid, no webhook tells of it, and nobody looks", unheard),
];

pub(super) fn run(options: &Options, report: &mut Report, rig: &mut Rig) {
    for (nth, (name, words, play)) in PLAYS.into_iter().enumerate() {
        if options.slice && nth != 0 {
            continue;
        }
        let mut row = Row::new(name, words);
        for n in 0..options.count(1, 1, 30) {
            let shopper = Shopper::new(&format!("{name}.{nth}"), options.seed, n);
            row.note(play(rig, &shopper));
            rig.world.sandbox.clear_faults();
            rig.driver.plan("", Word::Go);
            clock::set(&rig.world, 0);
        }
        report.add(row);
    }
    let mut row = Row::new("I8", "log lines after kills and aborts");
    row.note(leaks(&rig.world));
    report.add(row);
}

fn absent(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    rig.world.sandbox.plan(placing().reset().before_commit().of(&shopper.name));
    let End::Confirming(token) = shopper.press(&rig.world.worker_url) else {
        return vec!["the order was not confirmed first".into()];
    };
    let end = clock::pass(&rig.world, &[token]).pop().unwrap_or(End::Offline);
    let mut broken = judge(&rig.world.sandbox, shopper, &end, false).violations;
    if !matches!(end, End::Absent(_)) {
        broken.push(format!("absence was not proven: {end:?}"));
    }
    broken.extend(one_order(&rig.world, shopper, &shopper.buy(&rig.world.worker_url, SOON)));
    broken
}

fn fast(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    skewed(rig, shopper, 10 * MINUTE)
}

fn slow(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    skewed(rig, shopper, -10 * MINUTE)
}

fn skewed(rig: &Rig, shopper: &Shopper, offset: i64) -> Vec<String> {
    clock::set(&rig.world, offset);
    rig.world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    one_order(&rig.world, shopper, &shopper.buy(&rig.world.worker_url, SOON))
}

fn jump(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    rig.world.sandbox.plan(placing().delay(Duration::from_secs(2)).of(&shopper.name));
    let url = rig.world.worker_url.clone();
    let end = std::thread::scope(|scope| {
        let press = scope.spawn(|| shopper.buy(&url, SOON));
        let arrived =
            |world: &crate::sandbox::World| world.requests_to("POST", "/v3/orders").next().is_some();
        let _ = rig.world.sandbox.wait_for(SOON, arrived);
        clock::set(&rig.world, 60 * MINUTE);
        press.join()
    });
    one_order(&rig.world, shopper, &end.unwrap_or(End::Offline))
}

/// The intent's file becomes a folder: nothing can be written, so nothing may leave.
fn disk(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    let refusal = json!({ "error": "Validation failed", "errors": {} });
    rig.world.sandbox.plan(placing().status(422, refusal).of(&shopper.name));
    let first = shopper.press(&rig.world.worker_url);
    let mut broken = Vec::new();
    if !matches!(first, End::Refused(_)) {
        broken.push(format!("a refusal was expected: {first:?}"));
    }
    let mut spoilt = Vec::new();
    let restarted = rig.world.restart(|state| {
        for file in files(state).into_iter().filter(|file| is_intents(file)) {
            if fs::rename(&file, file.with_extension("kept")).is_ok() {
                let _ = fs::create_dir(&file);
                spoilt.push(file);
            }
        }
    });
    if let Err(error) = restarted {
        return vec![format!("the Worker did not start again: {error:#}")];
    }
    let end = shopper.press(&rig.world.worker_url);
    if !matches!(end, End::Refused(_)) || posts_of(&rig.world.sandbox, shopper) != 1 {
        broken.push(format!("something left without a fence: {end:?}"));
    }
    let restarted = rig.world.restart(|_| {
        for file in &spoilt {
            let _ = fs::remove_dir(file);
            let _ = fs::rename(file.with_extension("kept"), file);
        }
    });
    if let Err(error) = restarted {
        return vec![format!("the Worker did not start again: {error:#}")];
    }
    broken.extend(one_order(&rig.world, shopper, &shopper.buy(&rig.world.worker_url, SOON)));
    broken
}

/// The file of one intent, and not the one of alarms beside it.
fn is_intents(file: &Path) -> bool {
    let name = file.to_string_lossy();
    name.contains("OrderIntent") && name.ends_with(".sqlite") && !name.ends_with("metadata.sqlite")
}

fn abort(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    let crowd: Vec<Shopper> = (0..50)
        .map(|n| Shopper { name: format!("{} {n}", shopper.name), ..Shopper::new(&shopper.name, 7, n) })
        .collect();
    rig.world.sandbox.plan(placing().delay(Duration::from_secs(1)).next(50));
    rig.driver.plan("Answered", Word::Say("abort", 1));
    let world = &rig.world;
    let ends = side_by_side(&crowd, crowd.len(), |shopper| shopper.buy(&world.worker_url, SOON));
    let mut broken = Vec::new();
    for (shopper, end) in crowd.iter().zip(&ends) {
        broken.extend(one_order(&rig.world, shopper, end));
        let posts = posts_of(&rig.world.sandbox, shopper);
        if posts > 1 {
            broken.push(format!("I5 {posts} posts of one press"));
        }
    }
    broken
}

/// Alarms live in a file of their own; without it only a visit or the sweep wakes an intent.
fn alarms(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    rig.world.sandbox.plan(placing().reset().after_commit().of(&shopper.name));
    let pressed = shopper.press(&rig.world.worker_url);
    let restarted = rig.world.restart(|state| {
        for file in files(state) {
            if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("metadata.sqlite")) {
                let _ = fs::remove_file(file);
            }
        }
    });
    if let Err(error) = restarted {
        return vec![format!("the Worker did not start again: {error:#}")];
    }
    one_order(&rig.world, shopper, &shopper.follow(&rig.world.worker_url, pressed, SOON))
}

/// Six minutes later it was asked for all the same.
fn unheard(rig: &mut Rig, shopper: &Shopper) -> Vec<String> {
    let end = shopper.buy(&rig.world.worker_url, SOON);
    let mut broken = one_order(&rig.world, shopper, &end);
    for order in orders_of(&rig.world.sandbox, shopper) {
        rig.world.sandbox.pay(&order.order_id);
    }
    if let Err(error) = rig.world.restart(|_| {}) {
        return vec![format!("the Worker did not start again: {error:#}")];
    }
    clock::set(&rig.world, 6 * MINUTE);
    broken.extend(stays_paid(&rig.world, shopper));
    broken
}
