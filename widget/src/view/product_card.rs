//! A product: picture, name, price, variants, and the way into the cart.

use shared::text::concat;

use super::parts::{Stepper, button, picture, primary, stepper};
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::{ProductCard, Unavailable, VariantChoice};
use crate::flow::{Event, Item};

/// The card of one product.
pub(crate) fn product(app: App, card: &ProductCard) -> El {
    let open = app.spread.borrow().as_ref() == Some(&card.id);
    row("li.tb-card.tb-product", &card.id)
        .flag("data-open", open)
        .child(picture(&card.name, card.image.as_deref()))
        .child(
            el("div.tb-product-text")
                .child(el("h4.tb-name").text(&card.name))
                .child(el("p.tb-price").text(&card.price))
                .maybe(badges(app, card.unavailable, card.few_left, &card.steps))
                .maybe(open.then(|| el("div.tb-choice").child(chips(app, card))))
                .child(el("div.tb-action").inside(|| action(app, card, open))),
        )
}

/// What a card says of its stock, and of lower prices for many; most have nothing to say.
pub(crate) fn badges(
    app: App,
    unavailable: Option<Unavailable>,
    few_left: Option<i64>,
    steps: &[(i64, String)],
) -> Option<El> {
    let speaks = unavailable.is_some() || few_left.is_some() || !steps.is_empty();
    speaks.then(|| {
        el("p.tb-badges").inside(|| {
            if let Some(why) = unavailable {
                el("span.tb-badge").text(app.words.unavailable(why));
            } else {
                few(app, few_left);
            }
            for (pieces, price) in steps {
                el("span.tb-badge").text(&app.words.wholesale(*pieces, price));
            }
        })
    })
}

/// How many are left, when they are few.
pub(crate) fn few(app: App, left: Option<i64>) {
    if let Some(left) = left {
        el("span.tb-badge.tb-few").text(&app.words.few_left(left));
    }
}

/// The variants as chips, while they are spread out.
fn chips(app: App, card: &ProductCard) -> El {
    let legend = if card.options.is_empty() { app.words.variant } else { &card.options };
    el("fieldset.tb-chips").child(el("legend.tb-label").text(legend)).child(el("div.tb-chip-row").inside(
        || {
            for choice in &card.variants {
                chip(app, &card.id, choice);
            }
        },
    ))
}

fn chip(app: App, product: &str, choice: &VariantChoice) -> El {
    let VariantChoice { id, name, chosen, unavailable, .. } = choice;
    row("label.tb-chip", id)
        .flag("data-gone", unavailable.is_some())
        .child(el("input").attr("type", "radio").id(id).refer("name", product).checked(*chosen).on(
            "change",
            app.tell(Event::VariantChosen { product: product.to_owned(), variant: id.clone() }),
        ))
        .child(el("span").text(name))
}

/// What the shopper can do with the card now.
fn action(app: App, card: &ProductCard, open: bool) {
    let ProductCard { id, name, variants, item, .. } = card;
    let several = !variants.is_empty();
    if card.in_cart > 0 {
        stepper(app, &Stepper { id, name, item, pieces: card.in_cart, max: card.max });
    } else if several && !open {
        return toggle(app, card, app.words.choose, true);
    } else if card.unavailable.is_some() {
        return;
    } else {
        add(app, id, name, item);
    }
    if several {
        toggle(app, card, if open { app.words.done } else { app.words.change }, !open);
    }
}

/// Spreads the variants out, or hides them.
fn toggle(app: App, card: &ProductCard, label: &str, open: bool) {
    button("button.tb-button.tb-quiet", &concat(&[&card.id, "-choose"]))
        .attr("aria-expanded", if open { "false" } else { "true" })
        .text(label)
        .child(el("span.tb-sr").text(" ").text(&card.name))
        .on_press(app.on(Act::Spread(open.then(|| card.id.clone()))));
}

/// "Add" for an item that is not in the cart.
pub(crate) fn add(app: App, id: &str, name: &str, item: &Item) {
    primary(app.words.add, &concat(&[id, "-more"]))
        .attr("aria-label", &app.words.add_named(name))
        .on_press(app.tell(Event::Added(item.clone())));
}
