//! Ten thousand carts, added up three times: by the widget's own machine, by the edge's pure
//! functions, and by the sandbox in the order it makes of them. All three agree to the rupiah.
//!
//! Nothing is sent anywhere: the machine's requests are answered by the edge's functions, and
//! theirs by the sandbox in process.

mod edge;
mod shopper;

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::Trial;
use serde_json::Value;
use shared::checkout::Charges;
use shared::value::Rupiah;

use crate::trial::trials;
use edge::{Edge, Sent};
use shopper::{Bought, Shopper};

/// Orders that are compared.
const ORDERS: u32 = 10_000;
/// The seed of a run, unless `TUMBAS_SEED` names another.
const SEED: u64 = 20_261_122;

pub(crate) fn trials() -> Vec<Trial> {
    trials!("totals": widget_edge_and_platform_agree_to_the_rupiah)
}

fn widget_edge_and_platform_agree_to_the_rupiah() -> Result<()> {
    let seed = std::env::var("TUMBAS_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(SEED);
    let next = AtomicU32::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let counts = std::thread::scope(|scope| {
        let work = || {
            let edge = Edge::start()?;
            let mut counts = Counts::default();
            while let Some(order) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|n| *n < ORDERS) {
                place(&edge, seed + u64::from(order), &mut counts).with_context(|| {
                    format!("order {order}: repeat it with TUMBAS_SEED={}", seed + u64::from(order))
                })?;
            }
            Ok(counts)
        };
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let counts = workers.into_iter().map(|worker| worker.join().expect("a worker's counts"));
        counts.collect::<Result<Vec<Counts>>>()
    })?;
    let total = counts.into_iter().fold(Counts::default(), Counts::and);
    println!("{total}, seed {seed}");
    ensure!(total.orders == ORDERS, "{total}");
    ensure!(total.parcels > ORDERS / 2 && total.cash > 0 && total.charged > 0, "too much alike: {total}");
    Ok(())
}

/// Fills carts until one can be ordered, orders it, and compares.
fn place(edge: &Edge, seed: u64, counts: &mut Counts) -> Result<()> {
    let mut random = fastrand::Rng::with_seed(seed);
    loop {
        let shopper = Shopper::new(edge, random.fork());
        let Some(bought) = shopper.buys()? else {
            counts.unshippable += 1;
            continue;
        };
        let sent = edge.order(&bought.draft)?;
        let answer = edge.platform(&sent.request)?;
        compare(&bought, &sent, &answer)?;
        counts.note(&sent, &answer);
        return Ok(());
    }
}

fn compare(bought: &Bought, sent: &Sent, answer: &Value) -> Result<()> {
    let read = |member: &str| -> Result<Rupiah> {
        let text = answer[member].as_str().with_context(|| format!("{member} in {answer}"))?;
        Ok(text.parse()?)
    };
    let shown: Rupiah =
        bought.lines.iter().try_fold(Rupiah::ZERO, |sum, line| sum.checked_add(*line)).context("a sum")?;
    ensure!(shown == bought.total, "the widget shows lines of {shown} and a total of {}", bought.total);
    let edge = sent.charges.totals().context("the edge's totals")?;
    ensure!(edge.total == bought.total, "the widget says {}, the edge {}", bought.total, edge.total);
    ensure!(
        edge.items == read("product_price")?,
        "the edge's goods cost {}, the platform's {}",
        edge.items,
        read("product_price")?
    );
    // The store's own fee and code come on top of what anybody could know before.
    let whole = Charges {
        other_income: read("other_income")?,
        unique_code_discount: read("unique_code_discount")?,
        ..sent.charges
    };
    let (ours, platform) = (whole.totals().context("the whole")?.total, read("gross_revenue")?);
    ensure!(ours == platform, "we say {ours}, the platform {platform}: {answer}");
    let grams: i64 = answer["total_weight"].as_str().unwrap_or_default().parse()?;
    if let Some(asked) = bought.weight {
        ensure!((grams..grams + 50).contains(&asked), "{asked} g were asked for, the parcel has {grams} g");
    }
    Ok(())
}

/// What a run met.
#[derive(Clone, Copy, Default)]
struct Counts {
    orders: u32,
    parcels: u32,
    cash: u32,
    /// With a fee or a code of the store's own.
    charged: u32,
    unshippable: u32,
}

impl Counts {
    fn note(&mut self, sent: &Sent, answer: &Value) {
        self.orders += 1;
        self.parcels += u32::from(sent.charges.shipping_cost.is_some());
        self.cash += u32::from(answer["payment_method"] == "cod");
        self.charged +=
            u32::from(answer["other_income"] != "0.00" || answer["unique_code_discount"] != "0.00");
    }

    fn and(self, other: Self) -> Self {
        Self {
            orders: self.orders + other.orders,
            parcels: self.parcels + other.parcels,
            cash: self.cash + other.cash,
            charged: self.charged + other.charged,
            unshippable: self.unshippable + other.unshippable,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { orders, parcels, cash, charged, unshippable } = self;
        write!(
            f,
            "n = {orders} orders agree: {parcels} parcels, {cash} for cash, {charged} with the store's own fee \
             or code; {unshippable} more carts that nobody could bring"
        )
    }
}
