//! The sentence above the step: what went wrong with the order or the cart.

use super::parts::{Icon, icon, link};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::Step;
use crate::flow::view::OrderTrouble;

/// The sentence above the step, empty most of the time.
pub(crate) fn alert(app: App, step: Step) -> El {
    part("div", "tb-alert")
        .attr("id", &app.id("alert"))
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .live_flag("data-news", move || {
            let trouble = app.review.read().as_ref().and_then(|review| review.trouble);
            trouble == Some(OrderTrouble::PriceChanged)
        })
        .live(move || match sentence(app, step) {
            Some((text, help)) => vec![
                icon(Icon::Warning),
                el("p").text(&text),
                el("span").maybe(help.then(|| contact(app)).flatten()),
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

/// What to say, and whether the seller can help.
fn sentence(app: App, step: Step) -> Option<(String, bool)> {
    let review = app.review.read();
    let review = review.as_ref().filter(|_| step == Step::Review);
    let trouble = review.and_then(|review| Some((review, review.trouble?)));
    let cart = app.cart.read();
    let notice = cart.as_ref().and_then(|cart| cart.notice);
    trouble
        .map(|(review, trouble)| {
            let price = review.change.as_ref().map(|change| app.words.price_change(change));
            let price = price.filter(|_| trouble == OrderTrouble::PriceChanged);
            let is_news = price.is_some();
            (price.unwrap_or_else(|| app.words.order_trouble(trouble).to_owned()), !is_news)
        })
        .or_else(|| notice.map(|notice| (app.words.cart_notice(notice).to_owned(), false)))
}

/// The seller's WhatsApp, when the page named it.
pub(crate) fn contact(app: App) -> Option<El> {
    app.contact().map(|url| link("tb-button", url, app.words.ask_seller).child(icon(Icon::Chat)))
}
