//! From a code, or a number, to a sentence.

use shared::checkout::ProblemCode;
use shared::text::concat;
use shared::v3::PaymentKind;
use shared::value::Rupiah;

use super::Copy;
use crate::flow::view::{
    CartNotice, InputError, LoadTrouble, OrderTrouble, Repair, Repaired, Standing, Unavailable,
};
use crate::flow::{Announcement, Input, Step};

/// The template with each `{0}`, `{1}` as the value of that place.
pub(super) fn fill(template: &str, values: &[&str]) -> String {
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let place = part.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        text.push_str(values.get(place).unwrap_or(&""));
        text.push_str(part.get(2..).unwrap_or_default());
    }
    text
}

/// The form for one, or the form for any other number.
pub(super) fn plural(forms: [&str; 2], count: usize) -> String {
    let [one, other] = forms;
    fill(if count == 1 { one } else { other }, &[&count.to_string()])
}

impl Copy {
    /// The heading of a step.
    pub fn step(&self, step: Step) -> &'static str {
        let [store, products, details, delivery, payment, review] = self.steps;
        match step {
            Step::Store => store,
            Step::Products => products,
            Step::Details => details,
            Step::Delivery => delivery,
            Step::Payment => payment,
            Step::Review => review,
        }
    }

    /// "Step 2 of 4".
    pub fn step_of(&self, number: usize, steps: usize) -> String {
        fill(self.step_of, &[&number.to_string(), &steps.to_string()])
    }

    /// Why nothing can be shown.
    pub fn load_trouble(&self, trouble: LoadTrouble) -> &'static str {
        match trouble {
            LoadTrouble::NoAnswer => self.load_no_answer,
            LoadTrouble::Busy => self.load_busy,
            LoadTrouble::Unavailable => self.load_unavailable,
            LoadTrouble::UnknownStore => self.load_unknown_store,
            LoadTrouble::SellerMustAct => self.load_seller_must_act,
            LoadTrouble::NoStore => self.load_no_store,
        }
    }

    /// Why a thing has no "Add".
    pub fn unavailable(&self, why: Unavailable) -> &'static str {
        match why {
            Unavailable::SoldOut => self.sold_out,
        }
    }

    /// "Mulai 12 pcs: Rp 80.000".
    pub fn wholesale(&self, pieces: i64, price: &str) -> String {
        fill(self.wholesale, &[&pieces.to_string(), price])
    }

    /// "Sisa 3".
    pub fn few_left(&self, left: i64) -> String {
        fill(self.few_left, &[&left.to_string()])
    }

    /// "2 barang".
    pub fn pieces(&self, pieces: u32) -> String {
        plural(self.pieces, usize::try_from(pieces).unwrap_or(usize::MAX))
    }

    /// Accessible name of "Add".
    pub fn add_named(&self, name: &str) -> String {
        fill(self.add_named, &[name])
    }

    /// Accessible name of the stepper's minus.
    pub fn fewer_named(&self, name: &str) -> String {
        fill(self.fewer_named, &[name])
    }

    /// Accessible name of the stepper's plus.
    pub fn more_named(&self, name: &str) -> String {
        fill(self.more_named, &[name])
    }

    /// Accessible name of the number box.
    pub fn quantity_named(&self, name: &str) -> String {
        fill(self.quantity_named, &[name])
    }

    /// Accessible name of "Remove".
    pub fn remove_named(&self, name: &str) -> String {
        fill(self.remove_named, &[name])
    }

    /// What the shopper should know about the cart.
    pub fn cart_notice(&self, notice: &CartNotice) -> String {
        let sentence = match notice {
            CartNotice::ItemsGone => self.cart_items_gone,
            CartNotice::LinesRefused => self.cart_lines_refused,
            CartNotice::PriceChanged => self.cart_price_changed,
            CartNotice::Empty => self.cart_nothing_chosen,
            CartNotice::OtherTab => self.cart_other_tab,
            CartNotice::Repaired(repairs) => {
                let mut told = String::new();
                for repair in repairs {
                    told.push_str(&self.repaired(repair));
                }
                return told;
            }
        };
        sentence.to_owned()
    }

    fn repaired(&self, repair: &Repair) -> String {
        let [gone, sold_out, fewer, price] = self.cart_repaired;
        let amount = |number: i64| match repair.what {
            Repaired::Price => Rupiah::new(number).text(),
            _ => number.to_string(),
        };
        let sentence = match repair.what {
            Repaired::Gone => gone,
            Repaired::SoldOut => sold_out,
            Repaired::Fewer => fewer,
            Repaired::Price => price,
        };
        concat(&[&fill(sentence, &[&repair.name, &amount(repair.old), &amount(repair.new)]), " "])
    }

    /// What the page offers at the last moment, and for how much.
    pub fn bump(&self, name: &str, price: &str) -> String {
        fill(self.bump, &[name, price])
    }

    /// What is wrong with a line of the cart.
    pub fn line_problem(&self, code: &ProblemCode) -> &'static str {
        match code {
            ProblemCode::NotSold => self.line_not_sold,
            ProblemCode::SoldOut => self.line_sold_out,
            ProblemCode::NotEnoughStock => self.line_not_enough,
            ProblemCode::OutOfRange => self.line_out_of_range,
            _ => self.line_refused,
        }
    }

    /// The label of a field.
    pub fn label(&self, input: Input) -> &'static str {
        match input {
            Input::Name => self.name,
            Input::Phone => self.phone,
            Input::Email => self.email,
            Input::District => self.district,
            Input::PostalCode => self.postal_code,
            Input::Street => self.street,
            Input::Note => self.note,
        }
    }

    /// The heading of the list of errors.
    pub fn summary(&self, errors: usize) -> String {
        plural(self.summary, errors)
    }

    /// What is wrong with a field, and what to do.
    pub fn input_error(&self, input: Input, error: &InputError) -> String {
        let sentence = match (input, &error.code) {
            (Input::Name, ProblemCode::Required) => self.name_required,
            (Input::Name, ProblemCode::TooLong) => self.name_too_long,
            (Input::Phone, ProblemCode::Required) => self.phone_required,
            (Input::Phone, ProblemCode::TooShort) => self.phone_too_short,
            (Input::Phone, ProblemCode::TooLong) => self.phone_too_long,
            (Input::Phone, ProblemCode::Landline) => self.phone_landline,
            (Input::Phone, ProblemCode::NoCountry) => self.phone_no_country,
            (Input::Email, ProblemCode::Required) => self.email_required,
            (Input::Email, ProblemCode::TooLong) => self.email_too_long,
            (Input::Email, ProblemCode::Malformed) => self.email_malformed,
            (Input::Note, ProblemCode::TooLong) => self.note_too_long,
            (Input::District, ProblemCode::Required) => self.parcel.district_required,
            (Input::District, ProblemCode::UnknownDistrict) => self.parcel.district_unknown,
            (Input::PostalCode, ProblemCode::Required) => self.parcel.postal_required,
            (Input::PostalCode, ProblemCode::Malformed) => self.parcel.postal_malformed,
            (Input::PostalCode, ProblemCode::NotInDistrict) => self.parcel.postal_elsewhere,
            (Input::Street, ProblemCode::Required) => self.parcel.street_required,
            (Input::Street, ProblemCode::TooShort) => self.parcel.street_too_short,
            (Input::Street, ProblemCode::TooLong) => self.parcel.street_too_long,
            _ => self.input_refused,
        };
        fill(sentence, &[&error.digits.to_string()])
    }

    /// The name of a way to pay; brands have one in every language.
    pub fn payment_label<'a>(&self, kind: PaymentKind, label: &'a str) -> &'a str {
        match kind {
            PaymentKind::Card => self.label_card,
            PaymentKind::Hosted => self.label_hosted,
            PaymentKind::BankTransfer => self.label_bank_transfer,
            PaymentKind::Cod => self.label_cod,
            _ => label,
        }
    }

    /// How a way to pay works; empty when we do not know it.
    pub fn payment_hint(&self, kind: PaymentKind) -> &'static str {
        match kind {
            PaymentKind::Qr => self.hint_qr,
            PaymentKind::Ewallet => self.hint_ewallet,
            PaymentKind::VirtualAccount => self.hint_virtual_account,
            PaymentKind::Card => self.hint_card,
            PaymentKind::Retail => self.hint_retail,
            PaymentKind::Hosted => self.hint_hosted,
            PaymentKind::BankTransfer => self.hint_bank_transfer,
            PaymentKind::Cod => self.hint_cod,
            PaymentKind::Other => "",
        }
    }

    /// The order button: the action and the amount.
    pub fn order(&self, total: &str) -> String {
        fill(self.order, &[total])
    }

    /// The order button after a try that failed.
    pub fn order_again(&self, total: &str) -> String {
        fill(self.order_again, &[total])
    }

    /// Why there is no order yet.
    pub fn order_trouble(&self, trouble: OrderTrouble) -> &'static str {
        match trouble {
            OrderTrouble::Unsure => self.order_unsure,
            OrderTrouble::Busy => self.order_busy,
            OrderTrouble::Absent => self.order_absent,
            OrderTrouble::Refused => self.order_refused,
            OrderTrouble::SellerMustAct => self.order_seller_must_act,
            OrderTrouble::Rejected => self.order_rejected,
            OrderTrouble::PriceChanged => self.order_price_changed,
            OrderTrouble::Unquoted => self.order_unquoted,
            OrderTrouble::Offline => self.order_offline,
        }
    }

    /// Heading and sentence of an order that does not stand.
    pub fn unsettled(&self, standing: Standing) -> [&'static str; 2] {
        let [confirming, waiting, review, repeated] = self.unsettled;
        match standing {
            Standing::Confirming => confirming,
            Standing::Waiting => waiting,
            Standing::Review => review,
            Standing::Repeated => repeated,
        }
    }

    /// "Kode pesanan: …".
    pub fn reference(&self, reference: &str) -> String {
        fill(self.reference, &[reference])
    }

    /// What the live region says.
    pub fn announcement(&self, announcement: &Announcement) -> String {
        match announcement {
            Announcement::Added { name, total } => fill(self.said_added, &[name, total]),
            Announcement::Removed { name, total } => fill(self.said_removed, &[name, total]),
            Announcement::Quantity { name, pieces, total } => {
                fill(self.said_quantity, &[name, &pieces.to_string(), total])
            }
            Announcement::Found(count) => fill(self.said_found, &[&count.to_string()]),
            Announcement::Districts { rows, more } => self.districts(*rows, *more),
            Announcement::Couriers { services, cheapest } => {
                fill(self.parcel.said_couriers, &[&services.to_string(), cheapest])
            }
            Announcement::NoCourier(reason) => self.no_shipping(reason).to_owned(),
            Announcement::Delivery(notice) => self.delivery_notice(notice),
            Announcement::Total(total) => fill(self.parcel.said_total, &[total]),
        }
    }
}
