//! The cart: beside the steps where there is room, else below them as a bar
//! that opens upwards.

use shared::text::concat;

use super::Order;
use super::bundle_card::id_of;
use super::parts::{Icon, Stepper, button, icon, picture, stepper, submit};
use super::product_card::few;
use crate::act::Act;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::{CartView, LineView, ShippingHint};
use crate::flow::{Event, Step};

/// The cart with the button of the step.
pub(crate) fn cart(app: App, step: Step, view: &CartView, order: Option<&Order>) -> El {
    // On a phone, from a press on the total until the next one, or the next step.
    let open = app.unfolded.get() == Some(step);
    el("aside.tb-cart.tb-card")
        .attr("aria-label", app.words.cart)
        .flag("data-open", open)
        .flag("data-review", step == Step::Review)
        .flag("hidden", step == Step::Store)
        .child(lines(app, step, view))
        .child(
            el("div.tb-bar")
                .child(
                    el("p.tb-bar-shipping.tb-muted.tb-small").text(&app.words.shipping_hint(&view.shipping)),
                )
                .child(total(app, step, view, open))
                .child(action(app, step, view, order)),
        )
}

fn lines(app: App, step: Step, view: &CartView) -> El {
    el("div.tb-cart-lines")
        .id("cart")
        .flag("hidden", step == Step::Review)
        .child(el("h3.tb-subtitle").text(app.words.cart))
        .child(el("p.tb-empty").flag("hidden", !view.lines.is_empty()).text(app.words.cart_empty))
        .child(el("ul.tb-lines").inside(|| {
            for line in &view.lines {
                one(app, line);
            }
        }))
}

fn one(app: App, line: &LineView) -> El {
    let LineView { item, name, detail, image, quantity, max, .. } = line;
    let id = concat(&["line-", id_of(item)]);
    let called = if detail.is_empty() { name.clone() } else { concat(&[name, ", ", detail]) };
    row("li.tb-line", &id)
        .child(picture(name, image.as_deref()))
        .child(
            el("div.tb-line-text")
                .child(el("p.tb-name").text(name))
                .maybe((!detail.is_empty()).then(|| el("p.tb-muted.tb-small").text(detail)))
                .child(el("p.tb-muted.tb-small").text(&line.price)),
        )
        .child(el("p.tb-sum").text(&line.sum))
        .child(
            el("div.tb-line-change")
                .child(stepper(app, &Stepper { id: &id, name: &called, item, pieces: *quantity, max: *max }))
                .child(
                    button("button.tb-text-button.tb-danger", &concat(&[&id, "-remove"]))
                        .attr("aria-label", &app.words.remove_named(&called))
                        .text(app.words.remove)
                        .on_press(app.tell(Event::Removed(item.clone()))),
                ),
        )
        .child(el("p.tb-line-problem").inside(|| match &line.problem {
            Some(code) => drop(el("span.tb-error").text(app.words.line_problem(code))),
            None => few(app, line.few_left),
        }))
}

/// What the cart costs. On a phone that is a button which opens the lines; where these are
/// open anyway, or on the review, it is text, and nothing takes the focus.
fn total(app: App, step: Step, view: &CartView, open: bool) -> El {
    el("div.tb-bar-total")
        .child(
            button("button.tb-bar-button", "total")
                .refer("aria-controls", "cart")
                .attr("aria-expanded", if open { "true" } else { "false" })
                .child(amount(app, view))
                .child(icon(Icon::Chevron))
                .on_press(app.on(Act::Unfold((!open).then_some(step)))),
        )
        .child(el("div.tb-bar-still").child(amount(app, view)))
}

/// What is paid, as far as it is known.
fn amount(app: App, view: &CartView) -> El {
    let words = app.words;
    let open = matches!(view.shipping, ShippingHint::Unknown | ShippingHint::From { .. });
    let label = if open { words.parcel.part_goods } else { words.total };
    el("span.tb-bar-text")
        .child(el("span.tb-muted.tb-small").text(&concat(&[label, " · ", &words.pieces(view.pieces)])))
        .child(el("strong.tb-total").text(&view.total))
}

/// The button of the step; on the review it names the amount.
fn action(app: App, step: Step, view: &CartView, order: Option<&Order>) -> El {
    let busy = order.is_some_and(|order| order.busy) || app.waits();
    submit("form")
        .id("continue")
        .flag("data-idle", step == Step::Products && !view.can_continue)
        .attr_if(busy, "aria-disabled", "true")
        .text(match order {
            // Where the next step does not come, the button asks for it again.
            _ if app.waits() => app.words.loading,
            Some(order) => &order.label,
            None => app.words.proceed,
        })
}

/// The form that the button of the bar submits.
pub(crate) fn form(app: App, step: Step) -> El {
    let sent = if step == Step::Review { Event::Submitted } else { Event::Continued(step) };
    el("form.tb-form").id("form").attr("novalidate", "").on("submit", app.tell(sent))
}
