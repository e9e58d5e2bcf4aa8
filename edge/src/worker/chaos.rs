//! Where a chaos build can be killed, how its clock is moved, and which classic
//! mistake it makes. What ships has none of it: a test searches the module for
//! its words.

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

/// A classic mistake of a shell, made on purpose to see that it is caught
/// (reliability G19).
#[derive(Clone, Copy, Debug)]
pub(super) enum Mistake {
    /// Others are let in between reading the record and claiming it.
    AwaitBeforeClaim,
    /// One object owns everybody's intent.
    OneObject,
    /// A request of which nothing good came is sent again.
    SendAgain,
    /// A redirect is followed.
    FollowRedirects,
    /// What a shopper typed is logged.
    LogBody,
    /// The shopper's word for a courier's price is taken.
    TrustClient,
    /// A letter older than five minutes, by the platform's time, is thrown away.
    NarrowWindow,
    /// Which letters came is forgotten after a while, as by a cache.
    ForgetLetters,
}

/// Milliseconds after which a letter is thrown away by [`Mistake::NarrowWindow`].
pub(super) const WINDOW: i64 = 300_000;

/// Waits for as long as whoever breaks things on purpose wants.
#[cfg(not(feature = "chaos"))]
pub(super) fn reach(_: Moment) -> Ready<()> {
    ready(())
}

/// Whether this mistake is made now.
#[cfg(not(feature = "chaos"))]
pub(super) const fn makes(_: Mistake) -> bool {
    false
}

/// Lets others in, if this mistake is made now.
#[cfg(not(feature = "chaos"))]
pub(super) fn dawdle(_: Mistake) -> Ready<()> {
    ready(())
}

/// Logs what must not be logged.
#[cfg(not(feature = "chaos"))]
pub(super) const fn spill(_: &[u8]) {}

/// Milliseconds by which the clock is wrong.
#[cfg(not(feature = "chaos"))]
pub(super) const fn offset() -> i64 {
    0
}

/// Reads what a request says of the clock and of mistakes.
#[cfg(not(feature = "chaos"))]
pub(super) const fn listen(_: &Headers) {}

#[cfg(feature = "chaos")]
pub(super) use hooks::{dawdle, listen, makes, offset, reach, spill};

#[cfg(feature = "chaos")]
mod hooks {
    use std::cell::{Cell, RefCell};

    use js_sys::Reflect;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Response, WorkerGlobalScope, console};

    use super::{Headers, Mistake, Moment};
    use crate::worker::clock;
    use crate::worker::isolate::Isolate;

    thread_local! {
        static OFFSET: Cell<i64> = const { Cell::new(0) };
        static MISTAKE: RefCell<String> = const { RefCell::new(String::new()) };
    }

    /// Milliseconds for which others are let in.
    const DAWDLE: u32 = 50;

    pub(in crate::worker) fn makes(mistake: Mistake) -> bool {
        MISTAKE.with_borrow(|name| *name == format!("{mistake:?}"))
    }

    pub(in crate::worker) async fn dawdle(mistake: Mistake) {
        if makes(mistake) {
            clock::sleep(DAWDLE).await;
        }
    }

    pub(in crate::worker) fn spill(body: &[u8]) {
        console::log_1(&JsValue::from_str(&String::from_utf8_lossy(body)));
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
        if let Ok(Some(name)) = headers.get("x-chaos-mistake") {
            MISTAKE.set(name);
        }
    }
}
