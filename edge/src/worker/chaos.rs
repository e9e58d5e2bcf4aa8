//! Where a chaos build can be killed, and how its clock is moved. What ships
//! has none of it: a test searches the module for its words.

#[cfg(not(feature = "chaos"))]
use std::future::{Ready, ready};

use web_sys::Headers;

/// A moment at which the process may die (reliability §2e). Everything written
/// before is on disk by then: nothing leaves an object earlier.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    /// The intent is written down.
    Opened,
    /// The gate knows of it.
    Registered,
    /// The fence is written, and the request is about to leave.
    Fenced,
    /// The answer is read to its end.
    Answered,
    /// What came of it is written down.
    Written,
}

/// Waits for as long as whoever breaks things on purpose wants.
#[cfg(not(feature = "chaos"))]
pub(super) fn reach(_: Moment) -> Ready<()> {
    ready(())
}

/// Milliseconds by which the clock is wrong.
#[cfg(not(feature = "chaos"))]
pub(super) const fn offset() -> i64 {
    0
}

/// Reads what a request says of the clock.
#[cfg(not(feature = "chaos"))]
pub(super) const fn listen(_: &Headers) {}

#[cfg(feature = "chaos")]
pub(super) use hooks::{listen, offset, reach};

#[cfg(feature = "chaos")]
mod hooks {
    use std::cell::Cell;

    use js_sys::Reflect;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Response, WorkerGlobalScope};

    use super::{Headers, Moment};
    use crate::worker::isolate::Isolate;

    thread_local! {
        static OFFSET: Cell<i64> = const { Cell::new(0) };
    }

    /// Tells the driver, which answers when the work may go on, or never. The
    /// word `abort` ends the module as a panic does.
    pub(in crate::worker) async fn reach(moment: Moment) {
        if ask(moment).await.is_ok_and(|word| word.as_deref() == Some("abort")) {
            std::process::abort();
        }
    }

    async fn ask(moment: Moment) -> Result<Option<String>, JsValue> {
        let driver = Isolate::current().and_then(|isolate| {
            Reflect::get(&isolate.env, &JsValue::from_str("CHAOS_DRIVER")).ok()?.as_string()
        });
        let Some(driver) = driver else { return Ok(None) };
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let answer = JsFuture::from(scope.fetch_with_str(&format!("{driver}/reached/{moment:?}"))).await?;
        let text = JsFuture::from(answer.dyn_into::<Response>()?.text()?).await?;
        Ok(text.as_string())
    }

    pub(in crate::worker) fn offset() -> i64 {
        OFFSET.get()
    }

    pub(in crate::worker) fn listen(headers: &Headers) {
        if let Ok(Some(text)) = headers.get("x-chaos-clock-ms")
            && let Ok(offset) = text.parse()
        {
            OFFSET.set(offset);
        }
    }
}
