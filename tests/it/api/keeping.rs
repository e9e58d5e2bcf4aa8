//! What the gate wrote down goes when its time is over, and not before.

use std::path::Path;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::Value;
use tumbas_tests::stage::disk::sql;
use tumbas_tests::stage::{World, built};

use super::letter::placed;
use super::sweep::minute;
use super::until::until;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::keeping":
        the_gates_rows_go_when_their_time_is_over,
        an_order_is_forgotten_after_ninety_days,
    ]
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;

/// A table with a row of a name and an age, and how long such a row lives.
const ROWS: [(&str, i64); 7] = [
    ("likeness (hash, token, at) VALUES ('NAME', 'ck', SINCE)", 10 * MINUTE),
    ("name (id, order_id, token, at) VALUES ('NAME', NULL, 'ck', SINCE)", 90 * DAY),
    ("letter (hash, received_at, tries) VALUES ('NAME', SINCE, 1)", 400 * DAY),
    (
        "intent (token, store, opened_at, next_check, tries, empty_at) VALUES ('NAME', 1, NOW, 0, 0, SINCE)",
        DAY,
    ),
    ("intent (token, store, opened_at, next_check, tries) VALUES ('open-NAME', 1, SINCE, NEVER, 0)", 2 * DAY),
    ("outbox (token, since, open, dead, next_check, tries) VALUES ('NAME', SINCE, 0, 1, 0, 0)", 7 * DAY),
    ("awaited (id, token, since) VALUES ('NAME', 'ck', SINCE)", 30 * DAY),
];
const TABLES: [(&str, &str); 6] = [
    ("likeness", "hash"),
    ("name", "id"),
    ("letter", "hash"),
    ("intent", "token"),
    ("outbox", "token"),
    ("awaited", "id"),
];

/// In each table one row whose time was over a minute ago, and one that has a few left.
fn write(state: &Path) -> Result<()> {
    let now = jiff::Timestamp::now().as_millisecond();
    let rows = ROWS.iter().flat_map(|(row, life)| {
        [("over", life + MINUTE), ("young", life - 5 * MINUTE)].map(|(name, age)| {
            let row = row.replace("SINCE", &(now - age).to_string()).replace("NAME", name);
            let row = row.replace("NOW", &now.to_string()).replace("NEVER", &(now + DAY).to_string());
            format!("INSERT INTO {row}")
        })
    });
    let cleared = TABLES.map(|(table, _)| format!("DELETE FROM {table}"));
    let statements: Vec<_> = cleared.into_iter().chain(rows).chain(["SELECT 1".to_owned()]).collect();
    let statements: Vec<_> = statements.iter().map(String::as_str).collect();
    sql(state, "StoreGate", &statements).map(drop)
}

fn names(state: &Path) -> Result<Vec<String>> {
    let queries = TABLES.map(|(table, column)| format!("SELECT '{table} ' || {column} AS name FROM {table}"));
    let rows = sql(state, "StoreGate", &[&queries.join(" UNION ALL ")])?;
    let mut names: Vec<_> = rows.iter().filter_map(|row| row["name"].as_str().map(str::to_owned)).collect();
    names.sort();
    Ok(names)
}

fn the_gates_rows_go_when_their_time_is_over() -> Result<()> {
    let mut world = World::start(built(), &[])?;
    placed(&world);
    world.restart(|state| write(state).expect("a gate that has tables"))?;
    assert_eq!(minute(&world), 200);
    let mut left = Vec::new();
    world.restart(|state| left = names(state).expect("a gate"))?;
    let young = [
        "awaited young",
        "intent open-young",
        "intent young",
        "letter young",
        "likeness young",
        "name young",
        "outbox young",
    ];
    assert_eq!(left, young);
    Ok(())
}

/// Reliability §4c: its links are of no use by then.
fn an_order_is_forgotten_after_ninety_days() -> Result<()> {
    let mut world = World::start(built(), &[])?;
    let (_, path) = placed(&world);
    let age = |world: &mut World, days: i64| {
        let pass = format!("UPDATE record SET opened_at = opened_at - {days} * {DAY}");
        world.restart(|state| drop(sql(state, "OrderIntent", &[&pass, "SELECT 1"]).expect("a record")))
    };
    let status = |world: &World| super::ask::Ask::get(path.clone()).of(world).status;
    age(&mut world, 89)?;
    assert_eq!(status(&world), 200);
    age(&mut world, 1)?;
    until("its end", || status(&world) == 404);
    let mut left: Vec<Value> = Vec::new();
    let tables = "SELECT name FROM sqlite_master WHERE name IN ('record', 'fence')";
    world.restart(|state| left = sql(state, "OrderIntent", &[tables]).expect("a database"))?;
    assert!(left.is_empty(), "{left:?}");
    Ok(())
}
