//! What kind of thing is sold (scalev-v3 §7).

use crate::open_enum::open_enum;

open_enum! {
    /// What kind of thing is sold; decides whether an address is needed.
    ItemType {
        /// A thing that a courier brings.
        Physical = "physical",
        /// A file or access.
        Digital = "digital",
        /// Lessons in the platform's own player.
        Course = "course",
        /// A licence key.
        License = "license",
        /// A recurring access.
        Subscription = "subscription",
    }
}

impl ItemType {
    /// Only physical things are shipped (scalev-v3 §2.3, inferred).
    pub fn needs_shipping(&self) -> bool {
        *self == Self::Physical
    }
}

/// The platform leaves the type out of some summaries; a thing of no stated
/// type is treated as physical, so that nothing is sold without its address.
impl Default for ItemType {
    fn default() -> Self {
        Self::Physical
    }
}
