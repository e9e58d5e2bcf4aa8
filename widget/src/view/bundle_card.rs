//! A bundle: what is in it, and each of its prices.

use shared::text::concat;

use super::parts::{Stepper, picture, stepper};
use super::product_card::{add, badges};
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::Item;
use crate::flow::view::{BundleCard, PriceOptionChoice};

/// The card of one bundle.
pub(crate) fn bundle(app: App, card: &BundleCard) -> El {
    row("li.tb-card.tb-bundle", &card.id).child(picture(&card.name, card.image.as_deref())).child(
        el("div.tb-product-text")
            .child(el("h4.tb-name").text(&card.name))
            .child(inside(app, &card.contents))
            .maybe(badges(app, card.unavailable, card.few_left, &[]))
            .child(el("ul.tb-options").inside(|| {
                for option in &card.options {
                    one(app, card, option);
                }
            })),
    )
}

fn inside(app: App, contents: &[(i64, String)]) -> El {
    el("div.tb-inside").child(el("p.tb-muted.tb-small").text(app.words.bundle_holds)).child(
        el("ul.tb-inside-list").inside(|| {
            for (pieces, name) in contents {
                el("li").text(&pieces.to_string()).text(" × ").text(name);
            }
        }),
    )
}

fn one(app: App, card: &BundleCard, option: &PriceOptionChoice) -> El {
    let PriceOptionChoice { item, name, price, in_cart } = option;
    let (id, several) = (id_of(item), card.options.len() > 1);
    let called = if several { concat(&[&card.name, " – ", name]) } else { card.name.clone() };
    row("li.tb-option", id)
        .child(
            el("div.tb-option-text")
                .maybe(several.then(|| el("p.tb-small").text(name)))
                .child(el("p.tb-price").text(price)),
        )
        .child(el("div.tb-action").inside(|| {
            if *in_cart > 0 {
                stepper(app, &Stepper { id, name: &called, item, pieces: *in_cart, max: card.max });
            } else if card.unavailable.is_none() {
                add(app, id, &called, item);
            }
        }))
}

/// The id that an item has.
pub(crate) fn id_of(item: &Item) -> &str {
    let (Item::Variant(id) | Item::Bundle(id)) = item;
    id
}
