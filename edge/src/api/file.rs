//! How long browsers keep our files.

/// `Cache-Control` for a file: one with its hash in its name never changes; the
/// loader must be able to within minutes, because sellers' pages name it.
pub fn file_caching(path: &str) -> &'static str {
    if path.starts_with("/widget/") { "public, max-age=31536000, immutable" } else { "public, max-age=300" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_files_are_kept_for_ever() {
        assert!(file_caching("/widget/checkout-1a2b.wasm").contains("immutable"));
        assert_eq!(file_caching("/tumbas.js"), "public, max-age=300");
    }
}
