//! Asks the till what is true, within what it allows.

use super::object::Desk;
use super::rows::Due;
use crate::config::{Secret, TillApi};
use crate::intent::Millis;
use crate::log::TillAsked;
use crate::platform::PlatformError;
use crate::platform::dealpos::call;
use crate::till::Truth;
use crate::worker::clock;
use crate::worker::isolate::write;
use crate::worker::send::send_apart;

/// Most questions of one go.
const AT_ONCE: i64 = 10;
/// Milliseconds between two askings of a question, at most.
const RARELY: Millis = 3_600_000;

impl Desk {
    /// Asks what is due. What fails is asked again, later and later.
    pub(super) async fn inquire(&self) -> worker::Result<()> {
        let Some(api) = self.isolate.config.till.as_ref().and_then(|till| till.api.as_ref()) else {
            return Ok(());
        };
        for due in self.rows.due(clock::now(), AT_ONCE)? {
            match self.ask_one(api, &due).await? {
                Ok(truth) => {
                    self.learn(truth).await?;
                    self.rows.answered(&due)?;
                }
                Err(until) => self.rows.put_off(&due, until)?,
            }
        }
        Ok(())
    }

    /// The truth, or when to ask again.
    async fn ask_one(&self, api: &TillApi, due: &Due) -> worker::Result<Result<Truth, Millis>> {
        let now = clock::now();
        match self.rows.budget()?.spend(now) {
            Ok(budget) => self.rows.put_budget(budget)?,
            Err(until) => return Ok(Err(until)),
        }
        let answer = self.exchange(api, due).await;
        let Err(error) = answer else { return Ok(answer.map_err(|_| now)) };
        write(&TillAsked { error: &error });
        if let PlatformError::Busy { retry_after } = error {
            self.rows.put_budget(self.rows.budget()?.refused(retry_after, clock::now()))?;
        }
        let pause = 2_000_i64.saturating_mul(1 << due.tries.min(12)).min(RARELY);
        Ok(Err(clock::now().saturating_add(pause)))
    }

    async fn exchange(&self, api: &TillApi, due: &Due) -> Result<Truth, PlatformError> {
        let leave = self.leave(api).await?;
        let answer = send_apart(&call::ask(api, &leave, &due.question)).await?;
        let truth = call::read(&answer, &due.question);
        if truth == Err(PlatformError::Unauthorized) {
            // It has run out; the next asking begins with a new one.
            self.leave.replace(None);
        }
        truth
    }

    async fn leave(&self, api: &TillApi) -> Result<Secret, PlatformError> {
        let known = self.leave.borrow().clone();
        if let Some(leave) = known {
            return Ok(leave);
        }
        let leave = call::read_token(&send_apart(&call::token(api)).await?)?;
        self.leave.replace(Some(leave.clone()));
        Ok(leave)
    }
}
