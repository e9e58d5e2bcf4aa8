//! Which platform a thing is of.

use super::ngorder;

/// An order platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Platform {
    /// The v3 platform, whose ids have no name of a platform before them.
    Scalev,
    /// Ngorder, also called Smartseller.
    Ngorder,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Scalev, Self::Ngorder];

    /// The platform of a store, by its id.
    pub fn of(store_unique_id: &str) -> Self {
        if store_unique_id.starts_with(ngorder::PREFIX) { Self::Ngorder } else { Self::Scalev }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_its_platform() {
        assert_eq!(Platform::of("ngorder_7"), Platform::Ngorder);
        for other in ["store_ngorder_7", "", "NGORDER_7", "7"] {
            assert_eq!(Platform::of(other), Platform::Scalev, "{other}");
        }
    }
}
