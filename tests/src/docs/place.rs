//! Where a page is: its language, its file, its address.

use std::path::{Component, Path};

use super::home;

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// The first: every page is there.
    English,
    /// Translations, under `id/`.
    Indonesian,
}

impl Language {
    pub(super) const BOTH: [Self; 2] = [Self::Indonesian, Self::English];

    /// As `lang` says it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Indonesian => "id",
        }
    }

    /// Its folder below `www/docs`, and below `/docs/`.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Indonesian => "id/",
        }
    }
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) language: Language,
    /// Its path inside the language's folder without ending: `guide/embed`, `README`.
    pub(super) name: String,
}

impl Place {
    /// The page that is served as `path`, which begins behind `/docs/`; a folder means its README.
    pub(super) fn of_url(path: &str) -> Option<Self> {
        let name = match path.strip_suffix(".html") {
            Some(name) => {
                name.strip_suffix("index").map_or(name.to_owned(), |folder| format!("{folder}README"))
            }
            None if path.is_empty() || path.ends_with('/') => format!("{path}README"),
            None => return None,
        };
        Self::of_name(&name)
    }

    /// The page of a path below `www/docs`, without ending.
    pub(super) fn of_name(path: &str) -> Option<Self> {
        let path = inside(path)?;
        let (language, name) = match path.strip_prefix("id/") {
            Some(name) => (Language::Indonesian, name),
            None => (Language::English, path),
        };
        Some(Self { language, name: name.to_owned() })
    }

    /// Its Markdown, below `www/docs`.
    pub(super) fn file(&self) -> String {
        format!("{}{}.md", self.language.folder(), self.name)
    }

    /// Its address on this origin.
    pub(super) fn url(&self) -> String {
        format!("/docs/{}{}", self.language.folder(), address(&format!("{}.md", self.name)))
    }

    /// The same page in `language`, when it is written.
    pub(super) fn in_language(&self, language: Language) -> Option<Self> {
        let other = Self { language, name: self.name.clone() };
        home().join(other.file()).is_file().then_some(other)
    }
}

/// `path` when it names nothing outside of the folder.
pub(super) fn inside(path: &str) -> Option<&str> {
    let normal = |part| matches!(part, Component::Normal(_));
    Path::new(path).components().all(normal).then_some(path)
}

/// Where a link to Markdown leads on the site: `guide/embed.md#events` → `guide/embed.html#events`.
/// Other links stay.
pub(super) fn address(link: &str) -> String {
    let (file, rest) = link.find('#').map_or((link, ""), |at| link.split_at(at));
    match file.strip_suffix(".md") {
        Some(_) if file.contains("://") => link.to_owned(),
        Some(name) => match name.strip_suffix("README") {
            Some(folder) => format!("{folder}index.html{rest}"),
            None => format!("{name}.html{rest}"),
        },
        None => link.to_owned(),
    }
}
