//! The worlds in which things break.

use anyhow::Result;

use crate::sandbox::{Catalogue, Limits, Sandbox, Store};
use crate::stage::{Dist, World, built};

/// Enough of everything, and a Worker that does not leave a failing platform alone: it is meant to
/// fail here. Nor does it count its calls: minutes pass in a moment, in which many orders are looked for.
pub(super) const VARS: [(&str, &str); 2] =
    [("SCALEV_BREAKER_CALLS", "60000"), ("SCALEV_RATE_LIMITS", "100000/10000000")];

/// A world of endless shelves and no limits, in which the platform tells the Worker of orders.
pub(super) fn told(dist: &Dist) -> Result<World> {
    let world = silent(dist, &[])?;
    world.connect_webhooks()?;
    Ok(world)
}

/// The same without webhooks: only looking finds an order whose answer was lost.
pub(super) fn silent(dist: &Dist, vars: &[(&str, &str)]) -> Result<World> {
    let vars: Vec<_> = VARS.into_iter().chain(vars.iter().copied()).collect();
    let world = World::start(dist, &vars)?;
    endless(&world.sandbox);
    Ok(world)
}

/// The Worker that ships.
pub(super) fn ships() -> &'static Dist {
    built()
}

/// Nothing runs out.
pub(super) fn endless(sandbox: &Sandbox) {
    sandbox.put_limits(Limits::NONE);
    let stores = Catalogue::get().stores.iter();
    stores.flat_map(Store::variants).for_each(|(_, variant)| sandbox.put_stock(variant, None));
}
