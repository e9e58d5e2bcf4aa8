//! Somebody who fills a cart at random and goes to the order button, in the widget's own machine.

use anyhow::{Context as _, Result, bail};
use fastrand::Rng;
use shared::checkout::Draft;
use shared::v3::PaymentKind;
use shared::value::Rupiah;
use shared::wire;
use tumbas_tests::sandbox::District;
use widget::flow::{Effect, Event, Flow, Input, Item, Options, Screen, Step};

use super::edge::{Edge, checkout};

/// Milliseconds of the shopper's clock: before every quote of the edge ends.
const NOW: u64 = 1_800_000_000_000;
/// Screens that a shopper looks at before something must be wrong.
const PATIENCE: usize = 60;

/// One who buys at a store, for a parcel to a district.
pub(super) struct Shopper<'a> {
    edge: &'a Edge,
    random: Rng,
    store: usize,
    district: &'static District,
    flow: Flow,
    /// Which part of the offers is seen.
    nth: usize,
    /// The couriers offered last.
    couriers: Vec<i64>,
    weight: i64,
    placed: Option<Draft>,
}

/// What was shown, and what was sent for it.
pub(super) struct Bought {
    /// The body of the order.
    pub(super) draft: Draft,
    /// Every line between the goods and the total, with its sign.
    pub(super) lines: Vec<Rupiah>,
    /// What stands on the order button.
    pub(super) total: Rupiah,
    /// Grams that couriers were asked for; `None` when nothing is shipped.
    pub(super) weight: Option<i64>,
}

impl<'a> Shopper<'a> {
    /// Opens the checkout of a store.
    pub(super) fn new(edge: &'a Edge, mut random: Rng) -> Self {
        let store = random.usize(..edge.stores.len());
        let district = &District::all()[random.usize(..District::all().len())];
        let (flow, nth) = (Flow::new(), random.usize(..12));
        Self { edge, random, store, district, flow, nth, couriers: Vec::new(), weight: 0, placed: None }
    }

    /// Goes all the way. `None` when nobody can bring the parcel.
    pub(super) fn buys(mut self) -> Result<Option<Bought>> {
        let unique_id = self.edge.stores[self.store].listing.store.unique_id.clone();
        let options = Options { store: Some(unique_id), ..Options::default() };
        self.does(Event::Opened { options: Box::new(options), memory: None, kept: None })?;
        self.fills_cart()?;
        for _ in 0..PATIENCE {
            match self.flow.screen() {
                Screen::Step(Step::Delivery) if self.couriers.is_empty() => return Ok(None),
                Screen::Step(Step::Review) => return self.orders().map(Some),
                Screen::Step(step) => self.finishes(step)?,
                other => bail!("the shopper is lost at {other:?}"),
            }
        }
        let (screen, details) = (self.flow.screen(), self.flow.details_view());
        bail!("the shopper never came to the review, but stands at {screen:?}: {details:?}")
    }

    fn fills_cart(&mut self) -> Result<()> {
        let store = &self.edge.stores[self.store];
        let variants = store.products.iter().flat_map(|product| &product.variants);
        let variants: Vec<_> = variants.map(|variant| Item::Variant(variant.unique_id.clone())).collect();
        let options = store.bundles.iter().flat_map(|bundle| &bundle.price_options);
        let bundles: Vec<_> = options.map(|option| Item::Bundle(option.unique_id.clone())).collect();
        for _ in 0..self.random.usize(1..6) {
            let goods = if self.random.u8(..4) == 0 { &bundles } else { &variants };
            let item = goods[self.random.usize(..goods.len())].clone();
            let pieces =
                if self.random.u8(..10) == 0 { self.random.i64(1..100) } else { self.random.i64(1..5) };
            self.does(Event::Added(item.clone()))?;
            self.does(Event::QuantitySet { item, pieces })?;
        }
        Ok(())
    }

    fn finishes(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Details => self.gives_details()?,
            Step::Delivery => {
                let courier = self.couriers[self.random.usize(..self.couriers.len())];
                self.does(Event::CourierChosen(courier))?;
            }
            Step::Payment => {
                let methods = &self.edge.stores[self.store].payment_methods;
                let cash = methods.iter().find(|method| method.kind == PaymentKind::Cod);
                let wanted = cash.filter(|_| self.random.u8(..4) == 0).or(self.random.choice(methods));
                let method = wanted.context("a way to pay")?.code.clone();
                self.does(Event::PaymentChosen(method))?;
                self.does(Event::CodAgreed(true))?;
            }
            Step::Store | Step::Products | Step::Review => {}
        }
        self.does(Event::Continued(step))
    }

    fn gives_details(&mut self) -> Result<()> {
        self.types(Input::Name, "Sari Dewi")?;
        self.types(Input::Phone, "0812 0000 0001")?;
        self.types(Input::Email, "sari@example.com")?;
        self.types(Input::Street, "Jl. Dago No. 5 RT 02")?;
        self.types(Input::District, &[self.district.subdistrict, " ", self.district.city].concat())?;
        self.does(Event::DistrictChosen(number(self.district.id)))?;
        let code = self.random.choice(&self.district.postal_codes);
        code.map_or(Ok(()), |code| self.types(Input::PostalCode, code))
    }

    fn orders(mut self) -> Result<Bought> {
        let review = self.flow.review_view().context("a review")?;
        let read = |text: &String| -> Result<Rupiah> { Ok(text.parse()?) };
        let lines = review.totals.iter().map(|line| read(&line.amount)).collect::<Result<_>>()?;
        let total = read(&review.total)?;
        self.does(Event::Submitted)?;
        let weight = review.parcel.is_some().then_some(self.weight);
        Ok(Bought { draft: self.placed.context("an order")?, lines, total, weight })
    }

    fn types(&mut self, input: Input, text: &str) -> Result<()> {
        self.does(Event::Typed { input, text: text.to_owned() })
    }

    /// Does something, and answers whatever the machine asks for.
    fn does(&mut self, event: Event) -> Result<()> {
        for effect in self.flow.update(event, NOW) {
            if let Some(answer) = self.answer(effect)? {
                self.does(answer)?;
            }
        }
        Ok(())
    }

    fn answer(&mut self, effect: Effect) -> Result<Option<Event>> {
        Ok(Some(match effect {
            Effect::LoadCheckout { number, .. } => {
                let answer = Ok(Box::new(checkout(&self.edge.stores[self.store])));
                Event::CheckoutLoaded { number, answer }
            }
            Effect::LoadDistricts { number, .. } => {
                let answer = Ok(wire::Page::whole(vec![told(self.district)]));
                Event::DistrictsLoaded { number, answer }
            }
            Effect::LoadPostalCodes { number, .. } => {
                let codes = self.district.postal_codes.iter().map(ToString::to_string).collect();
                Event::PostalCodesLoaded { number, answer: Ok(wire::Page::whole(codes)) }
            }
            Effect::LoadShipping { request, number, .. } => {
                let options = self.edge.shipping(&request, self.nth)?;
                self.couriers = options.data.iter().map(|option| option.courier_service_id).collect();
                self.weight = options.weight;
                Event::ShippingLoaded { number, answer: Ok(Box::new(options)) }
            }
            Effect::DrawKey => Event::KeyDrawn("key-of-sixteen-or-more".into()),
            Effect::PlaceOrder { draft, .. } => {
                self.placed = Some(*draft);
                return Ok(None);
            }
            _ => return Ok(None),
        }))
    }
}

fn told(district: &District) -> wire::District {
    wire::District {
        id: number(district.id),
        display: district.display(),
        subdistrict_name: district.subdistrict.into(),
        city_name: district.city.into(),
        province_name: district.province.into(),
    }
}

fn number(id: u64) -> i64 {
    i64::try_from(id).unwrap_or(i64::MAX)
}
