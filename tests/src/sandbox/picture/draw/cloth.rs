//! Cloth that is not worn, or only around the shoulders.

use crate::sandbox::picture::Palette;

/// Three folded cloths tied with a ribbon.
pub(in crate::sandbox::picture) fn folded(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M62 284h276c10 0 14 6 14 14v28c0 10-6 16-16 16H64c-10 0-16-6-16-16v-28c0-8 4-14 14-14z" fill="url(#cloth)"/>
<path d="M48 314h304v12c0 10-6 16-16 16H64c-10 0-16-6-16-16z" fill="{deep}" opacity=".4"/>
<path d="M72 232h258c10 0 14 6 14 14v24c0 10-6 16-16 16H74c-10 0-16-6-16-16v-24c0-8 4-14 14-14z" fill="{light}"/>
<path d="M58 260h286v10c0 10-6 16-16 16H74c-10 0-16-6-16-16z" fill="{deep}" opacity=".18"/>
<path d="M66 244h262" stroke="{accent}" stroke-width="4" stroke-dasharray="2 10" stroke-linecap="round"/>
<path d="M86 128h228c16 0 24 8 24 22v66c0 12-6 18-18 18H80c-12 0-18-6-18-18v-66c0-14 8-22 24-22z" fill="url(#cloth)"/>
<path d="M62 196h276v20c0 12-6 18-18 18H80c-12 0-18-6-18-18z" fill="{deep}" opacity=".42"/>
<path d="M62 150c0-14 8-22 24-22h228c16 0 24 8 24 22-4-6-10-8-20-8H82c-10 0-16 2-20 8z" fill="#fff" opacity=".22"/>
<path d="M186 128h28v106h-28z" fill="{accent}"/><path d="M186 234h28v108h-28z" fill="{accent}" opacity=".85"/>
<path d="M200 132c-40-44-78-30-70-6 6 18 42 16 70 6zM200 132c40-44 78-30 70-6-6 18-42 16-70 6z" fill="{accent}"/>
<path d="M196 134c-26 12-36 30-40 50l16-4 8 12c2-20 8-38 20-54zM204 134c26 12 36 30 40 50l-16-4-8 12c-2-20-8-38-20-54z" fill="{accent}"/>
<circle cx="200" cy="132" r="11" fill="{light}"/>"##
    )
}

/// Hung over a rod, with a fringe.
pub(in crate::sandbox::picture) fn scarf(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    let fringe = |from: i32, to: i32, y: i32| -> String {
        let thread = |x| {
            format!(r#"<path d="M{x} {y}v20" stroke="{light}" stroke-width="3" stroke-linecap="round"/>"#)
        };
        (from..=to).step_by(9).map(thread).collect()
    };
    format!(
        r##"<path d="M96 92h208" stroke="#9a6b42" stroke-width="10" stroke-linecap="round"/><g fill="#7d5433"><circle cx="94" cy="92" r="10"/><circle cx="306" cy="92" r="10"/></g>
{}{}<path d="M206 84c44-2 58 10 60 40l8 208c-20 6-42 6-64 0z" fill="url(#cloth)"/><path d="M206 84c44-2 58 10 60 40l8 208-64 0z" fill="{deep}" opacity=".3"/>
<path d="M142 86c52-4 82 2 84 34l6 170c-34 8-70 8-106 0l8-172c1-18 2-28 8-32z" fill="url(#cloth)"/>
<path d="M142 86c-6 4-7 14-8 32l-8 172 22 4c4-70 8-140 20-206zM204 92c10 60 12 130 8 201l20-3-6-170c-1-14-8-24-22-28z" fill="{deep}" opacity=".28"/>
<path d="M176 88c-8 60-10 130-8 206" fill="none" stroke="#fff" stroke-width="8" opacity=".14"/>
<path d="M126 274c36 8 72 8 106 0l1 16c-36 8-72 8-108 0z" fill="{accent}"/><path d="M210 318c22 6 44 6 64 0l1 14c-22 6-44 6-65 0z" fill="{accent}"/>"##,
        fringe(129, 230, 290),
        fringe(214, 274, 332)
    )
}

/// A cushion with piping.
pub(in crate::sandbox::picture) fn cushion(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<g transform="rotate(-6 200 210)"><path d="M84 92c40 14 192 14 232 0 10-3 16 3 13 13-14 40-14 172 0 212 3 10-3 16-13 13-40-14-192-14-232 0-10 3-16-3-13-13 14-40 14-172 0-212-3-10 3-16 13-13z" fill="{light}"/>
<path d="M92 100c40 12 176 12 216 0 8-2 12 2 10 10-12 40-12 162 0 202 2 8-2 12-10 10-40-12-176-12-216 0-8 2-12-2-10-10 12-40 12-162 0-202-2-8 2-12 10-10z" fill="url(#cloth)"/>
<path d="M318 312c2 8-2 12-10 10-40-12-176-12-216 0-8 2-12-2-10-10 4-14 8-36 9-62 40 34 180 40 218-6 1 28 5 53 9 68z" fill="{deep}" opacity=".28"/>
<path d="M100 112c40 10 120 12 170 6-60 16-120 40-158 92-2-40-6-74-12-98z" fill="#fff" opacity=".14"/></g>
<g stroke="{accent}" stroke-width="4" stroke-linecap="round"><path d="M74 108l-16-16M78 104l-8-20M70 114l-20-8"/><path d="M322 84l10-20M328 88l18-14M330 94l20-6"/></g>"##
    )
}
