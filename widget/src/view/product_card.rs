//! A product: picture, name, price, variants, and the way into the cart.

use shared::text::concat;
use std::rc::Rc;

use super::parts::{Stepper, button, picture, primary, stepper};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::{ProductCard, VariantChoice};
use crate::flow::{Event, Item};
use crate::signal::{Signal, derived, derived_row};

/// The product whose variants are spread out, by id; one at a time.
pub(crate) type Opened = Signal<Option<String>>;

/// The card of one product.
pub(crate) fn product(app: App, id: &str, opened: &Opened) -> El {
    let card = card(app, id.to_owned());
    let ProductCard { id, name, .. } = card.get();
    let (image, price) = (card.clone(), card.clone());
    let open = {
        let (id, opened) = (id, opened.clone());
        derived(move || opened.read().as_ref() == Some(&id))
    };
    let spread = open.clone();
    part("li", "tb-card tb-product")
        .live_flag("data-open", move || spread.get())
        .child(picture(&name, move || image.read().image.clone()))
        .child(
            part("div", "tb-product-text")
                .child(part("h4", "tb-name").text(&name))
                .child(part("p", "tb-price").live_text(move || price.read().price.clone()))
                .child(stock(app, &card))
                .child(choice(app, &card, &open))
                .child(action(app, &card, open, opened)),
        )
}

fn card(app: App, id: String) -> Signal<ProductCard> {
    derived_row(move || app.products.read().as_ref()?.products.iter().find(|card| card.id == id).cloned())
}

fn stock(app: App, card: &Signal<ProductCard>) -> El {
    let card = card.clone();
    part("p", "tb-badges").live(move || {
        let card = card.read();
        let gone = card.unavailable.map(|why| part("span", "tb-badge").text(app.words.unavailable(why)));
        let few = card.few_left.map(|left| part("span", "tb-badge tb-few").text(&app.words.few_left(left)));
        let steps = each(&card.steps, |(pieces, price)| {
            part("span", "tb-badge").text(&app.words.wholesale(*pieces, price))
        });
        gone.or(few).into_iter().chain(steps).collect()
    })
}

/// The variants as chips, while they are spread out.
fn choice(app: App, card: &Signal<ProductCard>, open: &Signal<bool>) -> El {
    let (card, open) = (card.clone(), open.clone());
    part("div", "tb-choice").live_maybe(move || open.get().then(|| chips(app, &card)))
}

fn chips(app: App, card: &Signal<ProductCard>) -> El {
    let (listed, chosen) = (card.clone(), card.clone());
    let ProductCard { id, options, .. } = listed.get();
    let legend = if options.is_empty() { app.words.variant } else { &options };
    el("fieldset").attr("class", "tb-chips").child(part("legend", "tb-label").text(legend)).child(
        part("div", "tb-chip-row").rows(
            move || each(&listed.read().variants, |choice| choice.id.clone()),
            move |variant| chip(app, &id, variant, &chosen),
        ),
    )
}

fn chip(app: App, product: &str, variant: &str, card: &Signal<ProductCard>) -> El {
    let asks = |question: fn(&VariantChoice) -> bool| {
        let (card, variant) = (card.clone(), variant.to_owned());
        move || card.read().variants.iter().any(|choice| choice.id == variant && question(choice))
    };
    let name =
        card.read().variants.iter().find(|choice| choice.id == variant).map(|choice| choice.name.clone());
    let (product, variant) = (product.to_owned(), variant.to_owned());
    part("label", "tb-chip")
        .live_flag("data-gone", asks(|choice| choice.unavailable.is_some()))
        .child(
            el("input")
                .attr("type", "radio")
                .attr("id", &app.id(&variant))
                .attr("name", &app.id(&product))
                .live_checked(asks(|choice| choice.chosen))
                .on("change", move |_| {
                    app.send(Event::VariantChosen { product: product.clone(), variant: variant.clone() });
                }),
        )
        .child(el("span").text(&name.unwrap_or_default()))
}

/// What the shopper can do with the card now.
#[derive(Clone, PartialEq)]
enum Action {
    Nothing,
    Choose,
    Add(Item),
    Change(Item),
}

fn action(app: App, card: &Signal<ProductCard>, open: Signal<bool>, opened: &Opened) -> El {
    let (card, opened, read) = (card.clone(), opened.clone(), card.clone());
    let spread = open.clone();
    let action = derived(move || action_of(&read.read(), spread.get()));
    part("div", "tb-action").live(move || {
        let ProductCard { id, name, variants, .. } = card.get();
        let first = match action.get() {
            Action::Nothing => None,
            Action::Choose => Some(toggle(app, &id, &name, app.words.choose, true, &opened)),
            Action::Add(item) => Some(add(app, &id, &name, item)),
            Action::Change(item) => Some(pieces(app, &card, &id, &name, item)),
        };
        let chosen = !variants.is_empty() && first.is_some() && action.get() != Action::Choose;
        let label = if open.get() { app.words.done } else { app.words.change };
        let second = chosen.then(|| toggle(app, &id, &name, label, !open.get(), &opened));
        first.into_iter().chain(second).collect()
    })
}

fn action_of(card: &ProductCard, open: bool) -> Action {
    match card {
        _ if card.in_cart > 0 => Action::Change(card.item.clone()),
        _ if !card.variants.is_empty() && !open => Action::Choose,
        _ if card.unavailable.is_some() => Action::Nothing,
        _ => Action::Add(card.item.clone()),
    }
}

fn toggle(app: App, id: &str, name: &str, label: &str, open: bool, opened: &Opened) -> El {
    let (id, opened) = (id.to_owned(), opened.clone());
    button("tb-button tb-quiet")
        .attr("id", &app.id(&concat(&[&id, "-choose"])))
        .attr("aria-expanded", if open { "false" } else { "true" })
        .text(label)
        .child(part("span", "tb-sr").text(" ").text(name))
        .on_press(move || opened.set(open.then(|| id.clone())))
}

/// "Add" for an item that is not in the cart.
pub(crate) fn add(app: App, id: &str, name: &str, item: Item) -> El {
    primary(app.words.add)
        .attr("id", &app.id(&concat(&[id, "-more"])))
        .attr("aria-label", &app.words.add_named(name))
        .on_press(move || app.send(Event::Added(item.clone())))
}

fn pieces(app: App, card: &Signal<ProductCard>, id: &str, name: &str, item: Item) -> El {
    let card = card.clone();
    let pieces = Rc::new(move || (card.read().in_cart, card.read().max));
    count(app, id, name, item, pieces)
}

/// The stepper of an item that is in the cart.
pub(crate) fn count(app: App, id: &str, name: &str, item: Item, pieces: Rc<dyn Fn() -> (u32, u32)>) -> El {
    stepper(Stepper {
        id: app.id(id),
        fewer: app.words.fewer_named(name),
        more: app.words.more_named(name),
        label: app.words.quantity_named(name),
        pieces,
        set: Rc::new(move |pieces| app.send(Event::QuantitySet { item: item.clone(), pieces })),
    })
}
