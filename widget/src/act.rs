//! What is done when something on the page is pressed, filled or left. A drawing says it beforehand, as a value, so
//! that there is one way from the page to the flow and not a closure for each control.

use std::mem;

use crate::app::App;
use crate::dom::focus;
use crate::effects::{browser, page};
use crate::flow::{Event, Input, Item, Step};

/// What is done.
#[derive(Default)]
pub(crate) enum Act {
    /// Nothing, and nothing by the browser either.
    #[default]
    Nothing,
    /// The flow is told.
    Tell(Event),
    /// The flow is told what the field holds.
    Type(Input),
    /// The flow is told what the control holds.
    Fill(fn(String) -> Event),
    /// So many pieces are wanted as the box holds.
    Count(Item),
    /// A product's variants are spread out, or none.
    Spread(Option<String>),
    /// A phone shows the cart's lines at this step, or hides them.
    Unfold(Option<Step>),
    /// A field takes the focus, by its part.
    Focus(&'static str),
    /// The shopper stays.
    Stay,
    /// The shopper goes.
    Close,
    /// A link is copied.
    Copy(String),
    /// What is missing of the checkout is asked for at once.
    Hurry,
}

impl Act {
    /// What is to be done now. A control may be filled many times, anything else is done once.
    pub(crate) fn due(&mut self) -> Self {
        match self {
            Self::Type(input) => Self::Type(*input),
            Self::Fill(event) => Self::Fill(*event),
            act => mem::take(act),
        }
    }

    /// Does it; the control holds `text`.
    pub(crate) fn happen(self, app: App, text: String) {
        match self {
            Self::Nothing => {}
            Self::Tell(event) => app.send(event),
            Self::Type(input) => app.send(Event::Typed { input, text }),
            Self::Fill(event) => app.send(event(text)),
            Self::Count(item) => {
                if let Ok(pieces) = text.trim().parse() {
                    app.send(Event::QuantitySet { item, pieces });
                }
            }
            Self::Spread(product) => drop(app.spread.replace(product)),
            Self::Unfold(step) => app.unfolded.set(step),
            Self::Focus(part) => focus(&app.id(part)),
            Self::Stay => app.closing.set(false),
            Self::Close => app.close(),
            Self::Copy(link) => page::copy(app, &link),
            Self::Hurry => browser::hurry(),
        }
    }
}
