//! Lists whose rows keep their elements while their keys stay: pictures do
//! not flicker, and a hand on a stepper keeps its place.

use std::cell::RefCell;
use std::mem;

use reactive_graph::owner::Owner;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::El;
use super::follow::{focused_within, give_back};
use crate::signal::{Signal, at_end, effect};

struct Row<T> {
    key: String,
    value: Signal<T>,
    owner: Owner,
    el: El,
}

impl El {
    /// One child for each of `list`, drawn once for each key; a row reads its
    /// signal for what changes. The element must have no other children.
    pub fn rows<T: PartialEq + 'static>(
        self,
        mut list: impl FnMut() -> Vec<(String, T)> + 'static,
        draw: impl Fn(Signal<T>) -> Self + 'static,
    ) -> Self {
        let parent = self.0.clone();
        let scope = Owner::new();
        let rows = RefCell::new(Vec::<Row<T>>::new());
        effect({
            let scope = scope.clone();
            move || {
                let focused = focused_within(&parent);
                let mut old = mem::take(&mut *rows.borrow_mut());
                let new: Vec<Row<T>> = list()
                    .into_iter()
                    .map(|(key, value)| match old.iter().position(|row| row.key == key) {
                        Some(index) => kept(old.swap_remove(index), value),
                        None => drawn(&scope, key, value, &draw),
                    })
                    .collect();
                for row in old {
                    row.owner.cleanup();
                    row.el.0.remove();
                }
                let mut place = parent.first_element_child();
                for row in &new {
                    put(&parent, &row.el.0, &mut place);
                }
                rows.replace(new);
                give_back(focused, &parent);
            }
        });
        at_end(move || drop(scope));
        self
    }
}

fn kept<T: PartialEq>(row: Row<T>, value: T) -> Row<T> {
    row.value.set(value);
    row
}

fn drawn<T: PartialEq>(scope: &Owner, key: String, value: T, draw: &dyn Fn(Signal<T>) -> El) -> Row<T> {
    let owner = scope.child();
    let value = Signal::new(value);
    let el = owner.with(|| draw(value.clone()));
    Row { key, value, owner, el }
}

/// Puts `child` at `place`, the first child that has not been put yet, unless it is there.
#[inline(never)]
fn put(parent: &Element, child: &Element, place: &mut Option<Element>) {
    if place.as_ref() == Some(child) {
        *place = child.next_element_sibling();
    } else {
        parent.insert_before(child, place.as_ref().map(AsRef::as_ref)).unwrap_throw();
    }
}
