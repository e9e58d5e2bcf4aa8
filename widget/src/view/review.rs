//! The review: the order as a receipt.

use super::arrival::arrival;
use super::cart::{form, keys, line};
use super::parts::{Icon, icon, tick};
use super::payment::icon_of;
use super::progress::change;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::{LineView, ParcelView, ReviewView, TotalLine};
use crate::flow::{Event, Step};
use crate::signal::{Signal, derived};
use shared::checkout::Part;
use shared::text::concat;

/// Everything that is about to be ordered.
pub(crate) fn review(app: App) -> El {
    form(app, Step::Review)
        .child(
            part("div", "tb-card tb-receipt")
                .child(items(app))
                .child(parcel(app))
                .child(
                    block(app, app.words.review_details, Step::Details, "review").child(
                        part("div", "tb-who")
                            .live(move || app.review.read().as_ref().map(person).unwrap_or_default()),
                    ),
                )
                .child(block(app, app.words.review_payment, Step::Payment, "review").child(
                    part("div", "tb-how").live(move || {
                        app.review.read().as_ref().map(|view| way(app, view)).unwrap_or_default()
                    }),
                )),
        )
        .child(bump(app))
        .child(
            part("p", "tb-assurance").child(icon(Icon::Lock)).child(el("span").text(app.words.leaving_soon)),
        )
}

/// What the page offers at the last moment: one tick puts it into the cart, or takes it out.
fn bump(app: App) -> El {
    let offered = derived(move || app.review.read().as_ref().is_some_and(|view| view.bump.is_some()));
    el("div").live_maybe(move || offered.get().then(|| part("div", "tb-card tb-agree").child(offer(app))))
}

fn offer(app: App) -> El {
    tick(
        &app.id("bump"),
        move || {
            let review = app.review.read();
            let bump = review.as_ref().and_then(|view| view.bump.as_ref());
            bump.map(|bump| app.words.bump(&bump.name, &bump.price)).unwrap_or_default()
        },
        move || app.review.read().as_ref().and_then(|view| view.bump.as_ref()).is_some_and(|bump| bump.taken),
        move |wanted| app.send(Event::BumpTicked(wanted)),
        None,
    )
}

fn block(app: App, title: &str, step: Step, place: &str) -> El {
    part("section", "tb-block").child(
        part("div", "tb-block-head")
            .child(part("h3", "tb-subtitle").text(title))
            .child(change(app, step, place)),
    )
}

fn items(app: App) -> El {
    block(app, app.words.review_items, Step::Products, "review")
        .child(part("ul", "tb-receipt-lines").rows(move || keys(app), move |id| one(app, &line(app, id))))
        .child(sums(app))
        .child(part("p", "tb-receipt-total").child(el("span").text(app.words.total)).child(
            el("strong").live_text(move || {
                app.review.read().as_ref().map(|view| view.total.clone()).unwrap_or_default()
            }),
        ))
}

/// The lines between the goods and the total; one alone would say the total twice.
fn sums(app: App) -> El {
    part("dl", "tb-sums").live(move || {
        let review = app.review.read();
        let Some(view) = review.as_ref().filter(|view| view.totals.len() > 1) else { return Vec::new() };
        each(&view.totals, |line| sum(app, view, line))
    })
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
                .maybe(service.map(|service| part("span", "tb-muted tb-small").text(" ").text(service))),
        )
        .child(el("dd").text(&line.amount))
}

fn is_goods(part: Part) -> bool {
    matches!(part, Part::Products | Part::Bundles)
}

/// Where it goes and who brings it.
fn parcel(app: App) -> El {
    let parcel = { derived(move || app.review.read().as_ref().and_then(|view| view.parcel.clone())) };
    el("div").live(move || match parcel.read().as_ref() {
        Some(parcel) => vec![
            block(app, app.words.parcel.review_to, Step::Details, "to").children(address(parcel)),
            block(app, app.words.parcel.review_by, Step::Delivery, "by").child(carrier(app, parcel)),
        ],
        None => Vec::new(),
    })
}

fn address(view: &ParcelView) -> Vec<El> {
    let district = concat(&[&view.district.name, ", ", &view.district.city]);
    let province = concat(&[&view.district.province, " ", &view.postal_code]);
    each(&[view.street.as_str(), &district, province.trim()], |line| part("p", "tb-address").text(line))
}

fn carrier(app: App, view: &ParcelView) -> El {
    part("div", "tb-how").child(icon(Icon::Truck)).child(
        part("p", "tb-place")
            .child(el("span").text(view.service.as_deref().unwrap_or_default()))
            .child(arrival(app, &view.arrival)),
    )
}

fn one(app: App, line: &Signal<LineView>) -> El {
    let (pieces, sum, wrong, words) = (line.clone(), line.clone(), line.clone(), app.words);
    let LineView { name, detail, .. } = line.get();
    part("li", "tb-receipt-line")
        .child(
            part("span", "tb-receipt-name")
                .live_text(move || concat(&[&pieces.read().quantity.to_string(), " × "]))
                .text(&name)
                .maybe((!detail.is_empty()).then(|| part("span", "tb-muted tb-small").text(&detail)))
                .child(part("span", "tb-error").live_text(move || {
                    wrong
                        .read()
                        .problem
                        .as_ref()
                        .map(|code| words.line_problem(code).to_owned())
                        .unwrap_or_default()
                })),
        )
        .child(part("span", "tb-sum").live_text(move || sum.read().sum.clone()))
}

fn person(view: &ReviewView) -> Vec<El> {
    let lines = [&view.name, &view.phone, &view.email, &view.note];
    each(&lines, |line| (!line.is_empty()).then(|| el("p").text(line)))
}

fn way(app: App, view: &ReviewView) -> Vec<El> {
    let label = app.words.payment_label(view.payment_kind, &view.payment);
    vec![icon(icon_of(view.payment_kind)), el("p").text(label)]
}
