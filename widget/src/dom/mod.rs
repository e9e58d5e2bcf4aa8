//! Draws elements: what the views are written in.
//!
//! A drawing says what stands on the page from top to bottom, every time all of it; `page.js` changes what differs
//! from what stands there. So a view is a function of what it shows, and nothing has to be told what changed. It is
//! written down as one text, since each call of JavaScript would cost more than what it says; no element is ever held
//! here. Text goes into text nodes and attributes only, never through a parser of HTML.

mod page;

pub use page::{begin, end, focus};
use std::cell::RefCell;
use std::mem::{ManuallyDrop, replace, take};

use web_sys::Element;

thread_local! {
    /// Never let go of, which takes no code.
    static DRAWING: RefCell<ManuallyDrop<String>> = const { RefCell::new(ManuallyDrop::new(String::new())) };
}

/// What is done when something is heard, by its number in this drawing; see `App::on`.
#[derive(Clone, Copy)]
pub struct Handler(u32);

impl Handler {
    /// The one that [`begin`]'s `hear` knows by this number.
    pub fn numbered(number: u32) -> Self {
        Self(number)
    }
}

/// Has `drawing` draw in `root`.
pub fn draw(root: &Element, drawing: impl FnOnce()) {
    let outer = DRAWING.with_borrow_mut(|drawing| take(&mut **drawing));
    drawing();
    let drawing = DRAWING.with_borrow_mut(|drawing| replace(&mut **drawing, outer));
    page::draw(root, &drawing);
}

/// Writes down a sign of `page.js`, or one of its texts. What ends each is left out of it: nothing that is drawn can
/// become a sign, and no page can show it.
#[inline(never)]
fn say(text: &str) {
    DRAWING.with_borrow_mut(|drawing| {
        text.split('\0').for_each(|part| drawing.push_str(part));
        drawing.push('\0');
    });
}

/// A yes or no, as JavaScript takes a text for one.
fn yes(on: bool) -> &'static str {
    if on { "1" } else { "" }
}

/// An element that is being drawn. What is drawn stands in it until it is let go of, so it is made where it
/// stands, and not before.
pub struct El {
    #[cfg(debug_assertions)]
    depth: u32,
}

#[cfg(debug_assertions)]
thread_local! {
    static DEPTH: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// An element with its classes: `button.tb-button.tb-primary`.
#[inline(never)]
pub fn el(selector: &str) -> El {
    row(selector, "")
}

/// An element that is told by its key from others that are drawn alike: it stays the same one wherever it goes.
#[inline(never)]
pub fn row(selector: &str, key: &str) -> El {
    say("<");
    say(selector);
    say(key);
    El {
        #[cfg(debug_assertions)]
        depth: DEPTH.replace(DEPTH.get() + 1),
    }
}

impl Drop for El {
    fn drop(&mut self) {
        #[cfg(debug_assertions)]
        {
            DEPTH.set(DEPTH.get() - 1);
            assert_eq!(DEPTH.get(), self.depth, "an element was made before what it stands in");
        }
        close();
    }
}

#[inline(never)]
fn close() {
    DRAWING.with_borrow_mut(|drawing| drawing.push_str(">\0"));
}

#[expect(clippy::return_self_not_must_use, reason = "it is drawn also when the answer is dropped")]
impl El {
    /// An attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        say("=");
        say(name);
        say(value);
        self
    }

    /// An attribute that is there while `on`.
    #[inline(never)]
    pub fn attr_if(self, on: bool, name: &str, value: &str) -> Self {
        if on { self.attr(name, value) } else { self }
    }

    /// An attribute without a value, there while `on`.
    pub fn flag(self, name: &str, on: bool) -> Self {
        self.attr_if(on, name, "")
    }

    /// Its `id`: the same on every load, and no other checkout's.
    #[inline(never)]
    pub fn id(self, part: &str) -> Self {
        self.refer("id", part)
    }

    /// An attribute that names another part by its `id`.
    #[inline(never)]
    pub fn refer(self, name: &str, part: &str) -> Self {
        say("#");
        say(name);
        say(part);
        self
    }

    /// A text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        say(".");
        say(text);
        self
    }

    /// A child.
    pub fn child(self, child: Self) -> Self {
        drop(child);
        self
    }

    /// A child that is there at times.
    pub fn maybe(self, child: Option<Self>) -> Self {
        drop(child);
        self
    }

    /// What `draw` draws.
    pub fn inside(self, draw: impl FnOnce()) -> Self {
        draw();
        self
    }

    /// The text of a control, of a list to pick from after its options. It is written when it is another
    /// than before, so that what is being typed stays.
    #[inline(never)]
    pub fn value(self, text: &str) -> Self {
        say("v");
        say(text);
        self
    }

    /// Whether a box is ticked or a way picked.
    #[inline(never)]
    pub fn checked(self, on: bool) -> Self {
        say("c");
        say(yes(on));
        self
    }

    /// It comes into the window once that is due.
    #[inline(never)]
    pub fn reveal(self, due: bool) -> Self {
        say("r");
        say(yes(due));
        self
    }

    /// Runs `handler` at each event of that name. Forms are not sent, and the browser does nothing else at keys and at
    /// the mouse's button.
    pub fn on(self, event: &str, handler: Handler) -> Self {
        self.listen(event, "", handler)
    }

    /// Runs `handler` when this key is pressed.
    pub fn on_key(self, key: &str, handler: Handler) -> Self {
        self.listen("keydown", key, handler)
    }

    #[inline(never)]
    fn listen(self, event: &str, key: &str, handler: Handler) -> Self {
        say("!");
        say(event);
        say(key);
        say(&handler.0.to_string());
        self
    }

    /// Runs `handler` when it is pressed, by whatever means.
    #[inline(never)]
    pub fn on_press(self, handler: Handler) -> Self {
        self.on("click", handler)
    }
}
