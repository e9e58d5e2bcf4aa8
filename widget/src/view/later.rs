//! What is drawn after the products.

use super::{delivery, details, ending, frame, notice, payment, review};
use crate::app::App;
use crate::dom::El;
use crate::flow::Step;
use crate::flow::view::Screen;

/// A step after the products.
pub(crate) fn step(app: App, step: Step) -> El {
    let body = match step {
        Step::Delivery => delivery::delivery(app),
        Step::Payment => payment::payment(app),
        Step::Review => review::review(app),
        _ => details::details(app),
    };
    frame::section(app, step, (step > Step::Details).then(|| notice::news(app)), body)
}

/// An order that was sent.
pub(crate) fn ending(app: App, screen: &Screen) -> El {
    match screen {
        Screen::Placed => ending::placed(app),
        _ => ending::unsettled(app),
    }
}
