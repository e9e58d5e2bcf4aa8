//! Closures behind a pointer.
//!
//! A `Box<dyn FnMut() -> T>` also carries code for being called once, a copy
//! for each of the widget's few hundred closures; these carry none.

/// A closure that gives a value, again and again.
pub trait Give<T> {
    /// The value now.
    fn give(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Give<T> for F {
    fn give(&mut self) -> T {
        self()
    }
}

/// A closure that takes what happened.
pub trait Take<E> {
    /// This happened.
    fn take(&mut self, event: E);
}

impl<E, F: FnMut(E)> Take<E> for F {
    fn take(&mut self, event: E) {
        self(event);
    }
}
