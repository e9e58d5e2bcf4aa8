//! kill -9 on the way of what the seller is told: from the row through the queue to the row again.
//! Afterwards each row has arrived, and was applied once (reliability I7).

use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::Rig;
use super::aftermath::SOON;
use super::driver::{Driver, Word};
use crate::chaos::disk::Disk;
use crate::chaos::faults::side_by_side;
use crate::chaos::options::Options;
use crate::chaos::report::{Report, Row};
use crate::chaos::seller::Seller;
use crate::chaos::shopper::{End, Shopper};
use crate::chaos::verdict::judge;
use crate::chaos::world;
use crate::stage::Dist;

const MOMENTS: [(&str, &str); 4] = [
    ("Noted", "a row of the outbox is due, its note is not in the queue"),
    ("Queued", "the note is in the queue"),
    ("Taken", "the seller has the letter, nobody wrote that down"),
    ("Marked", "that is written down, the queue still has the note"),
];

/// Shoppers whose orders are told before each death.
const CROWD: usize = 5;

pub(super) fn run(options: &Options, report: &mut Report, dist: &Dist) -> Result<()> {
    let (seller, driver) = (Seller::open()?, Driver::start()?);
    let (url, secret) = (driver.url().to_owned(), format!("whsec_{}", BASE64_STANDARD.encode([7; 32])));
    let vars = [
        ("CHAOS_DRIVER", url.as_str()),
        ("SELLER_WEBHOOK_URL", &seller.url),
        ("SELLER_WEBHOOK_SECRET", &secret),
        ("SELLER_WEBHOOK_RESEND_SECONDS", "1"),
    ];
    let mut rig = Rig { world: world::silent(dist, &vars)?, driver };
    let mut tokens = Vec::new();
    for (moment, words) in MOMENTS {
        let mut row = Row::new("kill -9", format!("when {words}"));
        for round in 0..options.count(1, 2, 50) {
            let crowd: Vec<Shopper> =
                (0..CROWD).map(|n| Shopper::new(&format!("{moment}.{round}"), options.seed, n)).collect();
            for (broken, token) in die(&mut rig, moment, &crowd)? {
                tokens.extend(token);
                row.note(broken);
            }
        }
        report.add(row);
    }
    report.add(notes(&rig.driver));
    report.add(told(&mut rig, &seller, &tokens)?);
    Ok(())
}

/// Everybody buys, the process dies at the moment, and everybody asks for the order again.
fn die(rig: &mut Rig, moment: &'static str, crowd: &[Shopper]) -> Result<Vec<(Vec<String>, Option<String>)>> {
    rig.driver.plan(moment, Word::Hold);
    let url = rig.world.worker_url.clone();
    // Orders first: who is held is on the way of what is told of them.
    side_by_side(crowd, crowd.len(), |shopper| shopper.press(&url));
    let came = rig.driver.wait_for(1, SOON);
    rig.world.kill();
    rig.driver.plan("", Word::Go);
    rig.world.revive()?;
    let world = &rig.world;
    let mut ends = side_by_side(crowd, crowd.len(), |shopper| {
        let end = shopper.buy(&world.worker_url, SOON);
        let mut broken = judge(&world.sandbox, shopper, &end, false).violations;
        match end {
            End::Ready { token, .. } => (broken, Some(token)),
            end => {
                broken.push(format!("an order was expected, and it ended {end:?}"));
                (broken, None)
            }
        }
    });
    if let Some((broken, _)) = ends.first_mut().filter(|_| !came) {
        broken.push("nobody came to the moment".into());
    }
    Ok(ends)
}

/// What travels through the queue: an id and a token, and not a word more.
fn notes(driver: &Driver) -> Row {
    let mut row = Row::new("I8", "notes that came out of the queue: an id and a token each");
    for note in driver.carried() {
        let names = note.strip_prefix("%7B%22eid%22%3A%22evt_").and_then(|rest| rest.strip_suffix("%22%7D"));
        let is_bare = names
            .and_then(|names| names.split_once("%22%2C%22token%22%3A%22ck_"))
            .is_some_and(|(eid, token)| [eid, token].iter().all(|name| name.bytes().all(is_of_a_name)));
        row.note((!is_bare).then(|| format!("a note says {note}")).into_iter().collect());
    }
    if row.n == 0 {
        row.note(vec!["nothing came out of the queue".into()]);
    }
    row
}

fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Longer than the queue and the rows leave a letter alone that was not taken.
const QUIET: Duration = Duration::from_secs(25);
/// Until every letter must have come.
const LATEST: Duration = Duration::from_mins(3);

fn wait_for_the_last(seller: &Seller) {
    let arrived = || seller.books().letters.values().sum::<usize>();
    let (begun, mut last, mut letters) = (Instant::now(), Instant::now(), arrived());
    while last.elapsed() < QUIET && begun.elapsed() < LATEST {
        thread::sleep(Duration::from_millis(250));
        let now = arrived();
        if now != letters {
            (last, letters) = (Instant::now(), now);
        }
    }
}

/// Waits until everything is told, ends the Worker, and joins its rows with the seller's books.
fn told(rig: &mut Rig, seller: &Seller, tokens: &[String]) -> Result<Row> {
    let mut row = Row::new("I7", "effects on disk, each told to the seller, and applied once");
    wait_for_the_last(seller);
    let disk = Disk::of(&mut rig.world)?;
    let books = seller.books();
    for token in tokens {
        let effects = disk.effects(token);
        if !effects.iter().any(|effect| effect.kind == "order.placed") {
            row.note(vec![format!("no row tells of the order {token}")]);
        }
        for effect in effects {
            let arrived = books.letters.contains_key(&effect.eid);
            let is_told = arrived && effect.state == 1;
            row.note((!is_told).then(|| format!("{effect:?} was told: {arrived}")).into_iter().collect());
        }
    }
    let twice = books.applied.iter().filter(|(_, ids)| ids.len() != 1);
    row.violations.extend(twice.map(|(effect, ids)| format!("{effect:?} was applied as {ids:?}")));
    let repeated = books.letters.values().filter(|times| **times > 1).count();
    row.words = format!("{}; {repeated} came more than once", row.words);
    Ok(row)
}
