//! What is behind the thing.

use super::Palette;

/// Where a thing is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stage {
    /// Hung in a niche.
    Niche,
    /// Flat, in front of a disc.
    Disc,
    /// On a table whose shadow is this wide.
    Table(u32),
}

/// The background.
pub(super) fn behind(stage: Stage, palette: &Palette) -> String {
    let Palette { wall, glow, deep, .. } = palette;
    let wall = format!(r#"<rect width="400" height="400" fill="{wall}"/>"#);
    match stage {
        Stage::Niche => format!(r#"{wall}<path d="M70 400V196a130 130 0 0 1 260 0V400z" fill="{glow}"/>"#),
        Stage::Disc => format!(
            r#"{wall}<circle cx="200" cy="200" r="158" fill="{glow}"/>
<ellipse cx="200" cy="350" rx="92" ry="9" fill="{deep}" opacity=".14"/>"#
        ),
        Stage::Table(width) => format!(
            r#"{wall}<circle cx="200" cy="184" r="146" fill="{glow}"/>
<rect y="322" width="400" height="78" fill="{deep}" opacity=".16"/>
<ellipse cx="200" cy="344" rx="{width}" ry="11" fill="{deep}" opacity=".26"/>"#
        ),
    }
}
