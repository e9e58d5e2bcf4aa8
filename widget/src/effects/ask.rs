//! One request to the edge, with a deadline over the whole answer.

use shared::wire::{ErrorCode, Problem};
use wasm_bindgen::prelude::*;

use super::browser;
use super::read::{read, readable};
use crate::flow::{Failure, Today};
use crate::later::here;

/// What is asked of the edge.
pub struct Ask {
    /// The whole address.
    pub url: String,
    /// A JSON body makes it a `POST`.
    pub body: Option<String>,
    /// The idempotency key of an order.
    pub key: Option<String>,
    /// Milliseconds after which there is no answer.
    pub deadline: u32,
}

impl Ask {
    /// Asks; `heard` is told the JSON of a 2xx.
    pub fn answer(self, heard: impl FnOnce(Result<JsValue, Failure>) + 'static) {
        let told = move |ok: Option<bool>, body: JsValue| heard(judged(ok, body));
        let told = Closure::once_into_js(told);
        browser::ask(&self.url, self.body.as_deref(), self.key.as_deref(), self.deadline, told);
    }
}

fn judged(ok: Option<bool>, body: JsValue) -> Result<JsValue, Failure> {
    match ok {
        None => Err(Failure::NoAnswer),
        Some(true) => Ok(body),
        Some(false) => Err(here().map_or_else(|| refused(&body), |later| (later.failure)(&body))),
    }
}

/// Why, as far as the first step needs it.
struct Refused {
    code: ErrorCode,
}

readable! {
    Refused { code }
}

fn refused(body: &JsValue) -> Failure {
    match read(body) {
        Ok(Refused { code }) => Failure::Problem { code, errors: Vec::new(), today: None, order_url: None },
        Err(_) => Failure::Nonsense,
    }
}

/// Why, with all that was said.
pub(crate) fn failure(body: &JsValue) -> Failure {
    match read::<Problem>(body) {
        Ok(Problem { code, errors, shipping_option, items_total, order_url, .. }) => {
            let changed = code == ErrorCode::PriceChanged;
            let today = || Box::new(Today { option: shipping_option.map(|option| *option), items_total });
            Failure::Problem { today: changed.then(today), code, errors, order_url }
        }
        Err(_) => Failure::Nonsense,
    }
}
