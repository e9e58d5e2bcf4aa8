//! Bodies of requests, as far as they are let in.

use super::body::{self, Unread};
use super::visit::Visit;
use crate::api::{BODY_MAX, Failure, declared_too_large, is_json};

/// What can be said of a body before it is read.
pub(super) async fn check(visit: &Visit) -> Result<(), Failure> {
    if !is_json(visit.header("content-type").as_deref()) {
        return Err(Failure::UnsupportedMediaType);
    }
    if declared_too_large(visit.header("content-length").as_deref(), BODY_MAX) {
        // Its length is what is wrong with it, whether or not all of it comes.
        let _ = body::discard(visit.request.body()).await;
        return Err(Failure::BodyTooLarge);
    }
    Ok(())
}

/// The body.
pub(super) async fn body(visit: &Visit) -> Result<Vec<u8>, Failure> {
    body::read(visit.request.body(), BODY_MAX).await.map_err(|unread| match unread {
        Unread::TooLarge => Failure::BodyTooLarge,
        Unread::Broken => Failure::InvalidJson,
    })
}
