//! The document around the widget. It says what it can before a script runs.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use shared::wire::Store;

use super::{Preview, Wanted};
use crate::page::document::{dead_end, header};
use crate::page::policy::{Rules, SHOP_STYLE};
use crate::page::words::{Words, filled};
use crate::page::{Language, Page, Theme};

/// The page of a store, with `wanted` in the cart. `origin` is ours.
pub fn shop(
    store: &Store,
    preview: &Preview,
    wanted: &[Wanted],
    language: Language,
    theme: Theme,
    origin: &str,
) -> Page {
    let words = Words::of(language);
    let items = items(wanted);
    let mut kept = if items.is_empty() { String::new() } else { ["&items=", &items].concat() };
    if theme != Theme::default() {
        kept.extend(["&theme=", theme.name()]);
    }
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) data-theme=(theme.name()) {
            head {
                (metadata(store, preview, language, origin))
                meta name="theme-color" content=(theme.ground());
                style { (PreEscaped(SHOP_STYLE)) }
                script async src="/tumbas.js" data-store=(store.unique_id) data-locale=(language.tag())
                    data-theme=(theme.name()) {}
            }
            body {
                (header(&store.name, &kept, language, words))
                main {
                    h1 { (preview.thing.as_deref().unwrap_or(words.shop)) }
                    @if let Some(price) = price(preview, words) { p.price { (price) } }
                    noscript { p { (words.shop_script) } }
                    tumbas-checkout items=[(!items.is_empty()).then_some(&items)] {}
                }
            }
        }
    };
    Page { status: 200, language, html: page.into_string(), rules: Rules::shop(origin) }
}

/// There is no such store.
pub fn missing(language: Language, origin: &str) -> Page {
    let words = Words::of(language);
    dead_end(404, words.shop_missing, words.shop, language, origin)
}

/// The store could not be looked up.
pub fn trouble(status: u16, language: Language, origin: &str) -> Page {
    let words = Words::of(language);
    dead_end(status, words.shop_trouble, words.shop, language, origin)
}

fn metadata(store: &Store, preview: &Preview, language: Language, origin: &str) -> Markup {
    let words = Words::of(language);
    let thing = preview.thing.as_deref();
    let title = thing.map_or(store.name.clone(), |thing| [thing, " – ", &store.name].concat());
    let price = price(preview, words);
    let said = [price.as_deref(), Some(words.shop_description)];
    let description = said.into_iter().flatten().collect::<Vec<_>>().join(". ");
    html! {
        meta charset="utf-8";
        title { (title) }
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="description" content=(description);
        meta property="og:type" content=(if thing.is_some() { "product" } else { "website" });
        meta property="og:site_name" content=(store.name);
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta property="og:url" content=([origin, "/c/", &store.unique_id].concat());
        meta property="og:locale" content=(language.locale());
        @if let Some(picture) = &preview.picture {
            meta property="og:image" content=(picture);
            meta name="twitter:card" content="summary_large_image";
        }
        @if let (Some(_), Some(price)) = (thing, preview.price) {
            meta property="product:price:amount" content=(price.amount());
            meta property="product:price:currency" content="IDR";
        }
    }
}

/// `Rp 49.000`, or from how much on there is something.
fn price(preview: &Preview, words: &Words) -> Option<String> {
    let price = preview.price?.to_string();
    Some(if preview.thing.is_some() { price } else { filled(words.shop_from, &price) })
}

/// As the link writes them.
fn items(wanted: &[Wanted]) -> String {
    let one = |wanted: &Wanted| [&wanted.id, ":", &i64::from(wanted.quantity).to_string()].concat();
    wanted.iter().map(one).collect::<Vec<_>>().join(",")
}
