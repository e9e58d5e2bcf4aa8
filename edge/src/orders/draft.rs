//! Reading the body of an order. Every member of another type and every member
//! we do not take is reported, not only the first.

use serde_json::{Map, Value};
use shared::checkout::{Draft, Field, Problem, ProblemCode};
use shared::v3::{Attribution, OrderBundle, OrderVariant};
use shared::value::Rupiah;

use super::attribution::{self, METADATA};

/// A draft, and what was wrong with the JSON it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// With defaults where something was wrong.
    pub draft: Draft,
    /// Where the shopper came from: no part of what is ordered, so that it makes no other order.
    pub attribution: Attribution,
    /// Members of another type, members we do not take.
    pub problems: Vec<Problem>,
}

impl Given {
    /// With the letters of what people type in one spelling (reliability P2):
    /// an é may come as one letter or as two. `compose` knows how.
    #[must_use]
    pub fn composed(mut self, compose: impl Fn(&str) -> String) -> Self {
        let draft = &mut self.draft;
        for text in [&mut draft.customer_name, &mut draft.address, &mut draft.notes] {
            if !text.is_ascii() {
                *text = compose(text);
            }
        }
        self
    }

    /// All problems in one list: those of the JSON, and those `judged` that do
    /// not merely follow from them.
    pub fn with(mut self, judged: Vec<Problem>) -> Vec<Problem> {
        let mut broken: Vec<String> = self.problems.iter().map(|problem| problem.field.path()).collect();
        if broken.iter().any(|path| SHIPMENT.contains(&path.as_str())) {
            // What one of these says of the courier, the quote says too.
            broken.push("shipping_quote".to_owned());
        }
        let follows = |path: &str| {
            broken.iter().any(|broken| {
                path.strip_prefix(broken.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            })
        };
        self.problems.extend(judged.into_iter().filter(|problem| !follows(&problem.field.path())));
        self.problems
    }
}

/// Reads a body. `None` when it is not a JSON object.
pub fn read(body: &[u8]) -> Option<Given> {
    read_only(body, |_| true)
}

/// Reads the part of an order that a route takes. `None` when the body is not
/// a JSON object.
pub fn read_only(body: &[u8], takes: impl Fn(&str) -> bool) -> Option<Given> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Some(Reader::default().order(members, takes)),
        _ => None,
    }
}

#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

/// The members that together stand for a quote.
const SHIPMENT: [&str; 4] =
    ["warehouse_unique_id", "courier_service_id", "shipment_provider_code", "shipping_cost"];

const VARIANTS: &str = "ordervariants";
const BUNDLES: &str = "orderbundles";

impl Reader {
    fn order(mut self, members: Map<String, Value>, takes: impl Fn(&str) -> bool) -> Given {
        let mut draft = Draft::default();
        let mut attribution = Attribution::default();
        for (member, value) in members {
            match member.as_str() {
                name if !takes(name) => self.report(member, ProblemCode::UnknownMember),
                "store_unique_id" => draft.store_unique_id = self.text(&member, value),
                "customer_name" => draft.customer_name = self.text(&member, value),
                "customer_phone" => draft.customer_phone = self.text(&member, value),
                "customer_email" => draft.customer_email = self.text(&member, value),
                "payment_method" => draft.payment_method = self.text(&member, value),
                "notes" => draft.notes = self.text(&member, value),
                "confirm_duplicate" => draft.confirm_duplicate = self.truth(member, &value),
                "address" => draft.address = self.text(&member, value),
                "location_id" => draft.location_id = self.id(member, &value),
                "postal_code" => draft.postal_code = self.text(&member, value),
                "shipping_quote" => draft.shipping_quote = self.text(&member, value),
                "warehouse_unique_id" => draft.warehouse_unique_id = self.text(&member, value),
                "courier_service_id" => draft.courier_service_id = self.id(member, &value),
                "shipment_provider_code" => draft.shipment_provider_code = self.text(&member, value),
                "shipping_cost" => draft.shipping_cost = self.amount(member, value),
                "insurance_cost" => draft.insurance_cost = self.amount(member, value),
                METADATA => attribution = self.attribution(value),
                VARIANTS => {
                    let lines = self.lines(VARIANTS, "variant_unique_id", value).into_iter();
                    draft.ordervariants = lines
                        .map(|(quantity, variant_unique_id)| OrderVariant { quantity, variant_unique_id })
                        .collect();
                }
                BUNDLES => {
                    let lines = self.lines(BUNDLES, "bundle_price_option_unique_id", value).into_iter();
                    draft.orderbundles = lines
                        .map(|(quantity, id)| OrderBundle { quantity, bundle_price_option_unique_id: id })
                        .collect();
                }
                _ => self.report(member, ProblemCode::UnknownMember),
            }
        }
        Given { draft, attribution, problems: self.problems }
    }

    fn attribution(&mut self, value: Value) -> Attribution {
        match value {
            Value::Object(members) => attribution::read(members, &mut self.problems),
            Value::Null => Attribution::default(),
            _ => {
                self.report(METADATA.to_owned(), ProblemCode::WrongType);
                Attribution::default()
            }
        }
    }

    fn report(&mut self, path: String, code: ProblemCode) {
        self.problems.push(Problem { field: Field::from(path), code });
    }

    fn text(&mut self, path: &str, value: Value) -> String {
        match value {
            Value::String(text) => text,
            Value::Null => String::new(),
            _ => {
                self.report(path.to_owned(), ProblemCode::WrongType);
                String::new()
            }
        }
    }

    fn id(&mut self, path: String, value: &Value) -> Option<i64> {
        if value.is_null() { None } else { Some(self.whole(path, value)) }
    }

    fn truth(&mut self, path: String, value: &Value) -> bool {
        if !value.is_boolean() && !value.is_null() {
            self.report(path, ProblemCode::WrongType);
        }
        value.as_bool().unwrap_or_default()
    }

    fn amount(&mut self, path: String, value: Value) -> Option<Rupiah> {
        let is_amount = value.is_number() || value.is_string();
        let amount = serde_json::from_value::<Option<Rupiah>>(value);
        if amount.is_err() {
            self.report(path, if is_amount { ProblemCode::Malformed } else { ProblemCode::WrongType });
        }
        amount.ok().flatten()
    }

    /// Lines of (quantity, id). A line that is none keeps its place, so that
    /// the paths of the others stay true.
    fn lines(&mut self, list: &str, id: &str, value: Value) -> Vec<(i64, String)> {
        match value {
            Value::Array(lines) => {
                let lines = lines.into_iter().enumerate();
                lines.map(|(index, line)| self.line(&format!("{list}[{index}]"), id, line)).collect()
            }
            Value::Null => Vec::new(),
            _ => {
                self.report(list.to_owned(), ProblemCode::WrongType);
                Vec::new()
            }
        }
    }

    fn line(&mut self, path: &str, id: &str, value: Value) -> (i64, String) {
        let Value::Object(members) = value else {
            self.report(path.to_owned(), ProblemCode::WrongType);
            return (1, String::new());
        };
        let (mut quantity, mut unique_id) = (None, None);
        for (member, value) in members {
            let path = format!("{path}.{member}");
            match member.as_str() {
                "quantity" => quantity = Some(self.whole(path, &value)),
                name if name == id => unique_id = Some(self.text(&path, value)),
                _ => self.report(path, ProblemCode::UnknownMember),
            }
        }
        if quantity.is_none() {
            self.report(format!("{path}.quantity"), ProblemCode::Required);
        }
        if unique_id.is_none() {
            self.report(format!("{path}.{id}"), ProblemCode::Required);
        }
        (quantity.unwrap_or(1), unique_id.unwrap_or_default())
    }

    fn whole(&mut self, path: String, value: &Value) -> i64 {
        match value.as_i64() {
            Some(number) => number,
            None if value.is_u64() => i64::MAX,
            None => {
                self.report(path, ProblemCode::WrongType);
                1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(body: &str) -> Vec<(String, String)> {
        let given = read(body.as_bytes()).unwrap();
        given.problems.iter().map(|problem| (problem.field.path(), problem.code.to_string())).collect()
    }

    fn at(path: &str, code: &str) -> (String, String) {
        (path.into(), code.into())
    }

    #[test]
    fn a_payload_is_read() {
        let given = read(br#"{"store_unique_id":"store_a","customer_name":"Sari","customer_phone":"62812","customer_email":"a@b.id",
            "ordervariants":[{"quantity":2,"variant_unique_id":"variant_1"}],
            "orderbundles":[{"quantity":1,"bundle_price_option_unique_id":"bpo_1"}],"payment_method":"qris","notes":null}"#)
        .unwrap();
        assert_eq!(given.problems, vec![]);
        assert_eq!(given.draft.ordervariants.first().map(|line| line.quantity), Some(2));
        assert_eq!(given.draft.notes, "");
    }

    #[test]
    fn members_that_would_move_money_are_not_taken() {
        for member in [
            "product_discount",
            "shipping_discount",
            "other_income",
            "is_probably_spam",
            "total",
            "transferproof_url",
            "payment_account_unique_id",
            "financial_entity_id",
            "__proto__",
        ] {
            assert_eq!(problems(&format!(r#"{{"{member}":0}}"#)), [at(member, "unknown_member")]);
        }
        let line = r#"{"ordervariants":[{"quantity":1,"variant_unique_id":"v","price":1}]}"#;
        assert_eq!(problems(line), [at("ordervariants[0].price", "unknown_member")]);
    }

    #[test]
    fn a_parcels_members_are_read() {
        let given = read(
            br#"{"address":"Jl. Dago 5","location_id":6033,"postal_code":"40132","warehouse_unique_id":"warehouse_1",
            "courier_service_id":27,"shipping_cost":19000,"shipment_provider_code":null,"shipping_quote":"v1"}"#,
        )
        .unwrap();
        assert_eq!(given.problems, vec![]);
        assert_eq!((given.draft.location_id, given.draft.courier_service_id), (Some(6033), Some(27)));
        assert_eq!(given.draft.shipping_cost, Some(Rupiah::new(19_000)));
        assert_eq!(problems(r#"{"location_id":"ngorder_7"}"#), [at("location_id", "wrong_type")]);
        assert_eq!(problems(r#"{"shipping_cost":19000.5}"#), [at("shipping_cost", "malformed")]);
        assert_eq!(problems(r#"{"shipping_cost":[]}"#), [at("shipping_cost", "wrong_type")]);
        assert_eq!(problems(r#"{"shipping_cost":null,"location_id":null,"address":null}"#), []);
    }

    #[test]
    fn where_the_shopper_came_from_is_apart() {
        let given = read(br#"{"metadata":{"utm_source":"ig","total":1}}"#).unwrap();
        assert_eq!(given.draft, Draft::default());
        assert_ne!(given.attribution, Attribution::default());
        assert_eq!(problems(r#"{"metadata":{"total":1}}"#), [at("metadata.total", "unknown_member")]);
        assert_eq!(problems(r#"{"metadata":[]}"#), [at("metadata", "wrong_type")]);
        assert_eq!(problems(r#"{"metadata":null}"#), []);
    }

    #[test]
    fn a_route_that_takes_less_says_so() {
        let given =
            read_only(br#"{"location_id":1,"address":"x"}"#, |member| member == "location_id").unwrap();
        assert_eq!(given.problems.first().map(|problem| problem.field.path()).as_deref(), Some("address"));
    }

    #[test]
    fn every_wrong_type_is_reported_with_its_path() {
        let body = r#"{"customer_name":1,"orderbundles":{},"ordervariants":[{"quantity":"2","variant_unique_id":"v"},7,{"quantity":1.5}],"notes":[]}"#;
        assert_eq!(
            problems(body),
            [
                at("customer_name", "wrong_type"),
                at("notes", "wrong_type"),
                at("orderbundles", "wrong_type"),
                at("ordervariants[0].quantity", "wrong_type"),
                at("ordervariants[1]", "wrong_type"),
                at("ordervariants[2].quantity", "wrong_type"),
                at("ordervariants[2].variant_unique_id", "required"),
            ]
        );
    }

    #[test]
    fn what_follows_from_broken_json_is_not_reported_twice() {
        let given = read(br#"{"ordervariants":[7,{"quantity":1,"variant_unique_id":"v"}]}"#).unwrap();
        let problem =
            |path: &str| Problem { field: Field::from(path.to_owned()), code: ProblemCode::NotSold };
        let all = given.with(vec![
            problem("ordervariants[0].variant_unique_id"),
            problem("ordervariants[1].variant_unique_id"),
        ]);
        let paths: Vec<_> = all.iter().map(|problem| problem.field.path()).collect();
        assert_eq!(paths, ["ordervariants[0]", "ordervariants[1].variant_unique_id"]);
    }

    #[test]
    fn letters_have_one_spelling() {
        let given = read("{\"customer_name\":\"Rene\u{301}\",\"notes\":\"cepat\"}".as_bytes()).unwrap();
        let composed = given.composed(|text| text.replace("e\u{301}", "\u{e9}"));
        assert_eq!(
            (composed.draft.customer_name.as_str(), composed.draft.notes.as_str()),
            ("Ren\u{e9}", "cepat")
        );
    }

    #[test]
    fn an_absurd_number_of_pieces_stays_absurd() {
        let given = read(br#"{"ordervariants":[{"quantity":18446744073709551615,"variant_unique_id":"v"}]}"#)
            .unwrap();
        assert_eq!(given.draft.ordervariants.first().map(|line| line.quantity), Some(i64::MAX));
        assert_eq!(given.problems, vec![]);
    }

    #[test]
    fn what_is_no_object_is_no_order() {
        let deep = "[".repeat(100_000);
        for body in
            ["", "null", "[]", "1", "\"x\"", "{", "{\"a\":1e400}", "{\"a\":\"\\ud800\"}", "\u{feff}{}", &deep]
        {
            assert_eq!(read(body.as_bytes()), None, "{}", body.chars().take(20).collect::<String>());
        }
        assert_eq!(read(b"{\"customer_name\":\"\xff\"}"), None);
    }
}
