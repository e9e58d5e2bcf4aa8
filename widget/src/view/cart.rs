//! The cart: beside the steps where there is room, else below them as a bar
//! that opens upwards.

use shared::text::concat;
use std::rc::Rc;

use super::bundle_card::id_of;
use super::parts::{Icon, button, icon, picture, submit};
use super::product_card::count;
use crate::app::App;
use crate::dom::{El, part};
use crate::each::each;
use crate::flow::view::{CartView, LineView, OrderTrouble, ShippingHint};
use crate::flow::{Event, Step};
use crate::later::is_late;
use crate::signal::{Signal, derived, derived_row};

/// Whether a phone shows the lines: from a press on the total until the next one, or the next step.
#[derive(Clone)]
struct Open {
    at: Signal<Option<Step>>,
    step: Signal<Step>,
}

impl Open {
    fn get(&self) -> bool {
        self.at.get() == Some(self.step.get())
    }

    fn toggle(&self) {
        self.at.set(if self.get() { None } else { Some(self.step.get()) });
    }
}

/// The cart with the button of the step.
pub(crate) fn cart(app: App, step: Signal<Step>) -> El {
    let open = Open { at: Signal::new(None), step: step.clone() };
    let (shown, hidden, last) = (open.clone(), step.clone(), step.clone());
    part("aside", "tb-cart tb-card")
        .attr("aria-label", app.words.cart)
        .live_flag("data-open", move || shown.get())
        .live_flag("data-review", move || last.get() == Step::Review)
        .live_flag("hidden", move || hidden.get() == Step::Store)
        .child(lines(app, &step))
        .child(part("div", "tb-bar").child(shipping(app)).child(total(app, open)).child(action(app, step)))
}

fn view<T: PartialEq + Clone + Default + 'static>(app: App, of: fn(&CartView) -> T) -> Signal<T> {
    derived(move || app.cart.read().as_ref().map(of).unwrap_or_default())
}

fn lines(app: App, step: &Signal<Step>) -> El {
    let step = step.clone();
    let none = view(app, |view| !view.lines.is_empty());
    part("div", "tb-cart-lines")
        .attr("id", &app.id("cart"))
        .live_flag("hidden", move || step.get() == Step::Review)
        .child(part("h3", "tb-subtitle").text(app.words.cart))
        .child(part("p", "tb-empty").live_flag("hidden", move || none.get()).text(app.words.cart_empty))
        .child(part("ul", "tb-lines").rows(move || keys(app), move |id| one(app, &line(app, id))))
}

/// What tells the lines apart.
pub(crate) fn keys(app: App) -> Vec<String> {
    let view = app.cart.read();
    each(view.as_ref().map_or(&[][..], |view| &view.lines), |line| id_of(&line.item).to_owned())
}

/// The line of this key.
pub(crate) fn line(app: App, id: &str) -> Signal<LineView> {
    let id = id.to_owned();
    derived_row(move || app.cart.read().as_ref()?.lines.iter().find(|line| id_of(&line.item) == id).cloned())
}

fn one(app: App, line: &Signal<LineView>) -> El {
    let LineView { item, name, detail, image, .. } = line.get();
    let (price, sum, counted) = (line.clone(), line.clone(), line.clone());
    let id = concat(&["line-", id_of(&item)]);
    let called = if detail.is_empty() { name.clone() } else { concat(&[&name, ", ", &detail]) };
    let pieces = Rc::new(move || (counted.read().quantity, counted.read().max));
    part("li", "tb-line")
        .child(picture(&name, move || image.clone()))
        .child(
            part("div", "tb-line-text")
                .child(part("p", "tb-name").text(&name))
                .maybe((!detail.is_empty()).then(|| part("p", "tb-muted tb-small").text(&detail)))
                .child(part("p", "tb-muted tb-small").live_text(move || price.read().price.clone())),
        )
        .child(part("p", "tb-sum").live_text(move || sum.read().sum.clone()))
        .child(
            part("div", "tb-line-change").child(count(app, &id, &called, item.clone(), pieces)).child(
                button("tb-text-button tb-danger")
                    .attr("id", &app.id(&concat(&[&id, "-remove"])))
                    .attr("aria-label", &app.words.remove_named(&called))
                    .text(app.words.remove)
                    .on_press(move || app.send(Event::Removed(item.clone()))),
            ),
        )
        .child(problem(app, line))
}

fn problem(app: App, line: &Signal<LineView>) -> El {
    let line = line.clone();
    part("p", "tb-line-problem").live_maybe(move || {
        let line = line.read();
        let wrong =
            line.problem.as_ref().map(|code| part("span", "tb-error").text(app.words.line_problem(code)));
        let few = line.few_left.map(|left| part("span", "tb-badge tb-few").text(&app.words.few_left(left)));
        wrong.or(few)
    })
}

/// What the cart costs. On a phone that is a button which opens the lines; where these are
/// open anyway, or on the review, it is text, and nothing takes the focus.
fn total(app: App, open: Open) -> El {
    let shown = open.clone();
    part("div", "tb-bar-total")
        .child(
            button("tb-bar-button")
                .attr("id", &app.id("total"))
                .attr("aria-controls", &app.id("cart"))
                .live_attr("aria-expanded", move || Some(shown.get().to_string()))
                .child(amount(app))
                .child(icon(Icon::Chevron))
                .on_press(move || open.toggle()),
        )
        .child(part("div", "tb-bar-still").child(amount(app)))
}

/// What is paid, as far as it is known.
fn amount(app: App) -> El {
    let words = app.words;
    let (pieces, total) = (view(app, |view| view.pieces), view(app, |view| view.total.clone()));
    let shipping = view(app, |view| Some(view.shipping.clone()));
    part("span", "tb-bar-text")
        .child(part("span", "tb-muted tb-small").live_text(move || {
            let open = matches!(*shipping.read(), Some(ShippingHint::Unknown | ShippingHint::From { .. }));
            let label = if open { words.parcel.part_goods } else { words.total };
            concat(&[label, " · ", &words.pieces(pieces.get())])
        }))
        .child(part("strong", "tb-total").live_text(move || total.get()))
}

fn shipping(app: App) -> El {
    let (words, hint) = (app.words, view(app, |view| Some(view.shipping.clone())));
    part("p", "tb-bar-shipping tb-muted tb-small")
        .live_text(move || hint.read().as_ref().map(|hint| words.shipping_hint(hint)).unwrap_or_default())
}

/// The button of the step; on the review it names the amount.
fn action(app: App, step: Signal<Step>) -> El {
    let (form, words) = (app.id("form"), app.words);
    let shown = step.clone();
    submit(&form)
        .attr("id", &app.id("continue"))
        .live_flag("data-idle", move || {
            shown.get() == Step::Products && app.cart.read().as_ref().is_none_or(|cart| !cart.can_continue)
        })
        .live_attr("aria-disabled", move || {
            let is_busy = app.review.read().as_ref().is_some_and(|review| review.busy);
            (is_busy || waits(app)).then(|| "true".to_owned())
        })
        .live_text(move || match &*app.review.read() {
            _ if waits(app) => words.loading.to_owned(),
            Some(review) if step.get() == Step::Review && review.busy => words.placing.to_owned(),
            Some(review) if step.get() == Step::Review && is_second_try(review.trouble) => {
                words.order_again(&review.total)
            }
            Some(review) if step.get() == Step::Review => words.order(&review.total),
            _ => words.proceed.to_owned(),
        })
}

/// Whether the next step is still on its way. Where it does not come, the button asks for it again.
fn waits(app: App) -> bool {
    app.held.get() && !is_late()
}

/// Whether the same is tried again; at another price it is another order.
fn is_second_try(trouble: Option<OrderTrouble>) -> bool {
    trouble.is_some_and(|trouble| trouble != OrderTrouble::PriceChanged)
}

/// The form that the button of the bar submits.
pub(crate) fn form(app: App, step: Step) -> El {
    part("form", "tb-form").attr("id", &app.id("form")).attr("novalidate", "").on_submit(move || {
        app.send(if step == Step::Review { Event::Submitted } else { Event::Continued(step) });
    })
}
