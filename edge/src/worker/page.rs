//! `GET /o/{token}` and `GET /c/{store}`

use super::visit::Visit;
use super::{catalogue, clock, order};
use crate::api::{Failure, Reply};
use crate::page::{self, Language, Theme, View, shop};

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

/// The checkout page of a store.
pub(super) async fn shop(visit: &Visit, store: &str) -> Reply {
    let language = language(visit);
    let origin = visit.target().origin;
    let counter = catalogue::counter(&visit.isolate, &visit.context, &visit.trace, store).await;
    Reply::page(match counter {
        Ok(counter) => {
            let wanted = shop::wanted(&asked(visit, "items").unwrap_or_default());
            let preview = shop::Preview::of(&counter.snapshot, &wanted);
            let theme = Theme::choose(asked(visit, "theme").as_deref());
            shop::shop(&counter.snapshot.listing.store, &preview, &wanted, language, theme, origin)
        }
        Err(Failure::StoreNotFound) => shop::missing(language, origin),
        Err(failure) => shop::trouble(failure.status(), language, origin),
    })
}

fn language(visit: &Visit) -> Language {
    Language::choose(asked(visit, "lang").as_deref(), visit.header("accept-language").as_deref())
}

/// A member of the query. Unlike the API's, a page's link may carry anything else: chats and
/// advertisements add to it.
fn asked(visit: &Visit, wanted: &str) -> Option<String> {
    let query = form_urlencoded::parse(visit.target().query.as_bytes());
    query.into_iter().find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}
