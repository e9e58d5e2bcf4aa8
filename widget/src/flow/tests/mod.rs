//! The flow as a shopper meets it: events in, effects and views out.

mod bump;
mod cash;
mod confirming;
mod courier;
mod details;
mod district;
mod etd;
mod insurance;
mod kept;
mod key;
mod late;
mod matrix;
mod offline;
mod opening;
mod parcel;
mod pasted;
mod payment;
mod prices;
mod products;
mod random;
mod reload;
mod repeated;
mod rescue;
mod submit;
mod way;

use shared::checkout::{Field, ProblemCode};
use shared::v3::{ItemType, PaymentMethodCode};
use shared::value::Rupiah;
use shared::wire::{
    self, Bundle, BundleLine, Checkout, ErrorCode, FieldError, OrderState, Page, PaymentMethod, PriceOption,
    Product, Status, Store, Variant,
};

use super::*;

fn variant(id: &str, item_type: ItemType, price: i64, left: Option<i64>) -> Variant {
    Variant {
        unique_id: id.into(),
        name: id.into(),
        price: Rupiah::new(price),
        wholesale_prices: vec![],
        weight: None,
        item_type,
        available_qty: left,
        images: vec![],
        options: vec![],
    }
}

fn product(id: &str, name: &str, variants: Vec<Variant>) -> Product {
    Product {
        unique_id: id.into(),
        name: name.into(),
        item_type: ItemType::Digital,
        images: vec!["https://img.example/p.webp".into()],
        options: vec![],
        variants,
    }
}

fn digital(id: &str, name: &str, price: i64) -> Product {
    product(id, name, vec![variant(&id.replace("product", "variant"), ItemType::Digital, price, None)])
}

fn ebook() -> Product {
    digital("product_ebook", "Ebook Masak", 49_000)
}

/// Three variants: one left in three pieces, one sold out, one plenty.
fn course() -> Product {
    let variants = vec![
        variant("variant_gone", ItemType::Course, 75_000, Some(0)),
        variant("variant_few", ItemType::Course, 100_000, Some(3)),
        variant("variant_plenty", ItemType::Course, 120_000, Some(500)),
    ];
    product("product_course", "Kelas Daring", variants)
}

fn shirt() -> Product {
    let variants = vec![variant("variant_shirt", ItemType::Physical, 150_000, Some(9))];
    product("product_shirt", "Kaos", variants)
}

fn bundle(left: Option<i64>) -> Bundle {
    let line = BundleLine {
        variant_unique_id: "variant_ebook".into(),
        name: "Ebook Masak".into(),
        quantity: 2,
        item_type: ItemType::Digital,
        weight: None,
    };
    let option =
        |id: &str, price| PriceOption { unique_id: id.into(), name: id.into(), price: Rupiah::new(price) };
    Bundle {
        unique_id: "bundle_1".into(),
        name: "Paket Hemat".into(),
        images: vec![],
        available_qty: left,
        weight_bump: 0,
        lines: vec![line],
        price_options: vec![option("bpo_1", 80_000), option("bpo_2", 70_000)],
    }
}

fn store(id: &str) -> Store {
    Store { unique_id: id.into(), name: format!("Toko {id}"), logo: None, payment_methods: vec![] }
}

fn methods(codes: &[&str]) -> Vec<PaymentMethod> {
    codes.iter().map(|code| PaymentMethodCode::new(*code).into()).collect()
}

fn page<T>(data: Vec<T>, next: Option<&str>) -> Page<T> {
    Page { data, has_next: next.is_some(), next_cursor: next.map(str::to_owned) }
}

fn checkout() -> Checkout {
    Checkout {
        store: store("store_1"),
        payment_methods: methods(&["cod", "va_bca", "qris", "payment_link"]),
        products: page(vec![ebook(), course(), shirt()], None),
        bundles: page(vec![bundle(None)], None),
    }
}

fn order(status: Status) -> OrderState {
    OrderState {
        token: "tok_1".into(),
        status,
        payment_status: None,
        order_id: Some("250101ABC".into()),
        secret_slug: None,
        public_order_url: Some("https://toko.example/o/slug".into()),
        order_url: Some("https://kasir.example/o/tok_1".into()),
        payment_url: Some("https://pay.example/1".into()),
        total: Some(Rupiah::new(49_000)),
        status_url: "/v3/orders/tok_1".into(),
    }
}

fn problem(code: ErrorCode) -> Failure {
    Failure::Problem { code, errors: vec![], today: None, order_url: None }
}

fn invalid(field: Field, code: ProblemCode) -> Failure {
    let errors = vec![FieldError { field, code, message: String::new() }];
    Failure::Problem { code: ErrorCode::ValidationFailed, errors, today: None, order_url: None }
}

fn item(id: &str) -> Item {
    if id.starts_with("bpo") { Item::Bundle(id.into()) } else { Item::Variant(id.into()) }
}

fn asked(id: &str, quantity: i64) -> Asked {
    Asked { id: id.into(), quantity }
}

fn of_store() -> Options {
    Options { store: Some("store_1".into()), ..Options::default() }
}

/// Effects without those that only write down what is there anyway.
fn asked_outside(effects: &[Effect]) -> Vec<&Effect> {
    effects.iter().filter(|effect| !matches!(effect, Effect::Remember(_))).collect()
}

/// A checkout and the one who uses it; keeps every effect.
struct Shopper {
    flow: Flow,
    /// The same checkout in a browser, where what comes after the products arrives as late as can be.
    early: Box<Flow>,
    now: Millis,
    effects: Vec<Effect>,
}

impl Shopper {
    /// To whom nothing has happened.
    fn at(now: Millis) -> Self {
        Self { flow: Flow::new(), early: Box::new(Flow::early()), now, effects: vec![] }
    }

    /// Opens with these options and this memory; nothing is answered yet.
    fn opens(options: Options, memory: Option<Memory>) -> Self {
        let mut shopper = Self::at(1_000_000);
        let memory = memory.map(Box::new);
        shopper.does(Event::Opened { options: Box::new(options), memory, kept: None });
        shopper
    }

    /// At the products of the one store.
    fn in_store() -> Self {
        let mut shopper = Self::opens(of_store(), None);
        shopper.is_given(checkout());
        shopper
    }

    /// At the details, with an ebook in the cart.
    fn at_details() -> Self {
        let mut shopper = Self::in_store();
        shopper.does(Event::Added(item("variant_ebook")));
        shopper.does(Event::Continued(Step::Products));
        shopper
    }

    /// At the payment, everything typed.
    fn at_payment() -> Self {
        let mut shopper = Self::at_details();
        shopper.types(Input::Name, "Sari Dewi");
        shopper.types(Input::Phone, "0812 0000 0001");
        shopper.types(Input::Email, "sari@example.com");
        shopper.does(Event::Continued(Step::Details));
        shopper
    }

    /// At the review, everything right.
    fn at_review() -> Self {
        let mut shopper = Self::at_payment();
        shopper.does(Event::PaymentChosen(PaymentMethodCode::new("qris")));
        shopper.does(Event::Continued(Step::Payment));
        assert_eq!(shopper.flow.screen(), Screen::Step(Step::Review));
        shopper
    }

    /// The order is out, under the key `key-1`.
    fn ordering() -> Self {
        let mut shopper = Self::at_review();
        shopper.does(Event::Submitted);
        shopper.does(Event::KeyDrawn("key-1".into()));
        shopper
    }

    fn does(&mut self, event: Event) -> Vec<Effect> {
        let mut early = Vec::new();
        if !event.is_early() {
            early = self.early.complete(&later::LATER, self.now);
        }
        early.extend(self.early.update(event.clone(), self.now));
        let effects = self.flow.update(event, self.now);
        // What comes after the products also remembers, and asks for couriers.
        if asked_outside(&early) != asked_outside(&effects) {
            early.extend(self.early.complete(&later::LATER, self.now));
        }
        assert_eq!(asked_outside(&early), asked_outside(&effects));
        assert_eq!(self.early.screen(), self.flow.screen());
        assert_eq!(self.early.products_view(), self.flow.products_view());
        self.effects.extend(effects.clone());
        effects
    }

    /// Has been brought to where no story leads.
    fn is_turned(&mut self, turn: impl Fn(&mut Flow)) {
        turn(&mut self.flow);
        turn(&mut self.early);
    }

    fn types(&mut self, input: Input, text: &str) -> Vec<Effect> {
        self.does(Event::Typed { input, text: text.into() })
    }

    /// The number of the last request of any kind.
    fn last_number(&self) -> u32 {
        let number = |effect: &Effect| match effect {
            Effect::LoadStores { number, .. }
            | Effect::LoadCheckout { number, .. }
            | Effect::LoadProducts { number, .. }
            | Effect::LoadBundles { number, .. }
            | Effect::PlaceOrder { number, .. }
            | Effect::CheckStatus { number, .. } => Some(*number),
            _ => None,
        };
        self.effects.iter().rev().find_map(number).unwrap()
    }

    fn is_given(&mut self, checkout: Checkout) -> Vec<Effect> {
        let number = self.last_number();
        self.does(Event::CheckoutLoaded { number, answer: Ok(Box::new(checkout)) })
    }

    fn is_given_products(&mut self, page: Page<Product>) -> Vec<Effect> {
        let number = self.last_number();
        self.does(Event::ProductsLoaded { number, answer: Ok(page) })
    }

    fn is_answered(&mut self, answer: Result<OrderState, Failure>) -> Vec<Effect> {
        let number = self.last_number();
        self.does(Event::OrderAnswered { number, answer: answer.map(Box::new) })
    }

    fn is_told_status(&mut self, answer: Result<OrderState, Failure>) -> Vec<Effect> {
        let number = self.last_number();
        self.does(Event::StatusAnswered { number, answer: answer.map(Box::new) })
    }

    fn screen(&self) -> Screen {
        self.flow.screen()
    }

    fn cart(&self) -> view::CartView {
        self.flow.cart_view().unwrap()
    }

    /// (id, pieces) of the lines.
    fn lines(&self) -> Vec<(String, u32)> {
        self.cart().lines.iter().map(|line| (line.item.id().to_owned(), line.quantity)).collect()
    }

    fn products(&self) -> view::ProductsView {
        self.flow.products_view().unwrap()
    }

    fn names(&self) -> Vec<String> {
        self.products().products.into_iter().map(|card| card.name).collect()
    }

    fn details(&self) -> view::DetailsView {
        self.flow.details_view().unwrap()
    }

    fn address_is_absent(&self) -> bool {
        self.details().address.is_none()
    }

    fn trouble(&self) -> Option<OrderTrouble> {
        self.flow.review_view().unwrap().trouble
    }

    /// Every order that left, by its key.
    fn keys(&self) -> Vec<&str> {
        let placed = self.effects.iter().filter_map(|effect| match effect {
            Effect::PlaceOrder { key, .. } => Some(key.as_str()),
            _ => None,
        });
        placed.collect()
    }

    /// What the tab's storage holds.
    fn memory(&self) -> Option<Memory> {
        let written = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Remember(memory) => Some(Some(memory.as_ref().clone())),
            Effect::Forget => Some(None),
            _ => None,
        });
        written.flatten()
    }

    /// What the device's storage holds of the cart.
    fn kept(&self) -> Option<String> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::KeepCart { text, .. } => Some(text.clone()),
            _ => None,
        })
    }

    /// Every event that the page was told, in order.
    fn told(&self) -> Vec<&DomEvent> {
        let told = self.effects.iter().filter_map(|effect| match effect {
            Effect::Emit(event) => Some(event.as_ref()),
            _ => None,
        });
        told.collect()
    }
}

fn line(lines: &[(&str, u32)]) -> Vec<(String, u32)> {
    lines.iter().map(|(id, pieces)| ((*id).to_owned(), *pieces)).collect()
}

fn asks_nothing(effects: &[Effect]) -> bool {
    effects.iter().all(|effect| {
        matches!(
            effect,
            Effect::Remember(_) | Effect::KeepCart { .. } | Effect::Focus(_) | Effect::Announce(_)
        )
    })
}
