//! One request to the edge, with a deadline over the whole answer.

use shared::wire::{ErrorCode, Problem};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, Response};

use super::clock::after;
use super::read::read;
use crate::dom::window;
use crate::flow::{Failure, Today};

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
    /// Asks; the answer is the JSON of a 2xx.
    pub async fn answer(self) -> Result<JsValue, Failure> {
        let (ok, text) = self.exchange().await.map_err(|_| Failure::NoAnswer)?;
        let body = js_sys::JSON::parse(&text).map_err(|_| Failure::Nonsense)?;
        if ok { Ok(body) } else { Err(failure(&body)) }
    }

    async fn exchange(self) -> Result<(bool, String), JsValue> {
        let init = self.init()?;
        let abort = AbortController::new()?;
        init.set_signal(Some(&abort.signal()));
        after(self.deadline, move || abort.abort());
        let response = JsFuture::from(window().fetch_with_str_and_init(&self.url, &init)).await?;
        let response: Response = response.unchecked_into();
        let text = JsFuture::from(response.text()?).await?;
        Ok((response.ok(), text.as_string().unwrap_or_default()))
    }

    fn init(&self) -> Result<RequestInit, JsValue> {
        let init = RequestInit::new();
        if let Some(body) = &self.body {
            let headers = Headers::new()?;
            headers.set("Content-Type", "application/json")?;
            if let Some(key) = &self.key {
                headers.set("Idempotency-Key", key)?;
            }
            init.set_headers(&headers);
            init.set_method("POST");
            init.set_body(&JsValue::from_str(body));
        }
        Ok(init)
    }
}

#[inline(never)]
fn failure(body: &JsValue) -> Failure {
    match read::<Problem>(body) {
        Ok(Problem { code, errors, shipping_option, items_total, .. }) => {
            let changed = code == ErrorCode::PriceChanged;
            let today = || Box::new(Today { option: shipping_option.map(|option| *option), items_total });
            Failure::Problem { today: changed.then(today), code, errors }
        }
        Err(_) => Failure::Nonsense,
    }
}
