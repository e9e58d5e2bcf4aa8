//! What the other channel says it sold. It is written down; the stock that we
//! know of follows, and nothing else does.

use super::object::Desk;
use crate::channel::{Known, Report, Reported};
use crate::platform::gercep::{Event, PaidOrder};
use crate::till::Said;
use crate::worker::clock;

impl Desk {
    pub(super) fn hear_paid(&self, body: &str, is_named: bool) -> worker::Result<Said> {
        match Event::read(body.as_bytes()) {
            Ok(Event::Paid(order)) => self.take_in(order, is_named)?,
            Ok(Event::Other) => {}
            Err(_) => return Ok(Said::Unreadable),
        }
        Ok(Said::Noted)
    }

    /// The first telling counts; what comes later under the same number is counted.
    fn take_in(&self, order: PaidOrder, is_named: bool) -> worker::Result<()> {
        let Ok(id) = i64::try_from(order.id) else { return Ok(()) };
        if let Some(known) = self.rows.reported(id)? {
            return self.rows.put_reported(id, &known.again(&order));
        }
        let gercep = self.isolate.config.gercep.as_ref();
        let store = gercep.and_then(|gercep| gercep.store.as_deref());
        let known = Known { store, last: self.rows.last_reported()?, is_named };
        let doubts = self.with_board(|board| board.doubts(&order, known))?;
        let reported = Reported::new(order, doubts, clock::now());
        self.rows.put_reported(id, &reported)?;
        if reported.doubts.is_empty() {
            self.rows.put_last_reported(reported.order.id)?;
            self.sell(&reported.sold())?;
        }
        Ok(())
    }

    /// The channel has taken the pieces from its own stock already.
    fn sell(&self, sold: &[(String, u32)]) -> worker::Result<()> {
        self.alter_board(|board| board.sell(sold))?;
        self.change(|catalogue| catalogue.sell(sold)).map(drop)
    }

    pub(super) fn report_channel(&self) -> worker::Result<Report> {
        let (night, orders) = (self.rows.night()?, self.rows.latest_reported()?);
        self.with_board(|board| Report::new(board, night, orders))
    }
}
