//! Colours that go together.

/// The colours of one picture.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::sandbox) struct Palette {
    /// The wall behind.
    pub(super) wall: &'static str,
    /// A light shape on the wall.
    pub(super) glow: &'static str,
    /// The thing.
    pub(super) main: &'static str,
    /// Its shaded side.
    pub(super) deep: &'static str,
    /// Its bright side, paper, thread.
    pub(super) light: &'static str,
    /// A second colour.
    pub(super) accent: &'static str,
}

const fn palette(
    wall: &'static str,
    glow: &'static str,
    main: &'static str,
    deep: &'static str,
    light: &'static str,
    accent: &'static str,
) -> Palette {
    Palette { wall, glow, main, deep, light, accent }
}

/// Sogan brown.
pub(in crate::sandbox) const SOGA: Palette =
    palette("#f4e4cf", "#fbf1e2", "#8a5a33", "#5f3a1e", "#f3d9ae", "#c98a3c");
/// Indigo blue.
pub(in crate::sandbox) const INDIGO: Palette =
    palette("#dfe6f1", "#eef3fa", "#2f4a7d", "#1f3159", "#dfe8f7", "#e0a458");
/// Deep red.
pub(in crate::sandbox) const MARUN: Palette =
    palette("#f6dfd9", "#fcefeb", "#8f2f3a", "#611c27", "#f6d6c4", "#e3a04b");
/// Sage green.
pub(in crate::sandbox) const HIJAU: Palette =
    palette("#e2ead9", "#f1f6ea", "#5d7a54", "#3d5638", "#e6efd6", "#d9a441");
/// Turmeric yellow.
pub(in crate::sandbox) const KUNYIT: Palette =
    palette("#fbeccb", "#fff7e4", "#dd9a2b", "#a86b14", "#fff0cd", "#a8432f");
/// Terracotta.
pub(in crate::sandbox) const TERAKOTA: Palette =
    palette("#f7dfd0", "#fdf0e7", "#c0603b", "#8a3f24", "#fbdcc2", "#3f6a67");
/// Dusty pink.
pub(in crate::sandbox) const DADU: Palette =
    palette("#f8e1e1", "#fdf2f1", "#d08a8f", "#a25f67", "#fdeae3", "#7b8f6a");
/// Charcoal.
pub(in crate::sandbox) const ARANG: Palette =
    palette("#e7e2dc", "#f5f2ee", "#45403e", "#2a2726", "#efe6da", "#c98b4a");
/// Cream.
pub(in crate::sandbox) const KRIM: Palette =
    palette("#e9ddcb", "#f6efe4", "#f6ead6", "#b8965f", "#fffaf0", "#b0673d");
/// Sea green.
pub(in crate::sandbox) const LAUT: Palette =
    palette("#d8e8e6", "#ecf6f4", "#2f7377", "#1d4f54", "#d8eeea", "#eab25a");
/// Plum.
pub(in crate::sandbox) const UNGU: Palette =
    palette("#ebe0ee", "#f7f0f8", "#6d4a7e", "#4a2f59", "#ecdcf0", "#e5a35b");
/// Coffee.
pub(in crate::sandbox) const KOPI: Palette =
    palette("#eadccd", "#f7eee3", "#5a3a29", "#3a2418", "#ecd6bd", "#c47f43");
