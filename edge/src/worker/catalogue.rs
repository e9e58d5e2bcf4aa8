//! The isolate's copies of stores and what they sell.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::try_join3;
use serde::de::DeserializeOwned;
use worker::Context;

use super::clock;
use super::isolate::Isolate;
use super::send::send;
use super::slot::Slot;
use super::trace::Trace;
use crate::api::Failure;
use crate::api::catalogue::Counter;
use crate::catalogue::{Listings, PAGES_MAX, Snapshot};
use crate::config::Scalev;
use crate::platform::{Outgoing, PlatformError, scalev};

/// Milliseconds after which no further page of a listing is asked for.
const WALK_DEADLINE: u32 = 12_000;

/// One slot for the list of stores and one for each store on it.
#[derive(Default)]
pub(super) struct Copies {
    listings: Rc<Slot<Listings>>,
    counters: RefCell<HashMap<String, Rc<Slot<Counter>>>>,
}

/// The account's stores.
pub(super) async fn listings(
    isolate: &Isolate,
    context: &Context,
    trace: &Trace,
) -> Result<Rc<Listings>, PlatformError> {
    let scalev = isolate.config.scalev.as_ref().ok_or(PlatformError::Unauthorized)?;
    let load = || load_listings(scalev.clone()).boxed_local();
    isolate.copies.listings.get(isolate.config.trust, context, trace, load).await
}

/// A fresh copy of a store, if there is one.
pub(super) fn fresh_counter(isolate: &Isolate, trace: &Trace, store: &str) -> Option<Rc<Counter>> {
    let counter = isolate.copies.counters.borrow().get(store)?.fresh(isolate.config.trust, trace)?;
    trace.is_for(&counter.snapshot.listing);
    Some(counter)
}

/// A store with everything in it.
pub(super) async fn counter(
    isolate: &Rc<Isolate>,
    context: &Rc<Context>,
    trace: &Trace,
    store: &str,
) -> Result<Rc<Counter>, Failure> {
    let slot = slot(isolate, context, trace, store).await?;
    let load = || load_counter(Rc::clone(isolate), Rc::clone(context), store.to_owned()).boxed_local();
    let counter =
        slot.get(isolate.config.trust, context, trace, load).await.map_err(|error| match error {
            PlatformError::NotFound => Failure::StoreNotFound,
            other => Failure::from(other),
        })?;
    trace.is_for(&counter.snapshot.listing);
    Ok(counter)
}

/// Only stores that exist get a slot, so that nobody can fill the memory.
async fn slot(
    isolate: &Isolate,
    context: &Context,
    trace: &Trace,
    store: &str,
) -> Result<Rc<Slot<Counter>>, Failure> {
    if let Some(slot) = isolate.copies.counters.borrow().get(store) {
        return Ok(Rc::clone(slot));
    }
    let listings = listings(isolate, context, trace).await?;
    listings.find(store).ok_or(Failure::StoreNotFound)?;
    Ok(Rc::clone(isolate.copies.counters.borrow_mut().entry(store.to_owned()).or_default()))
}

async fn load_listings(account: Scalev) -> Result<Listings, PlatformError> {
    walk(|cursor| scalev::store_page(&account, cursor)).await.map(Listings::new)
}

async fn load_counter(
    isolate: Rc<Isolate>,
    context: Rc<Context>,
    store: String,
) -> Result<Counter, PlatformError> {
    let account = isolate.config.scalev.as_ref().ok_or(PlatformError::Unauthorized)?;
    let listings = listings(&isolate, &context, &Trace::of_nobody()).await?;
    let listing = listings.find(&store).ok_or(PlatformError::NotFound)?.clone();
    let id = listing.id;
    let (methods, products, bundles) = try_join3(
        walk(|_| scalev::payment_methods(account, id)),
        walk(|cursor| scalev::product_page(account, id, cursor)),
        walk(|cursor| scalev::bundle_page(account, id, cursor)),
    )
    .await?;
    Ok(Counter::new(Snapshot::new(listing, methods, products, bundles)))
}

/// Every page of a listing, as far as we walk and have time to.
async fn walk<T: DeserializeOwned>(ask: impl Fn(Option<&str>) -> Outgoing) -> Result<Vec<T>, PlatformError> {
    let (mut items, mut cursor) = (Vec::new(), None::<String>);
    let began = clock::now();
    for _ in 0..PAGES_MAX {
        if clock::since(began) > WALK_DEADLINE {
            return Err(PlatformError::Timeout);
        }
        let answer = send(&ask(cursor.as_deref())).await?;
        let page = scalev::read_list::<T>(&answer, clock::seconds())?;
        let next = page.next().filter(|next| cursor.as_deref() != Some(next)).map(str::to_owned);
        items.extend(page.data);
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(items)
}
