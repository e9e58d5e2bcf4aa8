//! Lists whose rows keep their elements while their keys stay: pictures do
//! not flicker, and a hand on a stepper keeps its place.

use std::mem;

use web_sys::Element;

use super::El;
use super::page::{focused_within, give_back, insert};
use crate::signal::{Give, Owner, at_end, effect};

struct Row {
    key: String,
    owner: Owner,
    el: El,
}

#[expect(clippy::return_self_not_must_use, reason = "the element is changed also when the answer is dropped")]
impl El {
    /// One child for each key, drawn once and taken away with its key; what
    /// changes in a row, the row follows by itself. The element must have no
    /// other children.
    pub fn rows(
        self,
        keys: impl FnMut() -> Vec<String> + 'static,
        draw: impl Fn(&str) -> Self + 'static,
    ) -> Self {
        follow_rows(&self.0, Box::new(keys), Box::new(draw));
        self
    }
}

#[inline(never)]
fn follow_rows(parent: &Element, mut keys: Box<dyn Give<Vec<String>>>, draw: Box<dyn Fn(&str) -> El>) {
    let parent = parent.clone();
    let scope = Owner::new();
    let mut rows = Vec::<Row>::new();
    effect({
        let scope = scope.clone();
        move || {
            let focused = focused_within(&parent);
            let mut old = mem::take(&mut rows);
            for key in keys.give() {
                rows.push(match old.iter().position(|row| row.key == key) {
                    Some(index) => old.swap_remove(index),
                    None => drawn(&scope, key, &*draw),
                });
            }
            for row in old {
                row.owner.cleanup();
                row.el.0.remove();
            }
            let mut place = parent.first_element_child();
            for row in &rows {
                put(&parent, &row.el.0, &mut place);
            }
            if let Some(focused) = focused {
                give_back(&focused, &parent);
            }
        }
    });
    at_end(move || drop(scope));
}

fn drawn(scope: &Owner, key: String, draw: &dyn Fn(&str) -> El) -> Row {
    let owner = scope.child();
    let el = owner.with(|| draw(&key));
    Row { key, owner, el }
}

/// Puts `child` at `place`, the first child that has not been put yet, unless it is there.
fn put(parent: &Element, child: &Element, place: &mut Option<Element>) {
    if place.as_ref() == Some(child) {
        *place = child.next_element_sibling();
    } else {
        insert(parent, child, place.as_ref());
    }
}
