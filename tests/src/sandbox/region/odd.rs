//! Districts in which something about shipping is missing, one thing each.

use super::District;

impl District {
    /// Kepulauan Seribu Utara: no warehouse of any store sends there.
    pub const WITHOUT_WAREHOUSE: u64 = 2008;
    /// Miangas, an island before Mindanao: warehouses would send there, no courier goes.
    pub const WITHOUT_COURIER: u64 = 710_413;
    /// Merauke: couriers go there, none takes cash at the door.
    pub const WITHOUT_COD: u64 = 7201;
    /// Kurima in Kabupaten Yahukimo: it lists no postal code.
    pub const WITHOUT_POSTAL_CODE: u64 = 950_301;

    /// Java and Bali, where everybody goes.
    pub(in crate::sandbox) fn is_central(&self) -> bool {
        ["Banten", "DKI Jakarta", "DI Yogyakarta", "Bali"].contains(&self.province)
            || self.province.starts_with("Jawa ")
    }

    /// The Moluccas and Papua, where few go.
    pub(in crate::sandbox) fn is_remote(&self) -> bool {
        self.province.starts_with("Maluku") || self.is_papuan()
    }

    /// Any of the six provinces of Papua.
    pub(in crate::sandbox) fn is_papuan(&self) -> bool {
        self.province.starts_with("Papua")
    }
}
