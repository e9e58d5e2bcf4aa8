//! One copy of the platform's data, and the one request that takes a new one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use worker::Context;

use super::clock;
use super::trace::Trace;
use crate::catalogue::{Held, Step, Trust, Verdict, step};
use crate::platform::PlatformError;

/// Milliseconds between two looks at a copy that somebody else is taking.
const LOOK_AGAIN: u32 = 20;
/// Milliseconds somebody else's load is waited for.
const PATIENCE: u32 = 10_000;
/// Milliseconds a failed platform is left alone.
const PAUSE: i64 = 2_000;

/// A copy, perhaps.
pub(super) struct Slot<T> {
    copy: RefCell<Option<Rc<T>>>,
    held: Cell<Held>,
    error: RefCell<PlatformError>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            copy: RefCell::new(None),
            held: Cell::new(Held::default()),
            error: RefCell::new(PlatformError::Unreachable),
        }
    }
}

type Load<T> = LocalBoxFuture<'static, Result<T, PlatformError>>;

impl<T: 'static> Slot<T> {
    /// A fresh copy, if there is one.
    pub(super) fn fresh(&self, trust: Trust, trace: &Trace) -> Option<Rc<T>> {
        let verdict = Verdict::Hit;
        let is_fresh = step(self.held.get(), trust, clock::now()) == Step::Serve(verdict);
        let copy = self.copy.borrow().clone().filter(|_| is_fresh)?;
        trace.cache.set(Some(verdict));
        Some(copy)
    }

    /// The last copy, of whatever age.
    pub(super) fn last(&self) -> Option<Rc<T>> {
        self.copy.borrow().clone()
    }

    /// The copy, however it can be had. At most one load per slot is under way.
    pub(super) async fn get(
        self: &Rc<Self>,
        trust: Trust,
        context: &Context,
        trace: &Trace,
        load: impl Fn() -> Load<T>,
    ) -> Result<Rc<T>, PlatformError> {
        let began = clock::now();
        let verdict = loop {
            // A load that ended after this request came in is news enough for it.
            if self.taken_since(began) {
                trace.waited(clock::since(began));
                break Verdict::Miss;
            }
            match step(self.held.get(), trust, clock::now()) {
                Step::Serve(verdict) => break verdict,
                Step::ServeAndRefresh => {
                    drop(self.start(context, load()));
                    break Verdict::Stale;
                }
                Step::Load => self.start(context, load()).await,
                Step::Wait if clock::since(began) > PATIENCE => return Err(PlatformError::Timeout),
                Step::Wait => clock::sleep(LOOK_AGAIN).await,
                Step::Fail => {
                    trace.waited(clock::since(began));
                    return Err(self.error.borrow().clone());
                }
            }
        };
        trace.cache.set(Some(verdict));
        self.copy.borrow().clone().ok_or(PlatformError::NotFound)
    }

    fn taken_since(&self, then: i64) -> bool {
        self.held.get().loaded_at.is_some_and(|at| at >= then)
    }

    /// Begins a load that outlives the request which began it. The returned
    /// future ends with it.
    fn start(self: &Rc<Self>, context: &Context, load: Load<T>) -> impl Future<Output = ()> + use<T> {
        self.held.set(Held { loading_since: Some(clock::now()), ..self.held.get() });
        let filled = Rc::clone(self).fill(load).boxed_local().shared();
        context.wait_until(filled.clone());
        filled
    }

    async fn fill(self: Rc<Self>, load: Load<T>) {
        let result = load.await;
        let now = clock::now();
        match result {
            Ok(value) => {
                self.copy.replace(Some(Rc::new(value)));
                self.held.set(Held { loaded_at: Some(now), ..Held::default() });
            }
            Err(error) => self.fail(error, now),
        }
    }

    fn fail(&self, error: PlatformError, now: i64) {
        let pause = match error {
            PlatformError::Busy { retry_after } => i64::from(retry_after).saturating_mul(1000),
            _ => PAUSE,
        };
        // What the platform no longer knows must not be shown from a copy.
        let gone = error == PlatformError::NotFound;
        if gone {
            self.copy.replace(None);
        }
        self.error.replace(error);
        let loaded_at = self.held.get().loaded_at.filter(|_| !gone);
        self.held.set(Held {
            loaded_at,
            loading_since: None,
            blocked_until: Some(now.saturating_add(pause)),
        });
    }
}
