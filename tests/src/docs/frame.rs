//! What stands around a page: the site's head, the menu, the way on.

use maud::{DOCTYPE, Markup, html};

use super::menu::{Entry, Menu};
use super::place::{Language, Place};
use super::render::Drawn;

/// The words of the frame.
struct Words {
    demos: &'static str,
    playground: &'static str,
    docs: &'static str,
    menu: &'static str,
    here: &'static str,
    before: &'static str,
    after: &'static str,
    skip: &'static str,
}

const ENGLISH: Words = Words {
    demos: "Demos",
    playground: "Playground",
    docs: "Docs",
    menu: "All pages",
    here: "On this page",
    before: "Before",
    after: "Next",
    skip: "To the content",
};

const INDONESIAN: Words = Words {
    demos: "Contoh toko",
    playground: "Coba sendiri",
    docs: "Dokumentasi",
    menu: "Semua halaman",
    here: "Di halaman ini",
    before: "Sebelumnya",
    after: "Berikutnya",
    skip: "Langsung ke isi",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Indonesian => &INDONESIAN,
    }
}

/// The whole document.
pub(super) fn page(place: &Place, drawn: &Drawn, menu: &Menu) -> String {
    let words = words(place.language);
    let (before, after) = menu.neighbours(place);
    let document = html! {
        (DOCTYPE)
        html lang=(place.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (drawn.title) " · Tumbas" }
                link rel="icon" href="/mark.svg";
                link rel="preload" href="/fonts/plus-jakarta-sans.woff2" as="font" type="font/woff2" crossorigin;
                link rel="stylesheet" href="/site.css";
                link rel="stylesheet" href="/docs.css";
            }
            body {
                a.skip href="#content" { (words.skip) }
                (head(place, words))
                div.pages {
                    (navigation(place, menu, words))
                    main #content {
                        article.index[place.name == "README"] { (drawn.body) }
                        nav.on aria-label={ (words.before) ", " (words.after) } {
                            @if let Some(entry) = before { (step("before", words.before, entry)) }
                            @if let Some(entry) = after { (step("after", words.after, entry)) }
                        }
                    }
                    @if drawn.headings.len() > 2 { (contents(drawn, words)) }
                }
            }
        }
    };
    document.into_string()
}

fn head(place: &Place, words: &Words) -> Markup {
    html! {
        header.site-head {
            div.wrap {
                a.mark href="/" { img src="/mark.svg" alt="" width="34" height="34"; "Tumbas" }
                nav aria-label="Tumbas" {
                    a href="/#demos" { (words.demos) }
                    a href="/playground/" { (words.playground) }
                    a href={ "/docs/" (place.language.folder()) } aria-current="true" { (words.docs) }
                }
                p.languages {
                    @for language in Language::BOTH { (switch(place, language)) }
                }
            }
        }
    }
}

/// The same page in another language, or that language's first page.
fn switch(place: &Place, language: Language) -> Markup {
    let url = place.in_language(language).map_or(format!("/docs/{}", language.folder()), |place| place.url());
    let is_here = language == place.language;
    let name = match language {
        Language::English => "English",
        Language::Indonesian => "Indonesia",
    };
    html! { a href=(url) lang=(language.code()) hreflang=(language.code()) aria-current=[is_here.then_some("true")] { (name) } }
}

fn navigation(place: &Place, menu: &Menu, words: &Words) -> Markup {
    let list = html! {
        @for section in &menu.sections {
            h2 { (section.title) }
            ul {
                @for entry in &section.entries {
                    @let is_here = entry.place == *place;
                    @let foreign = (entry.place.language != place.language).then_some(entry.place.language.code());
                    li { a href=(entry.place.url()) hreflang=[foreign] aria-current=[is_here.then_some("page")] { (entry.title) } }
                }
            }
        }
    };
    html! {
        nav.menu aria-label=(words.docs) {
            details { summary { (words.menu) } (list) }
            div.wide { (list) }
        }
    }
}

fn contents(drawn: &Drawn, words: &Words) -> Markup {
    html! {
        nav.contents aria-label=(words.here) {
            h2 { (words.here) }
            ul { @for heading in &drawn.headings { li { a href={ "#" (heading.anchor) } { (heading.words) } } } }
        }
    }
}

fn step(class: &str, word: &str, entry: &Entry) -> Markup {
    html! { a class=(class) href=(entry.place.url()) { span { (word) } (entry.title) } }
}
