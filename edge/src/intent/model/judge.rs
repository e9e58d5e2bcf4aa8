//! What must never happen (reliability I1 to I3, I5).

use super::history::History;
use super::platform::Made;
use crate::intent::Stage;

impl History {
    /// After each event.
    pub(super) fn judge_now(&self) -> Result<(), String> {
        let live = self.intent.fences.iter().filter(|fence| !fence.settled).count();
        if live > 1 {
            return Err(format!("{live} requests may be on their way at once"));
        }
        Ok(())
    }

    /// Whether nothing more has to come.
    pub(super) fn rests(&self) -> bool {
        self.intent.is_settled() && self.intent.stage != Stage::Review || self.intent.stage == Stage::Open
    }

    /// In the end.
    pub(super) fn judge(&self) -> Result<(), String> {
        let made = self.platform.orders.len();
        let stage = &self.intent.stage;
        if made > 1 && !self.platform.doubled {
            return Err(format!("{made} orders of one intent"));
        }
        if self.bound_lookalike && *stage == Stage::Placed {
            return Err("a stranger's order was taken for ours".into());
        }
        if made > 0 && self.intent.orders.is_empty() && *stage != Stage::Review {
            return Err(format!("an order was lost: {stage:?}"));
        }
        if made == 0 && !self.intent.orders.is_empty() {
            return Err("an order was invented".into());
        }
        let denied = |order: &Made| self.denials.iter().any(|denial| *denial >= order.posted);
        if self.platform.orders.iter().any(denied) {
            return Err("the shopper was told that nothing was ordered".into());
        }
        if !self.rests() && *stage != Stage::Review {
            return Err(format!("nobody knows where it stands: {stage:?}"));
        }
        Ok(())
    }
}
