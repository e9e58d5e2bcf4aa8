//! What is asked and told of couriers.

use shared::checkout::{Consignment, Draft, Field, Problem, ProblemCode, Shelf};
use shared::value::PostalCode;
use shared::wire::{NoShipping, ShippingOptions};

use super::order::invalid;
use super::{Failure, Reply};
use crate::catalogue::Snapshot;
use crate::config::Quotes;
use crate::orders::{Given, read_only, with_listed_code};
use crate::platform::PlatformError;
use crate::shipping::{Claims, Found, Offer, Refusal, Subject};

const TAKEN: [&str; 6] =
    ["store_unique_id", "location_id", "postal_code", "payment_method", "ordervariants", "orderbundles"];

/// Reads the body of `POST /v3/shipping-options`, which is a part of an order's.
pub fn read(body: &[u8]) -> Option<Given> {
    read_only(body, |member| TAKEN.contains(&member))
}

/// The parcel that was asked about, judged against the store; or every problem
/// of it.
pub fn consignment(given: Given, store: &Snapshot) -> Result<Consignment, Failure> {
    let code = with_listed_code(&given.draft.payment_method, &store.payment_methods);
    let draft = Draft { payment_method: code, ..given.draft.clone() };
    match Consignment::check(&draft, store.shelf()) {
        Ok(consignment) if given.problems.is_empty() => Ok(consignment),
        Ok(_) => Err(invalid(given.problems)),
        Err(judged) => Err(invalid(given.with(judged))),
    }
}

/// Every problem of a question for which there is no store to judge it by.
pub fn no_store(given: Given) -> Failure {
    if !given.draft.store_unique_id.trim().is_empty() && given.problems.is_empty() {
        return Failure::StoreOfOrderNotFound;
    }
    let nothing = Shelf { payment_methods: &[], products: &[], bundles: &[] };
    let judged = Consignment::check(&given.draft, nothing).err().unwrap_or_default();
    let mut problems: Vec<_> =
        judged.into_iter().filter(|problem| problem.code == ProblemCode::Required).collect();
    if given.draft.store_unique_id.trim().is_empty() {
        problems.insert(0, problem(Field::Store, ProblemCode::Required));
    }
    invalid(given.with(problems))
}

/// Whether the district exists and has this postal code, by the platform's own
/// list of them. A district without a list takes any.
pub fn check_district(
    codes: Result<&[String], PlatformError>,
    given: Option<&PostalCode>,
) -> Result<(), Failure> {
    match (codes, given) {
        (Err(PlatformError::NotFound), _) => {
            Err(invalid(vec![problem(Field::Location, ProblemCode::UnknownDistrict)]))
        }
        // Only a given code has to be looked up.
        (Err(_) | Ok(_), None) => Ok(()),
        (Err(error), Some(_)) => Err(Failure::from(error)),
        (Ok(codes), Some(given)) if codes.is_empty() || codes.iter().any(|code| code == given.as_str()) => {
            Ok(())
        }
        (Ok(_), Some(_)) => Err(invalid(vec![problem(Field::PostalCode, ProblemCode::NotInDistrict)])),
    }
}

fn problem(field: Field, code: ProblemCode) -> Problem {
    Problem { field, code }
}

/// Answers `POST /v3/shipping-options`. `weight` in grams, `now` in Unix seconds.
pub fn options(consignment: &Consignment, found: &Found, weight: i64, quotes: &Quotes, now: i64) -> Reply {
    let reason = found.reason(&consignment.payment_method);
    Reply::json(200, &told(consignment, found, reason, weight, quotes, now))
}

/// The same when no warehouse can send the parcel.
pub fn no_warehouse(consignment: &Consignment, weight: i64, quotes: &Quotes, now: i64) -> Reply {
    let reason = Some(NoShipping::NoWarehouse);
    Reply::json(200, &told(consignment, &Found::default(), reason, weight, quotes, now))
}

/// The same when nothing of the cart is shipped.
pub fn nothing_to_ship(consignment: &Consignment, quotes: &Quotes, now: i64) -> Reply {
    Reply::json(200, &told(consignment, &Found::default(), None, 0, quotes, now))
}

fn told(
    consignment: &Consignment,
    found: &Found,
    reason: Option<NoShipping>,
    weight: i64,
    quotes: &Quotes,
    now: i64,
) -> ShippingOptions {
    let press = Press::new(consignment, quotes, now);
    ShippingOptions {
        data: found.offers.iter().map(|offer| offer.option(press.quote(offer))).collect(),
        items_total: consignment.items_total(),
        weight,
        expires_at: press.expires_at,
        hidden_without_cod: found.hidden_without_cod,
        is_incomplete: found.is_incomplete,
        reason,
    }
}

/// Signs the offers for one parcel.
struct Press<'a> {
    subject: Subject,
    consignment: &'a Consignment,
    quotes: &'a Quotes,
    expires_at: i64,
}

impl<'a> Press<'a> {
    fn new(consignment: &'a Consignment, quotes: &'a Quotes, now: i64) -> Self {
        let expires_at = now.saturating_add(i64::from(quotes.seconds));
        Self { subject: Subject::of(consignment), consignment, quotes, expires_at }
    }

    fn quote(&self, offer: &Offer) -> String {
        let items_total = self.consignment.items_total();
        Claims::new(&self.subject, offer, items_total, self.expires_at).sign(&self.quotes.secrets)
    }
}

/// Why an order's parcel is not sent. `now` in Unix seconds.
pub fn refused(refusal: Refusal, consignment: &Consignment, quotes: &Quotes, now: i64) -> Failure {
    match refusal {
        Refusal::Problem(problem) => invalid(vec![problem]),
        Refusal::PriceChanged(offer) => {
            let quote = Press::new(consignment, quotes, now).quote(&offer);
            let items_total = consignment.items_total();
            Failure::PriceChanged { option: Box::new(offer.option(quote)), items_total }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Body;
    use crate::shipping::tests::{claims, consignment, offer, secrets};
    use serde_json::{Value, json};
    use shared::v3::PaymentMethodCode;

    fn quotes() -> Quotes {
        Quotes { secrets: secrets('a'), seconds: 900 }
    }

    fn json(reply: &Reply) -> Value {
        match &reply.body {
            Body::Json(bytes) => serde_json::from_slice(bytes).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    fn errors(failure: &Failure) -> Vec<(String, String)> {
        match failure {
            Failure::Validation(errors) => {
                errors.iter().map(|e| (e.field.path(), e.code.to_string())).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_option_carries_its_own_quote() {
        let found = Found { offers: vec![offer()], ..Found::default() };
        let told = json(&options(&consignment(), &found, 450, &quotes(), 100));
        assert_eq!(
            (&told["expires_at"], &told["weight"], &told["items_total"]),
            (&json!(1000), &json!(450), &json!(150_000))
        );
        assert_eq!(told["data"][0]["shipping_quote"], claims().sign(&secrets('a')));
        assert_eq!(told["data"][0]["shipping_cost"], 19_000);
        for hidden in ["hidden_without_cod", "is_incomplete", "reason"] {
            assert!(told.get(hidden).is_none(), "{hidden}");
        }
    }

    #[test]
    fn an_empty_list_says_which_part_failed() {
        let reason = |reply: &Reply| json(reply)["reason"].clone();
        let cash = Consignment { payment_method: PaymentMethodCode::new("cod"), ..consignment() };
        assert_eq!(reason(&no_warehouse(&consignment(), 450, &quotes(), 0)), "no_warehouse");
        assert_eq!(reason(&options(&consignment(), &Found::default(), 450, &quotes(), 0)), "no_courier");
        assert_eq!(reason(&options(&cash, &Found::default(), 450, &quotes(), 0)), "no_cod_courier");
        assert_eq!(reason(&nothing_to_ship(&consignment(), &quotes(), 0)), Value::Null);
    }

    #[test]
    fn a_changed_price_comes_with_a_quote_that_holds() {
        let failure = refused(Refusal::PriceChanged(Box::new(offer())), &consignment(), &quotes(), 100);
        let Failure::PriceChanged { option, items_total } = failure else { panic!() };
        assert_eq!(Claims::open(&option.shipping_quote, &secrets('a')), Some(claims()));
        assert_eq!(items_total, consignment().items_total());
    }

    #[test]
    fn a_postal_code_belongs_to_its_district() {
        let code: PostalCode = "40132".parse().unwrap();
        let codes = ["40131".to_owned(), "40132".to_owned()];
        assert_eq!(check_district(Ok(&codes), Some(&code)), Ok(()));
        assert_eq!(check_district(Ok(&[]), Some(&code)), Ok(()));
        assert_eq!(check_district(Ok(&codes), None), Ok(()));
        assert_eq!(check_district(Err(PlatformError::Timeout), None), Ok(()));
        let other = check_district(Ok(&codes[..1]), Some(&code)).unwrap_err();
        assert_eq!(errors(&other), [("postal_code".to_owned(), "not_in_district".to_owned())]);
        let unknown = check_district(Err(PlatformError::NotFound), None).unwrap_err();
        assert_eq!(errors(&unknown), [("location_id".to_owned(), "unknown_district".to_owned())]);
        assert_eq!(check_district(Err(PlatformError::Timeout), Some(&code)), Err(Failure::PlatformTimeout));
    }

    #[test]
    fn only_what_decides_a_price_is_taken() {
        let given =
            read(br#"{"store_unique_id":"store_1","customer_name":"Sari","shipping_quote":"x"}"#).unwrap();
        let paths: Vec<_> = given.problems.iter().map(|problem| problem.field.path()).collect();
        assert_eq!(paths, ["customer_name", "shipping_quote"]);
        assert_eq!(
            no_store(read(br#"{"store_unique_id":"store_x"}"#).unwrap()),
            Failure::StoreOfOrderNotFound
        );
        let nothing: Vec<_> =
            errors(&no_store(read(b"{}").unwrap())).into_iter().map(|(path, _)| path).collect();
        assert_eq!(nothing, ["store_unique_id", "ordervariants", "payment_method", "location_id"]);
    }
}
