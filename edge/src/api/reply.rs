//! An answer as plain data.

use std::any::Any;
use std::cell::OnceCell;
use std::rc::Rc;

use serde::Serialize;
use shared::wire::{ErrorCode, Problem};

use crate::page::{Language, Page, Rules};

/// What goes back, but for the headers every answer has.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// What is in it.
    pub body: Body,
    /// Who may keep it.
    pub caching: Caching,
    /// `Retry-After`, in seconds.
    pub retry_after: Option<u32>,
    /// `Allow`.
    pub allow: Option<&'static str>,
    /// `Idempotent-Replayed: true`.
    pub replayed: bool,
    /// For the log.
    pub error: Option<ErrorCode>,
}

/// What is in an answer.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing.
    Empty,
    /// `application/json`
    Json(Vec<u8>),
    /// `application/json` that is kept to be sent again.
    Kept(Rc<Printed>),
    /// `application/problem+json`
    Problem(Vec<u8>),
    /// `text/html`, for people.
    Page(Vec<u8>, Language, Rules),
}

/// Who may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Nobody.
    NoStore,
    /// Anybody, for so many seconds.
    Public {
        /// Without asking again.
        fresh: i64,
        /// While asking again.
        stale: i64,
    },
}

/// An answer's bytes with the name of their content.
#[derive(Debug)]
pub struct Printed {
    /// JSON.
    pub bytes: Vec<u8>,
    /// The `ETag`, with its quotes.
    pub etag: String,
    ready: OnceCell<Box<dyn Any>>,
}

impl Printed {
    /// Writes a value down.
    pub fn new<T: Serialize>(value: &T) -> Self {
        let bytes = serde_json::to_vec(value).unwrap_or_default();
        let etag = format!("\"{:016x}\"", digest(&bytes));
        Self { bytes, etag, ready: OnceCell::new() }
    }

    /// What the runtime made of it the first time, to be sent again. `None`
    /// when that was of another type.
    pub fn ready<T: Any>(self: &Rc<Self>, make: impl FnOnce(&Rc<Self>) -> T) -> Option<&T> {
        self.ready.get_or_init(|| Box::new(make(self))).downcast_ref()
    }

    /// Whether a client's `If-None-Match` names this content.
    pub fn is_known_by(&self, if_none_match: &str) -> bool {
        let names = if_none_match.split(',').map(|name| name.trim().trim_start_matches("W/"));
        names.into_iter().any(|name| name == "*" || name == self.etag)
    }
}

/// Tells contents apart and proves nothing: FNV's step on eight bytes at a
/// time, with the high half folded in so that every bit counts.
fn digest(bytes: &[u8]) -> u64 {
    let step = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let hash = words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| step(hash, u64::from_le_bytes(*word)));
    rest.iter().fold(step(hash, bytes.len() as u64), |hash, byte| step(hash, u64::from(*byte)))
}

impl Reply {
    fn new(status: u16, body: Body) -> Self {
        Self {
            status,
            body,
            caching: Caching::NoStore,
            retry_after: None,
            allow: None,
            replayed: false,
            error: None,
        }
    }

    /// JSON that nobody keeps.
    pub fn json<T: Serialize>(status: u16, value: &T) -> Self {
        Self::new(status, Body::Json(serde_json::to_vec(value).unwrap_or_default()))
    }

    /// Kept bytes; 304 without them when the client has them already.
    pub fn kept(printed: &Rc<Printed>, if_none_match: Option<&str>, caching: Caching) -> Self {
        let known = if_none_match.is_some_and(|names| printed.is_known_by(names));
        let status = if known { 304 } else { 200 };
        Self { caching, ..Self::new(status, Body::Kept(Rc::clone(printed))) }
    }

    /// A problem.
    pub fn problem(problem: &Problem) -> Self {
        let body = Body::Problem(serde_json::to_vec(problem).unwrap_or_default());
        Self { error: Some(problem.code.clone()), ..Self::new(problem.status, body) }
    }

    /// A page that nobody keeps.
    pub fn page(page: Page) -> Self {
        Self::new(page.status, Body::Page(page.html.into_bytes(), page.language, page.rules))
    }

    /// Nothing but headers.
    pub fn empty(status: u16) -> Self {
        Self::new(status, Body::Empty)
    }
}

impl Caching {
    /// `Cache-Control`.
    pub fn header(self) -> String {
        match self {
            Self::NoStore => "no-store".to_owned(),
            Self::Public { fresh, stale } => {
                format!("public, max-age={fresh}, stale-while-revalidate={stale}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_that_has_it_gets_no_second_copy() {
        let printed = Rc::new(Printed::new(&[1, 2, 3]));
        let caching = Caching::Public { fresh: 60, stale: 540 };
        let status = |names: Option<&str>| Reply::kept(&printed, names, caching).status;
        assert_eq!(status(None), 200);
        assert_eq!(status(Some("\"other\"")), 200);
        assert_eq!(status(Some(&printed.etag)), 304);
        assert_eq!(status(Some(&format!("\"a\", W/{}", printed.etag))), 304);
        assert_eq!(status(Some("*")), 304);
    }

    #[test]
    fn different_contents_have_different_names() {
        let texts = ["", "a", "b", "ab", "ba", "12345678", "12345679", "22345678", "123456781", "123456780"];
        let etags: std::collections::BTreeSet<_> = texts.iter().map(|text| Printed::new(text).etag).collect();
        assert_eq!(etags.len(), texts.len());
    }

    #[test]
    fn what_was_made_once_is_not_made_again() {
        let printed = Rc::new(Printed::new(&1));
        assert_eq!(printed.ready(|printed| printed.bytes.len()), Some(&1));
        assert_eq!(printed.ready(|_| 7_usize), Some(&1));
    }

    #[test]
    fn what_is_not_catalogue_is_not_kept() {
        assert_eq!(Reply::json(200, &1).caching.header(), "no-store");
        let caching = Caching::Public { fresh: 60, stale: 540 };
        assert_eq!(caching.header(), "public, max-age=60, stale-while-revalidate=540");
    }
}
