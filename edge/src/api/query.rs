//! The query members of the catalogue routes. Members we do not know are ignored.

use super::Failure;
use crate::catalogue::Search;

/// What a catalogue route was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `search`
    pub search: Search,
    /// `domain`
    pub domain: Option<String>,
    /// `next_cursor`
    pub next_cursor: Option<String>,
}

impl Query {
    /// Reads a query string.
    pub fn parse(query: &str) -> Result<Self, Failure> {
        let mut parsed = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "search" => {
                    parsed.search = Search::parse(&value).ok_or(Failure::Query { member: "search" })?;
                }
                "domain" => parsed.domain = non_empty(&value),
                "next_cursor" => parsed.next_cursor = non_empty(&value),
                _ => {}
            }
        }
        Ok(parsed)
    }

    /// Whether nothing special was asked for.
    pub fn is_plain(&self) -> bool {
        self.search.is_empty() && self.domain.is_none() && self.next_cursor.is_none()
    }
}

fn non_empty(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_decoded() {
        let query = Query::parse("search=kopi+halus%20200g&next_cursor=ZnJvbToyNA&x=1").unwrap();
        assert_eq!(query.search, Search::parse("kopi halus 200g").unwrap());
        assert_eq!(query.next_cursor.as_deref(), Some("ZnJvbToyNA"));
    }

    #[test]
    fn empty_members_ask_for_nothing() {
        assert!(Query::parse("").unwrap().is_plain());
        assert!(Query::parse("search=&next_cursor=&domain=%20&utm_source=ig").unwrap().is_plain());
    }

    #[test]
    fn an_endless_search_is_refused() {
        let query = format!("search={}", "a".repeat(2_000));
        assert_eq!(Query::parse(&query), Err(Failure::Query { member: "search" }));
    }
}
