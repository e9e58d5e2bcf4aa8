//! The district routes.

use std::rc::Rc;

use futures_util::future::join_all;
use shared::v3::Location;

use super::catalogue::{listings, walk};
use super::clock;
use super::isolate::Isolate;
use super::send::in_turn;
use super::visit::Visit;
use crate::api::location::{Asked, district_id, districts, postal_codes as told};
use crate::api::{Failure, Reply};
use crate::gate::Urgency;
use crate::platform::{PlatformError, Said};

/// Most pages of districts that are read for one word: no regency has more.
const PAGES_MAX: usize = 8;

/// `GET /v3/locations`
pub(super) async fn search(visit: &Visit) -> Result<Reply, Failure> {
    let asked = Asked::parse(visit.target().query)?;
    if let Some(store) = &asked.store {
        let listings = listings(&visit.isolate, &visit.context, &visit.trace).await?;
        listings.find(store).ok_or(Failure::StoreNotFound)?;
    }
    let began = clock::now();
    let answers = join_all(asked.wanted.asked().into_iter().map(|word| named(&visit.isolate, word))).await;
    visit.trace.waited(clock::since(began));
    let known: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
    match answers.iter().find_map(|answer| answer.as_ref().err()) {
        Some(error) if known.is_empty() => Err(error.clone().into()),
        _ => {
            let known = known.into_iter().flat_map(|known| known.iter());
            districts(&asked, known, visit.header("if-none-match").as_deref())
        }
    }
}

/// `GET /v3/locations/{id}/postal-codes`
pub(super) async fn list_postal_codes(visit: &Visit, id: &str) -> Result<Reply, Failure> {
    let id = district_id(id)?;
    let began = clock::now();
    let codes = postal_codes(&visit.isolate, id, Urgency::Read).await;
    visit.trace.waited(clock::since(began));
    match codes {
        Ok(codes) => Ok(told(&codes, visit.header("if-none-match").as_deref())),
        Err(PlatformError::NotFound) => Err(Failure::DistrictNotFound),
        Err(error) => Err(error.into()),
    }
}

/// The districts with a word in their name.
async fn named(isolate: &Isolate, word: &str) -> Said<Rc<Vec<Location>>> {
    let memory = &isolate.memory.districts;
    if let Some(known) = memory.recall(&word.to_owned()) {
        return Ok(known);
    }
    let platform = isolate.platform()?;
    let ask = |cursor: Option<&str>| platform.district_page(word, cursor);
    let found = walk(PAGES_MAX, ask, |answer, now| platform.read_districts(answer, now)).await?;
    Ok(memory.keep(word.to_owned(), found))
}

/// The postal codes of a district; none where the platform knows none.
pub(super) async fn postal_codes(isolate: &Isolate, id: i64, urgency: Urgency) -> Said<Rc<Vec<String>>> {
    let memory = &isolate.memory.postal_codes;
    if let Some(known) = memory.recall(&id) {
        return Ok(known);
    }
    let Some(power) = isolate.platform()?.postal_codes() else { return Ok(Rc::default()) };
    let answer = in_turn(&power.codes(id), urgency).await?;
    Ok(memory.keep(id, power.read_codes(&answer, clock::seconds())?))
}
