//! The district routes.

use std::rc::Rc;

use futures_util::future::join_all;
use shared::v3::Location;

use super::catalogue::{listings, walk};
use super::clock;
use super::isolate::Isolate;
use super::send::in_turn;
use super::visit::Visit;
use crate::api::location::{Asked, district_id, districts, postal_codes as told, store};
use crate::api::{Failure, Reply};
use crate::gate::Urgency;
use crate::platform::{Platform, PlatformError, Said};

/// Most pages of districts that are read for one word: no regency has more.
const PAGES_MAX: usize = 8;

/// `GET /v3/locations`
pub(super) async fn search(visit: &Visit) -> Result<Reply, Failure> {
    let asked = Asked::parse(visit.target().query)?;
    let platform = platform(&visit.isolate, asked.store.as_deref());
    if let Some(store) = &asked.store {
        let listings = listings(&visit.isolate, &visit.context, &visit.trace, platform).await?;
        listings.find(store).ok_or(Failure::StoreNotFound)?;
    }
    let began = clock::now();
    let answers =
        join_all(asked.wanted.asked().into_iter().map(|word| named(&visit.isolate, platform, word))).await;
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
    let platform = platform(&visit.isolate, store(visit.target().query).as_deref());
    let began = clock::now();
    let codes = postal_codes(&visit.isolate, platform, id, Urgency::Read).await;
    visit.trace.waited(clock::since(began));
    match codes {
        Ok(codes) => Ok(told(&codes, visit.header("if-none-match").as_deref())),
        Err(PlatformError::NotFound) => Err(Failure::DistrictNotFound),
        Err(error) => Err(error.into()),
    }
}

/// Whose numbering a store's districts are of; without a store, that of the
/// first platform.
fn platform(isolate: &Isolate, store: Option<&str>) -> Platform {
    let first = || isolate.config.platforms_on().next().unwrap_or(Platform::Scalev);
    store.map_or_else(first, Platform::of)
}

/// The districts with a word in their name.
async fn named(isolate: &Isolate, platform: Platform, word: &str) -> Said<Rc<Vec<Location>>> {
    let (memory, question) = (&isolate.memory.districts, (platform, word.to_owned()));
    if let Some(known) = memory.recall(&question) {
        return Ok(known);
    }
    let platform = isolate.platform(platform)?;
    let ask = |cursor: Option<&str>| platform.district_page(word, cursor);
    let found = walk(PAGES_MAX, ask, |answer, now| platform.read_districts(answer, now)).await?;
    Ok(memory.keep(question, found))
}

/// The postal codes of a district; none where the platform knows none.
pub(super) async fn postal_codes(
    isolate: &Isolate,
    platform: Platform,
    id: i64,
    urgency: Urgency,
) -> Said<Rc<Vec<String>>> {
    let memory = &isolate.memory.postal_codes;
    if let Some(known) = memory.recall(&(platform, id)) {
        return Ok(known);
    }
    let Some(power) = isolate.platform(platform)?.postal_codes() else { return Ok(Rc::default()) };
    let answer = in_turn(&power.codes(id), urgency).await?;
    Ok(memory.keep((platform, id), power.read_codes(&answer, clock::seconds())?))
}
