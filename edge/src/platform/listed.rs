//! An order as a platform's list shows it, for whoever looks for a lost one.

use shared::value::Rupiah;

/// How old an order of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It was made at this moment, in Unix milliseconds.
    Since(i64),
    /// It is of a time before all orders of ours.
    Ancient,
    /// Nothing tells, and nothing needs to: the list ends where it should.
    Unknown,
}

impl Age {
    /// Whether it was surely made before a moment, in Unix milliseconds.
    pub const fn is_before(self, moment: i64) -> bool {
        match self {
            Self::Since(at) => at < moment,
            Self::Ancient => true,
            Self::Unknown => false,
        }
    }
}

/// An order of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The platform's id.
    pub id: String,
    /// How old it is.
    pub age: Age,
    /// The token that it carries.
    pub token: Option<String>,
    /// It carries nothing at all: what we stored with it may be lost.
    pub is_bare: bool,
    /// What the shopper pays.
    pub total: Option<Rupiah>,
}

impl Listed {
    /// Whether it carries this token.
    pub fn is_ours(&self, token: &str) -> bool {
        self.token.as_deref() == Some(token)
    }

    /// Whether it could be ours, had the platform lost what we stored with it.
    pub fn is_like(&self, total: Option<Rupiah>) -> bool {
        self.is_bare && total.is_some() && self.total == total
    }
}
