//! Cursor paging (scalev-v3 §1.5). A cursor is opaque and good for one list only.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::answer::Refusal;

const LARGEST: usize = 25;

/// A query, decoded.
pub(super) type Query = BTreeMap<String, String>;

/// Cuts the wanted page out of `rows`, which are in the order of the list.
/// `list` names the list with its filters, `key` the row.
///
/// # Errors
/// 400 for a bad cursor or page size.
pub(super) fn page<T>(
    rows: &[T],
    list: &str,
    query: &Query,
    key: impl Fn(&T) -> String,
    json: impl Fn(&T) -> Value,
) -> Result<axum::Json<Value>, Refusal> {
    let size = size(query)?;
    let place = |cursor: &str| {
        let wanted = open(cursor, list)?;
        rows.iter().position(|row| key(row) == wanted).ok_or_else(bad_cursor)
    };
    let (from, to) = match (query.get("next_cursor"), query.get("previous_cursor")) {
        (Some(_), Some(_)) => return Err(Refusal::BadRequest("Send only one cursor".into())),
        (Some(cursor), None) => {
            let from = place(cursor)? + 1;
            (from, (from + size).min(rows.len()))
        }
        (None, Some(cursor)) => {
            let to = place(cursor)?;
            (to.saturating_sub(size), to)
        }
        (None, None) => (0, size.min(rows.len())),
    };
    let shown = &rows[from..to];
    let (has_previous, has_next) = (from > 0, to < rows.len());
    let cursor = |row: Option<&T>| row.map(|row| seal(list, &key(row)));
    Ok(axum::Json(json!({
        "data": shown.iter().map(json).collect::<Vec<_>>(),
        "is_paginated": true,
        "has_next": has_next,
        "has_previous": has_previous,
        "next_cursor": cursor(shown.last().filter(|_| has_next)),
        "previous_cursor": cursor(shown.first().filter(|_| has_previous)),
        "page_size": size,
    })))
}

fn size(query: &Query) -> Result<usize, Refusal> {
    let Some(text) = query.get("page_size") else { return Ok(LARGEST) };
    let size = text.parse().ok().filter(|size| (1..=LARGEST).contains(size));
    size.ok_or_else(|| Refusal::BadRequest(format!("page_size must be between 1 and {LARGEST}")))
}

fn seal(list: &str, key: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{list}\n{key}"))
}

fn open(cursor: &str, list: &str) -> Result<String, Refusal> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).map_err(|_| bad_cursor())?;
    let text = String::from_utf8(bytes).map_err(|_| bad_cursor())?;
    match text.rsplit_once('\n') {
        Some((of, key)) if of == list => Ok(key.to_owned()),
        _ => Err(bad_cursor()),
    }
}

fn bad_cursor() -> Refusal {
    Refusal::BadRequest("Invalid cursor".into())
}
