//! The product step: search, bundles, products.

use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;

use super::bundle_card::bundle;
use super::cart::form;
use super::parts::{Icon, button, icon, plain};
use super::product_card::{Opened, product};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::ProductsView;
use crate::flow::{Event, Step};
use crate::signal::{Signal, derived};

/// All of the step.
pub(crate) fn products(app: App) -> El {
    let opened = Signal::new(None);
    part("div", "tb-products")
        .child(form(app, Step::Products))
        .child(search(app))
        .child(bundles(app))
        .child(list(app, &opened))
        .child(ending(app))
}

fn view<T: PartialEq + Clone + Default + 'static>(app: App, of: fn(&ProductsView) -> T) -> Signal<T> {
    derived(move || app.products.read().as_ref().map(of).unwrap_or_default())
}

fn search(app: App) -> El {
    let (shown, id) = (view(app, |view| view.search.clone()), app.id("search"));
    let searching = view(app, |view| view.searching);
    part("form", "tb-search")
        .attr("role", "search")
        .on_submit(|| {})
        .child(part("label", "tb-sr").attr("for", &id).text(app.words.search))
        .child(icon(Icon::Search))
        .child(
            part("input", "tb-input")
                .attr("id", &id)
                .attr("type", "search")
                .attr("name", "search")
                .attr("enterkeyhint", "search")
                .attr("autocomplete", "off")
                .attr("placeholder", app.words.search)
                .live_value(move || shown.get())
                .on("input", move |event| {
                    let source: Option<HtmlInputElement> = event.target().map(JsCast::unchecked_into);
                    app.send(Event::SearchTyped(source.map(|source| source.value()).unwrap_or_default()));
                }),
        )
        .child(part("span", "tb-spinner").live_flag("hidden", move || !searching.get()))
}

fn bundles(app: App) -> El {
    let some = view(app, |view| !view.bundles.is_empty());
    // Where nothing in the row takes the focus, the row does: a keyboard must be able to scroll it.
    let still = view(app, |view| view.bundles.iter().all(|card| card.unavailable.is_some()));
    part("section", "tb-group")
        .live_flag("hidden", move || !some.get())
        .child(part("h3", "tb-subtitle").text(app.words.bundles))
        .child(
            part("ul", "tb-bundles")
                .attr("aria-label", app.words.bundles)
                .live_attr("tabindex", move || still.get().then(|| "0".to_owned()))
                .rows(
                    move || {
                        let view = app.products.read();
                        each(view.as_ref().map_or(&[][..], |view| &view.bundles), |card| card.id.clone())
                    },
                    move |id| bundle(app, id),
                ),
        )
}

fn list(app: App, opened: &Opened) -> El {
    let opened = opened.clone();
    let some = view(app, |view| !view.products.is_empty());
    part("section", "tb-group")
        .live_flag("hidden", move || !some.get())
        .child(part("h3", "tb-subtitle").text(app.words.products))
        .child(part("ul", "tb-grid").rows(
            move || {
                let view = app.products.read();
                each(view.as_ref().map_or(&[][..], |view| &view.products), |card| card.id.clone())
            },
            move |id| product(app, id, &opened),
        ))
}

/// What stands below the cards.
#[derive(Clone, Copy, PartialEq, Default)]
enum Ending {
    #[default]
    Nothing,
    NoMatch,
    Empty,
    Failed,
    Waiting,
    More,
}

fn ending_of(view: &ProductsView) -> Ending {
    let nothing = view.products.is_empty() && view.bundles.is_empty();
    match view {
        _ if view.more_failed => Ending::Failed,
        _ if view.loading_more => Ending::Waiting,
        _ if nothing && view.searching => Ending::Nothing,
        _ if nothing && !view.search.is_empty() => Ending::NoMatch,
        _ if nothing => Ending::Empty,
        _ if view.has_more => Ending::More,
        _ => Ending::Nothing,
    }
}

fn ending(app: App) -> El {
    let ending = view(app, ending_of);
    part("div", "tb-more").live(move || match ending.get() {
        Ending::Nothing => Vec::new(),
        Ending::NoMatch => vec![empty(app.words.no_match), all(app)],
        Ending::Empty => vec![empty(app.words.nothing_sold), seller(app)],
        Ending::Failed => vec![empty(app.words.more_failed), more(app, app.words.retry), seller(app)],
        Ending::Waiting => vec![part("span", "tb-spinner"), part("p", "tb-muted").text(app.words.loading)],
        Ending::More => vec![more(app, app.words.show_more)],
    })
}

fn seller(app: App) -> El {
    el("span").maybe(contact(app))
}

fn empty(text: &str) -> El {
    el("p").attr("class", "tb-empty").text(text)
}

fn more(app: App, label: &str) -> El {
    plain(label).attr("id", &app.id("more")).on_press(move || app.send(Event::MoreWanted))
}

/// Back to everything, from a search that found nothing.
fn all(app: App) -> El {
    button("tb-button")
        .attr("id", &app.id("all"))
        .text(app.words.all_products)
        .on_press(move || app.send(Event::SearchTyped(String::new())))
}
