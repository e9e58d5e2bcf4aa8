//! Who lets go of what: each effect owns what was made while it ran.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::effect::untracked;

/// What was made under it ends when it is cleaned up.
#[derive(Clone, Default)]
pub struct Owner(Rc<Owned>);

#[derive(Default)]
struct Owned {
    children: RefCell<Vec<Weak<Owned>>>,
    ends: RefCell<Vec<Box<dyn FnOnce()>>>,
}

thread_local! {
    static CURRENT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

impl Owner {
    /// An owner under the current one.
    #[inline(never)]
    pub fn new() -> Self {
        CURRENT.with_borrow(Clone::clone).map_or_else(Self::default, |current| current.child())
    }

    /// An owner under this one.
    #[inline(never)]
    #[must_use]
    pub fn child(&self) -> Self {
        let child = Self::default();
        let mut children = self.0.children.borrow_mut();
        children.retain(|child| child.strong_count() > 0);
        children.push(Rc::downgrade(&child.0));
        child
    }

    /// Runs `run` with this as the current owner, and not as a part of the effect that runs.
    pub fn with<T>(&self, run: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Some(self.clone()));
        let done = untracked(run);
        CURRENT.set(before);
        done
    }

    /// Ends everything that was made under it, what lies deepest first.
    #[inline(never)]
    pub fn cleanup(&self) {
        for child in self.0.children.take().iter().filter_map(Weak::upgrade) {
            Self(child).cleanup();
        }
        for end in self.0.ends.take() {
            end();
        }
    }
}

/// Runs `last` when the current owner is cleaned up: when what is being drawn
/// is taken off the page or drawn again.
pub fn at_end(last: impl FnOnce() + 'static) {
    at_end_of(Box::new(last));
}

#[inline(never)]
fn at_end_of(last: Box<dyn FnOnce()>) {
    if let Some(current) = CURRENT.with_borrow(Clone::clone) {
        current.0.ends.borrow_mut().push(last);
    }
}
