//! What the page says when it puts a checkout there.

use js_sys::Function;
use shared::text::concat;
use wasm_bindgen::prelude::*;

use crate::copy::Copy;
use crate::each::each;
use crate::effects::browser::member;
use crate::effects::read::{read, readable};
use crate::flow::{Asked, Options, Prefill};

/// The options of `mount`, as they come from JavaScript. All may be left out
/// but `edge` and `words`.
pub struct Given {
    edge: String,
    words: String,
    store: Option<String>,
    items: Option<Vec<GivenItem>>,
    customer: Option<GivenCustomer>,
    whatsapp: Option<String>,
    bump: Option<String>,
}

struct GivenItem {
    id: String,
    quantity: Option<i64>,
}

#[derive(Default)]
struct GivenCustomer {
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
}

readable! {
    Given { edge, words, store, items, customer, whatsapp, bump }
    GivenItem { id, quantity }
    GivenCustomer { name, phone, email, address }
}

/// What a checkout knows of where it stands.
pub struct Place {
    /// Begins each `id`.
    pub prefix: String,
    /// The edge's origin, without a slash at its end.
    pub edge: String,
    /// The name of its memory in storage: one for each store, so that every
    /// page with the tag shows the same cart.
    pub memory: String,
    /// The seller's WhatsApp, as a link.
    pub contact: Option<String>,
    /// Closes the overlay that the checkout is in.
    pub close: Option<Function>,
    /// Says where the shopper came from, as an order takes it along.
    pub metadata: Option<Function>,
}

impl Given {
    /// Reads the options.
    pub fn read(options: &JsValue) -> Result<Self, JsError> {
        read(options).map_err(|_| JsError::new("mount: an option is of another type than it should be"))
    }

    /// The words to speak in; as long-lived as the [`App`](crate::app::App), and as little of it is ever freed.
    pub fn words(&self) -> &'static Copy {
        Box::leak(Box::new(Copy::read(Box::leak(self.words.clone().into_boxed_str()))))
    }

    /// Where the checkout stands.
    pub fn place(&self, prefix: String, options: &JsValue) -> Place {
        let function = |name: &str| member(options, name).dyn_into().ok();
        Place {
            prefix,
            edge: self.edge.trim_end_matches('/').to_owned(),
            memory: concat(&["tumbas:", self.store.as_deref().unwrap_or_default()]),
            contact: self.whatsapp.as_deref().and_then(contact),
            close: function("close"),
            metadata: function("metadata"),
        }
    }

    /// What the flow decides on.
    pub fn for_flow(self) -> Options {
        let customer = self.customer.unwrap_or_default();
        Options {
            store: self.store.filter(|store| !store.is_empty()),
            items: asked(self.items.unwrap_or_default()),
            bump: self.bump,
            customer: Prefill {
                name: customer.name.unwrap_or_default(),
                phone: customer.phone.unwrap_or_default(),
                email: customer.email.unwrap_or_default(),
                address: customer.address.unwrap_or_default(),
            },
        }
    }
}

/// Things that another buy button asks for.
pub fn asked_later(items: &JsValue) -> Vec<Asked> {
    read(items).map(asked).unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "what is read has no other owner")]
fn asked(items: Vec<GivenItem>) -> Vec<Asked> {
    each(&items, |item| Asked { id: item.id.clone(), quantity: item.quantity.unwrap_or(1) })
}

/// A WhatsApp number, however it is written, as a link.
fn contact(number: &str) -> Option<String> {
    let phone: shared::value::Phone = number.parse().ok()?;
    Some(concat(&["https://wa.me/", phone.as_str()]))
}
