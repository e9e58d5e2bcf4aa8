//! What there is to read, as the language's own README lists it: a bold word begins a section, its
//! links are the pages.

use std::fs;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::home;
use super::place::{Language, Place};

/// Sections, in reading order.
pub(super) struct Menu {
    pub(super) sections: Vec<Section>,
}

/// A bold word and the links after it.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) entries: Vec<Entry>,
}

/// A page as the menu names it.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) place: Place,
}

impl Menu {
    /// The menu of a language; `None` without its README.
    pub(super) fn of(language: Language) -> Option<Self> {
        let readme = fs::read_to_string(home().join(language.folder()).join("README.md")).ok()?;
        Some(Self { sections: sections(&readme, language) })
    }

    /// Every page, in reading order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|section| &section.entries)
    }

    /// The pages before and after this one.
    pub(super) fn neighbours(&self, place: &Place) -> (Option<&Entry>, Option<&Entry>) {
        let all: Vec<&Entry> = self.entries().collect();
        let Some(at) = all.iter().position(|entry| entry.place == *place) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        (before.copied(), all.get(at + 1).copied())
    }
}

fn sections(readme: &str, language: Language) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut is_bold = false;
    let mut link: Option<Entry> = None;
    for event in Parser::new(readme) {
        match event {
            Event::Start(Tag::Strong) => {
                is_bold = true;
                sections.push(Section { title: String::new(), entries: Vec::new() });
            }
            Event::End(TagEnd::Strong) => is_bold = false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                link = place(&dest_url, language).map(|place| Entry { title: String::new(), place });
            }
            Event::End(TagEnd::Link) => {
                let section = sections.last_mut();
                link.take().into_iter().zip(section).for_each(|(link, section)| section.entries.push(link));
            }
            Event::Text(text) => {
                if let Some(link) = &mut link {
                    link.title.push_str(&text);
                }
                if let Some(section) = sections.last_mut().filter(|_| is_bold) {
                    section.title.push_str(&text);
                }
            }
            _ => {}
        }
    }
    sections
}

/// The page that the README of `language` calls `link`; `../` leads to the English one.
fn place(link: &str, language: Language) -> Option<Place> {
    let path = match link.strip_prefix("../") {
        Some(path) => path.to_owned(),
        None => format!("{}{link}", language.folder()),
    };
    Place::of_name(path.strip_suffix(".md")?)
}
