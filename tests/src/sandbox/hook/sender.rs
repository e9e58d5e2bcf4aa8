//! Makes the calls, until the sandbox ends.

use super::{Call, Habit, Whose};
use crate::sandbox::App;
use crate::sandbox::webhook::{Attempt, Standing, exchange};
use crate::sandbox::world::World;

/// Every platform that calls this way.
const PLATFORMS: [Whose; 2] = [|world| &mut world.till.calls, |world| &mut world.gercep.calls];

/// Runs for as long as the sandbox.
pub(in crate::sandbox) async fn run(app: App) {
    let mut changes = app.world.changes();
    loop {
        changes.mark_unchanged();
        if app.world.read(|world| world.till.calls.has_due() || world.gercep.calls.has_due()) {
            for whose in PLATFORMS {
                start(&app, whose);
            }
        }
        if changes.changed().await.is_err() {
            return;
        }
    }
}

fn start(app: &App, whose: Whose) {
    let (habit, due) = app.world.change(|world| {
        let calls = whose(world);
        (calls.habit, calls.take_due())
    });
    for call in due {
        tokio::spawn(make(app.clone(), whose, habit, call));
    }
}

async fn make(app: App, whose: Whose, habit: Habit, call: Call) {
    for left in (0..=habit.retries).rev() {
        let attempt = attempt(habit, &call).await;
        let again = left > 0 && attempt.status.is_some_and(|status| matches!(status, 408 | 429 | 500..));
        let standing = match (attempt.is_good(), again) {
            (true, _) => Standing::Delivered,
            (false, true) => Standing::Waiting,
            (false, false) => Standing::GivenUp,
        };
        app.world.change(|world: &mut World| whose(world).note(call.number, attempt, standing));
        if !again {
            return;
        }
        tokio::time::sleep(habit.pause).await;
    }
}

async fn attempt(habit: Habit, call: &Call) -> Attempt {
    let headers = habit.header.as_slice();
    let answer = exchange(&call.url, headers, call.body.clone());
    Attempt::new(tokio::time::timeout(habit.patience, answer).await.unwrap_or(Ok(408)))
}
