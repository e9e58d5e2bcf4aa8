//! Boxes and baskets.

use super::{SANS, SERIF, coffee, placed, words};
use crate::sandbox::picture::palette::{HIJAU, KUNYIT};
use crate::sandbox::picture::{Motif, Palette, Picture};

/// A gift box with a bow.
pub(in crate::sandbox::picture) fn gift(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M98 190h204v142c0 8-4 12-12 12H110c-8 0-12-4-12-12z" fill="url(#cloth)"/><path d="M258 190h44v142c0 8-4 12-12 12h-32zM98 190h204v22H98z" fill="{deep}" opacity=".3"/>
<path d="M84 148h232c6 0 9 3 9 9v32c0 6-3 9-9 9H84c-6 0-9-3-9-9v-32c0-6 3-9 9-9z" fill="{light}"/><path d="M75 178h250v11c0 6-3 9-9 9H84c-6 0-9-3-9-9z" fill="{deep}" opacity=".16"/>
<path d="M182 148h36v50h-36zM184 198h32v146h-32z" fill="{accent}"/><path d="M184 198h32v12h-32z" fill="#000" opacity=".14"/>
<path d="M198 150c-10-56-86-84-98-46-8 30 52 48 98 46zM202 150c10-56 86-84 98-46 8 30-52 48-98 46z" fill="{accent}"/>
<path d="M190 144c-16-28-58-44-66-30-5 14 34 28 66 30zM210 144c16-28 58-44 66-30 5 14-34 28-66 30z" fill="#000" opacity=".18"/>
<path d="M184 132h32v28h-32z" rx="8" fill="{accent}"/><path d="M184 132h32v28h-32z" fill="#fff" opacity=".18"/>
<g transform="translate(262 226) rotate(10)"><path d="M0 0h46v62H0z" fill="#fffdf8"/><path d="M23 22c-12-14-24 2 0 18 24-16 12-32 0-18z" fill="{accent}"/><path d="M10 50h26" stroke="{deep}" stroke-width="3" opacity=".5"/></g>"##
    )
}

/// A box of sachets, one leaning on it.
pub(in crate::sandbox::picture) fn drip(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (172, 214),
        27,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    format!(
        r##"<path d="M84 124h176v208c0 8-4 12-12 12H96c-8 0-12-4-12-12z" fill="{main}"/><path d="M260 124l34-20v212c0 6-2 9-6 12l-28 16z" fill="{deep}"/><path d="M84 124l34-20h176l-34 20z" fill="{light}"/>
<path d="M84 124h176v26H84z" fill="{accent}"/><rect x="102" y="170" width="140" height="110" rx="10" fill="{light}"/>{title}
<path d="M132 256h80" stroke="{accent}" stroke-width="4" stroke-linecap="round"/>
<path d="M102 300h140" stroke="{light}" stroke-width="3" stroke-dasharray="3 9" stroke-linecap="round"/><path d="M102 316h90" stroke="{light}" stroke-width="3" opacity=".6" stroke-linecap="round"/>
<g transform="translate(246 196) rotate(9)"><path d="M0 0h92v146H0z" fill="#fffdf8"/><path d="M0 0h92v16H0zM0 130h92v16H0z" fill="{accent}"/><path d="M0 8h92M0 138h92" stroke="#fffdf8" stroke-width="2" stroke-dasharray="3 3"/>
<circle cx="46" cy="66" r="26" fill="{main}"/><path d="M46 48c-14 8-14 28 0 36 14-8 14-28 0-36z" fill="{light}"/><path d="M46 50c6 8-6 22 0 32" fill="none" stroke="{main}" stroke-width="3"/><path d="M24 108h44M32 118h28" stroke="{deep}" stroke-width="3" opacity=".5"/></g>"##
    )
}

/// A woven basket with good things in it.
pub(in crate::sandbox::picture) fn hamper(picture: &Picture) -> String {
    let Palette { deep, light, accent, .. } = picture.palette;
    let bag = Picture::of(Motif::CoffeeBag, picture.palette).title("Kopi");
    let snack = Picture::of(Motif::SnackPouch, &KUNYIT).title("Jajan");
    let row = |row: u32| {
        let (y, shift) = (250 + row * 18, if row.is_multiple_of(2) { 0 } else { 14 });
        format!(
            r##"<path d="M64 {y}h272" stroke="#a8743f" stroke-width="12" stroke-dasharray="20 8" stroke-dashoffset="{shift}"/>"##
        )
    };
    let weave = [0, 1, 2, 3, 4].map(row).concat();
    let label = words(
        picture.title,
        (200, 290),
        19,
        &format!(r#"font-family="{SANS}" font-weight="700" fill="{deep}""#),
    );
    format!(
        r##"<path d="M92 240C92 40 308 40 308 240" fill="none" stroke="#8a5f38" stroke-width="12"/>{}{}
<g transform="translate(176 96)"><path d="M0 40h52v130H0z" fill="{leaf}"/><path d="M6 20h40v24H6z" fill="#fffdf8"/><rect x="6" y="72" width="40" height="46" rx="5" fill="#fffdf8"/></g>
<path d="M54 236h292l-26 96c-2 8-6 12-14 12H94c-8 0-12-4-14-12z" fill="#c48d53"/><g><path d="M54 236h292l-26 96c-2 8-6 12-14 12H94c-8 0-12-4-14-12z" fill="#c48d53"/>{weave}</g>
<path d="M48 226h304c6 0 9 3 9 9v8c0 6-3 9-9 9H48c-6 0-9-3-9-9v-8c0-6 3-9 9-9z" fill="#9a6b3d"/>
<rect x="128" y="262" width="144" height="60" rx="10" fill="{light}"/><rect x="134" y="268" width="132" height="48" rx="7" fill="none" stroke="{accent}" stroke-width="2.500"/>{label}"##,
        placed(&coffee::bag(&bag), (48, 66), ".5", -6),
        placed(&coffee::snack(&snack), (186, 62), ".5", 7),
        leaf = HIJAU.main,
    )
}
