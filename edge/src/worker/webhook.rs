//! The letter box.

use super::body::{self, Unread};
use super::chaos::{self, Mistake};
use super::isolate::write;
use super::visit::Visit;
use super::{clock, gate};
use crate::api::webhook::{SIGNATURE, received};
use crate::api::{Failure, Method, Reply, declared_too_large};
use crate::log::{Heard, Post};
use crate::orders::News;
use crate::webhook::{EventName, LETTER_MAX, Letter, verify};

/// `POST /webhooks/scalev`, and `GET`, which does nothing. Nothing here waits
/// for the platform: the letter is written down, answered, and read after that.
pub(super) async fn scalev(visit: &Visit) -> Result<Reply, Failure> {
    if visit.method != Method::Post {
        return Ok(received());
    }
    let config = &visit.isolate.config;
    let (Some(account), Some(secrets)) = (&config.scalev, &config.webhook_secrets) else {
        return Err(Failure::WebhooksOff);
    };
    // Half a letter has no signature.
    let body = letter(visit, LETTER_MAX, Failure::SignatureInvalid).await?;
    if !verify(secrets, visit.header(SIGNATURE).as_deref(), &body) {
        write(&Heard { name: None, post: Post::Forged });
        return Err(Failure::SignatureInvalid);
    }
    let Letter { event, hash, news } = Letter::open(&body);
    let is_old = |news: &News| clock::now().saturating_sub(news.at) > chaos::WINDOW;
    let post = if event == EventName::Test {
        Post::Tried
    } else if chaos::makes(Mistake::NarrowWindow) && news.as_ref().is_some_and(is_old) {
        Post::Foreign
    } else {
        gate::receive(&visit.isolate, &account.key, hash, news).await?
    };
    write(&Heard { name: Some(event), post });
    Ok(received())
}

/// The bytes of a letter, so many at most; `broken` when they end too early.
pub(super) async fn letter(visit: &Visit, most: usize, broken: Failure) -> Result<Vec<u8>, Failure> {
    if declared_too_large(visit.header("content-length").as_deref(), most) {
        let _ = body::discard(visit.request.body()).await;
        return Err(Failure::BodyTooLarge);
    }
    body::read(visit.request.body(), most).await.map_err(|unread| match unread {
        Unread::TooLarge => Failure::BodyTooLarge,
        Unread::Broken => broken,
    })
}
