//! F31: an object cannot be asked, or has done what it was asked for and cannot say so. What the
//! runtime calls retryable is asked once more; what is overloaded is left alone, and whoever asked
//! comes back with the same key.

use super::Rig;
use super::aftermath::SOON;
use super::driver::Word;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::{judge, posts_of};

const CASES: [(&str, &str, &str); 4] = [
    ("Asking", "retryable", "an object out of reach for a moment is asked again"),
    ("Asked", "retryable", "an object's answer is lost, and it is asked again"),
    ("Asking", "overloaded", "an object has too much to do, and is left alone"),
    ("Asked", "overloaded", "an object has too much to do to answer, and is left alone"),
];

pub(super) fn run(options: &Options, report: &mut Report, rig: &Rig) {
    for (moment, word, words) in CASES {
        let mut row = Row::new("F31", words);
        for n in 0..options.count(1, 1, 30) {
            let shopper = Shopper::new(&format!("F31.{moment}.{word}"), options.seed, n);
            row.note(one(rig, moment, word, &shopper));
            rig.driver.plan("", Word::Go);
        }
        report.add(row);
    }
}

fn one(rig: &Rig, moment: &'static str, failure: &'static str, shopper: &Shopper) -> Vec<String> {
    let (world, sandbox) = (&rig.world, &rig.world.sandbox);
    rig.driver.plan(moment, Word::Say(failure, 1));
    let first = shopper.press(&world.worker_url);
    let mut broken = Vec::new();
    let is_right = match failure {
        "retryable" => matches!(first, End::Ready { .. }),
        _ => first == End::Refused("platform_busy".into()),
    };
    if !is_right {
        broken.push(format!("the first press ended {first:?}"));
    }
    let left = posts_of(sandbox, shopper);
    if moment == "Asking" && failure == "overloaded" && left != 0 {
        broken.push("it was asked all the same".into());
    }
    let end = shopper.follow(&world.worker_url, first, SOON);
    broken.extend(judge(sandbox, shopper, &end, false).violations);
    if !matches!(end, End::Ready { .. }) || posts_of(sandbox, shopper) != 1 {
        broken.push(format!("one order was expected: {end:?}"));
    }
    broken
}
