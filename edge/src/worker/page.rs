//! `GET /o/{token}`

use super::visit::Visit;
use super::{clock, order};
use crate::api::{Failure, Reply};
use crate::page::{self, Language, View};

/// The page of an order. Never a problem in JSON: it is read by people.
pub(super) async fn show(visit: &Visit, token: &str) -> Reply {
    let language = language(visit);
    let origin = visit.target().origin;
    let told = order::state(visit, token).await.map(|answer| View::told(answer, clock::now()));
    Reply::page(match told {
        Ok(Some(view)) => page::order(&view, language, origin, clock::seconds()),
        Ok(None) | Err(Failure::OrderNotFound) => page::missing(language, origin),
        Err(failure) => page::trouble(failure.status(), language, origin),
    })
}

fn language(visit: &Visit) -> Language {
    let query = form_urlencoded::parse(visit.target().query.as_bytes());
    let asked = query.into_iter().find(|(name, _)| name == "lang").map(|(_, tag)| tag);
    Language::choose(asked.as_deref(), visit.header("accept-language").as_deref())
}
