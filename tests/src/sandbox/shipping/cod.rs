//! Where a service takes cash at the door.

use crate::sandbox::region::District;

/// Where a service takes cash at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cod {
    /// Nowhere.
    Never,
    /// On Java and Bali.
    Central,
    /// Everywhere but in the Moluccas and Papua.
    West,
}

impl Cod {
    /// Whether it does in this district.
    pub(in crate::sandbox) fn is_taken_in(self, district: &District) -> bool {
        match self {
            Self::Never => false,
            Self::Central => district.is_central(),
            Self::West => !district.is_remote(),
        }
    }
}
