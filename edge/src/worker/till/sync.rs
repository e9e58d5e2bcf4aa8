//! Brings the goods to the other channel: its list is read first, then what
//! is due leaves in batches. What should be there is decided in
//! [`channel`](crate::channel).

use super::object::Desk;
use crate::channel::{Board, Night, Touched, next_night};
use crate::config::GercepApi;
use crate::intent::Millis;
use crate::log::{ChannelCompared, ChannelFailed};
use crate::platform::gercep::{Batch, Shown, call};
use crate::platform::{Incoming, Outgoing, PlatformError};
use crate::till::{Catalogue, Rate};
use crate::worker::clock;
use crate::worker::isolate::write;
use crate::worker::send::send_apart;

/// Most batches of one go.
const BATCHES_MAX: usize = 10;
/// Milliseconds after which a call that never ended holds up nothing any more.
const UNDER_WAY: Millis = 90_000;
/// Milliseconds until a comparison that failed is tried again.
const LATER: Millis = 600_000;

impl Desk {
    /// Sends what is due, and compares what is there once a night.
    pub(super) async fn sync(&self) -> worker::Result<()> {
        let Some(api) = self.channel() else { return Ok(()) };
        if !self.is_listed.get() {
            // What changed while the channel was off has no row yet.
            self.with_catalogue(|catalogue| self.list(catalogue))??;
            self.is_listed.set(true);
        }
        let now = clock::now();
        let is_night = self.is_night(now)?;
        let is_due = self.with_board(Board::due)?.is_some_and(|due| due <= now);
        if !(is_due || is_night) || now < self.held.get() {
            return Ok(());
        }
        self.held.set(now.saturating_add(UNDER_WAY));
        let done = self.go(api, is_night).await;
        let until = if done.is_ok() { self.budget_ends()? } else { 0 };
        self.held.set(until);
        done
    }

    /// When there is next something to send, Unix milliseconds.
    pub(super) fn next_sync(&self) -> worker::Result<Option<Millis>> {
        if self.channel().is_none() {
            return Ok(None);
        }
        let due = self.with_board(Board::due)?.into_iter().chain(self.rows.compare_at()?).min();
        Ok(due.map(|due| due.max(self.held.get())))
    }

    /// Everything that the catalogue has for sale should be at the channel.
    pub(super) fn list(&self, catalogue: &Catalogue) -> worker::Result<()> {
        if self.channel().is_none() {
            return Ok(());
        }
        let host = self.isolate.config.till.as_ref().and_then(|till| till.api.as_ref());
        let host = host.map(|api| api.base.origin());
        let listings = catalogue.listings(self.outlet(), host.as_deref());
        self.alter_board(|board| board.follow(&listings, clock::now()))
    }

    fn channel(&self) -> Option<&GercepApi> {
        self.isolate.config.gercep.as_ref()?.api.as_ref()
    }

    fn is_night(&self, now: Millis) -> worker::Result<bool> {
        match self.rows.compare_at()? {
            Some(at) => Ok(at <= now),
            None => self.rows.put_compare_at(next_night(now)).map(|()| false),
        }
    }

    /// What becomes due after the list was asked for waits for the next one: its name may be taken since.
    async fn go(&self, api: &GercepApi, is_night: bool) -> worker::Result<()> {
        let asked = clock::now();
        let Some(there) = self.call(&call::fetch(api), call::read_store).await? else { return Ok(()) };
        match there {
            Ok(there) => self.see(&there, is_night, asked)?,
            Err(error) => return self.is_away(&error, is_night),
        }
        for _ in 0..BATCHES_MAX {
            let Some(batch) = self.next_batch(asked)? else { break };
            let write = call::write(api, &batch);
            let Some(answer) = self.call(&write, |answer| call::read_results(answer, &batch)).await? else {
                break;
            };
            let failed = answer.is_err();
            self.alter_board(|board| board.settle(&batch, answer, clock::now()))?;
            if failed {
                break;
            }
        }
        Ok(())
    }

    /// What a call was answered, failures written to the log. `None`: too many were made.
    async fn call<T>(
        &self,
        call: &Outgoing,
        read: impl FnOnce(&Incoming) -> Result<T, PlatformError>,
    ) -> worker::Result<Option<Result<T, PlatformError>>> {
        let now = clock::now();
        let Ok(budget) = self.rows.channel_budget()?.spend(Rate::CHANNEL, now) else { return Ok(None) };
        self.rows.put_channel_budget(budget)?;
        self.held.set(now.saturating_add(UNDER_WAY));
        let answer = send_apart(call).await.and_then(|answer| read(&answer));
        if let Err(error) = &answer {
            write(&ChannelFailed { error });
        }
        Ok(Some(answer))
    }

    fn budget_ends(&self) -> worker::Result<Millis> {
        Ok(self.rows.channel_budget()?.spend(Rate::CHANNEL, clock::now()).err().unwrap_or(0))
    }

    /// What leaves of what was due by then, written down before it does.
    fn next_batch(&self, asked: Millis) -> worker::Result<Option<Batch>> {
        let batch = self.with_board(|board| board.next(asked))?;
        if let Some(batch) = &batch {
            self.alter_board(|board| board.leaves(batch))?;
        }
        Ok(batch)
    }

    fn is_away(&self, error: &PlatformError, is_night: bool) -> worker::Result<()> {
        let now = clock::now();
        if is_night {
            self.rows.put_compare_at(now.saturating_add(LATER))?;
        }
        self.alter_board(|board| board.put_off(error, now))
    }

    /// Learns from the channel's list, and mends it at night.
    fn see(&self, there: &[Shown], is_night: bool, asked: Millis) -> worker::Result<()> {
        let mut counted = Vec::new();
        self.alter_board(|board| {
            let (touched, seen) = board.see(there, asked);
            counted = seen;
            touched
        })?;
        let counts: Vec<_> = counted.iter().map(|seen| (seen.external_id.clone(), seen.there)).collect();
        self.change(|catalogue| catalogue.count(&counts))?;
        if !is_night {
            return Ok(());
        }
        let mut night = Night::default();
        self.alter_board(|board| {
            let (touched, found) = board.compare(there, counted, asked);
            night = found;
            touched
        })?;
        write(&ChannelCompared {
            missing: night.missing,
            changed: night.changed,
            left_over: night.left_over,
            counted: night.counted.len(),
        });
        self.rows.put_night(&night)?;
        self.rows.put_compare_at(next_night(clock::now()))
    }

    pub(super) fn with_board<T>(&self, read: impl FnOnce(&Board) -> T) -> worker::Result<T> {
        let mut board = self.board.borrow_mut();
        if board.is_none() {
            *board = Some(self.rows.read_board()?);
        }
        Ok(read(board.get_or_insert_default()))
    }

    /// Changes the board and writes down what changed; what could not be
    /// written is not remembered either.
    pub(super) fn alter_board(&self, alter: impl FnOnce(&mut Board) -> Touched) -> worker::Result<()> {
        let mut board = match self.board.take() {
            Some(board) => board,
            None => self.rows.read_board()?,
        };
        let touched = alter(&mut board);
        self.rows.write_board(&board, &touched)?;
        self.board.replace(Some(board));
        Ok(())
    }
}
