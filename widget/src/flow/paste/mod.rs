//! A pasted address: "Budi 0812… Jl … Kec … Kota … 17510", split on this
//! device into fields, for the shopper to confirm.

mod label;
mod number;
mod split;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use split::split;

use super::view::{PasteView, Pasted};
use super::{Effect, Flow, Input, Target};

/// The box, and what was found in its text.
#[derive(Default)]
pub(super) struct Paste {
    open: bool,
    found: Option<Pasted>,
}

impl Paste {
    pub(super) fn view(&self) -> PasteView {
        PasteView { open: self.open, found: self.found.clone() }
    }
}

impl Flow {
    /// [`Event::PasteOpened`](super::Event::PasteOpened)
    pub(super) fn open_paste(&mut self, open: bool) {
        self.paste = Paste { open, found: None };
    }

    /// [`Event::AddressPasted`](super::Event::AddressPasted)
    pub(super) fn paste_address(&mut self, text: &str) {
        self.paste.found = (!text.trim().is_empty()).then(|| split(text));
    }

    /// [`Event::PasteTaken`](super::Event::PasteTaken)
    pub(super) fn take_pasted(&mut self) {
        let Some(found) = self.paste.found.take() else { return };
        self.paste.open = false;
        let fills = [(Input::Name, found.name), (Input::Phone, found.phone), (Input::Street, found.street)];
        for (input, text) in fills {
            if self.details.entry(input).text.trim().is_empty() && !text.is_empty() {
                self.typed(input, text);
            }
        }
        if self.districts.chosen.is_none() {
            self.districts.hoped_code = found.postal_code;
            if !found.district.is_empty() {
                self.details.district.text = found.district;
                self.search_district(0);
                self.outbox.push(Effect::Focus(Target::Input(Input::District)));
            }
        } else if self.details.postal_code.text.trim().is_empty() {
            self.typed(Input::PostalCode, found.postal_code);
        }
    }
}
