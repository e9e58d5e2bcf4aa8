//! Icons, drawn by us: one path each, 24 units wide, coloured by the sheet.

use crate::dom::{El, el};

/// What is shown.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    Search,
    Lock,
    Check,
    Chevron,
    Back,
    Warning,
    Chat,
    Plus,
    Minus,
    Qr,
    Wallet,
    Bank,
    Card,
    Shop,
    Link,
    Cash,
    Pin,
    Truck,
    Paste,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0a7.5 7.5 0 1 1 15 0",
            Self::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Chevron => "M6 15l6-6 6 6",
            Self::Back => "M19 12H5M11 6l-6 6 6 6",
            Self::Warning => "M12 4L2.5 20h19zM12 10v4M12 17v.1",
            Self::Chat => "M4 20l1.3-4A8 8 0 1 1 8.5 19z",
            Self::Plus => "M12 6v12M6 12h12",
            Self::Minus => "M6 12h12",
            Self::Qr => {
                "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v2.5M17.5 20H14M20 20h-.1"
            }
            Self::Wallet => {
                "M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 7a2 2 0 0 1 2-2h10v2M16 13.5h.1"
            }
            Self::Bank => "M3.5 9.5L12 4l8.5 5.5zM6 10v7M10 10v7M14 10v7M18 10v7M4 20h16",
            Self::Card => "M3 6h18v12H3zM3 10h18M6.5 14.5H10",
            Self::Shop => "M4 10v10h16V10M3 10l2-6h14l2 6zM10 20v-5h4v5",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"
            }
            Self::Cash => "M3 7h18v10H3zM14.5 12a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M6 12h.1M18 12h.1",
            Self::Pin => {
                "M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21zM14.5 9.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0"
            }
            Self::Truck => {
                "M2.5 6h11v10.5h-11zM13.5 10h4.2l3.8 3.5v3h-8M9 17.5a2 2 0 1 1-4 0a2 2 0 1 1 4 0M19.5 17.5a2 2 0 1 1-4 0a2 2 0 1 1 4 0"
            }
            Self::Paste => "M8 5H5.5v15.5h13V5H16M9 3.5h6v3H9zM9 11.5h6M9 15.5h4",
        }
    }
}

/// The icon, hidden from screen readers.
pub(crate) fn icon(icon: Icon) -> El {
    el("svg.tb-icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(el("path").attr("d", icon.path()))
}
