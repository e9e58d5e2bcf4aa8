//! The sentence above the step: what went wrong with the order or the cart.

use super::parts::{Icon, icon, plain};
use super::rescue::contact;
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::Event;
use crate::flow::view::{
    CartNotice, CartView, DeliveryNotice, LoadTrouble, OrderTrouble, Repair, Repaired, ReviewView,
};

/// What an order that is reviewed says elsewhere.
pub(crate) struct Order {
    /// What came of the last try.
    said: Option<Said>,
    /// Stands on the button.
    pub(crate) label: String,
    /// It is on its way.
    pub(crate) busy: bool,
}

/// A sentence.
struct Said {
    text: String,
    help: Help,
    /// Nothing went wrong: something is otherwise than it was.
    is_news: bool,
}

/// What can be done besides trying again.
#[derive(PartialEq)]
enum Help {
    None,
    Seller,
    TakeBack,
}

/// The sentence above the step, empty most of the time.
pub(crate) fn alert(app: App, cart: Option<&CartView>, order: Option<&Order>) -> El {
    let said = order.and_then(|order| order.said.as_ref()).filter(|_| !app.is_stuck());
    let of_cart = || cart?.notice.as_ref().map(|notice| of_cart(app, notice));
    let other = if app.is_stuck() { Some(late(app)) } else { of_cart() };
    let said = said.or(other.as_ref());
    el("div.tb-alert")
        .id("alert")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .flag("data-news", said.is_some_and(|said| said.is_news))
        .inside(|| {
            let Some(Said { text, help, .. }) = said else { return };
            icon(Icon::Warning);
            el("p").text(text);
            el("span").maybe(match help {
                Help::None => None,
                Help::Seller => contact(app),
                Help::TakeBack => Some(take_back(app)),
            });
        })
}

fn take_back(app: App) -> El {
    plain(app.words.take_back, "take-back").on_press(app.tell(Event::TakenBack))
}

/// What the shopper waits for does not come.
fn late(app: App) -> Said {
    Said {
        text: app.words.load_trouble(LoadTrouble::NoAnswer).to_owned(),
        help: Help::Seller,
        is_news: false,
    }
}

/// What was wanted cannot be had: perhaps the seller knows when.
fn of_cart(app: App, notice: &CartNotice) -> Said {
    let lost = |repair: &Repair| matches!(repair.what, Repaired::Gone | Repaired::SoldOut);
    let help = match notice {
        CartNotice::ItemsGone | CartNotice::LinesRefused => Help::Seller,
        CartNotice::Repaired(repairs) if repairs.iter().any(lost) => Help::Seller,
        _ => Help::None,
    };
    let is_news = matches!(notice, CartNotice::OtherTab | CartNotice::Repaired(_));
    Said { text: app.words.cart_notice(notice), help, is_news }
}

/// What the review says above the step, and on its button.
pub(crate) fn order(app: App, review: &ReviewView) -> Order {
    let (words, trouble) = (app.words, review.trouble);
    let label = match trouble {
        _ if review.busy => words.placing.to_owned(),
        // At another price it is another order.
        None | Some(OrderTrouble::PriceChanged) => words.order(&review.total),
        Some(_) => words.order_again(&review.total),
    };
    Order { said: trouble.map(|trouble| of_order(app, review, trouble)), label, busy: review.busy }
}

fn of_order(app: App, review: &ReviewView, trouble: OrderTrouble) -> Said {
    let price = review.change.as_ref().map(|change| app.words.price_change(change));
    let price = price.filter(|_| trouble == OrderTrouble::PriceChanged);
    let help = match trouble {
        OrderTrouble::Offline => Help::TakeBack,
        _ if price.is_some() => Help::None,
        _ => Help::Seller,
    };
    let is_news = matches!(trouble, OrderTrouble::PriceChanged | OrderTrouble::Offline);
    Said { text: price.unwrap_or_else(|| app.words.order_trouble(trouble).to_owned()), help, is_news }
}

/// What changed about the courier since it was picked; heard when it happens, read at every step after.
pub(crate) fn news(app: App, notice: Option<&DeliveryNotice>) -> El {
    el("div.tb-news").inside(|| {
        if let Some(notice) = notice {
            el("div.tb-note")
                .child(icon(Icon::Truck))
                .child(el("p").text(&app.words.delivery_notice(notice)));
        }
    })
}
