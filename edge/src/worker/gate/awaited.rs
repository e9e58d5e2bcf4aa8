//! The orders of a platform that tells nothing by itself: all of them are asked
//! about in one round, and their intents hear what is new.

use futures_util::future::join_all;
use serde::Deserialize;
use shared::v3::Order;

use super::object::Desk;
use super::rows::{Rows, whole};
use crate::intent::Millis;
use crate::orders::{Command, News, OrderNames, Outcome, Token};
use crate::platform::{OrderPlatform, Silent};
use crate::worker::isolate::Isolate;
use crate::worker::send::send;
use crate::worker::{clock, intent};

/// Most pages of a round: a thousand orders of the seller.
const PAGES_MAX: usize = 10;

pub(super) const TABLES: [&str; 1] = ["CREATE TABLE IF NOT EXISTS awaited (
    id TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    since INTEGER NOT NULL,
    gist TEXT) WITHOUT ROWID"];

#[derive(Deserialize)]
struct Ages {
    oldest: Option<f64>,
    youngest: Option<f64>,
}

/// An order, and what its intent was told last.
#[derive(Deserialize)]
struct Awaited {
    token: Token,
    gist: Option<String>,
}

impl Rows {
    /// From now on these orders are asked about.
    pub(super) fn await_news(&self, token: &Token, orders: &[OrderNames], now: Millis) -> worker::Result<()> {
        for names in orders {
            let statement = "INSERT OR IGNORE INTO awaited (id, token, since) VALUES (?, ?, ?)";
            self.run(statement, vec![names.id.as_str().into(), token.as_str().into(), now.into()])?;
        }
        Ok(())
    }

    /// When the oldest and the youngest of them were made.
    fn awaited_since(&self) -> worker::Result<Option<(Millis, Millis)>> {
        let query = "SELECT min(since) AS oldest, max(since) AS youngest FROM awaited";
        let ages: Vec<Ages> = self.read(query)?;
        Ok(ages.into_iter().find_map(|ages| Some((whole(ages.oldest?), whole(ages.youngest?)))))
    }

    fn awaited(&self, id: &str) -> worker::Result<Option<Awaited>> {
        let rows = self.rows_of("SELECT token, gist FROM awaited WHERE id = ?", vec![id.into()])?;
        Ok(rows.into_iter().next())
    }

    /// Its intent was told; one that is over is not asked about any more.
    fn told(&self, id: &str, gist: &str, is_over: bool) -> worker::Result<()> {
        if is_over {
            return self.run("DELETE FROM awaited WHERE id = ?", vec![id.into()]);
        }
        self.run("UPDATE awaited SET gist = ? WHERE id = ?", vec![gist.into(), id.into()])
    }
}

impl Desk {
    /// Whether the platform of this gate has to be asked.
    pub(super) fn is_silent(&self, isolate: &Isolate) -> bool {
        self.silent(isolate).is_some()
    }

    fn silent<'a>(&self, isolate: &'a Isolate) -> Option<&'a dyn Silent> {
        self.platform.and_then(|platform| isolate.platform(platform).ok()).and_then(OrderPlatform::silent)
    }

    /// Asks about all of them, when it is time. What a round does not hear, the
    /// next one does.
    pub(super) async fn ask_around(&self) -> worker::Result<()> {
        let (isolate, now) = (Isolate::of(&self.env), clock::now());
        let Some(silent) = self.silent(&isolate) else { return Ok(()) };
        let Some((oldest, youngest)) = self.rows.awaited_since()? else { return Ok(()) };
        if !self.rounds.begin(youngest, now) {
            return Ok(());
        }
        let mut cursor = None::<String>;
        for _ in 0..PAGES_MAX {
            let call = silent.orders_since(oldest.div_euclid(1_000), cursor.as_deref());
            let page = send(&call).await.and_then(|answer| silent.read_orders(&answer, clock::seconds()));
            let Ok(page) = page else { return Ok(()) };
            cursor = page.next().map(str::to_owned);
            let passed_on = join_all(page.data.iter().map(|order| self.pass_on(order))).await;
            passed_on.into_iter().collect::<worker::Result<()>>()?;
            if cursor.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Has the intent of an order hear what is new of it.
    async fn pass_on(&self, order: &Order) -> worker::Result<()> {
        let Some(id) = order.id.as_deref() else { return Ok(()) };
        let Some(Awaited { token, gist: known }) = self.rows.awaited(id)? else { return Ok(()) };
        let news = News::of(order, clock::now());
        let gist = news.gist();
        let Some(object) = Token::object_id(token.as_str()).filter(|_| known.as_ref() != Some(&gist)) else {
            return Ok(());
        };
        match intent::by_id(&self.env, &object, &Command::Hear { news }).await {
            Ok(answer) => self.rows.told(id, &gist, is_over(&answer.outcome)),
            Err(_) => Ok(()),
        }
    }
}

/// Nothing can become of it that anybody has to hear.
fn is_over(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Placed(placed) => !placed.is_moving(),
        outcome => !outcome.is_open(),
    }
}
