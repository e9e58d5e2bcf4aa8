//! The local stage: finds or installs what is missing, builds widget and Worker, and runs them
//! between a storefront and the sandbox, for `cargo run` and for every suite.
//!
//! It knows how things are built and started, and nothing of what they do.
//!
//! A suite asks for the build once and starts its own [`World`]:
//!
//! ```no_run
//! use tumbas_tests::stage::{World, built};
//!
//! let world = World::start(built(), &[("CATALOGUE_FRESH_SECONDS", "1")])?;
//! println!("{} sells through {}", world.worker_url, world.sandbox.base_url());
//! # anyhow::Ok(())
//! ```

pub mod cargo;
pub mod chromium;
pub mod disk;
pub mod dist;
pub mod node;
pub mod npm;
pub mod package;
pub mod paths;
pub mod playwright;
pub mod port;
pub mod process;
pub mod progress;
pub mod publish;
pub mod recorded;
pub mod run;
pub mod runtime;
pub mod site;
pub mod size;
pub mod storefront;
pub mod suite;
pub mod vars;
pub mod watch;
pub mod widget;
pub mod worker;
pub mod world;

pub(crate) mod esbuild;
pub(crate) mod tool;

mod alike;
mod bindgen;
mod cache;
mod digest;
mod mute;
mod next_shop;
mod split;
mod verdict;
mod wasm_opt;
mod wrangler;

use std::sync::OnceLock;

pub use self::cargo::Purpose;
pub use self::dist::Dist;
pub use self::world::World;

/// The build that ships, made when first asked for; every suite of a test run shares it.
///
/// # Panics
/// When the build fails: no suite can go on without it.
pub fn built() -> &'static Dist {
    static BUILT: OnceLock<Dist> = OnceLock::new();
    BUILT.get_or_init(|| match dist::build(Purpose::Ship) {
        Ok(built) => {
            eprint!("{}", built.sizes);
            built
        }
        Err(error) => panic!("the build failed: {error:#}"),
    })
}
