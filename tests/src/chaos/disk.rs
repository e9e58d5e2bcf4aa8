//! What is on a Worker's disk after it died, beside what left it (reliability I5 to I8).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use edge::orders::Token;
use edge::webhook::Letter;
use serde::Deserialize;

use super::report::Row;
use super::verdict::leaked;
use crate::sandbox::{Arrival, Sandbox};
use crate::stage::{World, node};

const SCRIPT: &str = include_str!("disk.mjs");

/// The rows of all objects.
#[derive(Debug, Deserialize)]
pub(super) struct Disk {
    intents: BTreeMap<String, Intent>,
    letters: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct Intent {
    /// When each fence was written, by the Worker's clock.
    fences: Vec<i64>,
    effects: Vec<Effect>,
}

/// Something that is told to the seller.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Effect {
    pub(super) eid: String,
    pub(super) kind: String,
    /// 0 to be told, 1 done, 2 given up.
    pub(super) state: u8,
}

impl Disk {
    /// Ends the Worker as a power cut does and reads what it had written down.
    pub(super) fn of(world: &mut World) -> Result<Self> {
        world.kill();
        let mut node = Command::new(node::binary()?);
        node.args(["--input-type=module", "--eval", SCRIPT]).env("STATE", world.state());
        let said = node.output().context("node could not be started")?;
        ensure!(said.status.success(), "the disk cannot be read: {}", String::from_utf8_lossy(&said.stderr));
        Ok(serde_json::from_slice(&said.stdout)?)
    }

    /// I5: no request left without a fence of its own that was on disk before.
    /// `clocks_agree` unless the Worker's was moved.
    pub(super) fn fences(&self, sandbox: &Sandbox, clocks_agree: bool) -> Row {
        let mut row = Row::new("I5", "requests at the platform, each behind a fence that is on disk");
        let mut used: BTreeMap<String, usize> = BTreeMap::new();
        for post in sandbox.requests().iter().filter(|request| is_our_post(request)) {
            let id = token_of(post).and_then(Token::object_id).unwrap_or_default();
            let nth = used.entry(id.clone()).or_default();
            let fence = self.intents.get(&id).and_then(|intent| intent.fences.get(*nth));
            *nth += 1;
            let is_fenced = fence.is_some_and(|at| !clocks_agree || *at <= post.at_ms);
            row.note(
                (!is_fenced)
                    .then(|| format!("request {} left without a fence", post.number))
                    .into_iter()
                    .collect(),
            );
        }
        row
    }

    /// I6: of the genuine letters that were sent, each that was answered 200 is written down; and
    /// nothing else is.
    pub(super) fn inbox<'a>(&self, sent: impl IntoIterator<Item = (&'a [u8], bool)>) -> Row {
        let mut row = Row::new("I6", "webhooks answered 200, each with a row on disk, and no other row");
        let sent: BTreeMap<String, bool> =
            sent.into_iter().map(|(body, taken)| (Letter::open(body).hash, taken)).collect();
        for (hash, _) in sent.iter().filter(|(_, taken)| **taken) {
            let is_there = self.letters.contains(hash);
            row.note(
                (!is_there).then(|| format!("letter {hash} was not written down")).into_iter().collect(),
            );
        }
        let others = self.letters.iter().filter(|hash| !sent.contains_key(*hash));
        row.violations
            .extend(others.map(|hash| format!("letter {hash} was written down, and is not genuine")));
        row
    }

    /// What is told of the intent of this token.
    pub(super) fn effects(&self, token: &str) -> &[Effect] {
        let intent = Token::object_id(token).and_then(|id| self.intents.get(&id));
        intent.map_or(&[], |intent| &intent.effects)
    }
}

fn token_of(post: &Arrival) -> Option<&str> {
    post.body.as_ref()?.get("metadata")?.get("tumbas_token")?.as_str()
}

/// Not one that the platform itself made twice.
fn is_our_post(request: &Arrival) -> bool {
    let is_ours = request.headers.get("user-agent").and_then(|agent| agent.as_str());
    (request.method == "POST" && request.path == "/v3/orders")
        && is_ours.is_some_and(|agent| agent.starts_with("Tumbas/"))
}

/// I8: files of intents, gates, queues and caches in which something leaked.
pub(super) fn secrets(state: &Path) -> Row {
    let mut row = Row::new("I8", "files on the Worker's disk without a word of shoppers or secrets");
    for file in files(state) {
        let bytes = fs::read(&file).unwrap_or_default();
        let found = leaked(&bytes).map(|word| format!("{} holds {word}", file.display()));
        row.note(found.into_iter().collect());
    }
    row
}

/// Every file below a folder.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::chaos::http::send;
    use crate::sandbox::Options;

    const ID: &str = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    fn disk(fences: &[i64], letters: &[String]) -> Disk {
        let intents = json!({ ID: { "fences": fences, "effects": [] } });
        serde_json::from_value(json!({ "intents": intents, "letters": letters })).unwrap()
    }

    #[test]
    fn a_request_without_a_fence_of_its_own_is_seen() {
        let sandbox = Sandbox::start(Options::default()).unwrap();
        let token = Token::from_object_id(ID).unwrap();
        let body = json!({ "metadata": { "tumbas_token": token } }).to_string();
        let url = format!("{}/v3/orders", sandbox.base_url());
        for _ in 0..2 {
            send("POST", &url, &[("user-agent", "Tumbas/0")], Some(&body), Duration::from_secs(5)).unwrap();
        }
        let survived = |fences: &[i64]| disk(fences, &[]).fences(&sandbox, true).survived;
        assert_eq!((survived(&[1, 2]), survived(&[1]), survived(&[])), (2, 1, 0));
        // A fence that was written after its request left is none.
        assert_eq!(survived(&[1, i64::MAX]), 1);
        assert_eq!(disk(&[1, i64::MAX], &[]).fences(&sandbox, false).survived, 2);
    }

    #[test]
    fn a_letter_without_a_row_and_a_row_without_a_letter_are_seen() {
        let (ours, other) = (br#"{"unique_id":"event_1"}"#.as_slice(), b"{}".as_slice());
        let rows = [Letter::open(ours).hash];
        let broken = |sent: &[(&[u8], bool)]| disk(&[], &rows).inbox(sent.iter().copied()).violations.len();
        assert_eq!((broken(&[(ours, true)]), broken(&[(ours, true), (other, false)])), (0, 0));
        assert_eq!((broken(&[(ours, true), (other, true)]), broken(&[])), (1, 1));
    }
}
