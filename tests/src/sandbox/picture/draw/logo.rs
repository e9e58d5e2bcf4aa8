//! The shops' signs.

use super::{SERIF, words};
use crate::sandbox::picture::{Palette, Picture};

/// A letter in a medallion.
pub(in crate::sandbox::picture) fn logo(picture: &Picture) -> String {
    let Palette { deep, light, accent, .. } = picture.palette;
    let letter = words(
        picture.title,
        (200, 258),
        168,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{light}""#),
    );
    format!(
        r#"<rect width="400" height="400" fill="url(#cloth)"/><circle cx="200" cy="200" r="140" fill="{deep}"/><circle cx="200" cy="200" r="124" fill="none" stroke="{accent}" stroke-width="5" stroke-dasharray="3 11" stroke-linecap="round"/>{letter}"#
    )
}
