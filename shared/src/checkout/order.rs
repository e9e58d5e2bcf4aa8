//! An order that can be placed. [`Order::check`] is the only way to one.

use super::{Draft, Field, Problem, ProblemCode, Shelf, Totals, shelf::Offer, totals};
use crate::v3::{OrderBundle, OrderMetadata, OrderRequest, OrderVariant, PaymentMethodCode};
use crate::value::{CustomerName, Email, EmailError, NameError, Phone, PhoneError, Quantity, Rupiah};

/// Most lines of one order (scalev-v3 §5.3: 1 to 50 items).
pub const LINES_MAX: usize = 50;
/// Longest note to the seller, in characters (scalev-v3 §5.2: notes ≤ 2000).
pub const NOTES_MAX: usize = 2000;

/// Valid by construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    store_unique_id: String,
    customer: Customer,
    variants: Vec<Line>,
    bundles: Vec<Line>,
    payment_method: PaymentMethodCode,
    notes: Option<String>,
    totals: Totals,
}

/// Who buys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Name in one field.
    pub name: CustomerName,
    /// WhatsApp number.
    pub phone: Phone,
    /// E-mail address, always there when something is delivered by e-mail.
    pub email: Option<Email>,
}

/// A thing and how many of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The variant's or the price option's id.
    pub unique_id: String,
    /// Pieces or sets.
    pub quantity: Quantity,
    /// Price of one, in rupiah, by the store's listing.
    pub price: Rupiah,
}

impl Order {
    /// Judges a draft against what the store sells, and reports every problem
    /// at once. Which store it is for is the caller's to know.
    pub fn check(draft: &Draft, shelf: Shelf<'_>) -> Result<Self, Vec<Problem>> {
        let mut judge = Judge { shelf, problems: Vec::new() };
        let cart = judge.cart(draft);
        let name = judge.name(&draft.customer_name);
        let phone = judge.phone(&draft.customer_phone);
        let email = judge.email(&draft.customer_email, cart.needs_email);
        let payment_method = judge.payment_method(&draft.payment_method);
        let notes = judge.notes(&draft.notes);
        match (name, phone, payment_method, cart.totals) {
            (Some(name), Some(phone), Some(payment_method), Some(totals)) if judge.problems.is_empty() => {
                Ok(Self {
                    store_unique_id: draft.store_unique_id.clone(),
                    customer: Customer { name, phone, email },
                    variants: cart.variants,
                    bundles: cart.bundles,
                    payment_method,
                    notes,
                    totals,
                })
            }
            _ => Err(judge.problems),
        }
    }

    /// What the shopper pays.
    pub fn totals(&self) -> Totals {
        self.totals
    }

    /// How the shopper pays.
    pub fn payment_method(&self) -> &PaymentMethodCode {
        &self.payment_method
    }

    /// The store it is for.
    pub fn store_unique_id(&self) -> &str {
        &self.store_unique_id
    }

    /// The payload the platform takes. The same order gives the same payload,
    /// however its fields were typed.
    pub fn to_v3(&self, metadata: Option<OrderMetadata>) -> OrderRequest {
        OrderRequest {
            store_unique_id: self.store_unique_id.clone(),
            customer_name: self.customer.name.to_string(),
            customer_phone: Some(self.customer.phone.to_string()),
            customer_email: self.customer.email.as_ref().map(Email::to_string),
            ordervariants: self.variants.iter().map(Line::to_variant).collect(),
            orderbundles: self.bundles.iter().map(Line::to_bundle).collect(),
            payment_method: Some(self.payment_method.clone()),
            notes: self.notes.clone(),
            metadata,
            ..OrderRequest::default()
        }
    }
}

impl Line {
    fn to_variant(&self) -> OrderVariant {
        OrderVariant { quantity: self.quantity.into(), variant_unique_id: self.unique_id.clone() }
    }

    fn to_bundle(&self) -> OrderBundle {
        OrderBundle { quantity: self.quantity.into(), bundle_price_option_unique_id: self.unique_id.clone() }
    }
}

/// Collects problems while it turns fields into values.
struct Judge<'a> {
    shelf: Shelf<'a>,
    problems: Vec<Problem>,
}

#[derive(Default)]
struct Cart {
    variants: Vec<Line>,
    bundles: Vec<Line>,
    totals: Option<Totals>,
    needs_email: bool,
}

impl Judge<'_> {
    fn report(&mut self, field: Field, code: ProblemCode) {
        self.problems.push(Problem { field, code });
    }

    fn cart(&mut self, draft: &Draft) -> Cart {
        let mut cart = Cart::default();
        let lines = draft.ordervariants.len().saturating_add(draft.orderbundles.len());
        if lines == 0 {
            self.report(Field::Cart, ProblemCode::Required);
            return cart;
        }
        if lines > LINES_MAX {
            self.report(Field::Cart, ProblemCode::TooMany);
            return cart;
        }
        for (index, line) in draft.ordervariants.iter().enumerate() {
            let offer = self.shelf.variant_offer(&line.variant_unique_id);
            let at = (Field::Variant(index), Field::VariantQuantity(index));
            cart.needs_email |=
                self.line(at, offer, &line.variant_unique_id, line.quantity, &mut cart.variants);
        }
        for (index, line) in draft.orderbundles.iter().enumerate() {
            let id = &line.bundle_price_option_unique_id;
            let offer = self.shelf.bundle_offer(id);
            let at = (Field::Bundle(index), Field::BundleQuantity(index));
            cart.needs_email |= self.line(at, offer, id, line.quantity, &mut cart.bundles);
        }
        let lines = cart.variants.iter().chain(&cart.bundles);
        cart.totals = totals(lines.map(|line| (line.price, line.quantity.get())));
        if cart.totals.is_none() {
            self.report(Field::Cart, ProblemCode::TooLarge);
        }
        cart
    }

    /// Adds one line if its thing can be had in that number, on top of what
    /// earlier lines took of the same thing. Tells whether it is delivered by e-mail.
    fn line(
        &mut self,
        at: (Field, Field),
        offer: Option<Offer>,
        id: &str,
        pieces: i64,
        lines: &mut Vec<Line>,
    ) -> bool {
        let Some(offer) = offer else {
            self.report(at.0, ProblemCode::NotSold);
            return false;
        };
        let taken = lines.iter().find(|line| line.unique_id == id).map_or(0, |line| line.quantity.get());
        match judge_pieces(&offer, pieces.saturating_add(i64::from(taken))) {
            Ok(quantity) => {
                lines.retain(|line| line.unique_id != id);
                lines.push(Line { unique_id: id.to_owned(), quantity, price: offer.price });
            }
            Err(code @ (ProblemCode::OutOfRange | ProblemCode::NotEnoughStock)) => self.report(at.1, code),
            Err(code) => self.report(at.0, code),
        }
        offer.needs_email
    }

    fn name(&mut self, text: &str) -> Option<CustomerName> {
        let parsed = text.parse().map_err(|error| match error {
            NameError::Empty => ProblemCode::Required,
            NameError::TooLong => ProblemCode::TooLong,
        });
        self.keep(Field::CustomerName, parsed)
    }

    fn phone(&mut self, text: &str) -> Option<Phone> {
        let parsed = text.parse().map_err(|error| match error {
            PhoneError::Empty => ProblemCode::Required,
            PhoneError::TooShort { .. } => ProblemCode::TooShort,
            PhoneError::TooLong { .. } => ProblemCode::TooLong,
            PhoneError::Landline => ProblemCode::Landline,
            PhoneError::NoCountry => ProblemCode::NoCountry,
        });
        self.keep(Field::CustomerPhone, parsed)
    }

    fn email(&mut self, text: &str, needed: bool) -> Option<Email> {
        let parsed = match text.parse() {
            Err(EmailError::Empty) if !needed => return None,
            Err(EmailError::Empty) => Err(ProblemCode::Required),
            Err(EmailError::TooLong) => Err(ProblemCode::TooLong),
            Err(EmailError::Malformed) => Err(ProblemCode::Malformed),
            Ok(email) => Ok(email),
        };
        self.keep(Field::CustomerEmail, parsed)
    }

    fn payment_method(&mut self, code: &str) -> Option<PaymentMethodCode> {
        let code = PaymentMethodCode::new(code.trim());
        let judged = match code.as_str() {
            "" => Err(ProblemCode::Required),
            _ if !self.shelf.takes(&code) => Err(ProblemCode::NotOffered),
            _ => Ok(code),
        };
        self.keep(Field::PaymentMethod, judged)
    }

    fn notes(&mut self, text: &str) -> Option<String> {
        let text = text.trim();
        if text.chars().count() > NOTES_MAX {
            self.report(Field::Notes, ProblemCode::TooLong);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn keep<T>(&mut self, field: Field, value: Result<T, ProblemCode>) -> Option<T> {
        value.map_err(|code| self.report(field, code)).ok()
    }
}

fn judge_pieces(offer: &Offer, pieces: i64) -> Result<Quantity, ProblemCode> {
    if offer.needs_shipping {
        return Err(ProblemCode::NeedsShipping);
    }
    let quantity = Quantity::try_from(pieces).map_err(|_| ProblemCode::OutOfRange)?;
    match offer.available_qty {
        Some(left) if left <= 0 => Err(ProblemCode::SoldOut),
        Some(left) if left < pieces => Err(ProblemCode::NotEnoughStock),
        _ => Ok(quantity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::v3::{ItemType, PaymentMethodCode};
    use crate::wire::{Bundle, BundleLine, PaymentMethod, PriceOption, Product, Variant};

    fn variant(unique_id: &str, item_type: ItemType, price: i64, available_qty: Option<i64>) -> Variant {
        Variant {
            unique_id: unique_id.into(),
            name: unique_id.into(),
            price: Rupiah::new(price),
            weight: None,
            item_type,
            available_qty,
            images: vec![],
            options: vec![],
        }
    }

    struct Kiosk(Vec<PaymentMethod>, Vec<Product>, Vec<Bundle>);

    impl Kiosk {
        fn new() -> Self {
            let product = Product {
                unique_id: "product_1".into(),
                name: "Ebook".into(),
                item_type: ItemType::Digital,
                images: vec![],
                options: vec![],
                variants: vec![
                    variant("variant_ebook", ItemType::Digital, 49_000, None),
                    variant("variant_few", ItemType::Course, 100_000, Some(3)),
                    variant("variant_gone", ItemType::License, 75_000, Some(0)),
                    variant("variant_shirt", ItemType::Physical, 150_000, Some(9)),
                ],
            };
            let bundle = Bundle {
                unique_id: "bundle_1".into(),
                name: "Paket".into(),
                images: vec![],
                available_qty: None,
                weight_bump: 0,
                lines: vec![BundleLine {
                    variant_unique_id: "variant_ebook".into(),
                    name: "Ebook".into(),
                    quantity: 2,
                    item_type: ItemType::Digital,
                    weight: None,
                }],
                price_options: vec![PriceOption {
                    unique_id: "bpo_1".into(),
                    name: "Normal".into(),
                    price: Rupiah::new(80_000),
                }],
            };
            let qris = PaymentMethod::from(PaymentMethodCode::new("qris"));
            Self(vec![qris], vec![product], vec![bundle])
        }

        fn check(&self, draft: &Draft) -> Result<Order, Vec<(String, String)>> {
            let goods = Shelf { payment_methods: &self.0, products: &self.1, bundles: &self.2 };
            Order::check(draft, goods).map_err(|problems| {
                problems.iter().map(|problem| (problem.field.path(), problem.code.to_string())).collect()
            })
        }
    }

    fn pieces(unique_id: &str, quantity: i64) -> OrderVariant {
        OrderVariant { quantity, variant_unique_id: unique_id.into() }
    }

    fn draft() -> Draft {
        Draft {
            store_unique_id: "store_1".into(),
            customer_name: "Sari Dewi".into(),
            customer_phone: "0812 0000 0001".into(),
            customer_email: "sari@example.com".into(),
            ordervariants: vec![pieces("variant_ebook", 2)],
            payment_method: "qris".into(),
            ..Draft::default()
        }
    }

    fn problems(draft: &Draft) -> Vec<(String, String)> {
        Kiosk::new().check(draft).err().unwrap_or_default()
    }

    fn one(field: &str, code: &str) -> Vec<(String, String)> {
        vec![(field.into(), code.into())]
    }

    #[test]
    fn a_complete_draft_is_an_order() {
        let order = Kiosk::new().check(&draft()).unwrap();
        assert_eq!(order.totals().total, Rupiah::new(98_000));
        let sent = order.to_v3(None);
        assert_eq!(sent.customer_phone.as_deref(), Some("6281200000001"));
        assert_eq!(sent.ordervariants, vec![pieces("variant_ebook", 2)]);
    }

    #[test]
    fn every_problem_is_reported_at_once() {
        let found = problems(&Draft { ordervariants: vec![pieces("variant_x", 1)], ..Draft::default() });
        let expect = [
            ("ordervariants[0].variant_unique_id", "not_sold"),
            ("customer_name", "required"),
            ("customer_phone", "required"),
            ("payment_method", "required"),
        ];
        assert_eq!(found, expect.map(|(field, code)| (field.to_owned(), code.to_owned())));
    }

    #[test]
    fn each_rule_of_the_cart_has_its_own_code() {
        let cart = |ordervariants| problems(&Draft { ordervariants, ..draft() });
        assert_eq!(cart(vec![]), one("ordervariants", "required"));
        for quantity in [0, -1, 101, i64::MAX] {
            assert_eq!(
                cart(vec![pieces("variant_ebook", quantity)]),
                one("ordervariants[0].quantity", "out_of_range")
            );
        }
        assert_eq!(
            cart(vec![pieces("variant_gone", 1)]),
            one("ordervariants[0].variant_unique_id", "sold_out")
        );
        assert_eq!(
            cart(vec![pieces("variant_few", 4)]),
            one("ordervariants[0].quantity", "not_enough_stock")
        );
        assert_eq!(
            cart(vec![pieces("variant_shirt", 1)]),
            one("ordervariants[0].variant_unique_id", "needs_shipping")
        );
        assert_eq!(cart(vec![pieces("variant_ebook", 1); 51]), one("ordervariants", "too_many"));
    }

    /// Two lines of one thing could each pass where their sum does not.
    #[test]
    fn lines_of_one_thing_are_judged_together() {
        let twice =
            Draft { ordervariants: vec![pieces("variant_few", 2), pieces("variant_few", 2)], ..draft() };
        assert_eq!(problems(&twice), one("ordervariants[1].quantity", "not_enough_stock"));
        let fits =
            Draft { ordervariants: vec![pieces("variant_few", 2), pieces("variant_few", 1)], ..draft() };
        let order = Kiosk::new().check(&fits).unwrap();
        assert_eq!(order.to_v3(None).ordervariants, vec![pieces("variant_few", 3)]);
    }

    #[test]
    fn what_comes_by_e_mail_needs_an_address() {
        let bundle = OrderBundle { quantity: 1, bundle_price_option_unique_id: "bpo_1".into() };
        let found = problems(&Draft {
            customer_email: String::new(),
            ordervariants: vec![],
            orderbundles: vec![bundle],
            ..draft()
        });
        assert_eq!(found, one("customer_email", "required"));
    }

    #[test]
    fn a_way_to_pay_that_the_store_lacks_is_refused() {
        let found = problems(&Draft { payment_method: "cod".into(), ..draft() });
        assert_eq!(found, one("payment_method", "not_offered"));
    }

    #[test]
    fn the_payload_does_not_depend_on_how_it_was_typed() {
        let kiosk = Kiosk::new();
        let typed = Draft {
            customer_phone: "+62 812-0000-0001".into(),
            customer_name: " Sari  Dewi ".into(),
            ..draft()
        };
        assert_eq!(kiosk.check(&typed).unwrap().to_v3(None), kiosk.check(&draft()).unwrap().to_v3(None));
    }
}
