//! Every word a shopper reads, in every language. The flow speaks in codes;
//! only this module speaks to people: what happened, and what to do.
//!
//! A sentence with `{0}` in it is a template; the methods fill it, and say what with. The fields' names are
//! what sellers call sentences by (`widget/npm/src/sentences.ts`).

mod en;
mod id;
mod parcel;
mod phrase;
mod sentences;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use en::EN;
pub use id::{ANDA, KAMU};
pub use parcel::Parcel;

use sentences::{Sentences, sentences};

sentences! {
    /// One language. A sentence that is missing does not compile.
    #[expect(missing_docs, reason = "the names say where a sentence stands, the sentences what it says")]
    pub struct Copy {
        /// For the `lang` attribute.
        pub lang: &'static str,

        pub close: &'static str,
        pub back: &'static str,
        pub change: &'static str,
        pub retry: &'static str,
        pub ask_seller: &'static str,
        pub proceed: &'static str,
        pub loading: &'static str,
        pub loading_slowly: &'static str,
        /// What the progress list is called.
        pub progress: &'static str,
        /// Headings of the steps, in their order.
        pub steps: [&'static str; 6],
        /// Step number and how many there are.
        pub step_of: &'static str,

        pub load_no_answer: &'static str,
        pub load_busy: &'static str,
        pub load_unavailable: &'static str,
        pub load_unknown_store: &'static str,
        pub load_seller_must_act: &'static str,
        pub load_no_store: &'static str,

        pub other_store: &'static str,
        pub search: &'static str,
        pub searching: &'static str,
        pub no_match: &'static str,
        pub nothing_sold: &'static str,
        pub all_products: &'static str,
        pub show_more: &'static str,
        pub more_failed: &'static str,
        pub bundles: &'static str,
        pub products: &'static str,
        pub bundle_holds: &'static str,
        pub variant: &'static str,
        pub choose: &'static str,
        pub done: &'static str,
        pub add: &'static str,
        /// Name of the thing.
        pub add_named: &'static str,
        /// Name of the thing.
        pub fewer_named: &'static str,
        /// Name of the thing.
        pub more_named: &'static str,
        /// Name of the thing.
        pub quantity_named: &'static str,
        /// Name of the thing.
        pub remove_named: &'static str,
        pub remove: &'static str,
        pub sold_out: &'static str,
        /// Pieces left.
        pub few_left: &'static str,
        /// From how many pieces on, and what one costs then.
        pub wholesale: &'static str,

        pub cart: &'static str,
        pub cart_empty: &'static str,
        /// Pieces; one, and any other number.
        pub pieces: [&'static str; 2],
        pub total: &'static str,
        pub cart_items_gone: &'static str,
        pub cart_lines_refused: &'static str,
        pub cart_price_changed: &'static str,
        pub cart_nothing_chosen: &'static str,
        pub cart_other_tab: &'static str,
        /// Name of the thing; of fewer pieces and of another price also what was, and what is.
        pub cart_repaired: [&'static str; 4],

        pub all_required: &'static str,
        pub optional: &'static str,
        pub name: &'static str,
        pub phone: &'static str,
        pub phone_hint: &'static str,
        pub email: &'static str,
        pub email_hint: &'static str,
        pub district: &'static str,
        pub postal_code: &'static str,
        pub street: &'static str,
        pub note: &'static str,
        pub note_open: &'static str,
        pub details_remember: &'static str,
        pub details_forgotten: &'static str,
        /// How many fields; one, and any other number.
        pub summary: [&'static str; 2],
        pub name_required: &'static str,
        pub name_too_long: &'static str,
        pub phone_required: &'static str,
        /// Digits typed.
        pub phone_too_short: &'static str,
        /// Digits typed.
        pub phone_too_long: &'static str,
        pub phone_landline: &'static str,
        pub phone_no_country: &'static str,
        pub email_required: &'static str,
        pub email_too_long: &'static str,
        pub email_malformed: &'static str,
        pub note_too_long: &'static str,
        pub input_refused: &'static str,

        pub line_not_sold: &'static str,
        pub line_sold_out: &'static str,
        pub line_not_enough: &'static str,
        pub line_out_of_range: &'static str,
        pub line_refused: &'static str,

        pub pay_how: &'static str,
        pub payment_missing: &'static str,
        pub payment_none: &'static str,
        pub label_card: &'static str,
        pub label_hosted: &'static str,
        pub label_bank_transfer: &'static str,
        pub label_cod: &'static str,
        pub hint_qr: &'static str,
        pub hint_ewallet: &'static str,
        pub hint_virtual_account: &'static str,
        pub hint_card: &'static str,
        pub hint_retail: &'static str,
        pub hint_hosted: &'static str,
        pub hint_bank_transfer: &'static str,
        pub hint_cod: &'static str,

        pub review_items: &'static str,
        pub review_details: &'static str,
        pub review_payment: &'static str,
        pub leaving_soon: &'static str,
        /// Total.
        pub order: &'static str,
        /// Total.
        pub order_again: &'static str,
        pub placing: &'static str,
        pub order_unsure: &'static str,
        pub order_busy: &'static str,
        pub order_absent: &'static str,
        pub order_refused: &'static str,
        pub order_seller_must_act: &'static str,
        pub order_rejected: &'static str,
        pub order_price_changed: &'static str,
        pub order_unquoted: &'static str,
        pub order_offline: &'static str,
        pub take_back: &'static str,
        /// Name of the thing.
        pub bump: &'static str,

        /// Heading and sentence of an order that does not stand, by its standing.
        pub unsettled: [[&'static str; 2]; 4],
        pub unsettled_slow: &'static str,
        pub check_now: &'static str,
        pub copy_link: &'static str,
        pub link_copied: &'static str,
        pub link_kept: &'static str,
        pub order_anyway: &'static str,
        /// The reference.
        pub reference: &'static str,
        pub placed: &'static str,
        pub placed_opening: &'static str,
        pub placed_seller_writes: &'static str,
        pub pay_now: &'static str,
        pub see_order: &'static str,

        pub leave_ask: &'static str,
        pub leave: &'static str,
        pub stay: &'static str,

        /// Name and total.
        pub said_added: &'static str,
        /// Name and total.
        pub said_removed: &'static str,
        /// Name, pieces and total.
        pub said_quantity: &'static str,
        /// How many products.
        pub said_found: &'static str,

        /// Of what is shipped.
        pub parcel: Parcel,
    }
}

impl Copy {
    /// The sentences of a file that [`Copy::text`] wrote; what it lacks is left blank.
    pub fn read(text: &'static str) -> Self {
        let mut copy = Self::BLANK;
        copy.take(&mut text.split('\n'));
        copy
    }

    /// One sentence a line, in the order of the fields.
    pub fn text(&self) -> String {
        let sentences: Vec<_> = self.list().into_iter().map(|(_, sentence)| sentence).collect();
        sentences.join("\n")
    }

    /// Each sentence with its name; of several under one name, each with its place.
    pub fn list(&self) -> Vec<(String, &'static str)> {
        let mut all = Vec::new();
        Sentences::list(self, "", &mut all);
        all
    }
}
