//! The list envelope (scalev-v3 §1.4, §1.5).

use serde::{Deserialize, Serialize};

/// One page of a list, or the whole of an unpaginated one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List<T> {
    /// The items of this page.
    pub data: Vec<T>,
    /// Whether the paging members below mean anything.
    #[serde(default)]
    pub is_paginated: bool,
    /// More pages follow; ask with `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_next: Option<bool>,
    /// Opaque; valid as the query member of the same name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

impl<T> List<T> {
    /// The cursor of the next page, if there is one.
    pub fn next(&self) -> Option<&str> {
        self.next_cursor.as_deref().filter(|_| self.has_next.unwrap_or(false))
    }
}
