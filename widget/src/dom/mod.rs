//! Draws elements: what the views are written in.
//!
//! A drawing says what stands on the page from top to bottom, every time all of it; `page.js` changes what differs
//! from what stands there. So a view is a function of what it shows, and nothing has to be told what changed. Each call
//! is one call of JavaScript: no element is ever held here. Text goes into text nodes and attributes only, never
//! through a parser of HTML.

mod page;

pub use page::{begin, end, focus};
use web_sys::Element;

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
    page::enter(root);
    drawing();
    page::leave();
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
    page::open(selector, key);
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
        page::close();
    }
}

#[expect(clippy::return_self_not_must_use, reason = "it is drawn also when the answer is dropped")]
impl El {
    /// An attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        page::attribute(name, value);
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
    pub fn refer(self, name: &str, part: &str) -> Self {
        page::refer(name, part);
        self
    }

    /// A text.
    pub fn text(self, text: &str) -> Self {
        page::text(text);
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
    pub fn value(self, text: &str) -> Self {
        page::value(text);
        self
    }

    /// Whether a box is ticked or a way picked.
    pub fn checked(self, on: bool) -> Self {
        page::checked(on);
        self
    }

    /// It comes into the window once that is due.
    pub fn reveal(self, due: bool) -> Self {
        page::reveal(due);
        self
    }

    /// Runs `handler` at each event of that name. Forms are not sent, and the browser does nothing else at keys and at
    /// the mouse's button.
    pub fn on(self, event: &str, handler: Handler) -> Self {
        page::listen(event, "", handler.0);
        self
    }

    /// Runs `handler` when this key is pressed.
    pub fn on_key(self, key: &str, handler: Handler) -> Self {
        page::listen("keydown", key, handler.0);
        self
    }

    /// Runs `handler` when it is pressed, by whatever means.
    #[inline(never)]
    pub fn on_press(self, handler: Handler) -> Self {
        self.on("click", handler)
    }
}
