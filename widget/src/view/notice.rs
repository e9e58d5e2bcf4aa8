//! The sentence above the step: what went wrong with the order or the cart.

use super::parts::{Icon, icon, link};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::Step;

/// The sentence above the step, empty most of the time.
pub(crate) fn alert(app: &App, step: Step) -> El {
    let drawn = app.clone();
    part("div", "tb-alert").attr("id", &app.id("alert")).attr("role", "alert").attr("tabindex", "-1").live(
        move || match sentence(&drawn, step) {
            Some((text, help)) => vec![
                icon(Icon::Warning),
                el("p").text(text),
                el("span").maybe(help.then(|| contact(&drawn)).flatten()),
            ],
            None => Vec::new(),
        },
    )
}

/// What to say, and whether the seller can help.
fn sentence(app: &App, step: Step) -> Option<(&'static str, bool)> {
    let review = app.review.read();
    let trouble = review.as_ref().filter(|_| step == Step::Review).and_then(|review| review.trouble);
    let cart = app.cart.read();
    let notice = cart.as_ref().and_then(|cart| cart.notice);
    trouble
        .map(|trouble| (app.words.order_trouble(trouble), true))
        .or_else(|| notice.map(|notice| (app.words.cart_notice(notice), false)))
}

/// The seller's WhatsApp, when the page named it.
pub(crate) fn contact(app: &App) -> Option<El> {
    app.contact().map(|url| link("tb-button", url, app.words.ask_seller).child(icon(Icon::Chat)))
}
