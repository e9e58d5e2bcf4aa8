//! The review: the order as a receipt.

use super::cart::{form, keys, line};
use super::parts::{Icon, icon};
use super::payment::icon_of;
use super::progress::change;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::Step;
use crate::flow::view::{LineView, ReviewView};
use crate::signal::Signal;

/// Everything that is about to be ordered.
pub(crate) fn review(app: &App) -> El {
    let (who, how) = (app.clone(), app.clone());
    form(app, Step::Review)
        .child(
            part("div", "tb-card tb-receipt")
                .child(items(app))
                .child(
                    block(app, app.words.review_details, Step::Details).child(
                        part("div", "tb-who")
                            .live(move || who.review.read().as_ref().map(person).unwrap_or_default()),
                    ),
                )
                .child(block(app, app.words.review_payment, Step::Payment).child(
                    part("div", "tb-how").live(move || {
                        how.review.read().as_ref().map(|view| way(&how, view)).unwrap_or_default()
                    }),
                )),
        )
        .child(
            part("p", "tb-assurance").child(icon(Icon::Lock)).child(el("span").text(app.words.leaving_soon)),
        )
}

fn block(app: &App, title: &str, step: Step) -> El {
    part("section", "tb-block").child(
        part("div", "tb-block-head")
            .child(part("h3", "tb-subtitle").text(title))
            .child(change(app, step, "review")),
    )
}

fn items(app: &App) -> El {
    let (listed, drawn, total) = (app.clone(), app.clone(), app.clone());
    block(app, app.words.review_items, Step::Products)
        .child(
            part("ul", "tb-receipt-lines")
                .rows(move || keys(&listed), move |id| one(&drawn, &line(&drawn, id))),
        )
        .child(part("p", "tb-receipt-total").child(el("span").text(app.words.total)).child(
            el("strong").live_text(move || {
                total.review.read().as_ref().map(|view| view.total.clone()).unwrap_or_default()
            }),
        ))
}

fn one(app: &App, line: &Signal<LineView>) -> El {
    let (pieces, sum, wrong, words) = (line.clone(), line.clone(), line.clone(), app.words);
    let LineView { name, detail, .. } = line.get();
    part("li", "tb-receipt-line")
        .child(
            part("span", "tb-receipt-name")
                .live_text(move || [&pieces.read().quantity.to_string(), " × "].concat())
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
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| el("p").text(line)).collect()
}

fn way(app: &App, view: &ReviewView) -> Vec<El> {
    let label = app.words.payment_label(view.payment_kind, &view.payment);
    vec![icon(icon_of(view.payment_kind)), el("p").text(label)]
}
