//! From what the flow knows of a parcel to a sentence.

use shared::checkout::{Part, ProblemCode};
use shared::text::concat;
use shared::wire::NoShipping;

use crate::copy::Copy;
use crate::copy::phrase::{fill, plural};
use crate::flow::KeptLine;
use crate::flow::view::{
    Arrival, Day, DeliveryNotice, DistrictRow, NoCod, PriceChange, Rescue, ServiceRow, ShippingHint, Why,
};

impl Copy {
    /// No district is called so.
    pub fn district_none(&self, typed: &str) -> String {
        fill(self.parcel.district_none, &[typed])
    }

    /// A search for a district ended.
    pub fn districts(&self, rows: usize, more: bool) -> String {
        let sentence = if more { self.parcel.said_more_districts } else { self.parcel.said_districts };
        fill(sentence, &[&rows.to_string()])
    }

    /// Couriers are being looked for.
    pub fn couriers_loading(&self, district: &str) -> String {
        fill(self.parcel.couriers_loading, &[district])
    }

    /// "Lihat semua kurir (9)".
    pub fn all_couriers(&self, all: usize) -> String {
        fill(self.parcel.all_couriers, &[&all.to_string()])
    }

    /// How many services take no cash.
    pub fn hidden_without_cod(&self, hidden: u32) -> String {
        plural(self.parcel.hidden_without_cod, usize::try_from(hidden).unwrap_or(usize::MAX))
    }

    /// "Tiba Sel, 24 – Rab, 25 Nov".
    pub fn arrival(&self, arrival: &Arrival) -> String {
        match arrival {
            Arrival::Unknown => self.parcel.arrives_unknown.to_owned(),
            Arrival::Today => self.parcel.arrives_today.to_owned(),
            Arrival::Between { from, to, .. } => fill(self.parcel.arrives, &[&self.dates(*from, *to)]),
        }
    }

    fn dates(&self, from: Day, to: Day) -> String {
        if from == to {
            return self.date(to);
        }
        let first = if from.month == to.month { self.weekday_and_day(from) } else { self.date(from) };
        concat(&[&first, " – ", &self.date(to)])
    }

    fn date(&self, day: Day) -> String {
        let month = self.parcel.months.get(usize::from(day.month).wrapping_sub(1)).unwrap_or(&"");
        fill(self.parcel.date, &[self.weekday(day), &day.day.to_string(), month])
    }

    fn weekday_and_day(&self, day: Day) -> String {
        fill(self.parcel.date_short, &[self.weekday(day), &day.day.to_string()])
    }

    fn weekday(&self, day: Day) -> &'static str {
        self.parcel.weekdays.get(usize::from(day.weekday)).unwrap_or(&"")
    }

    /// "2–3 hari"; empty when the courier does not say, or means today.
    pub fn days(&self, arrival: &Arrival) -> String {
        match arrival {
            Arrival::Between { days: (first, last), .. } if *first > 0 && first == last => {
                plural(self.parcel.days, usize::from(*last))
            }
            Arrival::Between { days: (first, last), .. } if *first > 0 => {
                fill(self.parcel.days_between, &[&first.to_string(), &last.to_string()])
            }
            _ => String::new(),
        }
    }

    /// All of a service, for those who hear it: courier and service, price, date, days, badges.
    pub fn service(&self, row: &ServiceRow) -> String {
        let words = &self.parcel;
        let mut all = concat(&[&row.called, ", ", self.cost(row), ", ", &self.arrival(&row.arrival)]);
        let badges =
            [(row.cheapest, words.cheapest), (row.fastest, words.fastest), (row.cod, words.takes_cod)];
        let days = self.days(&row.arrival);
        let days = [(!days.is_empty(), days.as_str())];
        for (_, more) in days.iter().chain(&badges).filter(|(on, _)| *on) {
            all.push_str(", ");
            all.push_str(more);
        }
        all
    }

    /// What a service costs.
    pub fn cost<'a>(&self, row: &'a ServiceRow) -> &'a str {
        if row.is_free { self.parcel.free } else { &row.cost }
    }

    /// What changed about the picked courier.
    pub fn delivery_notice(&self, notice: &DeliveryNotice) -> String {
        match notice {
            DeliveryNotice::PriceChanged { service, old, new, why } => {
                fill(self.parcel.price_changed, &[service, self.why(*why), old, new])
            }
            DeliveryNotice::Refused { code, .. } => self.refused(code).to_owned(),
            DeliveryNotice::Gone { service, why } => {
                fill(self.parcel.service_gone, &[service, self.why(*why)])
            }
        }
    }

    fn refused(&self, code: &ProblemCode) -> &'static str {
        match code {
            ProblemCode::NotAvailable => self.parcel.refused_gone,
            ProblemCode::CannotServe => self.parcel.refused_warehouse,
            ProblemCode::InvalidQuote | ProblemCode::OtherQuote => self.parcel.refused_quote,
            _ => self.parcel.refused,
        }
    }

    fn why(&self, why: Why) -> &'static str {
        let [cart, postal_code, payment, courier] = self.parcel.why;
        match why {
            Why::Cart => cart,
            Why::PostalCode => postal_code,
            Why::Payment => payment,
            Why::Courier => courier,
        }
    }

    /// What an order would cost now, and what it would have cost.
    pub fn price_change(&self, change: &PriceChange) -> String {
        let part = |sentence: &str, amounts: &Option<(String, String)>| {
            amounts.as_ref().map(|(old, new)| concat(&[&fill(sentence, &[old, new]), " "]))
        };
        let (old, new) = &change.total;
        concat(&[
            &part(self.parcel.change_shipping, &change.shipping).unwrap_or_default(),
            &part(self.parcel.change_items, &change.items).unwrap_or_default(),
            &fill(self.parcel.change_total, &[old, new]),
        ])
    }

    /// Why nothing can come, and what to do.
    pub fn no_shipping(&self, reason: &NoShipping) -> &'static str {
        match reason {
            NoShipping::NoWarehouse => self.parcel.none_warehouse,
            NoShipping::NoCodCourier => self.parcel.none_cod,
            _ => self.parcel.none_courier,
        }
    }

    /// Why cash at the door cannot be picked.
    pub fn no_cod(&self, why: &NoCod) -> String {
        match why {
            NoCod::Digital => self.parcel.cod_needs_parcel.to_owned(),
            NoCod::NoCourier => self.parcel.cod_not_here.to_owned(),
            NoCod::Service { service } => fill(self.parcel.cod_not_by_service, &[service]),
        }
    }

    /// The tick for insurance.
    pub fn insure(&self, premium: &str) -> String {
        fill(self.parcel.insure, &[premium])
    }

    /// The tick that cash at the door asks for.
    pub fn cod_ready(&self, amount: &str) -> String {
        fill(self.parcel.cod_ready, &[amount])
    }

    /// "+6 cara lain".
    pub fn compare_others(&self, others: usize) -> String {
        fill(self.parcel.compare_others, &[&others.to_string()])
    }

    /// A line between the goods and the total.
    pub fn part(&self, part: Part) -> &'static str {
        match part {
            Part::Products => self.parcel.part_products,
            Part::Bundles => self.parcel.part_bundles,
            Part::ProductDiscount => self.parcel.part_product_discount,
            Part::CodeDiscount => self.parcel.part_code_discount,
            Part::Shipping => self.parcel.part_shipping,
            Part::Insurance => self.parcel.part_insurance,
            Part::ShippingDiscount => self.parcel.part_shipping_discount,
            Part::OtherIncome => self.parcel.part_other_income,
            Part::UniqueCode => self.parcel.part_unique_code,
        }
    }

    /// What is known of the courier's price; empty when nothing is shipped.
    pub fn shipping_hint(&self, hint: &ShippingHint) -> String {
        match hint {
            ShippingHint::None => String::new(),
            ShippingHint::Unknown => self.parcel.shipping_later.to_owned(),
            ShippingHint::From { cost, to } => fill(self.parcel.shipping_from, &[cost, to]),
            ShippingHint::Chosen { cost, .. } => fill(self.parcel.shipping_within, &[cost]),
        }
    }

    /// The cart as a message to the seller, below a thousand characters; of the address only the
    /// district. The link opens the same cart on the page of this address.
    pub fn rescue(&self, rescue: &Rescue, page: &str) -> String {
        let (store, name) = &rescue.store;
        let host = page.split('/').nth(2).unwrap_or_default();
        let mut text = fill(self.parcel.chat_greeting, &[if name.is_empty() { host } else { name }]);
        let mut link = concat(&[page, "#tumbas="]);
        let mut comma = "";
        for KeptLine { id, quantity, name, .. } in &rescue.lines {
            if link.len() + text.len() > ROOM {
                text.push_str("\n- …");
                break;
            }
            let pieces = quantity.to_string();
            link.push_str(&concat(&[comma, id, ":", &pieces]));
            comma = ",";
            if !name.is_empty() {
                text.push_str(&concat(&["\n- ", &pieces, " × ", name]));
            }
        }
        if let Some(total) = &rescue.total {
            text.push_str(&concat(&["\n", &fill(self.parcel.chat_total, &[total])]));
        }
        if let Some(to) = &rescue.to {
            text.push_str(&concat(&["\n", &fill(self.parcel.chat_district, &[&whole(to)])]));
        }
        let store = if store.is_empty() { String::new() } else { concat(&["&store=", store]) };
        concat(&[&text, "\n", self.parcel.chat_help, "\n", &link, &store])
    }
}

/// Bytes of lines and link after which no further line is told.
const ROOM: usize = 500;

fn whole(district: &DistrictRow) -> String {
    concat(&[&district.name, ", ", &district.city, ", ", &district.province])
}
