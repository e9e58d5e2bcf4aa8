//! The review: the order as a receipt.

use super::arrival::arrival;
use super::bundle_card::id_of;
use super::cart::form;
use super::parts::{Icon, icon, tick};
use super::payment::icon_of;
use super::progress::change;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::{BumpView, LineView, ParcelView, ReviewView, TotalLine};
use crate::flow::{Event, Flow, Step};
use shared::checkout::Part;
use shared::text::concat;

/// Everything that is about to be ordered.
pub(crate) fn review(app: App, flow: &Flow, view: &ReviewView) -> El {
    form(app, Step::Review)
        .child(
            el("div.tb-card.tb-receipt")
                .child(items(app, flow, view))
                .inside(|| {
                    if let Some(to) = &view.parcel {
                        parcel(app, to);
                    }
                })
                .child(
                    block(app, app.words.review_details, Step::Details, "review")
                        .child(el("div.tb-who").inside(|| person(view))),
                )
                .child(
                    block(app, app.words.review_payment, Step::Payment, "review").child(
                        el("div.tb-how")
                            .child(icon(icon_of(view.payment_kind)))
                            .child(el("p").text(app.words.payment_label(view.payment_kind, &view.payment))),
                    ),
                ),
        )
        .maybe(view.bump.as_ref().map(|bump| offer(app, bump)))
        .child(el("p.tb-assurance").child(icon(Icon::Lock)).child(el("span").text(app.words.leaving_soon)))
}

/// What the page offers at the last moment: one tick puts it into the cart, or takes it out.
fn offer(app: App, bump: &BumpView) -> El {
    let label = app.words.bump(&bump.name, &bump.price);
    let turned = app.tell(Event::BumpTicked(!bump.taken));
    el("div.tb-card.tb-agree").child(tick("bump", &label, bump.taken, turned, ""))
}

fn block(app: App, title: &str, step: Step, place: &str) -> El {
    row("section.tb-block", title).child(
        el("div.tb-block-head").child(el("h3.tb-subtitle").text(title)).child(change(app, step, place)),
    )
}

fn items(app: App, flow: &Flow, view: &ReviewView) -> El {
    block(app, app.words.review_items, Step::Products, "review")
        .child(el("ul.tb-receipt-lines").inside(|| {
            for line in flow.cart_view().map(|cart| cart.lines).unwrap_or_default() {
                one(app, &line);
            }
        }))
        .child(el("dl.tb-sums").inside(|| {
            // One line alone would say the total twice.
            for line in view.totals.iter().filter(|_| view.totals.len() > 1) {
                sum(app, view, line);
            }
        }))
        .child(
            el("p.tb-receipt-total")
                .child(el("span").text(app.words.total))
                .child(el("strong").text(&view.total)),
        )
}

fn sum(app: App, view: &ReviewView, line: &TotalLine) -> El {
    let service = view.parcel.as_ref().and_then(|parcel| parcel.service.as_deref());
    let service = service.filter(|_| line.part == Part::Shipping);
    let alone = !view.totals.iter().any(|other| other.part != line.part && is_goods(other.part));
    let label =
        if is_goods(line.part) && alone { app.words.parcel.part_goods } else { app.words.part(line.part) };
    el("div")
        .child(
            el("dt")
                .text(label)
                .maybe(service.map(|service| el("span.tb-muted.tb-small").text(" ").text(service))),
        )
        .child(el("dd").text(&line.amount))
}

fn is_goods(part: Part) -> bool {
    matches!(part, Part::Products | Part::Bundles)
}

/// Where it goes and who brings it.
fn parcel(app: App, view: &ParcelView) {
    block(app, app.words.parcel.review_to, Step::Details, "to").inside(|| {
        el("p.tb-address").text(&view.street);
        el("p.tb-address").text(&view.district.name).text(", ").text(&view.district.city);
        el("p.tb-address").text(concat(&[&view.district.province, " ", &view.postal_code]).trim());
    });
    block(app, app.words.parcel.review_by, Step::Delivery, "by").child(
        el("div.tb-how").child(icon(Icon::Truck)).child(
            el("p.tb-place")
                .child(el("span").text(view.service.as_deref().unwrap_or_default()))
                .child(arrival(app, &view.arrival)),
        ),
    );
}

fn one(app: App, line: &LineView) -> El {
    let LineView { item, name, detail, quantity, sum, problem, .. } = line;
    row("li.tb-receipt-line", id_of(item))
        .child(
            el("span.tb-receipt-name")
                .text(&quantity.to_string())
                .text(" × ")
                .text(name)
                .maybe((!detail.is_empty()).then(|| el("span.tb-muted.tb-small").text(detail)))
                .child(
                    el("span.tb-error")
                        .text(problem.as_ref().map_or("", |code| app.words.line_problem(code))),
                ),
        )
        .child(el("span.tb-sum").text(sum))
}

fn person(view: &ReviewView) {
    for line in [&view.name, &view.phone, &view.email, &view.note] {
        if !line.is_empty() {
            el("p").text(line);
        }
    }
}
