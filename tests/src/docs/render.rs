//! Markdown to HTML: headings get anchors, links lead to pages of the site, code is coloured and says
//! which page runs it.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html,
};

use super::highlight::highlight;
use super::place::address;

/// A page's content.
pub(super) struct Drawn {
    /// Its first heading.
    pub(super) title: String,
    /// Its second ones.
    pub(super) headings: Vec<Heading>,
    pub(super) body: Markup,
}

/// A heading, and the anchor that leads to it.
pub(super) struct Heading {
    pub(super) anchor: String,
    pub(super) words: String,
}

/// Draws a page.
pub(super) fn draw(markdown: &str) -> Drawn {
    let mut page = Page { title: String::new(), headings: Vec::new(), events: Vec::new() };
    let mut parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    while let Some(event) = parser.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => page.heading(level, until_heading_ends(&mut parser)),
            Event::Start(Tag::CodeBlock(kind)) => page.code(&kind, &text_of_code(&mut parser)),
            Event::Start(Tag::Link { dest_url, title, .. }) if leaves_the_site(&dest_url) => {
                page.source(&dest_url, &title, &until_link_ends(&mut parser));
            }
            other => page.other(other),
        }
    }
    let mut body = String::new();
    push_html(&mut body, page.events.into_iter());
    Drawn { title: page.title, headings: page.headings, body: PreEscaped(body) }
}

struct Page<'a> {
    title: String,
    headings: Vec<Heading>,
    events: Vec<Event<'a>>,
}

impl<'a> Page<'a> {
    fn heading(&mut self, level: HeadingLevel, events: Vec<Event<'a>>) {
        let words = words(&events);
        let anchor = anchor(&words);
        match level {
            HeadingLevel::H1 => self.title.clone_from(&words),
            HeadingLevel::H2 => self.headings.push(Heading { anchor: anchor.clone(), words }),
            _ => {}
        }
        let id = Some(CowStr::from(anchor));
        self.events.push(Event::Start(Tag::Heading { level, id, classes: vec![], attrs: vec![] }));
        self.events.extend(events);
        self.events.push(Event::End(TagEnd::Heading(level)));
    }

    fn code(&mut self, kind: &CodeBlockKind, code: &str) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        self.raw(&figure(Info::of(info), code));
    }

    /// A file of the repository: named, since the site does not have it.
    fn source(&mut self, path: &str, title: &str, events: &[Event<'a>]) {
        let named = [path.trim_start_matches("../"), title].join(" ");
        self.raw(&html! { span.source title=(named.trim_end()) { (words(events)) } });
    }

    fn other(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Table(columns)) => {
                self.raw(&PreEscaped(r#"<div class="scroll" tabindex="0">"#.to_owned()));
                self.events.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                self.events.push(event);
                self.raw(&PreEscaped("</div>".to_owned()));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = CowStr::from(address(&dest_url));
                self.events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Code(code) => self.raw(&breakable(&code)),
            event => self.events.push(event),
        }
    }

    fn raw(&mut self, markup: &Markup) {
        self.events.push(Event::Html(CowStr::from(markup.0.clone())));
    }
}

/// What stands behind the three backticks: a language, and the file of the repository that holds
/// these lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Info<'a> {
    pub(super) language: &'a str,
    pub(super) source: Option<&'a str>,
}

impl<'a> Info<'a> {
    pub(super) fn of(info: &'a str) -> Self {
        let mut words = info.split_whitespace();
        Self { language: words.next().unwrap_or_default(), source: words.next() }
    }
}

fn figure(info: Info, code: &str) -> Markup {
    let page = info
        .source
        .and_then(|source| source.strip_prefix("www/store"))
        .filter(|page| page.strip_suffix(".html").is_some());
    html! {
        figure.code {
            @if let Some(page) = page { figcaption { a href=(page) { (page) } } }
            pre tabindex="0" { code { (highlight(info.language, code)) } }
        }
    }
}

/// A long name may break behind its parts, which a narrow table needs.
fn breakable(code: &str) -> Markup {
    html! { code { @for part in code.split_inclusive(['_', '/', '-']) { (part) wbr; } } }
}

fn until_heading_ends<'a>(parser: &mut Parser<'a>) -> Vec<Event<'a>> {
    parser.take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_)))).collect()
}

fn until_link_ends<'a>(parser: &mut Parser<'a>) -> Vec<Event<'a>> {
    parser.take_while(|event| !matches!(event, Event::End(TagEnd::Link))).collect()
}

/// From a page of a section it is three folders up to the repository's root.
fn leaves_the_site(link: &str) -> bool {
    link.starts_with("../../../")
}

fn text_of_code(parser: &mut Parser) -> String {
    let inside = parser.take_while(|event| !matches!(event, Event::End(TagEnd::CodeBlock)));
    inside
        .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
        .collect()
}

fn words(events: &[Event]) -> String {
    let texts = events.iter().filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
        _ => None,
    });
    texts.collect()
}

/// As GitHub makes it: `What it leaves in the browser` → `what-it-leaves-in-the-browser`.
pub(super) fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}
