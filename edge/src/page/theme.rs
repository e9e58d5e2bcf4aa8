//! How a store's page looks.

/// Its looks, those of the checkout in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Brown on cream.
    Warm,
}

impl Theme {
    /// The one that the address names, else the light one: nobody but the link says what is around it.
    pub fn choose(asked: Option<&str>) -> Self {
        match asked {
            Some("dark") => Self::Dark,
            Some("warm") => Self::Warm,
            _ => Self::Light,
        }
    }

    /// As the address and the loader name it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Warm => "warm",
        }
    }

    /// What is behind everything, as in `widget/npm/src/presets.ts`.
    pub(super) fn ground(self) -> &'static str {
        match self {
            Self::Light => "#f7f5f1",
            Self::Dark => "#161514",
            Self::Warm => "#fbf2e4",
        }
    }
}
