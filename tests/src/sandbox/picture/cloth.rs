//! Batik and woven patterns, each as one SVG tile.

use super::Palette;

/// What a cloth carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Cloth {
    /// One colour.
    Plain,
    /// Slanting rows of blades.
    Parang,
    /// Four-petalled palm fruit.
    Kawung,
    /// Layered clouds of Cirebon.
    Mega,
    /// Scattered stars.
    Truntum,
    /// Rosettes in a grid.
    Ceplok,
    /// Woven stripes.
    Lurik,
}

impl Cloth {
    /// The tile, to be used as `fill="url(#cloth)"`.
    pub(super) fn pattern(self, palette: &Palette) -> String {
        let (size, turn, drawing) = match self {
            Self::Plain => ((40, 40), 0, String::new()),
            Self::Parang => ((30, 40), -38, parang(palette)),
            Self::Kawung => ((40, 40), 0, kawung(palette)),
            Self::Mega => ((96, 64), 0, mega(palette)),
            Self::Truntum => ((30, 30), 0, truntum(palette)),
            Self::Ceplok => ((44, 44), 0, ceplok(palette)),
            Self::Lurik => ((36, 36), 0, lurik(palette)),
        };
        let (width, height) = size;
        let ground = palette.main;
        format!(
            r#"<pattern id="cloth" width="{width}" height="{height}" patternUnits="userSpaceOnUse" patternTransform="rotate({turn})">
<rect width="{width}" height="{height}" fill="{ground}"/>{drawing}</pattern>"#
        )
    }
}

fn parang(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"<path d="M0 0h30v7H0z" fill="{deep}"/>
<path d="M3 3.500l3-2.500 3 2.500-3 2.500zM18 3.500l3-2.500 3 2.500-3 2.500z" fill="{accent}"/>
<path d="M2 36c0-9 8-9 9-16c1-5 4-8 8-9c-2 5 1 8 3 11c3 5 2 10-2 13c0-5-3-6-5-6c-3 0-2 6-7 7z" fill="{light}"/>
<circle cx="25" cy="14" r="2" fill="{accent}"/><circle cx="27" cy="34" r="1.600" fill="{accent}"/>"#
    )
}

fn kawung(palette: &Palette) -> String {
    let Palette { main, light, accent, .. } = palette;
    let petal = |x: u32, y: u32, turn: i32| {
        format!(
            r#"<g transform="translate({x} {y}) rotate({turn})"><ellipse rx="6" ry="12" fill="{light}"/>
<path d="M0-7v14" stroke="{main}" stroke-width="2" stroke-linecap="round" stroke-dasharray="3 4"/></g>"#
        )
    };
    let petals = [petal(10, 10, -45), petal(30, 30, -45), petal(30, 10, 45), petal(10, 30, 45)].concat();
    format!(
        r#"{petals}<path d="M20 16l4 4-4 4-4-4z" fill="{accent}"/>
<path d="M0-4l4 4-4 4-4-4zM40-4l4 4-4 4-4-4zM0 36l4 4-4 4-4-4zM40 36l4 4-4 4-4-4z" fill="{accent}"/>"#
    )
}

fn mega(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    let shape = "M-36 14c-12 0-14-15-2-17c-2-15 18-20 24-8c5-16 30-13 30 3c12-5 22 5 17 14c10 0 11 8 3 8z";
    let cloud = |x: i32, y: i32| {
        let layers = [
            ("1.120", deep),
            ("1", light),
            (".820", main),
            (".640", light),
            (".460", deep),
            (".280", accent),
        ];
        let layer =
            |(scale, colour)| format!(r#"<path d="{shape}" transform="scale({scale})" fill="{colour}"/>"#);
        let layers: String = layers.map(layer).concat();
        format!(r#"<g transform="translate({x} {y})">{layers}</g>"#)
    };
    [cloud(46, 20), cloud(-2, 52), cloud(94, 52)].concat()
}

fn truntum(palette: &Palette) -> String {
    let Palette { light, accent, .. } = palette;
    let star = |x: u32, y: u32| {
        format!(
            r#"<g transform="translate({x} {y})" stroke="{light}" stroke-width="1.600" stroke-linecap="round">
<path d="M0-6v12M-6 0h12M-4-4l8 8M4-4l-8 8"/><circle r="2" fill="{accent}" stroke="none"/></g>"#
        )
    };
    format!(
        r#"{}{}<g fill="{light}"><circle cx="22" cy="8" r="1.300"/><circle cx="8" cy="22" r="1.300"/></g>"#,
        star(8, 8),
        star(23, 23)
    )
}

fn ceplok(palette: &Palette) -> String {
    let Palette { light, accent, deep, .. } = palette;
    format!(
        r#"<circle cx="22" cy="22" r="17" fill="{deep}"/>
<path d="M22 7c6 6 6 9 0 15c-6-6-6-9 0-15zM22 37c6-6 6-9 0-15c-6 6-6 9 0 15zM7 22c6-6 9-6 15 0c-6 6-9 6-15 0zM37 22c-6-6-9-6-15 0c6 6 9 6 15 0z" fill="{light}"/>
<circle cx="22" cy="22" r="4" fill="{accent}"/>
<path d="M0 0l7 0-7 7zM44 0l-7 0 7 7zM0 44l7 0-7-7zM44 44l-7 0 7-7z" fill="{accent}"/>"#
    )
}

fn lurik(palette: &Palette) -> String {
    let Palette { light, accent, deep, .. } = palette;
    format!(
        r#"<path d="M4 0v36M10 0v36" stroke="{light}" stroke-width="2"/><path d="M7 0v36" stroke="{deep}" stroke-width="2"/>
<path d="M20 0v36" stroke="{accent}" stroke-width="4"/><path d="M28 0v36" stroke="{deep}" stroke-width="3"/>
<path d="M32 0v36" stroke="{light}" stroke-width="1"/>
<path d="M0 4h36M0 12h36M0 20h36M0 28h36" stroke="{deep}" stroke-width="1" opacity=".18"/>"#
    )
}
