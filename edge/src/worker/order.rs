//! The order routes.

use js_sys::JsString;
use shared::v3::OrderRequest;
use web_sys::Response;

use super::chaos::{self, Mistake};
use super::visit::Visit;
use super::{catalogue, clock, door, intent, shipping};
use crate::api::order::{key, no_store, order, payload, placed, shown};
use crate::api::{Failure, Reply};
use crate::catalogue::Listing;
use crate::orders::{
    Answer, Command, Dispatch, Fingerprint, Given, IdempotencyKey, Outcome, Receipt, Token, likeness,
    object_name, read,
};

/// `POST /v3/orders`
pub(super) async fn place(visit: &Visit) -> Result<Reply, Failure> {
    let (key, given) = at_the_door(visit).await?;
    let fingerprint = Fingerprint::of(&given.draft);
    let store = given.draft.store_unique_id.clone();
    let is_whole = given.problems.is_empty();
    let confirmed = given.draft.confirm_duplicate;
    let attribution = given.attribution.clone();
    match judged(visit, given).await {
        Ok((order, receipt, listing)) => {
            let name = object_name(&store, &key);
            let secrets = visit.isolate.config.quotes.as_ref().map(|quotes| &quotes.secrets);
            let (likeness, custom_domain) = (likeness(secrets, &order), listing.custom_domain);
            let dispatch = Box::new(Dispatch { order, attribution, custom_domain, likeness, confirmed });
            let origin = Some(visit.target().origin.to_owned());
            let (store, receipt) = (listing.id, Box::new(Receipt { origin, ..receipt }));
            let command = Command::Place { fingerprint, store, receipt, dispatch };
            let answer = intent::by_name(&visit.env, &name, &command).await?;
            visit.trace.waited(answer.platform_ms);
            placed(answer, visit.target().origin)
        }
        Err(failure) if is_whole => earlier(visit, &store, &key, fingerprint).await.unwrap_or(Err(failure)),
        Err(failure) => Err(failure),
    }
}

/// What can be judged without the store.
async fn at_the_door(visit: &Visit) -> Result<(IdempotencyKey, Given), Failure> {
    door::check(visit).await?;
    let key = key(visit.header("idempotency-key").as_deref())?;
    let body = door::body(visit).await?;
    if chaos::makes(Mistake::LogBody) {
        chaos::spill(&body);
    }
    Ok((key, read(&body).ok_or(Failure::InvalidJson)?.composed(nfc)))
}

/// Unicode's composed form, by the tables that the runtime has anyway.
fn nfc(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

async fn judged(visit: &Visit, given: Given) -> Result<(OrderRequest, Receipt, Listing), Failure> {
    let store = &given.draft.store_unique_id;
    match catalogue::counter(&visit.isolate, &visit.context, &visit.trace, store).await {
        Ok(counter) => {
            let listing = counter.snapshot.listing.clone();
            let order = order(given, &counter.snapshot)?;
            let shipment = shipping::verified(visit, &order, &counter.snapshot).await?;
            let receipt = Receipt::new(&order, shipment.as_ref(), &counter.snapshot, clock::now());
            let payload = counter.snapshot.charged(payload(&order, shipment.as_ref())?);
            Ok((payload.ok_or(Failure::Internal)?, receipt, listing))
        }
        Err(Failure::StoreNotFound) => Err(no_store(given)),
        Err(failure) => Err(failure),
    }
}

/// The order that an earlier request with this key made. The goods may be sold
/// out or the platform away by now: the order stands all the same.
async fn earlier(
    visit: &Visit,
    store: &str,
    key: &IdempotencyKey,
    fingerprint: Fingerprint,
) -> Option<Result<Reply, Failure>> {
    let is_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if store.is_empty() || store.len() > 100 || !store.bytes().all(is_id) {
        return None;
    }
    let answer =
        intent::by_name(&visit.env, &object_name(store, key), &Command::Recall { fingerprint }).await.ok()?;
    match answer.outcome {
        Outcome::Placed(_) | Outcome::Confirming | Outcome::Waiting { .. } | Outcome::Review => {
            Some(placed(answer, visit.target().origin))
        }
        Outcome::Absent
        | Outcome::Refused
        | Outcome::Duplicate { .. }
        | Outcome::Reused
        | Outcome::Failed(_)
        | Outcome::Missing => None,
    }
}

/// `GET /v3/orders/{token}`
pub(super) async fn show(visit: &Visit, token: &str) -> Result<Reply, Failure> {
    shown(state(visit, token).await?, visit.target().origin)
}

/// What the object of a token's intent says.
pub(super) async fn state(visit: &Visit, token: &str) -> Result<Answer, Failure> {
    let began = clock::now();
    let id = Token::object_id(token).ok_or(Failure::OrderNotFound)?;
    let answer = intent::by_id(&visit.env, &id, &Command::Show).await?;
    visit.trace.waited(answer.platform_ms.min(clock::since(began)));
    Ok(answer)
}

/// `GET /v3/orders/{token}/events`
pub(super) async fn watch(visit: &Visit, token: &str) -> Result<Response, Failure> {
    let id = Token::object_id(token).ok_or(Failure::OrderNotFound)?;
    intent::watch(&visit.env, &id, visit.target().origin).await
}
