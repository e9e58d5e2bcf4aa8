//! Which intents have letters that the seller has not taken: they are looked
//! after as open intents are, and counted.

use serde::Deserialize;

use super::rows::Rows;
use crate::intent::Millis;
use crate::log::Untaken;
use crate::orders::Token;
use crate::outbox::Tally;

/// Milliseconds until an intent with letters is looked after: the queue has
/// tried by itself by then.
const FIRST_CHECK: Millis = 120_000;
/// Most of them looked after at once.
const CHECKS_MAX: i64 = 20;

pub(super) const TABLES: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS outbox (
        token TEXT PRIMARY KEY,
        since INTEGER NOT NULL,
        open INTEGER NOT NULL,
        dead INTEGER NOT NULL,
        next_check INTEGER NOT NULL,
        tries INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS outbox_due ON outbox (next_check) WHERE open = 1",
];

/// When there is next something to look after.
pub(super) const NEXT_CHECK: &str = "SELECT min(next_check) AS at FROM outbox WHERE open = 1";

#[derive(Deserialize)]
struct Counted {
    late: u32,
    dead: Option<u32>,
}

impl Rows {
    /// Writes down how an intent's letters stand, and answers when it is looked after.
    pub(super) fn count(&self, token: &Token, tally: Tally, now: Millis) -> worker::Result<Option<Millis>> {
        if tally.is_nothing() {
            let forget = "DELETE FROM outbox WHERE token = ?";
            return self.run(forget, vec![token.as_str().into()]).map(|()| None);
        }
        let check = now.saturating_add(FIRST_CHECK);
        // Who is looked after already is not put off, but its life begins anew.
        let statement = "INSERT INTO outbox (token, since, open, dead, next_check, tries) VALUES (?, ?, ?, ?, ?, 0)
            ON CONFLICT (token) DO UPDATE SET since = excluded.since, open = excluded.open, dead = excluded.dead";
        let (open, dead) = (i64::from(tally.open), i64::from(tally.dead));
        self.run(statement, vec![token.as_str().into(), now.into(), open.into(), dead.into(), check.into()])?;
        Ok(tally.open.then_some(check))
    }

    /// The intents whose letters are due to be looked after, each put off
    /// until the next time: a minute, and longer each time.
    pub(super) fn take_uncarried(&self, now: Millis) -> worker::Result<Vec<Token>> {
        let query =
            "UPDATE outbox SET tries = tries + 1, next_check = ?1 + 60000 * min(1 << min(tries, 6), 60)
            WHERE token IN (SELECT token FROM outbox WHERE open = 1 AND next_check <= ?1
                ORDER BY next_check LIMIT ?2)
            RETURNING token";
        self.tokens(query, vec![now.into(), CHECKS_MAX.into()])
    }

    /// How the letters of all of them stand.
    pub(super) fn untaken(&self) -> worker::Result<Untaken> {
        let query =
            "SELECT count(*) FILTER (WHERE open = 1 AND tries > 0) AS late, sum(dead) AS dead FROM outbox";
        let counted: Vec<Counted> = self.read(query)?;
        let counted = counted.into_iter().next();
        Ok(counted
            .map_or_else(Untaken::default, |row| Untaken { late: row.late, dead: row.dead.unwrap_or(0) }))
    }
}
