//! Which of its languages the page is read in.

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// The one that the address names, else the one that the browser likes
    /// most, else Indonesian.
    pub fn choose(asked: Option<&str>, accept_language: Option<&str>) -> Self {
        asked.and_then(Self::from_tag).or_else(|| liked_most(accept_language?)).unwrap_or_default()
    }

    fn from_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            // `in` is what old Android phones call Indonesian; Javanese, Sundanese and Malay readers read it too.
            "id" | "in" | "jv" | "su" | "ms" => Some(Self::Indonesian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// As HTML and HTTP name it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// As Open Graph names it.
    pub(super) fn locale(self) -> &'static str {
        match self {
            Self::Indonesian => "id_ID",
            Self::English => "en_GB",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }
}

/// The first among equals of those we speak (RFC 9110 §12.5.4).
fn liked_most(accepted: &str) -> Option<Language> {
    let mut best = None::<(Language, f32)>;
    for item in accepted.split(',') {
        let (tag, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse().ok());
        let (Some(language), Some(weight)) = (Language::from_tag(tag), weight) else { continue };
        if weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Indonesian};

    #[test]
    fn the_browser_is_asked_and_the_address_decides() {
        let liked = |header: &str| Language::choose(None, Some(header));
        assert_eq!(liked("en-GB,en;q=0.9,id;q=0.8"), English);
        assert_eq!(liked("id-ID, id;q=0.9, en;q=0.8"), Indonesian);
        assert_eq!(liked("en;q=0.3, in;q=0.7"), Indonesian);
        assert_eq!(liked("de, fr;q=0.8"), Indonesian);
        assert_eq!(liked("en;q=0"), Indonesian);
        assert_eq!(liked("en;q=oops"), Indonesian);
        assert_eq!(Language::choose(None, None), Indonesian);
        assert_eq!(Language::choose(Some("en"), Some("id")), English);
        assert_eq!(Language::choose(Some("xx"), Some("en")), English);
    }
}
