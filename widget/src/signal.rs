//! Values that redraw what reads them, on Leptos' reactive graph.
//!
//! The graph sees one trigger type and one boxed closure type whatever the
//! value is, so that its generic code is compiled once: that is what keeps the
//! module small. The value itself lies beside the trigger.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::on_cleanup;
use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};
use wasm_bindgen::UnwrapThrowExt;

/// A value that redraws what has read it when it becomes a different one.
pub struct Signal<T>(Rc<Held<T>>);

struct Held<T> {
    trigger: ArcTrigger,
    value: RefCell<T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: PartialEq> Signal<T> {
    /// A signal that starts with `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(Held { trigger: trigger(), value: RefCell::new(value) }))
    }

    /// The value; the effect that runs now runs again when it changes. Let go
    /// of the answer before anything is set.
    pub fn read(&self) -> Ref<'_, T> {
        track(&self.0.trigger);
        self.0.value.borrow()
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
        if *self.0.value.borrow() != value {
            self.0.value.replace(value);
            notify(&self.0.trigger);
        }
    }
}

/// Runs `run` now and whenever a signal that it read changes, until the
/// current owner is cleaned up. Between a change and the next run lies a
/// microtask, so that many changes cost one run.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

/// A part of other signals, which changes less often than they do.
pub fn derived<T: PartialEq + Clone + 'static>(value: impl FnMut() -> T + 'static) -> Signal<T> {
    derived_of(Box::new(value))
}

/// One thing of a list, as long as it is there; then what it was last.
pub fn derived_row<T: PartialEq + Clone + 'static>(mut find: impl FnMut() -> Option<T> + 'static) -> Signal<T> {
    let mut last = None;
    derived(move || {
        last = find().or_else(|| last.take());
        last.clone().unwrap_throw()
    })
}

fn derived_of<T: PartialEq + Clone + 'static>(mut value: Box<dyn FnMut() -> T>) -> Signal<T> {
    let made = Rc::new(RefCell::new(None::<Signal<T>>));
    let kept = Rc::clone(&made);
    // The first value, too, is read inside: not by whatever effect asks for the signal.
    effect(move || {
        let value = value();
        kept.borrow_mut().get_or_insert_with(|| Signal::new(value.clone())).set(value);
    });
    let signal = made.borrow().clone();
    signal.unwrap_throw()
}

/// Runs `last` when the current owner is cleaned up: when what is being drawn
/// is taken off the page or drawn again.
pub fn at_end(last: impl FnOnce() + 'static) {
    at_end_of(Box::new(last));
}

#[inline(never)]
fn trigger() -> ArcTrigger {
    ArcTrigger::new()
}

#[inline(never)]
fn track(trigger: &ArcTrigger) {
    trigger.track();
}

#[inline(never)]
fn notify(trigger: &ArcTrigger) {
    trigger.notify();
}

#[inline(never)]
fn effect_of(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    at_end_of(Box::new(move || drop(effect)));
}

thread_local! {
    /// What is to be run at an end. The graph is made for many threads and
    /// takes nothing of JavaScript's; it keeps a number instead.
    static ENDS: RefCell<Vec<Option<Box<dyn FnOnce()>>>> = const { RefCell::new(Vec::new()) };
}

#[inline(never)]
fn at_end_of(last: Box<dyn FnOnce()>) {
    let place = ENDS.with_borrow_mut(|ends| {
        let place = ends.iter().position(Option::is_none).unwrap_or(ends.len());
        if place == ends.len() {
            ends.push(None);
        }
        if let Some(end) = ends.get_mut(place) {
            *end = Some(last);
        }
        place
    });
    on_cleanup(move || end(place));
}

#[inline(never)]
fn end(place: usize) {
    let last = ENDS.with_borrow_mut(|ends| ends.get_mut(place).and_then(Option::take));
    if let Some(last) = last {
        last();
    }
}
