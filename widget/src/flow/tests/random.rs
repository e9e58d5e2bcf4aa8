//! What holds whatever happens, in whatever order, with reloads in between.

use proptest::prelude::*;
use shared::checkout::Draft;

use super::*;

const THINGS: [&str; 6] =
    ["variant_ebook", "variant_few", "variant_gone", "variant_shirt", "bpo_1", "variant_unknown"];
const STEPS: [Step; 5] = [Step::Store, Step::Products, Step::Details, Step::Payment, Step::Review];
const INPUTS: [Input; 4] = [Input::Name, Input::Phone, Input::Email, Input::Note];
const TEXTS: [&str; 6] = ["", "Sari", "081200000001", "sari@example.com", "0812", "+6591234567"];
const STATUSES: [Status; 4] = [Status::Confirming, Status::Pending, Status::Refused, Status::Confirming];

fn failure(which: usize) -> Failure {
    match which {
        0 => Failure::NoAnswer,
        1 => problem(ErrorCode::PlatformUnavailable),
        2 => problem(ErrorCode::IdempotencyKeyReused),
        3 => problem(ErrorCode::OrderRefused),
        4 => invalid(Field::Variant(0), ProblemCode::SoldOut),
        _ => invalid(Field::CustomerPhone, ProblemCode::Malformed),
    }
}

/// After these nobody can say whether an order exists.
fn leaves_doubt(answer: &Result<Box<OrderState>, Failure>) -> bool {
    match answer {
        Ok(state) => state.status == Status::Confirming,
        Err(Failure::Problem { code, .. }) => *code == ErrorCode::PlatformUnavailable,
        Err(_) => true,
    }
}

/// A shopper of whom everything is watched.
struct Watched {
    shopper: Shopper,
    keys_drawn: u32,
    /// Number of the order whose answer is awaited.
    in_flight: Option<u32>,
    /// The last order of which nobody can say whether it exists.
    in_doubt: Option<(Draft, String)>,
    typed: [String; 4],
}

impl Watched {
    fn new() -> Self {
        let shopper = Shopper::opens(of_store(), None);
        Self { shopper, keys_drawn: 0, in_flight: None, in_doubt: None, typed: Default::default() }
    }

    fn acts(&mut self, what: u8, which: usize) {
        let event = match what {
            0 => Event::Added(item(THINGS[which])),
            1 => Event::QuantitySet { item: item(THINGS[which]), pieces: [0, 1, 2, 3, 101, -1][which] },
            2 => Event::Removed(item(THINGS[which])),
            3..=6 => Event::Typed { input: INPUTS[usize::from(what) - 3], text: TEXTS[which].into() },
            7 => Event::InputLeft(INPUTS[which % 4]),
            8 => Event::PaymentChosen(PaymentMethodCode::new(["qris", "va_bca", "cod"][which % 3])),
            9..=11 => Event::Continued(STEPS[which % 5]),
            12 => Event::StepWanted(STEPS[which % 5]),
            13 => Event::Back,
            14..=16 => Event::Submitted,
            17 => Event::Retried,
            18 => Event::Left,
            19 => Event::SearchTyped(TEXTS[which].into()),
            20 => Event::MoreWanted,
            21 => Event::ItemsAsked(vec![asked(THINGS[which], 1)]),
            22 | 23 => return self.loads(which),
            24 | 25 => self.draws_key(),
            26 | 27 => return self.is_answered(which),
            28 => return self.is_told(which),
            _ => return self.reloads(),
        };
        self.sends(event);
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

    fn is_answered(&mut self, which: usize) {
        let answer =
            if which < 3 { Ok(Box::new(order(STATUSES[which].clone()))) } else { Err(failure(which - 3)) };
        let number = self.number(which);
        self.ends_doubt(number, &answer);
        self.sends(Event::OrderAnswered { number, answer });
    }

    fn is_told(&mut self, which: usize) {
        let answer =
            if which < 4 { Ok(Box::new(order(STATUSES[which].clone()))) } else { Err(failure(which - 4)) };
        let number = self.number(which);
        if self.shopper.screen() == Screen::Confirming && answer.is_ok() && !leaves_doubt(&answer) {
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
        let memory = self.shopper.memory();
        if memory.is_none() {
            self.typed = Default::default();
        }
        self.in_flight = None;
        let effects = std::mem::take(&mut self.shopper.effects);
        self.shopper = Shopper::opens(of_store(), memory);
        let kept =
            effects.into_iter().rev().find(|effect| matches!(effect, Effect::Remember(_) | Effect::Forget));
        self.shopper.effects.splice(0..0, kept);
    }

    fn sends(&mut self, event: Event) {
        let free = matches!(self.shopper.flow.stage, Stage::Shopping(_));
        if let (Event::Typed { input, text }, true) = (&event, free) {
            let index = INPUTS.iter().position(|known| known == input).unwrap();
            self.typed[index].clone_from(text);
        }
        for effect in self.shopper.does(event) {
            if let Effect::PlaceOrder { draft, key, number } = effect {
                self.places(*draft, key, number);
            }
        }
        self.nothing_typed_is_lost();
        self.everything_can_be_drawn();
    }

    fn places(&mut self, draft: Draft, key: String, number: u32) {
        assert_eq!(self.in_flight, None, "a second order while one is out");
        if let Some((before, used)) = &self.in_doubt {
            assert!(*before != draft || *used == key, "one order under two keys");
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
        let review = flow.review_view();
        assert_eq!(flow.screen() == Screen::Confirming, flow.confirming_view().is_some());
        assert_eq!(flow.screen() == Screen::Placed, flow.placed_view().is_some());
        assert!(
            flow.screen() != Screen::Step(Step::Review) || review.is_some(),
            "a review without a way to pay"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nothing_is_lost_and_nothing_is_ordered_twice(
        acts in prop::collection::vec((0_u8..30, 0_usize..6), 0..150),
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
        acts in prop::collection::vec((8_u8..30, 0_usize..6), 0..80),
    ) {
        let mut watched = Watched::new();
        watched.shopper = Shopper::at_review();
        watched.typed = ["Sari Dewi", "0812 0000 0001", "sari@example.com", ""].map(str::to_owned);
        for (what, which) in acts {
            watched.acts(what, which);
        }
    }
}
