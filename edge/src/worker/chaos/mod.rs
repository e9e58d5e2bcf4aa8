//! Where a chaos build can be killed, how its clock is moved, and which classic
//! mistake it makes. What ships has none of it: a test searches the module for
//! its words.

#[cfg(feature = "chaos")]
mod hooks;
#[cfg(not(feature = "chaos"))]
mod quiet;

#[cfg(feature = "chaos")]
pub(super) use hooks::{dawdle, doubt, listen, makes, offset, own, pass, reach, show, spill};
#[cfg(not(feature = "chaos"))]
pub(super) use quiet::{dawdle, doubt, listen, makes, offset, own, pass, reach, show, spill};

/// A moment at which the process may die or an object may be reset (reliability
/// §2e). Everything written before is on disk by then: nothing leaves an object
/// earlier.
#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    /// The intent is written down.
    Opened,
    /// The gate knows of it.
    Registered,
    /// The fence is written, and the request is about to leave.
    Fenced,
    /// The answer is read to its end.
    Answered,
    /// What came of it is written down.
    Written,
    /// A row of the outbox is due, and its note is about to enter the queue.
    Noted,
    /// The note is in the queue.
    Queued,
    /// The seller has the letter, and nobody wrote that down.
    Taken,
    /// That is written down, and the queue still has the note.
    Marked,
}

/// A moment at which an object cannot be asked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ask {
    /// The question is about to leave.
    Asking,
    /// The object has done what it was asked for, and its answer is lost.
    Asked,
}

/// A classic mistake of a shell, made on purpose to see that it is caught
/// (reliability G19).
#[derive(Clone, Copy, Debug)]
pub(super) enum Mistake {
    /// Others are let in between reading the record and claiming it.
    AwaitBeforeClaim,
    /// One object owns everybody's intent.
    OneObject,
    /// A request of which nothing good came is sent again.
    SendAgain,
    /// A redirect is followed.
    FollowRedirects,
    /// What a shopper typed is logged.
    LogBody,
    /// The shopper's word for a courier's price is taken.
    TrustClient,
    /// A letter older than five minutes, by the platform's time, is thrown away.
    NarrowWindow,
    /// Which letters came is forgotten after a while, as by a cache.
    ForgetLetters,
}

/// Milliseconds after which a letter is thrown away by [`Mistake::NarrowWindow`].
pub(super) const WINDOW: i64 = 300_000;
