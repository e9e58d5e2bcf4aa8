//! What the first step does not need: in what ships, a module of its own that comes behind the first
//! one. The build divides them by what leads where (`www/docs/decisions/0019-two-modules.md`), so
//! nothing before it may name what is in it.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::app::App;
use crate::dom::El;
use crate::effects::{self, ask, storage};
use crate::flow::view::Screen;
use crate::flow::{self, Effect, Event, Failure, Flow, Options, Step};
use crate::mount;
use crate::view::{self, Order};

/// All that it brings.
pub(crate) struct Later {
    /// What happens.
    pub(crate) flow: &'static flow::Later,
    /// Opens a checkout for one who comes back.
    pub(crate) reopen: fn(App, Box<Options>),
    /// Draws a step.
    pub(crate) step: fn(App, &Flow, Step),
    /// What the review says elsewhere: above the step, and on its button.
    pub(crate) order: fn(App, &Flow) -> Option<Order>,
    /// Draws an order that was sent.
    pub(crate) ending: fn(App, &Flow, &Screen) -> El,
    /// Carries an effect out.
    pub(crate) carry_out: fn(App, Effect),
    /// Reads why the edge refused something.
    pub(crate) failure: fn(&JsValue) -> Failure,
}

static LATER: Later = Later {
    flow: &flow::later::LATER,
    reopen,
    step: view::later::step,
    order: view::later::order,
    ending: view::later::ending,
    carry_out: effects::carry_out_later,
    failure: ask::failure,
};

/// What a page begins with: in one module, all of it.
const FIRST: Option<&Later> = if cfg!(feature = "split") { None } else { Some(&LATER) };

/// What is done once it is there.
type Then = Box<dyn FnOnce(&'static Later)>;

thread_local! {
    static HERE: Cell<Option<&'static Later>> = const { Cell::new(FIRST) };
    static WAITING: RefCell<Vec<Then>> = const { RefCell::new(Vec::new()) };
    static LATE: Cell<bool> = const { Cell::new(false) };
}

/// It, once it is there.
pub(crate) fn here() -> Option<&'static Later> {
    HERE.get()
}

/// Does it now, or once it is there.
pub(crate) fn once(then: Then) {
    match here() {
        Some(later) => then(later),
        None => WAITING.with_borrow_mut(|waiting| waiting.push(then)),
    }
}

/// Whether it could not be fetched so far.
pub(crate) fn is_late() -> bool {
    LATE.get()
}

/// It could not be fetched, and is asked for again.
#[wasm_bindgen]
pub fn delayed() {
    if !LATE.replace(true) {
        mount::each_app(App::late);
    }
}

/// It is there.
#[wasm_bindgen]
pub fn arrived() {
    HERE.set(brought());
    LATE.set(false);
    for then in WAITING.take() {
        once(then);
    }
}

fn reopen(app: App, options: Box<Options>) {
    let memory = storage::read(app.memory_name()).map(Box::new);
    let kept = storage::kept_details(app.memory_name()).map(Box::new);
    app.send(Event::Opened { options, memory, kept });
}

#[cfg(not(feature = "split"))]
fn brought() -> Option<&'static Later> {
    FIRST
}

#[cfg(feature = "split")]
fn brought() -> Option<&'static Later> {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    // Who calls `arrived` has fetched it: there is nothing to wait for.
    match pin!(bring()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(later) => Some(later),
        Poll::Pending => None,
    }
}

/// The way into the module: what only this leads to is put there.
#[cfg(feature = "split")]
#[wasm_split_macros::wasm_split(later, wasm_split_path = split)]
fn bring() -> &'static Later {
    &LATER
}

/// What the attribute expects of whoever loads modules: here that is the page's script.
#[cfg(feature = "split")]
mod split {
    pub(super) mod rt {
        use std::convert::Infallible;
        use std::ffi::c_void;
        use std::future::{Ready, ready};
        use std::pin::Pin;

        pub(in super::super) type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);
        type LoadFn = unsafe extern "C" fn(LoadCallbackFn, *const c_void);

        pub(in super::super) struct LazySplitLoader;

        impl LazySplitLoader {
            pub(in super::super) const fn new(_: LoadFn) -> Self {
                Self
            }
        }

        pub(in super::super) fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Ready<Result<(), Infallible>> {
            ready(Ok(()))
        }
    }
}
