//! Code in the documentation is code that runs: a block names the file that holds its lines.

use std::fs;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::render::Info;
use crate::stage::paths;

/// A block of code that says where it is from.
pub(super) struct Snippet {
    pub(super) language: String,
    pub(super) source: Option<String>,
    pub(super) code: String,
}

/// Every block of code in a page.
pub(super) fn of(markdown: &str) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    let mut open: Option<Snippet> = None;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let Info { language, source } = Info::of(&info);
                let (language, source) = (language.to_owned(), source.map(str::to_owned));
                open = Some(Snippet { language, source, code: String::new() });
            }
            Event::Text(text) => open.iter_mut().for_each(|open| open.code.push_str(&text)),
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => snippets.extend(open.take()),
            _ => {}
        }
    }
    snippets
}

impl Snippet {
    /// Whether its file holds it, indented as it may be there; `None` when it names no file.
    pub(super) fn is_in_its_source(&self) -> Option<bool> {
        let file = paths::root().join(self.source.as_ref()?);
        let text = fs::read_to_string(file).unwrap_or_default();
        Some(plain(&text).contains(&plain(&self.code)))
    }
}

/// As the documentation writes it: an address and ids that stand for any, and no indentation.
fn plain(code: &str) -> String {
    let code = ["{{CHECKOUT_ORIGIN}}", "https://tumbas.example.workers.dev"]
        .into_iter()
        .fold(code.to_owned(), |code, origin| code.replace(origin, "https://checkout.example.id"));
    let lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| without_ids(line) + "\n").collect()
}

/// `variant_Vxp5VLfk5446Uf1Sy7RRGUe0` → `variant_…`
fn without_ids(line: &str) -> String {
    let mut short = String::new();
    let mut words = line.split_inclusive(|c: char| !c.is_ascii_alphanumeric()).peekable();
    while let Some(word) = words.next() {
        short.push_str(word);
        let is_id = words
            .peek()
            .is_some_and(|next| next.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len() == LENGTH);
        if is_id && word.ends_with('_') {
            let id = words.next().unwrap_or_default();
            short.push('…');
            short.push_str(&id[LENGTH..]);
        }
    }
    short
}

/// Characters of an id behind its prefix.
const LENGTH: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_ids_stand_for_any() {
        let real = "  <a src=\"{{CHECKOUT_ORIGIN}}/x\" data-store=\"store_aYWxjasmUe1szqaA5LRRiVSz\">\n\n";
        assert_eq!(plain(real), "<a src=\"https://checkout.example.id/x\" data-store=\"store_…\">\n");
        assert_eq!(plain("variant_Vxp5VLfk5446Uf1Sy7RRGUe0:2, data_store"), "variant_…:2, data_store\n");
    }
}
