//! From a draft's fields to an order's values.

use super::shelf::Offer;
use super::{
    ADDRESS_MAX, ADDRESS_MIN, Charges, Delivery, Draft, Field, LINES_MAX, Line, NOTES_MAX, Problem,
    ProblemCode, Shelf, Way,
};
use crate::text::{join, length};
use crate::v3::{PaymentKind, PaymentMethodCode};
use crate::value::{CustomerName, Email, EmailError, NameError, Phone, PhoneError, PostalCode, Quantity};

/// Collects problems while it turns fields into values.
pub(super) struct Judge<'a> {
    shelf: Shelf<'a>,
    pub(super) problems: Vec<Problem>,
}

#[derive(Default)]
pub(super) struct Cart {
    pub(super) variants: Vec<Line>,
    pub(super) bundles: Vec<Line>,
    pub(super) charges: Option<Charges>,
    pub(super) needs_email: bool,
    pub(super) needs_shipping: bool,
}

impl<'a> Judge<'a> {
    pub(super) fn new(shelf: Shelf<'a>) -> Self {
        Self { shelf, problems: Vec::new() }
    }

    fn report(&mut self, field: Field, code: ProblemCode) {
        self.problems.push(Problem { field, code });
    }

    pub(super) fn cart(&mut self, draft: &Draft) -> Cart {
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
            cart.wants(offer.as_ref());
            self.line(at, offer, &line.variant_unique_id, line.quantity, &mut cart.variants);
        }
        for (index, line) in draft.orderbundles.iter().enumerate() {
            let id = &line.bundle_price_option_unique_id;
            let offer = self.shelf.bundle_offer(id);
            let at = (Field::Bundle(index), Field::BundleQuantity(index));
            cart.wants(offer.as_ref());
            self.line(at, offer, id, line.quantity, &mut cart.bundles);
        }
        let priced = |line: &Line| (line.price, line.quantity.get());
        cart.charges = Charges::of_goods(cart.variants.iter().map(priced), cart.bundles.iter().map(priced))
            .filter(|charges| charges.totals().is_some());
        if cart.charges.is_none() {
            self.report(Field::Cart, ProblemCode::TooLarge);
        }
        cart
    }

    /// Adds one line if its thing can be had in that number, on top of what
    /// earlier lines took of the same thing.
    fn line(
        &mut self,
        at: (Field, Field),
        offer: Option<Offer<'_>>,
        id: &str,
        pieces: i64,
        lines: &mut Vec<Line>,
    ) {
        let Some(offer) = offer else { return self.report(at.0, ProblemCode::NotSold) };
        let taken = lines.iter().find(|line| line.unique_id == id).map_or(0, |line| line.quantity.get());
        match judge_pieces(&offer, pieces.saturating_add(i64::from(taken))) {
            Ok(quantity) => {
                lines.retain(|line| line.unique_id != id);
                let price = offer.price_of(quantity.get());
                lines.push(Line { unique_id: id.to_owned(), quantity, price });
            }
            Err(code @ (ProblemCode::OutOfRange | ProblemCode::NotEnoughStock)) => self.report(at.1, code),
            Err(code) => self.report(at.0, code),
        }
    }

    pub(super) fn name(&mut self, text: &str) -> Option<CustomerName> {
        let parsed = text.parse().map_err(|error| match error {
            NameError::Empty => ProblemCode::Required,
            NameError::TooLong => ProblemCode::TooLong,
        });
        self.keep(Field::CustomerName, parsed)
    }

    pub(super) fn phone(&mut self, text: &str) -> Option<Phone> {
        let parsed = text.parse().map_err(|error| match error {
            PhoneError::Empty => ProblemCode::Required,
            PhoneError::TooShort { .. } => ProblemCode::TooShort,
            PhoneError::TooLong { .. } => ProblemCode::TooLong,
            PhoneError::Landline => ProblemCode::Landline,
            PhoneError::NoCountry => ProblemCode::NoCountry,
        });
        self.keep(Field::CustomerPhone, parsed)
    }

    pub(super) fn email(&mut self, text: &str, needed: bool) -> Option<Email> {
        let parsed = match text.parse() {
            Err(EmailError::Empty) if !needed => return None,
            Err(EmailError::Empty) => Err(ProblemCode::Required),
            Err(EmailError::TooLong) => Err(ProblemCode::TooLong),
            Err(EmailError::Malformed) => Err(ProblemCode::Malformed),
            Ok(email) => Ok(email),
        };
        self.keep(Field::CustomerEmail, parsed)
    }

    /// A courier takes cash for a parcel, not for a file sent beside it.
    pub(super) fn payment_method(&mut self, code: &str, cart: &Cart) -> Option<PaymentMethodCode> {
        let code = PaymentMethodCode::new(code.trim());
        let is_cash = code.kind() == PaymentKind::Cod;
        let judged = match code.as_str() {
            "" => Err(ProblemCode::Required),
            _ if !self.shelf.takes(&code) => Err(ProblemCode::NotOffered),
            _ if is_cash && (cart.needs_email || !cart.needs_shipping) => Err(ProblemCode::NoCod),
            _ => Ok(code),
        };
        self.keep(Field::PaymentMethod, judged)
    }

    pub(super) fn notes(&mut self, text: &str) -> Option<String> {
        let text = text.trim();
        if length(text) > NOTES_MAX {
            self.report(Field::Notes, ProblemCode::TooLong);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Every problem of the address and the courier, as one delivery.
    pub(super) fn delivery(&mut self, draft: &Draft) -> Option<Delivery> {
        let address = self.address(&draft.address);
        let location_id = self.location(draft.location_id);
        let postal_code = self.postal_code(&draft.postal_code);
        let way = self.keep(Field::Quote, Way::of(draft).ok_or(ProblemCode::Required));
        Some(Delivery { address: address?, location_id: location_id?, postal_code, way: way? })
    }

    pub(super) fn location(&mut self, id: Option<i64>) -> Option<i64> {
        self.keep(Field::Location, id.filter(|id| *id > 0).ok_or(ProblemCode::Required))
    }

    fn address(&mut self, text: &str) -> Option<String> {
        let text = join(&text.split_whitespace().collect::<Vec<_>>(), " ");
        let judged = match length(&text) {
            0 => Err(ProblemCode::Required),
            letters if letters < ADDRESS_MIN => Err(ProblemCode::TooShort),
            letters if letters > ADDRESS_MAX => Err(ProblemCode::TooLong),
            _ => Ok(text),
        };
        self.keep(Field::Address, judged)
    }

    pub(super) fn postal_code(&mut self, text: &str) -> Option<PostalCode> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        self.keep(Field::PostalCode, text.parse().map_err(|_| ProblemCode::Malformed))
    }

    fn keep<T>(&mut self, field: Field, value: Result<T, ProblemCode>) -> Option<T> {
        value.map_err(|code| self.report(field, code)).ok()
    }
}

impl Cart {
    /// Notes what a thing of it needs.
    fn wants(&mut self, offer: Option<&Offer<'_>>) {
        if let Some(offer) = offer {
            self.needs_email |= offer.needs_email;
            self.needs_shipping |= offer.needs_shipping;
        }
    }
}

fn judge_pieces(offer: &Offer<'_>, pieces: i64) -> Result<Quantity, ProblemCode> {
    let quantity = Quantity::try_from(pieces).map_err(|_| ProblemCode::OutOfRange)?;
    match offer.available_qty {
        Some(left) if left <= 0 => Err(ProblemCode::SoldOut),
        Some(left) if left < pieces => Err(ProblemCode::NotEnoughStock),
        _ => Ok(quantity),
    }
}
