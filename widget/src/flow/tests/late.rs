//! Answers that come late and out of order: what was chosen last always wins.

use proptest::prelude::*;
use shared::wire::{ShippingOption, ShippingRequest};

use super::parcel::{cash, district, method, option, rp};
use super::*;
use crate::flow::stage::Sending;

const METHODS: [&str; 4] = ["qris", "va_bca", "cod", "payment_link"];
const CODES: [&str; 3] = ["40132", "40135", ""];

/// A request that no answer came to yet.
enum Pending {
    Districts(u32, String),
    Codes(u32, i64),
    Shipping(u32, ShippingRequest),
}

/// What the edge says to this very question: its price is the question's, and
/// so is the name of one of its services.
fn quotes(asked: &ShippingRequest) -> Vec<ShippingOption> {
    let method = METHODS.iter().position(|code| *code == asked.payment_method).unwrap();
    let pieces: i64 = asked.ordervariants.iter().map(|line| line.quantity).sum();
    let code = CODES.iter().position(|code| *code == asked.postal_code).unwrap();
    let cost = 1_000 * asked.location_id
        + 100 * i64::try_from(method).unwrap()
        + 10 * pieces
        + i64::try_from(code).unwrap();
    vec![cash(option(asked.location_id, "JNE", cost)), cash(option(100, "J&T", cost + 500))]
}

struct Network {
    shopper: Shopper,
    pending: Vec<Pending>,
}

impl Network {
    fn new() -> Self {
        let mut network = Self { shopper: Shopper::with_shirt(), pending: vec![] };
        network.sends(Event::Typed { input: Input::Street, text: "Jl. Dago No. 5".into() });
        network
    }

    /// Everything chosen, at the review.
    fn at_review() -> Self {
        let mut network = Self::new();
        network.chooses(0);
        network.settles(&[0]);
        for event in [
            Event::Continued(Step::Details),
            Event::CourierChosen(100),
            Event::Continued(Step::Delivery),
            Event::PaymentChosen(method("qris")),
            Event::Continued(Step::Payment),
        ] {
            network.sends(event);
        }
        assert_eq!(network.shopper.screen(), Screen::Step(Step::Review));
        network
    }

    fn sends(&mut self, event: Event) {
        for effect in self.shopper.does(event) {
            match effect {
                Effect::PlaceOrder { draft, .. } => self.is_ordered_as_shown(&draft),
                Effect::LoadDistricts { number, search, .. } => {
                    self.pending.push(Pending::Districts(number, search));
                }
                Effect::LoadPostalCodes { number, district, .. } => {
                    self.pending.push(Pending::Codes(number, district));
                }
                Effect::LoadShipping { number, request, .. } => {
                    self.pending.push(Pending::Shipping(number, *request));
                }
                _ => {}
            }
        }
    }

    /// The quote that leaves is for the price in the total on the button.
    fn is_ordered_as_shown(&self, draft: &shared::checkout::Draft) {
        let cost: i64 = draft.shipping_quote.rsplit('.').next().unwrap().parse().unwrap();
        let pieces: i64 = draft.ordervariants.iter().map(|line| line.quantity).sum();
        let total = rp(Rupiah::new(150_000 * pieces + cost).to_string().trim_start_matches("Rp\u{a0}"));
        assert_eq!(self.shopper.review().total, total);
    }

    /// The district of this number is searched for, and chosen when the answer comes.
    fn chooses(&mut self, which: usize) {
        let id = i64::try_from(which).unwrap() + 1;
        self.sends(Event::DistrictReset);
        self.sends(Event::Typed { input: Input::District, text: format!("kecamatan {id}") });
        let last = self.pending.len() - 1;
        self.delivers(last);
        self.sends(Event::DistrictChosen(id));
    }

    fn delivers(&mut self, which: usize) {
        if self.pending.is_empty() {
            return;
        }
        let event = match self.pending.remove(which % self.pending.len()) {
            Pending::Districts(number, search) => {
                let id = search.trim_start_matches("kecamatan ").parse().unwrap();
                let found = page(vec![district(id, &search, "Kota Bandung")], None);
                Event::DistrictsLoaded { number, answer: Ok(found) }
            }
            Pending::Codes(number, district) => {
                let codes = [vec!["40132".to_owned()], vec!["40132".to_owned(), "40135".to_owned()], vec![]];
                let codes = codes[usize::try_from(district).unwrap() % 3].clone();
                Event::PostalCodesLoaded { number, answer: Ok(Page::whole(codes)) }
            }
            Pending::Shipping(number, request) => {
                let mut offers = self.shopper.offers(quotes(&request));
                offers.expires_at += i64::from(number);
                Event::ShippingLoaded { number, answer: Ok(Box::new(offers)) }
            }
        };
        self.sends(event);
    }

    fn acts(&mut self, what: u8, which: usize) {
        match what {
            0..=2 => self.chooses(which % 5),
            3 => self.sends(Event::PaymentChosen(method(METHODS[which % 4]))),
            4 => {
                let pieces = i64::try_from(which % 4).unwrap() + 1;
                self.sends(Event::QuantitySet { item: item("variant_shirt"), pieces });
            }
            5 => self.sends(Event::Typed { input: Input::PostalCode, text: CODES[which % 3].into() }),
            6 => self.sends(Event::Continued([Step::Details, Step::Delivery, Step::Payment][which % 3])),
            7 => self.sends(Event::StepWanted([Step::Details, Step::Delivery][which % 2])),
            8 => self.sends(Event::CourierChosen([100, i64::try_from(which).unwrap() % 5 + 1][which % 2])),
            9 => self.sends(Event::MatrixOpened(which > 9)),
            10 => self.sends(Event::CellChosen { service: 100, method: method(METHODS[which % 4]) }),
            11 => {
                self.sends(Event::Submitted);
                self.sends(Event::KeyDrawn("key".into()));
                let number = self.shopper.last_number();
                self.sends(Event::OrderAnswered { number, answer: Err(Failure::NoAnswer) });
            }
            12 => self.shopper.now += 60_000 * Millis::try_from(which).unwrap(),
            _ => self.delivers(which),
        }
    }

    /// Everything that is on its way arrives, in any order.
    fn settles(&mut self, order: &[usize]) {
        let mut order = order.iter().copied().cycle();
        for _ in 0..1_000 {
            if self.pending.is_empty() {
                return;
            }
            self.delivers(order.next().unwrap_or(0));
        }
        panic!("it asks for ever");
    }

    /// The prices are those of the question that the state poses, and of no other.
    fn what_was_chosen_last_wins(&self) {
        let waits = matches!(self.shopper.flow.stage, Stage::Sending(Sending::AwaitingQuote));
        assert!(!waits, "nothing is on its way, and the order still waits");
        let Some(asked) = self.shopper.flow.question() else { return };
        let quoted = quotes(&asked);
        let rows: Vec<_> = quoted.iter().map(|row| (row.courier_service_id, rp_of(row))).collect();
        assert_eq!(self.shopper.rows(), rows, "{asked:?}");
        if let Some((service, cost)) = self.shopper.chosen() {
            let right = quoted.iter().find(|row| row.courier_service_id == service).unwrap();
            assert_eq!(right.shipping_cost.amount(), cost);
            assert_eq!(self.shopper.flow.draft().shipping_quote, right.shipping_quote);
        }
    }
}

fn rp_of(option: &ShippingOption) -> String {
    rp(option.shipping_cost.to_string().trim_start_matches("Rp\u{a0}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_late_the_last_choice_wins(
        acts in prop::collection::vec((0_u8..20, 0_usize..20), 1..60),
        order in prop::collection::vec(0_usize..20, 1..20),
    ) {
        let mut network = Network::new();
        network.chooses(0);
        for (what, which) in acts {
            network.acts(what, which);
        }
        network.settles(&order);
        network.what_was_chosen_last_wins();
    }

    #[test]
    fn whatever_comes_late_the_order_is_for_the_price_that_was_shown(
        acts in prop::collection::vec((3_u8..20, 0_usize..20), 1..40),
        order in prop::collection::vec(0_usize..20, 1..20),
    ) {
        let mut network = Network::at_review();
        for (what, which) in acts {
            network.acts(what, which);
            network.acts(11, 0);
        }
        network.settles(&order);
        network.what_was_chosen_last_wins();
    }
}
