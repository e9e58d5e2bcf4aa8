//! The isolate's copies of stores and what they sell.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::{join_all, try_join3};
use shared::v3::{Bundle, List, PaymentMethodItem, Product};
use worker::Context;

use super::isolate::Isolate;
use super::send::send;
use super::slot::Slot;
use super::till::Word;
use super::trace::Trace;
use super::{clock, till};
use crate::api::Failure;
use crate::api::catalogue::Counter;
use crate::catalogue::{Listings, PAGES_MAX, Snapshot, Trust, contentless, describe, kindless, unpack};
use crate::config::Config;
use crate::platform::{Incoming, OrderPlatform, Outgoing, Platform, PlatformError, Said};

/// Milliseconds after which no further page of a listing is asked for.
const WALK_DEADLINE: u32 = 12_000;

/// Details that are asked for at the same time: a request has six connections.
const AT_ONCE: usize = 4;

/// One slot for each platform's list of stores, and one for each store on it.
#[derive(Default)]
pub(super) struct Copies {
    listings: RefCell<HashMap<Platform, Rc<Slot<Listings>>>>,
    counters: RefCell<HashMap<String, Rc<Slot<Counter>>>>,
    word: Rc<Slot<Rc<Word>>>,
    joined: RefCell<HashMap<String, Joined>>,
}

/// A store under the till's word, and what it was joined of.
struct Joined {
    own: Rc<Counter>,
    word: Rc<Word>,
    counter: Rc<Counter>,
}

impl Copies {
    /// The store under the till's word, put together when either is new.
    fn join(&self, store: &str, own: Rc<Counter>, word: Rc<Word>) -> Rc<Counter> {
        let mut joined = self.joined.borrow_mut();
        let known = joined.get(store).filter(|it| Rc::ptr_eq(&it.own, &own) && Rc::ptr_eq(&it.word, &word));
        if let Some(known) = known {
            return Rc::clone(&known.counter);
        }
        let counter = Rc::new(Counter::new(own.snapshot.under(&word.overlay)));
        joined.insert(store.to_owned(), Joined { own, word, counter: Rc::clone(&counter) });
        counter
    }
}

/// How long answers are believed: a till's word changes from one second to the next.
pub(super) fn trust(config: &Config) -> Trust {
    if config.till.is_some() { till::trust() } else { config.trust }
}

/// The stores of a platform's account.
pub(super) async fn listings(
    isolate: &Rc<Isolate>,
    context: &Context,
    trace: &Trace,
    platform: Platform,
) -> Said<Rc<Listings>> {
    let slot = Rc::clone(isolate.copies.listings.borrow_mut().entry(platform).or_default());
    let load = || load_listings(Rc::clone(isolate), platform).boxed_local();
    slot.get(isolate.config.trust, context, trace, load).await
}

/// The stores of every platform that is on. One that fails hides its own stores
/// and no others.
pub(super) async fn all_listings(
    isolate: &Rc<Isolate>,
    context: &Context,
    trace: &Trace,
) -> Said<Vec<Rc<Listings>>> {
    let on = isolate.config.platforms_on();
    let answers = join_all(on.map(|platform| listings(isolate, context, trace, platform))).await;
    let (known, failed): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    match failed.into_iter().next() {
        Some(Err(error)) if known.is_empty() => Err(error),
        None if known.is_empty() => Err(PlatformError::Unauthorized),
        _ => Ok(known.into_iter().flatten().collect()),
    }
}

/// A fresh copy of a store, if there is one.
pub(super) fn fresh_counter(isolate: &Isolate, trace: &Trace, store: &str) -> Option<Rc<Counter>> {
    let copies = &isolate.copies;
    let own = copies.counters.borrow().get(store)?.fresh(isolate.config.trust, trace)?;
    let counter = match isolate.config.till {
        None => own,
        Some(_) => copies.join(store, own, Rc::clone(&*copies.word.fresh(till::trust(), trace)?)),
    };
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
    let own = slot.get(isolate.config.trust, context, trace, load).await.map_err(|error| match error {
        PlatformError::NotFound => Failure::StoreNotFound,
        other => Failure::from(other),
    })?;
    let counter = match isolate.config.till {
        None => own,
        Some(_) => isolate.copies.join(store, own, word(isolate, context, trace).await?),
    };
    trace.is_for(&counter.snapshot.listing);
    Ok(counter)
}

/// The till's word. While its object cannot be asked the last one stands.
async fn word(isolate: &Rc<Isolate>, context: &Context, trace: &Trace) -> Result<Rc<Word>, PlatformError> {
    let load = || {
        let (isolate, known) = (Rc::clone(isolate), isolate.copies.word.last());
        async move { till::word(&isolate, known.map(|known| Rc::clone(&*known))).await }.boxed_local()
    };
    let word = isolate.copies.word.get(till::trust(), context, trace, load).await?;
    Ok(Rc::clone(&*word))
}

/// Only stores that exist get a slot, so that nobody can fill the memory.
async fn slot(
    isolate: &Rc<Isolate>,
    context: &Context,
    trace: &Trace,
    store: &str,
) -> Result<Rc<Slot<Counter>>, Failure> {
    if let Some(slot) = isolate.copies.counters.borrow().get(store) {
        return Ok(Rc::clone(slot));
    }
    let platform = Platform::of(store);
    if is_elsewhere(isolate, platform) {
        return Err(Failure::StoreNotFound);
    }
    let listings = listings(isolate, context, trace, platform).await?;
    listings.find(store).ok_or(Failure::StoreNotFound)?;
    Ok(Rc::clone(isolate.copies.counters.borrow_mut().entry(store.to_owned()).or_default()))
}

/// The seller sells, but not on this platform.
fn is_elsewhere(isolate: &Isolate, platform: Platform) -> bool {
    isolate.platform(platform).is_err() && isolate.config.platforms_on().next().is_some()
}

async fn load_listings(isolate: Rc<Isolate>, platform: Platform) -> Said<Listings> {
    let platform = isolate.platform(platform)?;
    let ask = |cursor: Option<&str>| platform.store_page(cursor);
    walk(PAGES_MAX, ask, |answer, now| platform.read_stores(answer, now)).await.map(Listings::new)
}

async fn load_counter(
    isolate: Rc<Isolate>,
    context: Rc<Context>,
    store: String,
) -> Result<Counter, PlatformError> {
    let platform = Platform::of(&store);
    let listings = listings(&isolate, &context, &Trace::of_nobody(), platform).await?;
    let platform = isolate.platform(platform)?;
    let listing = listings.find(&store).ok_or(PlatformError::NotFound)?.clone();
    let id = listing.id;
    let (methods, mut products, mut bundles) =
        try_join3(methods(platform, id), products(platform, id), bundles(platform, id)).await?;
    describe_all(platform, id, &mut products).await;
    unpack_all(platform, id, &mut bundles).await;
    Ok(Counter::new(Snapshot::new(listing, methods, products, bundles)))
}

async fn methods(platform: &dyn OrderPlatform, store: i64) -> Said<Vec<PaymentMethodItem>> {
    let read = |answer: &Incoming, now: i64| platform.read_payment_methods(answer, now);
    walk(PAGES_MAX, |_| platform.payment_methods(store), read).await
}

async fn products(platform: &dyn OrderPlatform, store: i64) -> Said<Vec<Product>> {
    let ask = |cursor: Option<&str>| platform.product_page(store, cursor);
    walk(PAGES_MAX, ask, |answer, now| platform.read_products(answer, now)).await
}

async fn bundles(platform: &dyn OrderPlatform, store: i64) -> Said<Vec<Bundle>> {
    let Some(power) = platform.bundles() else { return Ok(Vec::new()) };
    let ask = |cursor: Option<&str>| power.bundle_page(store, cursor);
    walk(PAGES_MAX, ask, |answer, now| power.read_bundles(answer, now)).await
}

async fn describe_all(platform: &dyn OrderPlatform, store: i64, products: &mut [Product]) {
    let Some(power) = platform.full_variants() else { return };
    let read = |answer: &Incoming, now: i64| power.read_variant(answer, now);
    for (id, full) in details(kindless(products), |id| power.variant(store, id), read).await {
        describe(products, id, full);
    }
}

async fn unpack_all(platform: &dyn OrderPlatform, store: i64, bundles: &mut [Bundle]) {
    let Some(power) = platform.bundles() else { return };
    let read = |answer: &Incoming, now: i64| power.read_bundle(answer, now);
    for (_, full) in details(contentless(bundles), |id| power.bundle(store, id), read).await {
        unpack(bundles, full);
    }
}

/// Every page of a listing, as far as we walk and have time to.
pub(super) async fn walk<T>(
    pages: usize,
    ask: impl Fn(Option<&str>) -> Outgoing,
    read: impl Fn(&Incoming, i64) -> Said<List<T>>,
) -> Said<Vec<T>> {
    let (mut items, mut cursor) = (Vec::new(), None::<String>);
    let began = clock::now();
    for _ in 0..pages {
        if clock::since(began) > WALK_DEADLINE {
            return Err(PlatformError::Timeout);
        }
        let answer = send(&ask(cursor.as_deref())).await?;
        let page = read(&answer, clock::seconds())?;
        let next = page.next().filter(|next| cursor.as_deref() != Some(next)).map(str::to_owned);
        items.extend(page.data);
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(items)
}

/// What the detail route says of each thing that a listing says too little of.
/// Without its answer the thing is treated with care, not the store lost.
async fn details<T>(
    ids: Vec<i64>,
    ask: impl Fn(i64) -> Outgoing,
    read: impl Fn(&Incoming, i64) -> Said<T>,
) -> Vec<(i64, T)> {
    let began = clock::now();
    let mut found = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let asked = some.iter().map(|id| {
            let (call, read) = (ask(*id), &read);
            async move { (*id, send(&call).await.and_then(|answer| read(&answer, clock::seconds()))) }
        });
        found.extend(join_all(asked).await.into_iter().filter_map(|(id, full)| Some((id, full.ok()?))));
        if clock::since(began) > WALK_DEADLINE {
            break;
        }
    }
    found
}
