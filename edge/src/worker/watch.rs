//! Those who watch an order live: each sees its state at once, and then
//! whenever it changes. What is here is lost with the object; who watched
//! comes back.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::mpsc::{Receiver, Sender, channel};
use futures_util::future::{Either, select};
use futures_util::{StreamExt as _, stream};
use worker::Response;

use super::clock;
use super::desk::Desk;
use crate::api::order::followed;
use crate::api::order::live::{HEARTBEAT, OPENING, frame};
use crate::intent::Millis;
use crate::orders::{Answer, Outcome};

/// Most streams of one order.
const WATCHERS_MAX: usize = 20;
/// Milliseconds between two signs of life; then the platform is asked, too.
const PULSE: u32 = 20_000;
/// Milliseconds after which a stream ends and is begun anew.
const LIFE: Millis = 5 * 60_000;

/// Who is to be told of changes.
#[derive(Default)]
pub(super) struct Watchers(RefCell<Vec<Sender<()>>>);

impl Watchers {
    /// Something may have changed.
    pub(super) fn wake(&self) {
        for watcher in self.0.borrow_mut().iter_mut() {
            // A full channel wakes its watcher anyway.
            let _ = watcher.try_send(());
        }
    }

    fn join(&self) -> Option<Receiver<()>> {
        let mut watchers = self.0.borrow_mut();
        watchers.retain(|watcher| !watcher.is_closed());
        if watchers.len() >= WATCHERS_MAX {
            return None;
        }
        let (sender, receiver) = channel(1);
        watchers.push(sender);
        Some(receiver)
    }
}

struct Watch {
    desk: Rc<Desk>,
    origin: String,
    changes: Receiver<()>,
    told: String,
    ends_at: Millis,
    is_over: bool,
}

/// Opens a stream: 404 when there is no order, 503 when too many watch it.
/// `origin` is ours.
pub(super) async fn watch(desk: &Rc<Desk>, origin: String) -> worker::Result<Response> {
    if matches!(desk.show().await?.0, Outcome::Missing) {
        return Ok(Response::empty()?.with_status(404));
    }
    let Some(changes) = desk.watchers.join() else { return Ok(Response::empty()?.with_status(503)) };
    let ends_at = clock::now().saturating_add(LIFE);
    let watch =
        Watch { desk: Rc::clone(desk), origin, changes, told: String::new(), ends_at, is_over: false };
    let opening = stream::once(async { Ok::<_, worker::Error>(OPENING.as_bytes().to_vec()) });
    Response::from_stream(Box::pin(opening.chain(stream::unfold(watch, Watch::next))))
}

impl Watch {
    /// The next event; `None` ends the stream.
    async fn next(mut self) -> Option<(worker::Result<Vec<u8>>, Self)> {
        while !self.is_over && clock::now() < self.ends_at {
            if let Some(event) = self.news() {
                return Some((Ok(event.into_bytes()), self));
            }
            if self.pulse().await {
                return Some((Ok(HEARTBEAT.as_bytes().to_vec()), self));
            }
        }
        None
    }

    /// What the watcher has not been told yet.
    fn news(&mut self) -> Option<String> {
        let outcome = self.desk.outcome().ok()?;
        self.is_over = match &outcome {
            Outcome::Placed(placed) => !placed.is_moving(),
            outcome => !outcome.is_open(),
        };
        let token = self.desk.token.clone();
        let answer = Answer { token, outcome, replayed: false, platform_ms: 0, receipt: None, read_at: 0 };
        let json = serde_json::to_string(&followed(answer, &self.origin).ok()?).ok()?;
        (json != self.told).then(|| {
            self.told.clone_from(&json);
            frame(&json)
        })
    }

    /// Waits for a change. Tells whether none came and the line wants a sign of life.
    async fn pulse(&mut self) -> bool {
        if let Either::Left(_) = select(self.changes.next(), clock::sleep(PULSE)).await {
            return false;
        }
        // Nobody told us: the platform may not be able to.
        let before = self.desk.outcome().ok();
        let _ = self.desk.show().await;
        before == self.desk.outcome().ok()
    }
}
