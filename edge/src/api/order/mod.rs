//! What the order routes answer.

pub mod live;

mod message;

use shared::checkout::{Draft, Order, Problem, Shelf, Shipment};
use shared::v3::OrderRequest;
use shared::wire::{FieldError, FollowedOrder, OrderState, Status};

use super::{Failure, Reply};
use crate::catalogue::Snapshot;
use crate::orders::{Answer, Given, IdempotencyKey, KeyError, Outcome, Token, with_listed_code};
use crate::platform::PlatformError;

/// Seconds after which a shopper whose order is being confirmed may ask again.
const ASK_AGAIN: u32 = 2;

/// Reads the `Idempotency-Key` header.
pub fn key(header: Option<&str>) -> Result<IdempotencyKey, Failure> {
    IdempotencyKey::parse(header).map_err(|error| match error {
        KeyError::Missing => Failure::KeyMissing,
        KeyError::Invalid => Failure::KeyInvalid,
    })
}

/// The order that was given, judged against the store; or every problem of it.
pub fn order(given: Given, store: &Snapshot) -> Result<Order, Failure> {
    let code = with_listed_code(&given.draft.payment_method, &store.payment_methods);
    let draft = Draft { payment_method: code, ..given.draft.clone() };
    let judged = match Order::check(&draft, store.shelf()) {
        Ok(order) if given.problems.is_empty() => return Ok(order),
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    Err(invalid(given.with(judged)))
}

/// The payload to send. A parcel without a verified shipment is not sent: the
/// platform takes its price on trust.
pub fn payload(order: &Order, shipment: Option<&Shipment>) -> Result<OrderRequest, Failure> {
    if order.delivery().is_some() && shipment.is_none() {
        return Err(Failure::SellerConfiguration);
    }
    Ok(order.to_v3(shipment, None))
}

/// Every problem of an order for which there is no store to judge it by.
pub fn no_store(given: Given) -> Failure {
    if given.draft.store_unique_id.trim().is_empty() || !given.problems.is_empty() {
        let nothing = Shelf { payment_methods: &[], products: &[], bundles: &[] };
        let judged = Order::check(&given.draft, nothing).err().unwrap_or_default();
        let own = judged.into_iter().filter(|problem| !message::needs_a_store(&problem.code));
        let mut problems = own.collect::<Vec<_>>();
        if given.draft.store_unique_id.trim().is_empty() {
            problems.insert(0, message::no_store_given());
        }
        return invalid(given.with(problems));
    }
    Failure::StoreOfOrderNotFound
}

pub(super) fn invalid(problems: Vec<Problem>) -> Failure {
    let told = |problem: Problem| FieldError {
        message: message::of(&problem.code).to_owned(),
        field: problem.field,
        code: problem.code,
    };
    Failure::Validation(problems.into_iter().map(told).collect())
}

/// Answers `POST /v3/orders` with what the intent's object said. `origin` is
/// ours.
pub fn placed(answer: Answer, origin: &str) -> Result<Reply, Failure> {
    let replayed = answer.replayed;
    let (status, retry_after) = match &answer.outcome {
        Outcome::Confirming | Outcome::Review => (202, Some(ASK_AGAIN)),
        Outcome::Waiting { retry_after } => (202, Some(*retry_after)),
        _ => (201, None),
    };
    let reply = Reply::json(status, &state(answer, origin)?);
    Ok(Reply { retry_after, replayed, ..reply })
}

/// Answers `GET /v3/orders/{token}` with what the intent's object said.
pub fn shown(answer: Answer, origin: &str) -> Result<Reply, Failure> {
    let retry_after = match answer.outcome {
        Outcome::Waiting { retry_after } => Some(retry_after),
        _ => None,
    };
    Ok(Reply { retry_after, ..Reply::json(200, &followed(answer, origin)?) })
}

/// Where an order stands, with what its platform keeps apart from it.
pub fn followed(answer: Answer, origin: &str) -> Result<FollowedOrder, Failure> {
    let (paid, movements) = match &answer.outcome {
        Outcome::Placed(placed) => (placed.paid_so_far(), placed.details.movements.clone()),
        _ => (None, Vec::new()),
    };
    Ok(FollowedOrder { order: state(answer, origin)?, paid, movements })
}

/// Where an order stands, as the shopper is told.
fn state(answer: Answer, origin: &str) -> Result<OrderState, Failure> {
    let bare = |status| bare(&answer.token, status, origin);
    match answer.outcome {
        Outcome::Placed(placed) => Ok(placed.state(bare(Status::Pending))),
        Outcome::Confirming => Ok(bare(Status::Confirming)),
        Outcome::Waiting { .. } => Ok(bare(Status::Waiting)),
        Outcome::Absent => Ok(bare(Status::Absent)),
        Outcome::Review => Ok(bare(Status::Review)),
        Outcome::Refused => Ok(bare(Status::Refused)),
        Outcome::Duplicate { first } => {
            Err(Failure::PossibleDuplicate { order_url: order_url(&first, origin) })
        }
        Outcome::Reused => Err(Failure::KeyReused),
        Outcome::Missing => Err(Failure::OrderNotFound),
        Outcome::Failed(PlatformError::Refused | PlatformError::NotFound) => Err(Failure::OrderRefused),
        Outcome::Failed(PlatformError::Faulty(problems)) => Err(invalid(problems)),
        Outcome::Failed(error) => Err(Failure::from(error)),
    }
}

/// An order of which the platform has said nothing.
fn bare(token: &Token, status: Status, origin: &str) -> OrderState {
    OrderState {
        token: token.to_string(),
        status,
        payment_status: None,
        order_id: None,
        secret_slug: None,
        public_order_url: None,
        payment_url: None,
        total: None,
        status_url: [origin, "/v3/orders/", token.as_str()].concat(),
        order_url: Some(order_url(token, origin)),
    }
}

fn order_url(token: &Token, origin: &str) -> String {
    [origin, "/o/", token.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Body;
    use crate::catalogue::Listings;
    use crate::orders::{Placed, read};
    use serde_json::Value;
    use shared::checkout::{Field, ProblemCode};
    use shared::value::Rupiah;

    fn store() -> Snapshot {
        let stores = serde_json::from_str(r#"[{"id":1,"unique_id":"store_a","name":"Toko"}]"#).unwrap();
        let listing = Listings::new(stores).find("store_a").unwrap().clone();
        let products: Vec<_> = serde_json::from_str(
            r#"[{"id":1,"name":"Ebook","item_type":"digital","variants":[{"id":1,"unique_id":"variant_1","price":49000}]}]"#,
        )
        .unwrap();
        Snapshot::new(listing, serde_json::from_str(r#"["payment_link"]"#).unwrap(), products, vec![])
    }

    const GOOD: &str = r#"{"store_unique_id":"store_a","customer_name":"John Doe","customer_phone":"62812345678",
        "customer_email":"example@example.com","ordervariants":[{"quantity":1,"variant_unique_id":"variant_1"}],"payment_method":"invoice"}"#;

    fn errors(failure: &Failure) -> Vec<(String, String)> {
        match failure {
            Failure::Validation(errors) => {
                errors.iter().map(|e| (e.field.path(), e.code.to_string())).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    /// The guide's own payload says `invoice`; the store lists today's code.
    #[test]
    fn the_listed_code_is_sent() {
        let order = order(read(GOOD.as_bytes()).unwrap(), &store()).unwrap();
        let order = payload(&order, None).unwrap();
        assert_eq!(order.payment_method.unwrap().as_str(), "payment_link");
        assert_eq!(order.metadata, None);
    }

    /// The platform would take any price for it.
    #[test]
    fn a_parcel_is_not_sent_on_its_own_word() {
        let products: Vec<_> = serde_json::from_str(
            r#"[{"id":1,"name":"Kaos","item_type":"physical","variants":[{"id":1,"unique_id":"variant_1","price":49000}]}]"#,
        )
        .unwrap();
        let methods = serde_json::from_str(r#"["payment_link"]"#).unwrap();
        let store = Snapshot::new(store().listing, methods, products, vec![]);
        let body = GOOD.replace(
            "\"payment_method\"",
            r#""address":"Jl. Dago 5","location_id":1,"warehouse_unique_id":"warehouse_1","courier_service_id":1,
               "shipping_cost":1,"payment_method""#,
        );
        let order = order(read(body.as_bytes()).unwrap(), &store).unwrap();
        assert_eq!(payload(&order, None), Err(Failure::SellerConfiguration));
        let shipment = Shipment {
            warehouse_unique_id: "warehouse_2".into(),
            courier_service_id: 2,
            shipment_provider_code: None,
            shipping_cost: Rupiah::new(20_000),
            insurance_cost: None,
        };
        let sent = payload(&order, Some(&shipment)).unwrap();
        assert_eq!((sent.courier_service_id, sent.shipping_cost), (Some(2), Some(Rupiah::new(20_000))));
    }

    #[test]
    fn problems_of_json_and_of_the_order_come_together() {
        let body = GOOD.replace("62812345678", "12").replace("\"quantity\":1", "\"quantity\":0,\"price\":1");
        let failure = order(read(body.as_bytes()).unwrap(), &store()).unwrap_err();
        let found = errors(&failure);
        for (path, code) in
            [("ordervariants[0].price", "unknown_member"), ("ordervariants[0].quantity", "out_of_range")]
        {
            assert!(found.contains(&(path.into(), code.into())), "{found:?}");
        }
        assert!(found.iter().any(|(path, _)| path == "customer_phone"));
    }

    #[test]
    fn an_order_for_no_store_still_hears_of_its_other_problems() {
        let unknown = no_store(read(GOOD.as_bytes()).unwrap());
        assert_eq!(unknown, Failure::StoreOfOrderNotFound);
        let problem = unknown.problem("r-1");
        assert_eq!(
            problem.errors.first().map(|error| error.field.path()).as_deref(),
            Some("store_unique_id")
        );
        let found = errors(&no_store(read(b"{}").unwrap()));
        for path in ["store_unique_id", "customer_name", "customer_phone", "ordervariants", "payment_method"]
        {
            assert!(found.contains(&(path.into(), "required".into())), "{path} in {found:?}");
        }
    }

    fn answer(outcome: Outcome) -> Answer {
        Answer {
            token: Token::from_object_id(&"ab".repeat(32)).unwrap(),
            outcome,
            replayed: true,
            platform_ms: 0,
            receipt: None,
            read_at: 0,
        }
    }

    fn json(reply: &Reply) -> Value {
        match &reply.body {
            Body::Json(bytes) => serde_json::from_slice(bytes).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_placed_order_names_its_pages() {
        let order = serde_json::from_str(r#"{"id":"019a","payment_url":"https://pay.example/x"}"#).unwrap();
        let reply =
            placed(answer(Outcome::Placed(Box::new(Placed::new(order).unwrap()))), "https://edge.example")
                .unwrap();
        assert_eq!((reply.status, reply.replayed), (201, true));
        let state = json(&reply);
        assert_eq!(state["payment_url"], "https://pay.example/x");
        let token = state["token"].as_str().unwrap();
        assert_eq!(state["status_url"], format!("https://edge.example/v3/orders/{token}"));
        assert_eq!(state["order_url"], format!("https://edge.example/o/{token}"));
        assert!(state.get("id").is_none());
    }

    #[test]
    fn every_state_has_its_word() {
        let words = [
            (Outcome::Waiting { retry_after: 9 }, "waiting", 202, Some(9)),
            (Outcome::Review, "review", 202, Some(2)),
            (Outcome::Absent, "absent", 201, None),
            (Outcome::Refused, "refused", 201, None),
        ];
        for (outcome, word, status, wait) in words {
            let reply = placed(answer(outcome.clone()), "").unwrap();
            assert_eq!((reply.status, reply.retry_after), (status, wait), "{word}");
            assert_eq!(json(&reply)["status"], word);
            let shown = shown(answer(outcome), "").unwrap();
            assert_eq!((shown.status, json(&shown)["status"].as_str()), (200, Some(word)));
        }
    }

    #[test]
    fn an_equal_order_leads_to_the_first_one() {
        let first = Token::from_object_id(&"cd".repeat(32)).unwrap();
        let order_url = format!("https://edge.example/o/{first}");
        let refused = placed(answer(Outcome::Duplicate { first }), "https://edge.example").unwrap_err();
        assert_eq!(refused, Failure::PossibleDuplicate { order_url });
    }

    #[test]
    fn an_unknown_answer_is_being_confirmed() {
        let reply = placed(answer(Outcome::Confirming), "https://edge.example").unwrap();
        assert_eq!((reply.status, reply.retry_after), (202, Some(2)));
        assert_eq!(json(&reply)["status"], "confirming");
        assert_eq!(shown(answer(Outcome::Confirming), "https://edge.example").unwrap().status, 200);
    }

    #[test]
    fn the_platforms_word_decides_the_answer() {
        let failed = |error| placed(answer(Outcome::Failed(error)), "").unwrap_err();
        assert_eq!(failed(PlatformError::Refused), Failure::OrderRefused);
        let problem = Problem { field: Field::CustomerPhone, code: ProblemCode::Malformed };
        assert!(
            matches!(failed(PlatformError::Faulty(vec![problem])), Failure::Validation(told) if told.len() == 1)
        );
        assert_eq!(failed(PlatformError::Unauthorized), Failure::SellerConfiguration);
        assert_eq!(failed(PlatformError::Busy { retry_after: 9 }), Failure::Busy { retry_after: 9 });
        assert_eq!(placed(answer(Outcome::Reused), "").unwrap_err(), Failure::KeyReused);
        assert_eq!(shown(answer(Outcome::Missing), "").unwrap_err(), Failure::OrderNotFound);
    }
}
