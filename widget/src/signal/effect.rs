//! What runs again when a value changes that it read.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::give::Give;
use super::owner::{Owner, at_end};
use crate::effects::clock::soon;

struct Effect {
    run: RefCell<Box<dyn Give<()>>>,
    owner: Owner,
    queued: Cell<bool>,
    ended: Cell<bool>,
}

thread_local! {
    /// The effect that runs now.
    static READER: RefCell<Option<Rc<Effect>>> = const { RefCell::new(None) };
    /// Those that run with the next microtask.
    static QUEUE: RefCell<Vec<Rc<Effect>>> = const { RefCell::new(Vec::new()) };
}

/// Who has read a value since it was set.
#[derive(Default)]
pub(super) struct Trigger(RefCell<Vec<Weak<Effect>>>);

impl Trigger {
    /// Notes that the effect that runs now has read the value.
    #[inline(never)]
    pub(super) fn track(&self) {
        let Some(reader) = READER.with_borrow(|reader| reader.as_ref().map(Rc::downgrade)) else { return };
        let mut readers = self.0.borrow_mut();
        readers.retain(|known| known.strong_count() > 0);
        if !readers.iter().any(|known| known.ptr_eq(&reader)) {
            readers.push(reader);
        }
    }

    /// Has every reader run again.
    #[inline(never)]
    pub(super) fn notify(&self) {
        for reader in self.0.take().iter().filter_map(Weak::upgrade) {
            enqueue(reader);
        }
    }
}

/// Runs `run` now and whenever a signal that it read changes, until the
/// current owner is cleaned up. Between a change and the next run lies a
/// microtask, so that many changes cost one run.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

#[inline(never)]
fn effect_of(run: Box<dyn Give<()>>) {
    let effect = Rc::new(Effect {
        run: RefCell::new(run),
        owner: Owner::new(),
        queued: Cell::new(false),
        ended: Cell::new(false),
    });
    effect.run();
    at_end(move || effect.ended.set(true));
}

impl Effect {
    fn run(self: &Rc<Self>) {
        self.queued.set(false);
        if self.ended.get() {
            return;
        }
        self.owner.cleanup();
        self.owner.with(|| {
            READER.set(Some(Rc::clone(self)));
            self.run.borrow_mut().give();
        });
    }
}

/// Runs `run` as if no effect ran around it.
pub(super) fn untracked<T>(run: impl FnOnce() -> T) -> T {
    let reader = READER.take();
    let done = run();
    READER.set(reader);
    done
}

fn enqueue(effect: Rc<Effect>) {
    if effect.queued.replace(true) {
        return;
    }
    QUEUE.with_borrow_mut(|queue| {
        if queue.is_empty() {
            soon(flush);
        }
        queue.push(effect);
    });
}

/// An effect comes before those made by it, which it ends: they do not run in vain.
fn flush() {
    for effect in QUEUE.take() {
        effect.run();
    }
}
