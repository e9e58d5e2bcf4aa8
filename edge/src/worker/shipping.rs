//! What brings a cart to a district, and whether an order's parcel may go.

use futures_util::future::{join_all, join3};
use shared::checkout::{Consignment, Order, Shipment, Way};
use shared::v3::Warehouse;

use super::chaos::{self, Mistake};
use super::courier::Asker;
use super::location::postal_codes;
use super::visit::Visit;
use super::{catalogue, clock, door};
use crate::api::shipping::{
    check_district, consignment, no_store, no_warehouse, nothing_to_ship, options, read, refused,
};
use crate::api::{Failure, Reply};
use crate::catalogue::Snapshot;
use crate::config::Quotes;
use crate::gate::Urgency;
use crate::platform::Platform;
use crate::shipping::{Again, Offer, Parcel, Verdict, WAREHOUSES_MAX, gather, judge, nearest, settle};

/// `POST /v3/shipping-options`
pub(super) async fn quote(visit: &Visit) -> Result<Reply, Failure> {
    door::check(visit).await?;
    let given = read(&door::body(visit).await?).ok_or(Failure::InvalidJson)?;
    let store = &given.draft.store_unique_id;
    match catalogue::counter(&visit.isolate, &visit.context, &visit.trace, store).await {
        Ok(counter) => {
            let consignment = consignment(given, &counter.snapshot)?;
            quoted(visit, &consignment, &counter.snapshot).await
        }
        Err(Failure::StoreNotFound) => Err(no_store(given)),
        Err(failure) => Err(failure),
    }
}

async fn quoted(visit: &Visit, consignment: &Consignment, store: &Snapshot) -> Result<Reply, Failure> {
    let quotes = quotes(visit)?;
    let found = found(visit, consignment, store, Urgency::Read).await?;
    let Some((asker, warehouses, weight)) = found else {
        return Ok(nothing_to_ship(consignment, quotes, clock::seconds()));
    };
    if warehouses.is_empty() {
        return Ok(no_warehouse(consignment, weight, quotes, clock::seconds()));
    }
    let near = warehouses.iter().take(WAREHOUSES_MAX);
    let answers = join_all(near.map(|warehouse| asker.offers(warehouse, consignment, weight)));
    let found = gather(waited_for(visit, answers).await, &consignment.payment_method)?;
    Ok(options(consignment, &found, weight, quotes, clock::seconds()))
}

/// What the platform answers, with the time it took noted.
async fn waited_for<T>(visit: &Visit, answer: impl Future<Output = T>) -> T {
    let began = clock::now();
    let answer = answer.await;
    visit.trace.waited(clock::since(began));
    answer
}

fn quotes(visit: &Visit) -> Result<&Quotes, Failure> {
    visit.isolate.config.quotes.as_ref().ok_or(Failure::SellerConfiguration)
}

type Sources<'a> = (Asker<'a>, Vec<Warehouse>, i64);

/// Who can send a parcel, nearest first, and its grams. `None` when nothing is
/// shipped. All that can be asked at once is.
async fn found<'a>(
    visit: &'a Visit,
    consignment: &Consignment,
    store: &Snapshot,
    urgency: Urgency,
) -> Result<Option<Sources<'a>>, Failure> {
    let parcel = Parcel::pack(consignment, store).ok_or(Failure::PlatformUnavailable)?;
    if parcel.is_empty() {
        return Ok(None);
    }
    let platform = Platform::of(&consignment.store_unique_id);
    let asker = Asker { isolate: &visit.isolate, platform, store: store.listing.id, urgency };
    let answers = join3(
        asker.warehouses(consignment.location_id, &parcel),
        postal_codes(&visit.isolate, platform, consignment.location_id, urgency),
        asker.weights(&parcel),
    );
    let (warehouses, codes, weights) = waited_for(visit, answers).await;
    let codes = codes.as_ref().map(|codes| codes.as_slice()).map_err(Clone::clone);
    check_district(codes, consignment.postal_code.as_ref())?;
    Ok(Some((asker, nearest(&warehouses?), parcel.weight(&weights?))))
}

/// How an order's parcel comes, if it has one: as we promised, or as the
/// couriers say now.
pub(super) async fn verified(
    visit: &Visit,
    order: &Order,
    store: &Snapshot,
) -> Result<Option<Shipment>, Failure> {
    let Some((delivery, consignment)) = order.delivery().zip(order.consignment()) else { return Ok(None) };
    if let Way::Named(shipment) = &delivery.way
        && chaos::makes(Mistake::TrustClient)
    {
        return Ok(Some(shipment.clone()));
    }
    let quotes = quotes(visit)?;
    let refused = |refusal| refused(refusal, &consignment, quotes, clock::seconds());
    match judge(&delivery.way, &consignment, &quotes.secrets, clock::seconds()).map_err(refused)? {
        Verdict::Send(shipment) => Ok(Some(shipment)),
        Verdict::Ask(again) => {
            let offers = asked_again(visit, &again, &consignment, store).await?;
            settle(&again, offers).map(Some).map_err(refused)
        }
    }
}

/// What couriers take now from the warehouse that an order names. `None` when
/// it cannot send the parcel.
async fn asked_again(
    visit: &Visit,
    again: &Again,
    consignment: &Consignment,
    store: &Snapshot,
) -> Result<Option<Vec<Offer>>, Failure> {
    let Some((asker, warehouses, weight)) = found(visit, consignment, store, Urgency::Order).await? else {
        return Ok(None);
    };
    let Some(warehouse) = warehouses.iter().find(|warehouse| warehouse.unique_id == again.warehouse()) else {
        return Ok(None);
    };
    let answer = waited_for(visit, asker.offers(warehouse, consignment, weight)).await;
    Ok(Some(gather([answer], &consignment.payment_method)?.offers))
}
