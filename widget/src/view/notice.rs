//! The sentence above the step: what went wrong with the order or the cart.

use super::parts::{Icon, icon, plain};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::effects::page;
use crate::flow::view::{CartNotice, LoadTrouble, OrderTrouble, Repair, Repaired};
use crate::flow::{Event, Step, Target};
use crate::later::is_late;
use crate::signal::effect;

/// The sentence above the step, empty most of the time.
pub(crate) fn alert(app: App, step: Step) -> El {
    effect(move || {
        if app.held.get() && is_late() {
            page::focus_on(app, &Target::Alert);
        }
    });
    part("div", "tb-alert")
        .attr("id", &app.id("alert"))
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .live_flag("data-news", move || {
            let trouble = app.review.read().as_ref().and_then(|review| review.trouble);
            match &*app.cart.read() {
                _ if trouble.is_some() => {
                    matches!(trouble, Some(OrderTrouble::PriceChanged | OrderTrouble::Offline))
                }
                Some(cart) => {
                    matches!(cart.notice, Some(CartNotice::OtherTab | CartNotice::Repaired(_)))
                }
                None => false,
            }
        })
        .live(move || match sentence(app, step) {
            Some((text, help)) => vec![
                icon(Icon::Warning),
                el("p").text(&text),
                el("span").maybe(match help {
                    Help::None => None,
                    Help::Seller => contact(app),
                    Help::TakeBack => Some(take_back(app)),
                }),
            ],
            None => Vec::new(),
        })
}

/// What changed about the courier since it was picked; heard when it happens, read at every step after.
pub(crate) fn news(app: App) -> El {
    part("div", "tb-news").live_maybe(move || {
        let delivery = app.delivery.read();
        let notice = delivery.as_ref().and_then(|view| view.notice.as_ref());
        let text = notice.map(|notice| el("p").text(&app.words.delivery_notice(notice)));
        text.map(|text| part("div", "tb-note").child(icon(Icon::Truck)).child(text))
    })
}

/// What can be done besides trying again.
enum Help {
    None,
    Seller,
    TakeBack,
}

/// What was wanted cannot be had: perhaps the seller knows when.
fn of_notice(notice: &CartNotice) -> Help {
    let lost = |repair: &Repair| matches!(repair.what, Repaired::Gone | Repaired::SoldOut);
    match notice {
        CartNotice::ItemsGone | CartNotice::LinesRefused => Help::Seller,
        CartNotice::Repaired(repairs) if repairs.iter().any(lost) => Help::Seller,
        _ => Help::None,
    }
}

fn take_back(app: App) -> El {
    plain(app.words.take_back).attr("id", &app.id("take-back")).on_press(move || app.send(Event::TakenBack))
}

/// What to say, and what helps.
fn sentence(app: App, step: Step) -> Option<(String, Help)> {
    if app.held.get() && is_late() {
        return Some((app.words.load_trouble(LoadTrouble::NoAnswer).to_owned(), Help::Seller));
    }
    let review = app.review.read();
    let review = review.as_ref().filter(|_| step == Step::Review);
    let trouble = review.and_then(|review| Some((review, review.trouble?)));
    let cart = app.cart.read();
    let notice = cart.as_ref().and_then(|cart| cart.notice.as_ref());
    trouble
        .map(|(review, trouble)| {
            let price = review.change.as_ref().map(|change| app.words.price_change(change));
            let price = price.filter(|_| trouble == OrderTrouble::PriceChanged);
            let help = match trouble {
                OrderTrouble::Offline => Help::TakeBack,
                _ if price.is_some() => Help::None,
                _ => Help::Seller,
            };
            (price.unwrap_or_else(|| app.words.order_trouble(trouble).to_owned()), help)
        })
        .or_else(|| notice.map(|notice| (app.words.cart_notice(notice), of_notice(notice))))
}
