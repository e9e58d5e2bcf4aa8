//! The whole document around what it says of an order.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::content::content;
use super::icon::warning;
use super::payment::saying;
use super::policy::{Rules, SCRIPT, STYLE};
use super::words::{Saying, Words, filled};
use super::{Language, Standing, View};

/// A page, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// What it is written in.
    pub language: Language,
    /// The document.
    pub html: String,
    /// What it may do.
    pub rules: Rules,
}

/// The page of an order at `now`, in Unix seconds. `origin` is ours.
pub fn order(view: &View, language: Language, origin: &str, now: i64) -> Page {
    let words = Words::of(language);
    let standing = Standing::of(view, now);
    let address = [origin, "/o/", &view.token].concat();
    let name = view.store.as_deref().map_or(words.order.to_owned(), |store| filled(words.order_at, store));
    let head =
        Head { title: [saying(view, standing, words).headline, " – ", &name].concat(), name, origin };
    let main = content(view, standing, language, &address);
    let footer = html! {
        footer { p { (words.keep_link) } p.live { (words.keeps_current) } }
    };
    let store = view.store.as_deref();
    let header = match store {
        Some(store) => header(store, "", language, words),
        None => plain_header(words.order, language, words),
    };
    let body = html! { (header) (main) (footer) };
    Page { status: 200, language, html: document(&head, language, &body, Some(now)), rules: Rules::Order }
}

/// There is no such order, or it is somebody else's: nobody learns which.
pub fn missing(language: Language, origin: &str) -> Page {
    let words = Words::of(language);
    dead_end(404, words.missing, words.order, language, origin)
}

/// The order could not be looked up.
pub fn trouble(status: u16, language: Language, origin: &str) -> Page {
    let words = Words::of(language);
    dead_end(status, words.trouble, words.order, language, origin)
}

/// A page that cannot show what was asked for; `name` is what that is. What is
/// not missing may be there the next time.
pub(super) fn dead_end(status: u16, said: Saying, name: &str, language: Language, origin: &str) -> Page {
    let words = Words::of(language);
    let is_passing = status != 404;
    let head = Head { title: said.headline.to_owned(), name: name.to_owned(), origin };
    let body = html! {
        (plain_header(name, language, words))
        main {
            section.card.lead data-mood="stop" {
                (warning())
                h1 { (said.headline) }
                p { (said.next) }
                @if is_passing { a.button.primary href={ "?lang=" (language.tag()) } { (words.again) } }
            }
        }
    };
    Page { status, language, html: document(&head, language, &body, None), rules: Rules::Order }
}

struct Head<'a> {
    title: String,
    name: String,
    origin: &'a str,
}

/// The script is told the time: the clock of a phone may say anything.
fn document(head: &Head<'_>, language: Language, body: &Markup, now: Option<i64>) -> String {
    let words = Words::of(language);
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) data-now=[now] {
            head {
                (metadata(head, language, words))
                style { (PreEscaped(STYLE)) }
            }
            body {
                (body)
                p.sr #said aria-live="polite" {}
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// What a chat shows of the link says nothing of where the order stands: it is
/// fetched once and stays.
fn metadata(head: &Head<'_>, language: Language, words: &Words) -> Markup {
    let picture = [head.origin, "/order.png"].concat();
    html! {
        meta charset="utf-8";
        title { (head.title) }
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="description" content=(words.description);
        meta name="robots" content="noindex, nofollow";
        meta name="referrer" content="no-referrer";
        // Account numbers are no telephone numbers.
        meta name="format-detection" content="telephone=no";
        meta name="theme-color" content="#f7f5f1";
        meta property="og:type" content="website";
        meta property="og:title" content=(head.name);
        meta property="og:description" content=(words.description);
        meta property="og:locale" content=(language.locale());
        meta property="og:image" content=(picture);
        meta property="og:image:type" content="image/png";
        meta property="og:image:width" content="1200";
        meta property="og:image:height" content="630";
        meta property="og:image:alt" content="";
        meta name="twitter:card" content="summary_large_image";
    }
}

/// The store's name, and the same page in the other language: with `more` in its query.
pub(super) fn header(store: &str, more: &str, language: Language, words: &Words) -> Markup {
    let letter = store.chars().find(|c| c.is_alphanumeric());
    html! {
        header {
            @if let Some(letter) = letter { span.letter aria-hidden="true" { (letter) } }
            p.store { (store) }
            (other_language(more, language, words))
        }
    }
}

fn plain_header(name: &str, language: Language, words: &Words) -> Markup {
    html! {
        header {
            p.store { (name) }
            (other_language("", language, words))
        }
    }
}

fn other_language(more: &str, language: Language, words: &Words) -> Markup {
    let other = language.other().tag();
    html! { a #language lang=(other) hreflang=(other) href={ "?lang=" (other) (more) } { (words.other_language) } }
}
