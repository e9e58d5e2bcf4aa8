//! The product step: search, bundles, products.

use super::bundle_card::bundle;
use super::cart::form;
use super::parts::{Icon, button, icon, plain};
use super::product_card::product;
use super::rescue::contact;
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::view::{BundleCard, ProductsView};
use crate::flow::{Event, Flow, Step};

/// All of the step.
pub(crate) fn products(app: App, flow: &Flow) -> El {
    el("div.tb-products").inside(|| {
        let Some(view) = flow.products_view() else { return };
        form(app, Step::Products);
        search(app, &view);
        bundles(app, &view.bundles);
        list(app, &view);
        el("div.tb-more").inside(|| ending(app, &view));
    })
}

fn search(app: App, view: &ProductsView) -> El {
    el("form.tb-search")
        .attr("role", "search")
        .on("submit", app.on(Act::Nothing))
        .child(el("label.tb-sr").refer("for", "search").text(app.words.search))
        .child(icon(Icon::Search))
        .child(
            el("input.tb-input")
                .id("search")
                .attr("type", "search")
                .attr("name", "search")
                .attr("enterkeyhint", "search")
                .attr("autocomplete", "off")
                .attr("placeholder", app.words.search)
                .value(&view.search)
                .on("input", app.on(Act::Fill(Event::SearchTyped))),
        )
        .child(el("span.tb-spinner").flag("hidden", !view.searching))
}

fn bundles(app: App, bundles: &[BundleCard]) -> El {
    el("section.tb-group")
        .flag("hidden", bundles.is_empty())
        .child(el("h3.tb-subtitle").text(app.words.bundles))
        .child(
            el("ul.tb-bundles")
                .attr("aria-label", app.words.bundles)
                // Where nothing in the row takes the focus, the row does: a keyboard must be able to scroll it.
                .attr_if(bundles.iter().all(|card| card.unavailable.is_some()), "tabindex", "0")
                .inside(|| {
                    for card in bundles {
                        bundle(app, card);
                    }
                }),
        )
}

/// So many products are drawn first: the ones that a phone has in sight, at most. All of a long list would keep it from
/// hearing what is pressed.
const IN_SIGHT: usize = 4;

fn list(app: App, view: &ProductsView) -> El {
    let shown = if app.whole.get() { usize::MAX } else { IN_SIGHT };
    if view.products.len() > shown {
        app.draw_rest();
    }
    el("section.tb-group")
        .flag("hidden", view.products.is_empty())
        .child(el("h3.tb-subtitle").text(app.words.products))
        .child(el("ul.tb-grid").inside(|| {
            for card in view.products.iter().take(shown) {
                product(app, card);
            }
        }))
}

/// What stands below the cards.
fn ending(app: App, view: &ProductsView) {
    let nothing = view.products.is_empty() && view.bundles.is_empty();
    match view {
        _ if view.more_failed => {
            empty(app.words.more_failed);
            more(app, app.words.retry);
            seller(app);
        }
        _ if view.loading_more => {
            el("span.tb-spinner");
            el("p.tb-muted").text(app.words.loading);
        }
        _ if nothing && view.searching => {}
        _ if nothing && !view.search.is_empty() => {
            empty(app.words.no_match);
            all(app);
        }
        _ if nothing => {
            empty(app.words.nothing_sold);
            seller(app);
        }
        _ if view.has_more => drop(more(app, app.words.show_more)),
        _ => {}
    }
}

fn seller(app: App) -> El {
    el("span").maybe(contact(app))
}

fn empty(text: &str) -> El {
    el("p.tb-empty").text(text)
}

fn more(app: App, label: &str) -> El {
    plain(label, "more").on_press(app.tell(Event::MoreWanted))
}

/// Back to everything, from a search that found nothing.
fn all(app: App) -> El {
    button("button.tb-button", "all")
        .text(app.words.all_products)
        .on_press(app.tell(Event::SearchTyped(String::new())))
}
