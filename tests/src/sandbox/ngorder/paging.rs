//! Pages by number, under the name of an offset (platforms §2.1).

use std::collections::BTreeMap;

use axum::Json;
use serde_json::{Value, json};

/// A query, decoded.
pub(super) type Query = BTreeMap<String, String>;

/// How a list is paged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages<'a> {
    /// The address of the list, for its links.
    pub(super) url: &'a str,
    /// Rows a page when nobody says.
    pub(super) usual: usize,
    /// Rows a page at most.
    pub(super) most: usize,
    /// A list without other pages says so with `{}`; otherwise with `[]`.
    pub(super) is_object: bool,
}

impl Pages<'_> {
    /// The wanted page of `rows`, in `{data, meta}`.
    pub(super) fn page<T>(self, rows: &[T], query: &Query, json: impl Fn(&T) -> Value) -> Json<Value> {
        let number = |name: &str| query.get(name).and_then(|text| text.parse::<usize>().ok());
        let size = number("per_page").unwrap_or(self.usual).clamp(1, self.most);
        let page = number("pagination_offset").unwrap_or(1).max(1);
        let pages = rows.len().div_ceil(size).max(1);
        let shown: Vec<Value> =
            rows.iter().skip((page - 1).saturating_mul(size)).take(size).map(json).collect();
        let pagination = json!({
            "total": rows.len(),
            "count": shown.len(),
            "per_page": size,
            "current_page": page,
            "total_pages": pages,
            "links": self.links(page, pages),
        });
        Json(json!({ "data": shown, "meta": { "pagination": pagination } }))
    }

    fn links(self, page: usize, pages: usize) -> Value {
        let to = |page: usize| json!(format!("{}?pagination_offset={page}", self.url));
        let mut links = serde_json::Map::new();
        if page < pages {
            links.insert("next".into(), to(page + 1));
        }
        if page > 1 {
            links.insert("previous".into(), to(page - 1));
        }
        if links.is_empty() && !self.is_object { json!([]) } else { links.into() }
    }
}
