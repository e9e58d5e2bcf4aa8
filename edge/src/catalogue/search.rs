//! Finding things by their names.

/// The words a shopper looks for. All must be found, in any order, in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(Vec<String>);

/// Longest search, in characters: longer ones are not words but trouble.
const LENGTH_MAX: usize = 100;

impl Search {
    /// Splits a text into words. `None` when it is too long.
    pub fn parse(text: &str) -> Option<Self> {
        let short = text.chars().count() <= LENGTH_MAX;
        short.then(|| Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect()))
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is in one of the names.
    pub fn finds<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        if self.is_empty() {
            return true;
        }
        let names: Vec<String> = names.into_iter().map(str::to_lowercase).collect();
        self.0.iter().all(|word| names.iter().any(|name| name.contains(word.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_in_any_order_and_case() {
        let find = |text: &str| Search::parse(text).unwrap().finds(["Kopi Arabika 200g", "Halus"]);
        for found in ["", "  ", "kopi", "ARABIKA kopi", "halus kopi", "bika 20"] {
            assert!(find(found), "{found}");
        }
        assert!(!find("kopi robusta"));
    }

    #[test]
    fn an_endless_search_is_refused() {
        assert!(Search::parse(&"a".repeat(LENGTH_MAX)).is_some());
        assert!(Search::parse(&"a".repeat(LENGTH_MAX + 1)).is_none());
    }
}
