//! Asks the till what is true, within what it allows.

use super::object::Desk;
use super::rows::Due;
use crate::channel::doubling;
use crate::config::TillApi;
use crate::intent::Millis;
use crate::log::TillAsked;
use crate::platform::PlatformError;
use crate::platform::dealpos::call;
use crate::till::{Rate, Truth};
use crate::worker::clock;
use crate::worker::isolate::write;
use crate::worker::send::send_apart;

/// Most questions of one go.
const AT_ONCE: i64 = 10;

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
        let error = match self.exchange(api, due).await? {
            Answer::Told(truth) => return Ok(Ok(truth)),
            Answer::NotBefore(until) => return Ok(Err(until)),
            Answer::Failed(error) => error,
        };
        write(&TillAsked { error: &error });
        if let PlatformError::Busy { retry_after } = error {
            self.rows.put_budget(self.rows.budget()?.refused(retry_after, clock::now()))?;
        }
        Ok(Err(clock::now().saturating_add(doubling(due.tries))))
    }

    async fn exchange(&self, api: &TillApi, due: &Due) -> worker::Result<Answer> {
        if self.leave.borrow().is_none() {
            if let Err(until) = self.spend()? {
                return Ok(Answer::NotBefore(until));
            }
            match send_apart(&call::token(api)).await.and_then(|answer| call::read_token(&answer)) {
                Ok(leave) => self.leave.replace(Some(leave)),
                Err(error) => return Ok(Answer::Failed(error)),
            };
        }
        let Some(leave) = self.leave.borrow().clone() else {
            return Ok(Answer::Failed(PlatformError::Unauthorized));
        };
        if let Err(until) = self.spend()? {
            return Ok(Answer::NotBefore(until));
        }
        let call = call::ask(api, &leave, &due.question);
        let truth = send_apart(&call).await.and_then(|answer| call::read(&answer, &due.question));
        if truth == Err(PlatformError::Unauthorized) {
            // It has run out; the next asking begins with a new one.
            self.leave.replace(None);
        }
        Ok(truth.map_or_else(Answer::Failed, Answer::Told))
    }

    /// One more call of the till; or when it may be made.
    fn spend(&self) -> worker::Result<Result<(), Millis>> {
        match self.rows.budget()?.spend(Rate::TILL, clock::now()) {
            Ok(budget) => self.rows.put_budget(budget).map(Ok),
            Err(until) => Ok(Err(until)),
        }
    }
}

/// What came of a question.
enum Answer {
    Told(Truth),
    NotBefore(Millis),
    Failed(PlatformError),
}
