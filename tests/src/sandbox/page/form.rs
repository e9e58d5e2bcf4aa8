//! Reads a form that a page posts.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::http::Uri;

/// The fields by name; none of what cannot be read.
pub(in crate::sandbox) fn form(body: &[u8]) -> BTreeMap<String, String> {
    let query = format!("/?{}", String::from_utf8_lossy(body));
    let read = |uri: Uri| Query::try_from_uri(&uri).map(|Query(fields)| fields).ok();
    query.parse().ok().and_then(read).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_signs_are_decoded() {
        let fields = form(b"name=Kopi+%26+Teh&price%3ASBN01-M=7");
        assert_eq!((fields["name"].as_str(), fields["price:SBN01-M"].as_str()), ("Kopi & Teh", "7"));
        assert!(form(b"").is_empty());
    }
}
