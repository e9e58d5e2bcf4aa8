//! Where the shopper is on the way.

use crate::flow::Step;

/// One step of the way, in order. The store step is left out when there is
/// nothing to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which step.
    pub step: Step,
    /// From 1.
    pub number: u8,
    /// Done, shown, or ahead.
    pub state: MarkState,
    /// A finished step in one line: `Sari · 0812-0000-0001`; empty otherwise.
    pub summary: String,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// Finished; "Change" sends [`StepWanted`](crate::flow::Event::StepWanted).
    Done,
    /// On screen.
    Current,
    /// Not yet.
    Ahead,
}
