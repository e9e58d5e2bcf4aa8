//! What is said of a parcel: where it goes, who brings it, what that costs.

mod en;
mod id;
mod phrase;

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) mod tests;

pub(super) use en::EN;
pub(super) use id::{ANDA, KAMU};

use super::sentences::sentences;

sentences! {
    /// The words of one language about a parcel. A sentence that is missing does not compile.
    #[expect(missing_docs, reason = "the names say where a sentence stands, the sentences what it says")]
    pub struct Parcel {
        pub address: &'static str,
        pub district_hint: &'static str,
        pub district_change: &'static str,
        pub district_searching: &'static str,
        /// What was typed.
        pub district_none: &'static str,
        pub district_none_hint: &'static str,
        pub district_digits: &'static str,
        pub district_more: &'static str,
        pub district_failed: &'static str,
        pub postal_pick: &'static str,
        pub street_hint: &'static str,
        pub street_vague: &'static str,
        pub paste_open: &'static str,
        pub paste: &'static str,
        pub paste_hint: &'static str,
        pub paste_found: &'static str,
        pub paste_nothing: &'static str,
        pub paste_use: &'static str,
        pub paste_cancel: &'static str,

        pub district_required: &'static str,
        pub district_unknown: &'static str,
        pub postal_required: &'static str,
        pub postal_malformed: &'static str,
        pub postal_elsewhere: &'static str,
        pub street_required: &'static str,
        pub street_too_short: &'static str,
        pub street_too_long: &'static str,

        /// Name of the district.
        pub couriers_loading: &'static str,
        pub couriers_refreshing: &'static str,
        pub courier_how: &'static str,
        pub courier_missing: &'static str,
        pub cheapest: &'static str,
        pub fastest: &'static str,
        pub takes_cod: &'static str,
        pub free: &'static str,
        /// How many there are.
        pub all_couriers: &'static str,
        pub incomplete: &'static str,
        /// What it costs.
        pub insure: &'static str,
        /// A date, or two.
        pub arrives: &'static str,
        pub arrives_today: &'static str,
        pub arrives_unknown: &'static str,
        /// Weekday, day, month.
        pub date: &'static str,
        /// Weekday and day.
        pub date_short: &'static str,
        /// From Sunday on.
        pub weekdays: [&'static str; 7],
        pub months: [&'static str; 12],
        /// Days; one, and any other number.
        pub days: [&'static str; 2],
        /// First and last.
        pub days_between: &'static str,

        /// Service, why, old price, new price.
        pub price_changed: &'static str,
        /// Service, why.
        pub service_gone: &'static str,
        pub refused_gone: &'static str,
        pub refused_warehouse: &'static str,
        pub refused_quote: &'static str,
        pub refused: &'static str,
        /// Because of the cart, the postal code, the way to pay, the courier.
        pub why: [&'static str; 4],
        /// Old price, new price.
        pub change_shipping: &'static str,
        /// Old price, new price.
        pub change_items: &'static str,
        /// Old price, new price.
        pub change_total: &'static str,
        /// How many; one, and any other number.
        pub hidden_without_cod: [&'static str; 2],

        pub none_warehouse: &'static str,
        pub none_courier: &'static str,
        pub none_cod: &'static str,
        pub none_answer: &'static str,
        pub other_address: &'static str,
        pub other_payment: &'static str,
        pub order_by_chat: &'static str,
        /// Store.
        pub chat_greeting: &'static str,
        /// Amount.
        pub chat_total: &'static str,
        /// District.
        pub chat_district: &'static str,
        pub chat_help: &'static str,

        pub cod_needs_parcel: &'static str,
        pub cod_not_here: &'static str,
        pub cod_not_by_service: &'static str,
        /// Amount.
        pub cod_ready: &'static str,
        pub cod_ready_missing: &'static str,
        pub compare: &'static str,
        pub compare_close: &'static str,
        pub compare_caption: &'static str,
        /// How many.
        pub compare_others: &'static str,
        pub compare_nothing: &'static str,
        pub compare_loading: &'static str,

        pub review_to: &'static str,
        pub review_by: &'static str,
        pub part_goods: &'static str,
        pub part_products: &'static str,
        pub part_bundles: &'static str,
        pub part_product_discount: &'static str,
        pub part_code_discount: &'static str,
        pub part_shipping: &'static str,
        pub part_insurance: &'static str,
        pub part_shipping_discount: &'static str,
        pub part_other_income: &'static str,
        pub part_unique_code: &'static str,
        /// Lowest price, district.
        pub shipping_from: &'static str,
        pub shipping_later: &'static str,
        /// Price.
        pub shipping_within: &'static str,

        /// How many.
        pub said_districts: &'static str,
        /// How many are shown.
        pub said_more_districts: &'static str,
        /// How many, the lowest price.
        pub said_couriers: &'static str,
        /// Amount.
        pub said_total: &'static str,
    }
}
