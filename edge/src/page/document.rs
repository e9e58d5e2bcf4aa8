//! The whole document around what it says of an order.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::content::content;
use super::icon::warning;
use super::payment::saying;
use super::policy::{SCRIPT, STYLE};
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
    let body = html! { (header(view.store.as_deref(), language, words)) (main) (footer) };
    Page { status: 200, language, html: document(&head, language, &body) }
}

/// There is no such order, or it is somebody else's: nobody learns which.
pub fn missing(language: Language, origin: &str) -> Page {
    Page { status: 404, language, html: without_order(Words::of(language).missing, language, origin, false) }
}

/// The order could not be looked up.
pub fn trouble(status: u16, language: Language, origin: &str) -> Page {
    Page { status, language, html: without_order(Words::of(language).trouble, language, origin, true) }
}

fn without_order(said: Saying, language: Language, origin: &str, is_passing: bool) -> String {
    let words = Words::of(language);
    let head = Head { title: said.headline.to_owned(), name: words.order.to_owned(), origin };
    let body = html! {
        (header(None, language, words))
        main {
            section.card.lead data-mood="stop" {
                (warning())
                h1 { (said.headline) }
                p { (said.next) }
                @if is_passing { a.button.primary href={ "?lang=" (language.tag()) } { (words.again) } }
            }
        }
    };
    document(&head, language, &body)
}

struct Head<'a> {
    title: String,
    name: String,
    origin: &'a str,
}

fn document(head: &Head<'_>, language: Language, body: &Markup) -> String {
    let words = Words::of(language);
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
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
        meta property="og:locale" content=(match language { Language::Indonesian => "id_ID", Language::English => "en_GB" });
        meta property="og:image" content=(picture);
        meta property="og:image:type" content="image/png";
        meta property="og:image:width" content="1200";
        meta property="og:image:height" content="630";
        meta property="og:image:alt" content="";
        meta name="twitter:card" content="summary_large_image";
    }
}

fn header(store: Option<&str>, language: Language, words: &Words) -> Markup {
    let other = language.other().tag();
    let letter = store.and_then(|store| store.chars().find(|c| c.is_alphanumeric()));
    html! {
        header {
            @if let Some(letter) = letter { span.letter aria-hidden="true" { (letter) } }
            p.store { (store.unwrap_or(words.order)) }
            a #language lang=(other) hreflang=(other) href={ "?lang=" (other) } { (words.other_language) }
        }
    }
}
