//! What holds whatever happens, in whatever order, with reloads in between.

use proptest::prelude::*;
use shared::checkout::Draft;

use super::parcel::{cash, district, method, option};
use super::*;

const THINGS: [&str; 6] =
    ["variant_ebook", "variant_few", "variant_gone", "variant_shirt", "bpo_1", "variant_unknown"];
const STEPS: [Step; 6] =
    [Step::Store, Step::Products, Step::Details, Step::Delivery, Step::Payment, Step::Review];
const INPUTS: [Input; 5] = [Input::Name, Input::Phone, Input::Email, Input::Street, Input::Note];
const TEXTS: [&str; 6] = ["", "Sari", "081200000001", "sari@example.com", "0812", "+6591234567"];
const STATUSES: [Status; 6] =
    [Status::Confirming, Status::Pending, Status::Refused, Status::Waiting, Status::Review, Status::Absent];

fn failure(which: usize) -> Failure {
    match which {
        0 => Failure::NoAnswer,
        1 => problem(ErrorCode::PlatformUnavailable),
        2 => problem(ErrorCode::IdempotencyKeyReused),
        3 => problem(ErrorCode::PossibleDuplicate),
        4 => invalid(Field::CourierService, ProblemCode::NotAvailable),
        _ => invalid(Field::CustomerPhone, ProblemCode::Malformed),
    }
}

fn stands(which: usize) -> Box<OrderState> {
    Box::new(order(STATUSES[which].clone()))
}

/// After these nobody can say whether an order exists.
fn leaves_doubt(answer: &Result<Box<OrderState>, Failure>) -> bool {
    match answer {
        Ok(state) => !matches!(state.status, Status::Pending | Status::Refused),
        Err(Failure::Problem { code, .. }) => *code == ErrorCode::PlatformUnavailable,
        Err(_) => true,
    }
}

/// A draft without the part of its quote that is signed anew every time.
fn unsigned(draft: &Draft) -> Draft {
    let quote = draft.shipping_quote.split('#').next().unwrap_or_default().to_owned();
    Draft { shipping_quote: quote, ..draft.clone() }
}

/// A shopper of whom everything is watched.
struct Watched {
    shopper: Shopper,
    keys_drawn: u32,
    signed: u32,
    /// Number of the order whose answer is awaited.
    in_flight: Option<u32>,
    /// The last order of which nobody can say whether it exists.
    in_doubt: Option<(Draft, String)>,
    typed: [String; 5],
}

impl Watched {
    fn new() -> Self {
        let shopper = Shopper::opens(of_store(), None);
        Self { shopper, keys_drawn: 0, signed: 0, in_flight: None, in_doubt: None, typed: Default::default() }
    }

    fn acts(&mut self, what: u8, which: usize) {
        let event = match what {
            0 => Event::Added(item(THINGS[which])),
            1 => Event::QuantitySet { item: item(THINGS[which]), pieces: [0, 1, 2, 3, 101, -1][which] },
            2 => Event::Removed(item(THINGS[which])),
            3..=6 => Event::Typed { input: INPUTS[usize::from(what) - 3], text: TEXTS[which].into() },
            7 => Event::InputLeft(INPUTS[which % 5]),
            8 => Event::PaymentChosen(PaymentMethodCode::new(["qris", "va_bca", "cod"][which % 3])),
            9..=11 => Event::Continued(STEPS[which]),
            12 => Event::StepWanted(STEPS[which]),
            13 => Event::Back,
            14..=16 => Event::Submitted,
            17 => Event::Retried,
            18 => Event::Left,
            19 => Event::SearchTyped(TEXTS[which].into()),
            20 => Event::MoreWanted,
            21 => Event::ItemsAsked(vec![asked(THINGS[which], 1)]),
            22 | 23 => return self.loads(which),
            24 | 25 => self.draws_key(),
            26 => return self.is_answered(which, Ok(stands(which))),
            27 => return self.is_answered(which, Err(failure(which))),
            28 => return self.is_told(which, Ok(stands(which))),
            45 => return self.is_told(which, Err(failure(which))),
            46 => Event::Woken(self.number(which)),
            29 => return self.reloads(),
            30 => Event::Typed { input: Input::Street, text: TEXTS[which].into() },
            31..=33 => return self.goes_to(which),
            34..=36 => return self.is_quoted(which),
            37 => Event::CourierChosen([1, 2][which % 2]),
            38 => Event::CodAgreed(which > 0),
            39 => Event::MatrixOpened(which > 0),
            40 => Event::CellChosen { service: 1, method: method(["qris", "cod"][which % 2]) },
            41 => Event::DistrictReset,
            42 => Event::AddressPasted("Sari\n081200000001\nJl. Dago 5\nKec. Coblong".into()),
            43 => Event::PasteTaken,
            44 => Event::CodDropped,
            47 => Event::Connected(which > 2),
            48 => Event::TakenBack,
            49 => return self.hears_of_another_tab(which),
            50 => Event::BumpTicked(which > 2),
            51 => Event::DetailsKept(which > 2),
            _ => return self.waits(which),
        };
        self.sends(event);
    }

    /// Another tab emptied the cart, put something into it, or nothing can be read.
    fn hears_of_another_tab(&mut self, which: usize) {
        let line = if which == 0 { String::new() } else { format!("\n{}\n{which}\n1\nx", THINGS[which]) };
        let text = format!("{}{line}", self.shopper.now);
        self.sends(Event::CartSeen((which < 5).then_some(text)));
    }

    fn draws_key(&mut self) -> Event {
        self.keys_drawn += 1;
        Event::KeyDrawn(format!("key-{}", self.keys_drawn))
    }

    /// The number of the last request, or now and then an old one.
    fn number(&self, which: usize) -> u32 {
        self.shopper.last_number().saturating_sub(u32::from(which == 5))
    }

    fn loads(&mut self, which: usize) {
        let answer = if which == 0 { Err(Failure::NoAnswer) } else { Ok(Box::new(checkout())) };
        let number = self.number(which);
        self.sends(Event::CheckoutLoaded { number, answer });
    }

    fn is_answered(&mut self, which: usize, answer: Result<Box<OrderState>, Failure>) {
        let number = self.number(which);
        self.ends_doubt(number, &answer);
        self.sends(Event::OrderAnswered { number, answer });
    }

    /// A district is searched for and chosen; its codes come or do not.
    fn goes_to(&mut self, which: usize) {
        let found = district(i64::try_from(which).unwrap() + 1, "Coblong", "Kota Bandung");
        let id = found.id;
        self.sends(Event::Typed { input: Input::District, text: "coblong".into() });
        if let Some((number, ..)) = self.shopper.search() {
            self.sends(Event::DistrictsLoaded { number, answer: Ok(page(vec![found], None)) });
        }
        self.sends(Event::DistrictChosen(id));
        if let Some((number, _)) = self.shopper.codes_asked() {
            let codes = [vec!["40132".to_owned()], vec![]][which % 2].clone();
            self.sends(Event::PostalCodesLoaded { number, answer: Ok(Page::whole(codes)) });
        }
    }

    /// Couriers at one of two prices, newly signed every time; or none, or no answer.
    fn is_quoted(&mut self, which: usize) {
        let Some((number, _)) = self.shopper.question() else { return };
        self.signed += 1;
        let cost = [9_000, 9_000, 9_500][which % 3];
        let mut option = cash(option(1, "JNE", cost));
        option.shipping_quote = format!("v1.{cost}#{}", self.signed);
        let options = if which == 4 { vec![] } else { vec![option] };
        let answer =
            if which == 5 { Err(Failure::NoAnswer) } else { Ok(Box::new(self.shopper.offers(options))) };
        self.sends(Event::ShippingLoaded { number, answer });
    }

    fn waits(&mut self, which: usize) {
        self.shopper.now += 60_000 * Millis::try_from(which * which).unwrap();
    }

    fn is_told(&mut self, which: usize, answer: Result<Box<OrderState>, Failure>) {
        let number = self.number(which);
        if matches!(self.shopper.flow.stage, Stage::Unsettled(_)) && answer.is_ok() && !leaves_doubt(&answer)
        {
            self.in_doubt = None;
        }
        self.sends(Event::StatusAnswered { number, answer });
    }

    fn ends_doubt(&mut self, number: u32, answer: &Result<Box<OrderState>, Failure>) {
        if self.in_flight == Some(number) {
            self.in_flight = None;
            if !leaves_doubt(answer) {
                self.in_doubt = None;
            }
        }
    }

    fn reloads(&mut self) {
        let memory =
            self.shopper.memory().filter(|memory| memory.is_fresh(self.shopper.now, memory::MEMORY_MS));
        if memory.is_none() {
            self.typed = Default::default();
            self.in_doubt = None;
        }
        self.in_flight = None;
        let effects = std::mem::take(&mut self.shopper.effects);
        let now = self.shopper.now;
        self.shopper = Shopper::at(now);
        let memory = memory.map(Box::new);
        self.shopper.does(Event::Opened { options: Box::new(of_store()), memory, kept: None });
        let kept =
            effects.into_iter().rev().find(|effect| matches!(effect, Effect::Remember(_) | Effect::Forget));
        self.shopper.effects.splice(0..0, kept);
    }

    fn sends(&mut self, event: Event) {
        let free = matches!(self.shopper.flow.stage, Stage::Shopping(_));
        match &event {
            Event::Typed { input, text } if free => {
                if let Some(index) = INPUTS.iter().position(|known| known == input) {
                    self.typed[index].clone_from(text);
                }
            }
            Event::PasteTaken if free => self.fills_what_is_empty(),
            _ => {}
        }
        for effect in self.shopper.does(event) {
            if let Effect::PlaceOrder { draft, key, number } = effect {
                self.places(*draft, key, number);
            }
        }
        self.nothing_typed_is_lost();
        self.everything_can_be_drawn();
    }

    fn fills_what_is_empty(&mut self) {
        let Some(found) = self.shopper.flow.paste.view().found else { return };
        for (index, text) in [(0, found.name), (1, found.phone), (3, found.street)] {
            if self.typed[index].is_empty() {
                self.typed[index] = text;
            }
        }
    }

    fn places(&mut self, draft: Draft, key: String, number: u32) {
        assert_eq!(self.in_flight, None, "a second order while one is out");
        if let Some((before, used)) = &self.in_doubt {
            assert!(unsigned(before) != unsigned(&draft) || *used == key, "one order under two keys");
        }
        self.in_flight = Some(number);
        self.in_doubt = Some((draft, key));
    }

    fn nothing_typed_is_lost(&self) {
        let details = &self.shopper.flow.details;
        let held = INPUTS.map(|input| details.entry(input).text.clone());
        assert_eq!(held, self.typed);
    }

    fn everything_can_be_drawn(&self) {
        let flow = &self.shopper.flow;
        let _ = (flow.screen(), flow.progress(), flow.store_view(), flow.products_view(), flow.cart_view());
        let _ = (flow.details_view(), flow.payment_view(), flow.would_lose_work());
        let _ = (flow.delivery_view(), flow.matrix_view());
        let review = flow.review_view();
        if let Some(review) = &review {
            let amounts = review.totals.iter().map(|line| amount(&line.amount));
            assert_eq!(amounts.sum::<i64>(), amount(&review.total), "the total is not its lines");
        }
        assert_eq!(flow.screen() == Screen::Unsettled, flow.unsettled_view().is_some());
        assert_eq!(flow.screen() == Screen::Placed, flow.placed_view().is_some());
        assert!(
            flow.screen() != Screen::Step(Step::Review) || review.is_some(),
            "a review without a way to pay"
        );
    }
}

fn amount(text: &str) -> i64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nothing_is_lost_and_nothing_is_ordered_twice(
        acts in prop::collection::vec((0_u8..54, 0_usize..6), 0..120),
    ) {
        let mut watched = Watched::new();
        watched.loads(1);
        for (what, which) in acts {
            watched.acts(what, which);
        }
    }

    /// The same, from the place where it matters most.
    #[test]
    fn whatever_happens_at_the_review_nothing_is_ordered_twice(
        acts in prop::collection::vec((8_u8..54, 0_usize..6), 0..80),
    ) {
        let mut watched = Watched::new();
        watched.shopper = Shopper::at_review();
        watched.typed = ["Sari Dewi", "0812 0000 0001", "sari@example.com", "", ""].map(str::to_owned);
        for (what, which) in acts {
            watched.acts(what, which);
        }
    }

    /// The same with a parcel.
    #[test]
    fn whatever_happens_at_the_review_of_a_parcel_nothing_is_ordered_twice(
        acts in prop::collection::vec((7_u8..54, 0_usize..6), 0..80),
    ) {
        let mut watched = Watched::new();
        watched.shopper = Shopper::parcel_reviewed();
        watched.typed = ["Sari Dewi", "0812 0000 0001", "", "Jl. Dago No. 5", ""].map(str::to_owned);
        for (what, which) in acts {
            watched.acts(what, which);
        }
    }
}
