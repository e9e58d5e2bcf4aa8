//! One thing at the channel: what should be there, and what is.

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use super::pause::doubling;
use crate::intent::Millis;
use crate::platform::gercep::Product;

/// Tries of an item that the channel itself does not take.
const TRIES_MAX: u32 = 8;
/// Prices that are remembered: an order may have been made at an earlier one.
const PRICES_MAX: usize = 5;

/// What should be at the channel under one key, and what is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What should be there; nothing, when it is not for sale.
    pub wanted: Option<Product>,
    /// What the channel took last, as far as we know.
    pub taken: Option<Product>,
    /// Who put it there.
    pub origin: Origin,
    /// When it is sent next, Unix milliseconds; `None`: there is nothing to send.
    pub due: Option<Millis>,
    /// How often it was tried in vain.
    pub tries: u32,
    /// Why the last try was in vain.
    pub trouble: Option<Trouble>,
    /// What it was sold for there, the latest last.
    pub prices: Vec<Rupiah>,
    /// Since when it should not be there, Unix milliseconds.
    pub ended: Option<Millis>,
}

/// Who put a thing into the channel. Only what we put there is ever taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nobody yet, as far as we know.
    #[default]
    Unsent,
    /// We did, or tried to.
    Ours,
    /// It was there before we sent anything.
    Found,
}

/// Why something is not at the channel as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Trouble {
    /// The channel does not accept the key, or its plan does not allow it.
    Unauthorized,
    /// The channel could not be reached, or asked to wait.
    Away,
    /// The channel broke down while it took this or something sent with it.
    Broken,
    /// The channel did not take this item.
    Refused,
    /// The merchant put it away there.
    Archived,
    /// Something that is not ours has this name there; it would be taken over.
    NameTaken,
    /// It was there before us, so we do not take it out.
    NotOurs,
}

impl Trouble {
    /// Whether another try is of use before somebody has done something.
    const fn passes(self) -> bool {
        !matches!(self, Self::Archived | Self::NameTaken | Self::NotOurs)
    }

    /// Whether it lies in this one item.
    const fn is_of_the_item(self) -> bool {
        matches!(self, Self::Refused | Self::Archived | Self::NameTaken | Self::NotOurs)
    }
}

impl Row {
    /// It should be so from now on.
    pub(super) fn want(&mut self, wanted: Option<Product>, now: Millis) {
        if self.wanted == wanted {
            return;
        }
        self.ended = if wanted.is_none() { Some(now) } else { None };
        self.wanted = wanted;
        self.is_due(now);
    }

    /// It is tried anew, if there is anything to do.
    pub(super) fn is_due(&mut self, now: Millis) {
        (self.tries, self.trouble, self.due) = (0, None, None);
        match (&self.wanted, self.origin) {
            (None, Origin::Unsent) => {}
            (None, Origin::Found) => self.trouble = Some(Trouble::NotOurs),
            (wanted, _) if wanted.is_some() && *wanted == self.taken => {}
            _ => self.due = Some(now),
        }
    }

    /// It leaves now. What the channel has is not known until it has answered.
    pub(super) fn leaves(&mut self) {
        self.taken = None;
        let Some(price) = self.wanted.as_ref().map(|product| product.price) else { return };
        if self.origin == Origin::Unsent {
            self.origin = Origin::Ours;
        }
        if self.prices.last() != Some(&price) {
            self.prices.push(price);
            let superfluous = self.prices.len().saturating_sub(PRICES_MAX);
            self.prices.drain(..superfluous);
        }
    }

    /// The channel took what was sent; meanwhile something else may be wanted.
    pub(super) fn took(&mut self, sent: Option<Product>, now: Millis) {
        let is_done = self.wanted == sent;
        self.taken = sent;
        self.is_due(now);
        if is_done {
            self.due = None;
        }
    }

    /// A try was in vain. What the channel does not take for long, or what
    /// only a person can mend, is not sent before the night.
    pub(super) fn failed(&mut self, trouble: Trouble, least_pause: Millis, now: Millis) {
        let pause = doubling(self.tries).max(least_pause);
        self.tries = self.tries.saturating_add(1);
        self.trouble = Some(trouble);
        let is_over = trouble.is_of_the_item() && self.tries >= TRIES_MAX;
        self.due = (trouble.passes() && !is_over).then(|| now.saturating_add(pause));
    }

    /// Whether nobody tries it any more, for now.
    pub fn is_dead(&self) -> bool {
        self.trouble.is_some() && self.due.is_none()
    }

    /// Whether it may be what the channel breaks down at: it goes alone then.
    pub(super) fn is_suspect(&self) -> bool {
        self.trouble == Some(Trouble::Broken) && self.tries >= 3
    }
}
