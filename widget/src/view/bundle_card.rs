//! A bundle: what is in it, and each of its prices.

use shared::text::concat;
use std::rc::Rc;

use super::parts::picture;
use super::product_card::{add, count};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::Item;
use crate::flow::view::{BundleCard, PriceOptionChoice};
use crate::signal::{Signal, derived, derived_row};

/// The card of one bundle.
pub(crate) fn bundle(app: App, id: &str) -> El {
    let id = id.to_owned();
    let card =
        derived_row(move || app.products.read().as_ref()?.bundles.iter().find(|card| card.id == id).cloned());
    let BundleCard { name, contents, image, .. } = card.get();
    part("li", "tb-card tb-bundle").child(picture(&name, move || image.clone())).child(
        part("div", "tb-product-text")
            .child(part("h4", "tb-name").text(&name))
            .child(inside(app, &contents))
            .child(stock(app, &card))
            .child(options(app, card)),
    )
}

fn inside(app: App, contents: &[(i64, String)]) -> El {
    let lines = each(contents, |(pieces, name)| el("li").text(&concat(&[&pieces.to_string(), " × ", name])));
    part("div", "tb-inside")
        .child(part("p", "tb-muted tb-small").text(app.words.bundle_holds))
        .child(part("ul", "tb-inside-list").children(lines))
}

fn stock(app: App, card: &Signal<BundleCard>) -> El {
    let card = card.clone();
    part("p", "tb-badges").live_maybe(move || {
        let card = card.read();
        let gone = card.unavailable.map(|why| part("span", "tb-badge").text(app.words.unavailable(why)));
        let few = card.few_left.map(|left| part("span", "tb-badge tb-few").text(&app.words.few_left(left)));
        gone.or(few)
    })
}

fn options(app: App, card: Signal<BundleCard>) -> El {
    let listed = card.clone();
    part("ul", "tb-options").rows(
        move || each(&listed.read().options, |option| id_of(&option.item).to_owned()),
        move |id| one(app, &card, id),
    )
}

fn one(app: App, card: &Signal<BundleCard>, id: &str) -> El {
    let option = {
        let (card, id) = (card.clone(), id.to_owned());
        derived_row(move || card.read().options.iter().find(|option| id_of(&option.item) == id).cloned())
    };
    let PriceOptionChoice { item, name, price, .. } = option.get();
    let several = card.read().options.len() > 1;
    let called =
        if several { concat(&[&card.read().name, " – ", &name]) } else { card.read().name.clone() };
    let state = {
        let (card, option) = (card.clone(), option.clone());
        derived(move || (card.read().unavailable.is_some(), option.read().in_cart > 0))
    };
    let card = card.clone();
    part("li", "tb-option")
        .child(
            part("div", "tb-option-text")
                .maybe(several.then(|| part("p", "tb-small").text(&name)))
                .child(part("p", "tb-price").text(&price)),
        )
        .child(part("div", "tb-action").live(move || match state.get() {
            (_, true) => {
                let (card, option) = (card.clone(), option.clone());
                let pieces = Rc::new(move || (option.read().in_cart, card.read().max));
                vec![count(app, id_of(&item), &called, item.clone(), pieces)]
            }
            (true, false) => Vec::new(),
            (false, false) => vec![add(app, id_of(&item), &called, item.clone())],
        }))
}

/// The id that an item has.
pub(crate) fn id_of(item: &Item) -> &str {
    let (Item::Variant(id) | Item::Bundle(id)) = item;
    id
}
