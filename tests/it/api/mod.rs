//! The Worker's API, asked over HTTP of the real Worker with the sandbox behind it.

mod ask;
mod assets;
mod at_rest;
mod bad_draft;
mod bad_request;
mod cache;
mod cart;
mod catalogue;
mod conformance;
mod contract;
mod cors;
mod courier;
mod couriers;
mod duplicates;
mod faults;
mod gate;
mod gercep;
mod keeping;
mod keys;
mod letter;
mod locations;
mod news;
mod ngorder;
mod odd_orders;
mod openapi;
mod orders;
mod outage;
mod outbox;
mod pages;
mod places;
mod privacy;
mod reconcile;
mod seller;
mod shipping;
mod status;
mod strange;
mod sweep;
mod till;
mod undelivered;
mod until;
mod waiting;
mod watch;
mod webhooks;

use libtest_mimic::Trial;

pub(crate) fn trials() -> Vec<Trial> {
    let suites = [
        // The longest first: they mostly wait, and the others run meanwhile.
        undelivered::trials(),
        sweep::trials(),
        faults::trials(),
        outage::trials(),
        cache::trials(),
        catalogue::trials(),
        strange::trials(),
        orders::trials(),
        reconcile::trials(),
        waiting::trials(),
        news::trials(),
        conformance::trials(),
        ngorder::trials(),
        webhooks::trials(),
        outbox::trials(),
        watch::trials(),
        gate::trials(),
        till::trials(),
        gercep::trials(),
        duplicates::trials(),
        keeping::trials(),
        keys::trials(),
        couriers::trials(),
        shipping::trials(),
        locations::trials(),
        status::trials(),
        pages::trials(),
        odd_orders::trials(),
        bad_draft::trials(),
        bad_request::trials(),
        cors::trials(),
        privacy::trials(),
        assets::trials(),
        at_rest::trials(),
        openapi::trials(),
    ];
    suites.into_iter().flatten().collect()
}
