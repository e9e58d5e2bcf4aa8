//! The documentation holds together: links lead somewhere, code is code that runs, translations follow.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag};
use widget::copy;

use super::menu::Menu;
use super::place::{Language, Place, address};
use super::render::{anchor, draw};
use super::{Answer, answer, home, snippet};
use crate::stage::paths;

/// Every Markdown file of the documentation, below `www/docs`.
fn pages() -> Vec<String> {
    fn visit(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                visit(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    visit(&home(), &mut found);
    found.iter().map(|path| path.strip_prefix(home()).unwrap().to_str().unwrap().to_owned()).collect()
}

pub(super) fn read(page: &str) -> String {
    fs::read_to_string(home().join(page)).unwrap()
}

/// A name in the seller's hands, with what it says in each tone and language, as a line of the page.
fn line(known: &str, [kamu, anda, en]: [&str; 3]) -> String {
    let mut known = known.split(' ');
    let name = known.next().unwrap_or_default();
    let values: Vec<_> = known.collect();
    let named = |sentence: &str| {
        let places = values.iter().enumerate();
        places.fold(sentence.to_owned(), |text, (place, value)| {
            text.replace(&format!("{{{place}}}"), &format!("{{{value}}}"))
        })
    };
    let formal = if kamu == anda { String::new() } else { named(anda) };
    format!("| `{name}` | {} | {formal} | {} |", named(kamu), named(en))
}

/// What the loader says in no tone, by its name, as the page lists it.
fn said_by_the_loader() -> Vec<(String, String)> {
    let source = fs::read_to_string(paths::root().join("widget/npm/src/note.ts")).unwrap();
    let quoted = |list: &str| -> Vec<String> {
        let (_, rest) = source.split_once(&format!("{list} = [")).unwrap();
        let (inside, _) = rest.split_once(']').unwrap();
        inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let said = quoted("indonesian").into_iter().zip(quoted("english"));
    let lines = quoted("readonly Sentence[]").into_iter().zip(said);
    lines.map(|(name, (id, en))| (name.clone(), line(&name, [&id, &id, &en]))).collect()
}

#[test]
fn the_page_of_sentences_lists_them_all() {
    let source = fs::read_to_string(paths::root().join("widget/npm/src/sentences.ts")).unwrap();
    let known: Vec<_> = source.split_once("SENTENCES = [").unwrap().1.split('"').skip(1).step_by(2).collect();
    let said = [copy::KAMU, copy::ANDA, copy::EN].map(|language| language.list());
    let [kamu, anda, en] = said.each_ref().map(|all| all.iter().map(|(_, sentence)| *sentence).skip(1));
    let wanted: Vec<_> = known
        .iter()
        .zip(kamu.zip(anda).zip(en))
        .map(|(name, ((kamu, anda), en))| line(name, [kamu, anda, en]))
        .collect();
    let page = read("reference/words.md");
    let listed: Vec<_> = page.lines().filter(|line| line.starts_with("| `")).collect();
    let (checkout, loader) = listed.split_at(wanted.len());
    assert_eq!(checkout, wanted);
    let (shared, alone): (Vec<_>, Vec<_>) =
        said_by_the_loader().into_iter().partition(|(name, _)| known.contains(&name.as_str()));
    assert_eq!(loader, alone.iter().map(|(_, line)| line).collect::<Vec<_>>());
    for (_, line) in shared {
        assert!(wanted.contains(&line), "the checkout says it in other words than the loader: {line}");
    }
}

fn links(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let link = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    };
    events.filter_map(link).collect()
}

/// What is wrong with a link that stands in `file`.
fn fault(file: &Path, link: &str) -> Option<String> {
    if link.contains("://") {
        return None;
    }
    let (path, part) = link.split_once('#').map_or((link, None), |(path, part)| (path, Some(part)));
    let target = if path.is_empty() { file.to_owned() } else { file.parent()?.join(path) };
    if !target.exists() {
        return Some(format!("{} links to {link}, which is not there", file.display()));
    }
    let part = part.filter(|_| target.extension().is_some_and(|extension| extension == "md"))?;
    let is_there = headings(&fs::read_to_string(&target).ok()?).contains(part);
    (!is_there).then(|| format!("{} links to {link}, which is no heading there", file.display()))
}

fn headings(markdown: &str) -> BTreeSet<String> {
    let lines = markdown
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    lines.map(|heading| anchor(&heading.replace('`', ""))).collect()
}

#[test]
fn no_link_is_dead() {
    let root = paths::root();
    let around = ["README.md", ".github/CONTRIBUTING.md", "CHANGELOG.md"].map(|file| root.join(file));
    let files = pages().into_iter().map(|page| home().join(page)).chain(around);
    let faults: Vec<String> = files
        .flat_map(|file| {
            let links = links(&fs::read_to_string(&file).unwrap());
            links.into_iter().filter_map(move |link| fault(&file, &link)).collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_dead_link_is_found() {
    let file = home().join("README.md");
    assert!(fault(&file, "guide/gone.md").is_some());
    assert!(fault(&file, "guide/embed.md#gone").is_some());
    assert_eq!(fault(&file, "guide/embed.md#events"), None);
}

#[test]
fn code_is_what_its_file_says() {
    for page in pages() {
        for snippet in snippet::of(&read(&page)) {
            let source = snippet.source.as_deref().unwrap_or_default();
            assert_ne!(snippet.is_in_its_source(), Some(false), "{page}: not in {source}:\n{}", snippet.code);
        }
    }
}

#[test]
fn what_a_page_may_hold_is_from_a_page_that_runs() {
    for page in pages().iter().filter(|page| page.contains("guide/")) {
        for snippet in snippet::of(&read(page)) {
            let runs = matches!(snippet.language.as_str(), "html" | "js" | "css" | "jsx" | "ts" | "tsx");
            assert!(
                !runs || snippet.source.is_some(),
                "{page}: say behind ```{} which file of the repository holds these lines:\n{}",
                snippet.language,
                snippet.code
            );
        }
    }
}

#[test]
fn a_translation_follows_its_page() {
    let shape = |markdown: &str| {
        let code: Vec<String> = snippet::of(markdown).into_iter().map(|snippet| snippet.code).collect();
        (code, markdown.lines().filter(|line| line.starts_with("## ")).count())
    };
    for page in pages().iter().filter(|page| page.starts_with("id/") && !page.ends_with("README.md")) {
        let original = page.trim_start_matches("id/");
        assert!(home().join(original).is_file(), "{page} translates nothing");
        assert_eq!(
            shape(&read(page)),
            shape(&read(original)),
            "{page} and {original}: other code or headings"
        );
    }
}

#[test]
fn every_page_is_in_a_menu_and_is_drawn() {
    let listed: BTreeSet<String> = Language::BOTH
        .into_iter()
        .flat_map(|language| {
            Menu::of(language).unwrap().entries().map(|entry| entry.place.file()).collect::<Vec<_>>()
        })
        .collect();
    for page in pages() {
        let is_read_from_another = page.ends_with("README.md") || page.contains("decisions/");
        assert!(is_read_from_another || listed.contains(&page), "no README lists {page}");
        let place = Place::of_name(page.trim_end_matches(".md")).unwrap();
        let url = place.url();
        let Some(Answer::Page(drawn)) = answer(url.trim_start_matches("/docs/")) else {
            panic!("{url} is not served")
        };
        assert!(drawn.contains("<h1"), "{page} has no heading");
    }
}

#[test]
fn links_lead_to_pages_of_the_site() {
    assert_eq!(address("../concepts/errors.md#on-the-wire"), "../concepts/errors.html#on-the-wire");
    assert_eq!(address("decisions/README.md"), "decisions/index.html");
    assert_eq!(address("https://example.id/a.md"), "https://example.id/a.md");
    assert_eq!(address("#events"), "#events");
}

#[test]
fn nothing_outside_of_the_folder_is_served() {
    assert!(answer("../../README.html").is_none());
    assert!(answer("../store/images/x.png").is_none());
    assert!(answer("guide/embed.md").is_none());
}

#[test]
fn a_page_has_a_title_and_anchors_and_names_the_page_that_runs_its_code() {
    let drawn = draw("# A `b`\n\n## C, d\n\n[e](f.md)\n\n```html www/store/inline.html\n<p>\n```\n");
    assert_eq!(drawn.title, "A b");
    assert_eq!(drawn.headings[0].anchor, "c-d");
    assert!(drawn.body.0.contains(r#"<h2 id="c-d">"#), "{}", drawn.body.0);
    assert!(drawn.body.0.contains(r#"<a href="f.html">"#));
    assert!(drawn.body.0.contains(r#"<a href="/inline.html">"#));
}
