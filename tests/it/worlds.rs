//! Worlds that several trials share, each started by the first that asks for it.
//!
//! A trial that plans faults, counts upstream calls or needs variables of its own starts its own
//! [`World`] instead.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use tumbas_tests::stage::{World, built};

static SHARED: Mutex<BTreeMap<&'static str, Arc<World>>> = Mutex::new(BTreeMap::new());

/// The world called `name`, with the sandbox's variables and nothing else.
pub(crate) fn shared(name: &'static str) -> Result<Arc<World>> {
    shared_with(name, &[], |_| ())
}

/// The world called `name`, at the sandbox's till and beside its Gercep.
pub(crate) fn at_the_till(name: &'static str) -> Result<Arc<World>> {
    shared_by(name, || World::start_at_the_till(built()))
}

/// The world called `name`, with these variables besides the sandbox's, and prepared like this.
pub(crate) fn shared_with(
    name: &'static str,
    vars: &[(&str, &str)],
    prepare: impl FnOnce(&World),
) -> Result<Arc<World>> {
    shared_by(name, || World::start(built(), vars).inspect(prepare))
}

/// The world called `name`, whose seller is on both order platforms.
pub(crate) fn shared_on_both(name: &'static str, prepare: impl FnOnce(&World)) -> Result<Arc<World>> {
    shared_by(name, || World::start_on_both(built(), &[]).inspect(prepare))
}

fn shared_by(name: &'static str, start: impl FnOnce() -> Result<World>) -> Result<Arc<World>> {
    // Built before the lock is taken, so that nobody waits for it twice.
    built();
    let mut worlds = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(world) = worlds.get(name) {
        return Ok(Arc::clone(world));
    }
    let world = Arc::new(start()?);
    worlds.insert(name, Arc::clone(&world));
    Ok(world)
}

/// Ends all shared worlds; statics are never dropped by themselves.
pub(crate) fn end() {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner).clear();
}
