//! Values that redraw what reads them.
//!
//! Signals, effects and owners as Leptos' `reactive_graph` has them, for one
//! thread and for this widget alone. That crate, made for many threads and for
//! generic use, costs 6.8 KB of brotli here, its executor included: more than
//! all the words in three tones. Whoever wants it back changes this module
//! only; see `www/docs/decisions/0001-dom-builder-instead-of-view-macro.md`.
//!
//! Whatever a value's type is, the graph sees one trigger type and one boxed
//! closure type, so that its code is compiled once.

mod effect;
mod give;
mod owner;

use std::cell::{Ref, RefCell};
use std::mem;
use std::rc::Rc;

use effect::Trigger;
pub use effect::effect;
pub use give::{Give, Take};
pub use owner::{Owner, at_end};
use wasm_bindgen::UnwrapThrowExt;

/// A value that redraws what has read it when it becomes a different one.
pub struct Signal<T>(Rc<Held<T>>);

/// Absent only between the making of a derived signal and its first value.
struct Held<T> {
    trigger: Trigger,
    value: RefCell<Option<T>>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: PartialEq> Signal<T> {
    /// A signal that starts with `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(Held { trigger: Trigger::default(), value: RefCell::new(Some(value)) }))
    }

    /// The value; the effect that runs now runs again when it changes. Let go
    /// of the answer before anything is set.
    pub fn read(&self) -> Ref<'_, T> {
        self.0.trigger.track();
        Ref::map(self.0.value.borrow(), |value| value.as_ref().unwrap_throw())
    }

    /// A copy of the value, tracked like [`Signal::read`].
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.read().clone()
    }

    /// Puts `value` in; nothing runs when it is the one that is there.
    pub fn set(&self, value: T) {
        let mut value = Some(value);
        let changed = *self.0.value.borrow() != value;
        if changed {
            mem::swap(&mut *self.0.value.borrow_mut(), &mut value);
            self.0.trigger.notify();
        }
    }
}

/// A part of other signals, which changes less often than they do.
pub fn derived<T: PartialEq + Clone + 'static>(value: impl FnMut() -> T + 'static) -> Signal<T> {
    derived_of(Box::new(value))
}

/// One thing of a list, as long as it is there; then what it was last.
pub fn derived_row<T: PartialEq + Clone + 'static>(
    mut find: impl FnMut() -> Option<T> + 'static,
) -> Signal<T> {
    let mut last = None;
    derived(move || {
        last = find().or_else(|| last.take());
        last.clone().unwrap_throw()
    })
}

fn derived_of<T: PartialEq + 'static>(mut value: Box<dyn Give<T>>) -> Signal<T> {
    let signal = Signal(Rc::new(Held { trigger: Trigger::default(), value: RefCell::new(None) }));
    let set = signal.clone();
    // The first value, too, is read inside: not by whatever effect asks for the signal.
    effect(move || set.set(value.give()));
    signal
}
