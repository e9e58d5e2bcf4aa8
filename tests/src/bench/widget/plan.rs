//! What the measuring is told, and what it tells: the other half is `tests/bench/widget/plan.ts`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Everything that the measuring needs to know.
#[derive(Debug, Serialize)]
pub(super) struct Plan {
    /// The browser's program.
    pub(super) chromium: PathBuf,
    /// Loads of each page.
    pub(super) rounds: u32,
    /// The Worker's origin: who answers the API.
    pub(super) worker: String,
    /// Where the files of the widget are, as they are deployed.
    pub(super) assets: PathBuf,
    /// Where the bundles of the others are.
    pub(super) bundles: PathBuf,
    /// Where everything comes from.
    pub(super) ports: Ports,
    /// The store to buy in.
    pub(super) store: String,
    /// What is bought.
    pub(super) variant: Thing,
}

/// The seller's site and the checkout are two origins.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Ports {
    /// Of pages.
    pub(super) pages: u16,
    /// Of everything else.
    pub(super) files: u16,
}

/// Something that the store sells.
#[derive(Debug, Serialize)]
pub(super) struct Thing {
    /// `variant_…`
    pub(super) id: String,
    /// As shoppers read it.
    pub(super) name: String,
}

/// All loads of one page, in order.
#[derive(Debug, Deserialize)]
pub(super) struct Measured {
    /// What is on the page.
    pub(super) name: String,
    /// One of each round.
    pub(super) loads: Vec<Figures>,
}

/// One load of one page.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Figures {
    /// Bytes of scripts, modules and styles on the wire.
    pub(super) code: f64,
    /// Bytes of everything but the page itself on the wire, headers included.
    pub(super) wire: f64,
    /// Everything but the page itself.
    pub(super) requests: f64,
    /// Until the first control can be operated, in milliseconds; none where nothing comes.
    pub(super) usable: Option<f64>,
    /// What long tasks took beyond 50 ms each, in milliseconds.
    pub(super) blocking: f64,
    /// All that the main thread did, in milliseconds.
    pub(super) busy: f64,
    /// Bytes in memory after a collection.
    pub(super) memory: f64,
    /// How far things moved by themselves.
    pub(super) shift: f64,
}
