//! An order as a platform's list shows it, for whoever looks for a lost one.

use shared::value::Rupiah;

/// An order of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The platform's id.
    pub id: String,
    /// When it was made, in Unix milliseconds; `None` when nothing tells.
    pub made_at: Option<i64>,
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
