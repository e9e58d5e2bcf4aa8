//! Sends what waits, one at a time and in order, until the sandbox ends.

use std::time::Duration;

use jiff::Timestamp;

use super::delivery::Attempt;
use super::post::post;
use super::sign::sign;
use crate::sandbox::App;
use crate::sandbox::world::World;

/// What to do next.
enum Next {
    Send { number: u64, url: String, signature: String, body: String, retry: Duration },
    Wait(Option<Duration>),
}

/// Runs for as long as the sandbox.
pub(in crate::sandbox) async fn run(app: App) {
    let mut changes = app.world.changes();
    loop {
        changes.mark_unchanged();
        match app.world.read(next) {
            Next::Send { number, url, signature, body, retry } => {
                let attempt = Attempt::new(post(&url, &signature, body).await);
                app.world.change(|world| {
                    if let Some(delivery) = world.webhooks.delivery(number) {
                        delivery.note(attempt, retry);
                    }
                });
            }
            Next::Wait(time) => {
                let alarm = tokio::time::sleep(time.unwrap_or(Duration::MAX));
                tokio::select! {
                    () = alarm => {}
                    more = changes.changed() => if more.is_err() { return },
                }
            }
        }
    }
}

fn next(world: &World) -> Next {
    let now = Timestamp::now();
    let (delivery, endpoint) = match (world.webhooks.next(now), world.webhooks.endpoint()) {
        (Ok(delivery), Some(endpoint)) => (delivery, endpoint),
        (Err(Some(due)), _) => return Next::Wait(due.duration_since(now).try_into().ok()),
        _ => return Next::Wait(None),
    };
    Next::Send {
        number: delivery.number,
        url: endpoint.url.clone(),
        signature: sign(&endpoint.secret, delivery.body.as_bytes()),
        body: delivery.body.clone(),
        retry: Duration::from_millis(endpoint.retry_ms),
    }
}
