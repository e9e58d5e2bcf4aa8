//! The other channel's letter box, and what the seller reads of it.

use super::isolate::write;
use super::till::{ask, stranger};
use super::visit::Visit;
use super::webhook::letter;
use crate::api::webhook::{GERCEP_EVENT, received, told_of_channel};
use crate::api::{Failure, Reply};
use crate::log::ChannelHeard;
use crate::till::{Ask, Said};
use crate::webhook::{HookTokens, REPORT_MAX};

/// `POST /webhooks/gercep/{token}`
pub(super) async fn hear(visit: &Visit, token: &str) -> Result<Reply, Failure> {
    let hooks = hooks(visit)?;
    let body = letter(visit, REPORT_MAX, Failure::InvalidJson).await?;
    if !hooks.admit(token) {
        return Err(stranger(visit).await);
    }
    let body = String::from_utf8(body).map_err(|_| Failure::InvalidJson)?;
    let is_named = visit.header(GERCEP_EVENT).is_some_and(|name| name == "order.paid");
    let outcome = match ask(&visit.env, &Ask::Paid { body, is_named }).await {
        Ok(Said::Noted) => Ok(received()),
        Ok(_) => Err(Failure::InvalidJson),
        Err(_) => Err(Failure::Internal),
    };
    write(&ChannelHeard { taken: outcome.is_ok() });
    outcome
}

/// `GET /webhooks/gercep/{token}/report`
pub(super) async fn report(visit: &Visit, token: &str) -> Result<Reply, Failure> {
    if !hooks(visit)?.admit(token) {
        return Err(stranger(visit).await);
    }
    match ask(&visit.env, &Ask::Channel).await {
        Ok(Said::Channel(report)) => Ok(told_of_channel(&report)),
        _ => Err(Failure::Internal),
    }
}

fn hooks(visit: &Visit) -> Result<&HookTokens, Failure> {
    let gercep = visit.isolate.config.gercep.as_ref();
    gercep.and_then(|gercep| gercep.hooks.as_ref()).ok_or(Failure::RouteNotFound)
}
