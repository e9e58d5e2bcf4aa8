//! Helpers: a shopper who buys what is shipped.

use shared::wire::{District, ShippingOption, ShippingOptions, ShippingRequest};

use super::*;

pub(super) fn district(id: i64, name: &str, city: &str) -> District {
    District {
        id,
        display: format!("{name}, {city}, Jawa Barat"),
        subdistrict_name: name.into(),
        city_name: city.into(),
        province_name: "Jawa Barat".into(),
    }
}

pub(super) fn coblong() -> District {
    district(6033, "Coblong", "Kota Bandung")
}

/// Three days, no cash; `service` decides the names.
pub(super) fn option(service: i64, courier: &str, cost: i64) -> ShippingOption {
    ShippingOption {
        shipping_quote: format!("v1.{service}.{cost}"),
        warehouse_unique_id: "warehouse_1".into(),
        warehouse_name: "Gudang Bandung".into(),
        courier_service_id: service,
        courier_code: courier.to_lowercase(),
        courier_name: courier.into(),
        service_name: format!("S{service}"),
        shipment_provider_code: None,
        shipping_cost: Rupiah::new(cost),
        insurance_cost: None,
        etd: Some("3".into()),
        is_cod: false,
    }
}

pub(super) fn cash(option: ShippingOption) -> ShippingOption {
    ShippingOption { is_cod: true, ..option }
}

/// JNE for 9.000 and with cash for 11.000, J&T with cash for 10.000.
pub(super) fn usual() -> Vec<ShippingOption> {
    vec![option(1, "JNE", 9_000), cash(option(2, "J&T", 10_000)), cash(option(3, "JNE", 11_000))]
}

pub(super) fn method(code: &str) -> PaymentMethodCode {
    PaymentMethodCode::new(code)
}

impl Shopper {
    /// At the details with a shirt in the cart, name and number typed.
    pub(super) fn with_shirt() -> Self {
        let mut shopper = Self::in_store();
        shopper.does(Event::Added(item("variant_shirt")));
        shopper.does(Event::Continued(Step::Products));
        shopper.types(Input::Name, "Sari Dewi");
        shopper.types(Input::Phone, "0812 0000 0001");
        shopper
    }

    /// The same in Coblong, whose only postal code is 40132, at Jl. Dago 5.
    pub(super) fn addressed() -> Self {
        let mut shopper = Self::with_shirt();
        shopper.goes_to(coblong());
        shopper.is_given_codes(&["40132"]);
        shopper.types(Input::Street, "Jl. Dago No. 5");
        shopper
    }

    /// At the delivery, with the usual couriers.
    pub(super) fn at_delivery() -> Self {
        let mut shopper = Self::addressed();
        shopper.is_quoted(usual());
        shopper.does(Event::Continued(Step::Details));
        assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
        shopper
    }

    /// At the payment, J&T for 10.000 picked.
    pub(super) fn picked() -> Self {
        let mut shopper = Self::at_delivery();
        shopper.does(Event::CourierChosen(2));
        shopper.does(Event::Continued(Step::Delivery));
        assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
        shopper
    }

    /// At the review of that parcel, paid with QRIS.
    pub(super) fn parcel_reviewed() -> Self {
        let mut shopper = Self::picked();
        shopper.does(Event::PaymentChosen(method("qris")));
        shopper.does(Event::Continued(Step::Payment));
        assert_eq!(shopper.screen(), Screen::Step(Step::Review));
        shopper
    }

    /// That order is out, under the key `key-1`.
    pub(super) fn parcel_ordered() -> Self {
        let mut shopper = Self::parcel_reviewed();
        shopper.does(Event::Submitted);
        shopper.does(Event::KeyDrawn("key-1".into()));
        assert_eq!(shopper.keys(), ["key-1"]);
        shopper
    }

    pub(super) fn goes_to(&mut self, district: District) -> Vec<Effect> {
        self.types(Input::District, &district.subdistrict_name);
        let id = district.id;
        self.is_shown(vec![district]);
        self.does(Event::DistrictChosen(id))
    }

    pub(super) fn is_shown(&mut self, districts: Vec<District>) -> Vec<Effect> {
        let number = self.search().unwrap().0;
        self.does(Event::DistrictsLoaded { number, answer: Ok(page(districts, None)) })
    }

    pub(super) fn is_given_codes(&mut self, codes: &[&str]) -> Vec<Effect> {
        let number = self.codes_asked().unwrap().0;
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        self.does(Event::PostalCodesLoaded { number, answer: Ok(Page::whole(codes)) })
    }

    /// The last question about couriers is answered so.
    pub(super) fn is_quoted(&mut self, data: Vec<ShippingOption>) -> Vec<Effect> {
        let number = self.question().unwrap().0;
        self.is_quoted_for(number, data)
    }

    pub(super) fn is_quoted_for(&mut self, number: u32, data: Vec<ShippingOption>) -> Vec<Effect> {
        let answer = Ok(Box::new(self.offers(data)));
        self.does(Event::ShippingLoaded { number, answer })
    }

    pub(super) fn offers(&self, data: Vec<ShippingOption>) -> ShippingOptions {
        ShippingOptions {
            data,
            items_total: self.flow.subtotal(),
            weight: 250,
            expires_at: i64::try_from(self.now / 1000).unwrap() + 900,
            hidden_without_cod: 0,
            is_incomplete: false,
            reason: None,
        }
    }

    /// Number, text and pause of the last search for a district.
    pub(super) fn search(&self) -> Option<(u32, &str, u32)> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::LoadDistricts { number, search, after_ms, .. } => {
                Some((*number, search.as_str(), *after_ms))
            }
            _ => None,
        })
    }

    /// Number and district of the last request for postal codes.
    pub(super) fn codes_asked(&self) -> Option<(u32, i64)> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::LoadPostalCodes { number, district, .. } => Some((*number, *district)),
            _ => None,
        })
    }

    /// Every question about couriers.
    pub(super) fn questions(&self) -> Vec<(u32, &ShippingRequest)> {
        let asked = self.effects.iter().filter_map(|effect| match effect {
            Effect::LoadShipping { number, request, .. } => Some((*number, request.as_ref())),
            _ => None,
        });
        asked.collect()
    }

    /// The last of them.
    pub(super) fn question(&self) -> Option<(u32, &ShippingRequest)> {
        self.questions().pop()
    }

    pub(super) fn address(&self) -> view::AddressView {
        self.details().address.unwrap()
    }

    pub(super) fn delivery(&self) -> view::DeliveryView {
        self.flow.delivery_view().unwrap()
    }

    /// (service, cost) of every row that is shown.
    pub(super) fn rows(&self) -> Vec<(i64, String)> {
        let cards = self.delivery().couriers;
        cards.into_iter().flat_map(|card| card.services).map(|row| (row.service, row.cost)).collect()
    }

    pub(super) fn review(&self) -> view::ReviewView {
        self.flow.review_view().unwrap()
    }

    pub(super) fn chosen(&self) -> Option<(i64, i64)> {
        let chosen = self.flow.courier.chosen.as_ref()?;
        Some((chosen.courier_service_id, chosen.shipping_cost.amount()))
    }
}

pub(super) fn rp(text: &str) -> String {
    format!("Rp\u{a0}{text}")
}
