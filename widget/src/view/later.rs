//! What is drawn after the products.

use super::{Order, delivery, details, ending, notice, payment, review};
use crate::app::App;
use crate::dom::El;
use crate::flow::view::Screen;
use crate::flow::{Flow, Step};

/// A step after the products.
pub(crate) fn step(app: App, flow: &Flow, step: Step) {
    let delivery = flow.delivery_view().filter(|_| step > Step::Details);
    if step > Step::Details {
        notice::news(app, delivery.as_ref().and_then(|view| view.notice.as_ref()));
    }
    match step {
        Step::Delivery => drop(delivery.map(|view| delivery::delivery(app, &view))),
        Step::Payment => drop(flow.payment_view().map(|view| payment::payment(app, flow, &view))),
        Step::Review => drop(flow.review_view().map(|view| review::review(app, flow, &view))),
        _ => drop(flow.details_view().map(|view| details::details(app, &view))),
    }
}

/// What the review says above the step, and on its button.
pub(crate) fn order(app: App, flow: &Flow) -> Option<Order> {
    flow.review_view().map(|view| notice::order(app, &view))
}

/// An order that was sent.
pub(crate) fn ending(app: App, flow: &Flow, screen: &Screen) -> El {
    match screen {
        Screen::Placed => ending::placed(app, flow),
        _ => ending::unsettled(app, flow),
    }
}
