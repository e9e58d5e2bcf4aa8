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

    /// What is behind everything, in the page's sheet and in the checkout's.
    pub(super) fn ground(self) -> &'static str {
        match self {
            Self::Light => "#f7f5f1",
            Self::Dark => "#161514",
            Self::Warm => "#fbf2e4",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::policy::SHOP_STYLE;

    /// The browser's bar, the page and the checkout in it are one.
    #[test]
    fn the_ground_is_the_same_in_every_sheet() {
        let light = include_str!("../../../widget/css/checkout.css");
        let presets = include_str!("../../../widget/npm/src/presets.ts");
        for (theme, checkout) in [(Theme::Light, light), (Theme::Dark, presets), (Theme::Warm, presets)] {
            let ground = theme.ground();
            assert!(SHOP_STYLE.contains(&["--ground: ", ground, ";"].concat()), "{theme:?}");
            assert!(checkout.contains(ground), "{theme:?}");
        }
    }
}
