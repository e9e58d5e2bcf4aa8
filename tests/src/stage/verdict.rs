//! What Playwright's JSON report says of one spec, in words for whoever has to mend it.

use std::fmt::Write as _;

use anyhow::{Result, bail, ensure};
use serde::Deserialize;

/// One run of Playwright.
#[derive(Clone, Debug, Deserialize)]
pub struct Report {
    suites: Vec<Suite>,
    /// What went wrong outside of any test: a file that cannot be read, for one.
    #[serde(default)]
    errors: Vec<Mistake>,
}

/// A file, or a group of tests in it.
#[derive(Clone, Debug, Deserialize)]
struct Suite {
    title: String,
    #[serde(default)]
    suites: Vec<Suite>,
    #[serde(default)]
    specs: Vec<Spec>,
}

/// One test as it is written.
#[derive(Clone, Debug, Deserialize)]
struct Spec {
    title: String,
    line: u32,
    ok: bool,
    tests: Vec<Runs>,
}

#[derive(Clone, Debug, Deserialize)]
struct Runs {
    results: Vec<Run>,
}

#[derive(Clone, Debug, Deserialize)]
struct Run {
    status: String,
    #[serde(default)]
    errors: Vec<Mistake>,
    #[serde(default)]
    attachments: Vec<Attachment>,
}

#[derive(Clone, Debug, Deserialize)]
struct Mistake {
    #[serde(default)]
    message: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Attachment {
    name: String,
    path: Option<String>,
}

impl Report {
    /// Fails unless every test of the file called `spec` has run and passed.
    ///
    /// # Errors
    /// Names each test that did not, with Playwright's own words and what it left on disk.
    pub fn check(&self, spec: &str) -> Result<()> {
        let tests: Vec<&Spec> =
            self.suites.iter().filter(|suite| suite.title == spec).flat_map(Suite::tests).collect();
        ensure!(!tests.is_empty(), "no test of {spec} has run\n{}", said(&self.errors));
        let failed: Vec<String> =
            tests.iter().filter(|test| !test.passed()).map(|test| test.words()).collect();
        if failed.is_empty() {
            return Ok(());
        }
        bail!("{} of {} tests of {spec} failed\n{}", failed.len(), tests.len(), failed.join("\n"))
    }
}

impl Suite {
    fn tests(&self) -> Vec<&Spec> {
        self.specs.iter().chain(self.suites.iter().flat_map(Self::tests)).collect()
    }
}

impl Spec {
    /// A test that was interrupted or that nobody ran counts as `ok` for Playwright, and not for us.
    fn passed(&self) -> bool {
        self.ok && self.runs().all(|run| run.status == "passed") && self.runs().next().is_some()
    }

    fn runs(&self) -> impl Iterator<Item = &Run> {
        self.tests.iter().flat_map(|test| &test.results)
    }

    fn words(&self) -> String {
        let mut words = format!("\n{} (line {})\n", self.title, self.line);
        if self.runs().next().is_none() {
            words.push_str("  was not run\n");
        }
        for run in self.runs() {
            let _ = writeln!(words, "  {}\n{}", run.status, said(&run.errors));
            for (name, path) in run.attachments.iter().filter_map(|one| Some((&one.name, one.path.as_ref()?)))
            {
                let _ = writeln!(words, "  {name}: {path}");
            }
        }
        words
    }
}

fn said(mistakes: &[Mistake]) -> String {
    mistakes.iter().fold(String::new(), |mut words, Mistake { message }| {
        let _ = writeln!(words, "{}", plain(message));
        words
    })
}

/// Without the colours, which Playwright's assertions put in whatever they are told.
fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = r#"{
        "errors": [{ "message": "a.spec.ts cannot be read" }],
        "suites": [
            { "title": "good.spec.ts", "specs": [
                { "title": "sells", "line": 3, "ok": true, "tests": [{ "results": [{ "status": "passed" }] }] }
            ] },
            { "title": "bad.spec.ts", "specs": [], "suites": [{ "title": "group", "specs": [
                { "title": "sells", "line": 3, "ok": true, "tests": [{ "results": [{ "status": "passed" }] }] },
                { "title": "ships", "line": 9, "ok": false, "tests": [{ "results": [{
                    "status": "failed", "errors": [{ "message": "Error: \u001b[2mno \u001b[22mparcel\n> 10 | await" }],
                    "attachments": [{ "name": "screenshot", "path": "/there/it.png" }, { "name": "log" }]
                }] }] },
                { "title": "waits", "line": 20, "ok": true, "tests": [{ "results": [] }] }
            ] }] }
        ]
    }"#;

    fn words(spec: &str) -> String {
        serde_json::from_str::<Report>(RUN)
            .unwrap()
            .check(spec)
            .map_or_else(|error| error.to_string(), |()| "passed".into())
    }

    #[test]
    fn a_spec_passes_by_itself_whatever_became_of_others() {
        assert_eq!(words("good.spec.ts"), "passed");
    }

    #[test]
    fn a_failure_names_the_test_and_carries_playwrights_words() {
        let words = words("bad.spec.ts");
        assert!(words.starts_with("2 of 3 tests of bad.spec.ts failed\n"), "{words}");
        for part in ["ships (line 9)", "Error: no parcel\n> 10 | await", "screenshot: /there/it.png"] {
            assert!(words.contains(part), "{part} is missing: {words}");
        }
        assert!(!words.contains("sells"), "{words}");
    }

    #[test]
    fn a_test_that_was_not_run_has_not_passed() {
        assert!(words("bad.spec.ts").contains("waits (line 20)\n  was not run"));
    }

    #[test]
    fn a_file_that_cannot_be_read_has_not_passed() {
        assert_eq!(words("a.spec.ts").lines().nth(1), Some("a.spec.ts cannot be read"));
    }
}
