//! Small things one wears.

use crate::sandbox::picture::Palette;

/// A pair of slip-on sandals, from above.
pub(in crate::sandbox::picture) fn sandal(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    let one = format!(
        r#"<path d="M0-128c34 0 50 30 50 70 0 34-10 54-10 84 0 36 8 50 8 74 0 34-20 52-48 52s-48-18-48-52c0-24 8-38 8-74 0-30-10-50-10-84 0-40 16-70 50-70z" fill="{deep}"/>
<path d="M0-119c28 0 41 26 41 61 0 32-10 54-10 84 0 38 8 52 8 74 0 28-16 43-39 43s-39-15-39-43c0-22 8-36 8-74 0-30-10-52-10-84 0-35 13-61 41-61z" fill="{light}"/>
<path d="M-56-66c30-26 82-26 112 0 4 22 2 46-6 66-30-18-70-18-100 0-8-20-10-44-6-66z" fill="url(#cloth)"/>
<path d="M-50 0c30-18 70-18 100 0l3-10c-32-18-74-18-106 0zM-56-66c30-26 82-26 112 0l1 10c-32-24-82-24-114 0z" fill="{accent}"/>
<ellipse cy="92" rx="22" ry="30" fill="{deep}" opacity=".12"/>"#
    );
    format!(
        r#"<g transform="translate(132 206) rotate(-8)">{one}</g><g transform="translate(270 206) rotate(8)">{one}</g>"#
    )
}

/// A hat that turns inside out.
pub(in crate::sandbox::picture) fn bucket_hat(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M118 216c4-64 22-104 82-104s78 40 82 104z" fill="url(#cloth)"/>
<path d="M246 124c22 18 32 50 36 92h-34c4-36 4-66-2-92z" fill="{deep}" opacity=".3"/><path d="M150 130c-14 22-18 50-20 80" fill="none" stroke="#fff" stroke-width="9" opacity=".2" stroke-linecap="round"/>
<path d="M116 206c50 14 118 14 168 0l2 24c-54 16-118 16-172 0z" fill="{accent}"/>
<path d="M114 226c56 16 116 16 172 0 30 12 56 34 68 62 4 10-2 15-12 12-90-24-194-24-284 0-10 3-16-2-12-12 12-28 38-50 68-62z" fill="url(#cloth)"/>
<path d="M46 288c-4 10 2 15 12 12 90-24 194-24 284 0 10 3 16-2 12-12-2-4-4-8-6-12-90-26-206-26-296 0z" fill="{deep}" opacity=".4"/>
<path d="M76 262c80-20 168-20 248 0M94 246c70-14 142-14 212 0" fill="none" stroke="{light}" stroke-width="2.500" stroke-dasharray="8 7" opacity=".8"/>
<g fill="{light}"><circle cx="150" cy="160" r="4"/><circle cx="162" cy="160" r="4"/></g>"##
    )
}

/// A Javanese head cloth on its block.
pub(in crate::sandbox::picture) fn blangkon(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M164 268h72l14 62c2 8-2 12-10 12h-80c-8 0-12-4-10-12z" fill="#b98a5a"/><path d="M164 268h72l4 18c-26 8-54 8-80 0z" fill="#000" opacity=".16"/>
<path d="M92 252c-8-84 34-144 108-144s116 60 108 144c-70 26-146 26-216 0z" fill="url(#cloth)"/>
<path d="M268 130c30 28 44 70 40 122-14 5-28 9-42 12 10-50 12-96 2-134z" fill="{deep}" opacity=".34"/>
<g fill="none" stroke="{deep}" stroke-width="3" opacity=".55"><path d="M200 110c-34 40-56 90-64 156M200 110c-18 44-28 98-30 160M200 110c18 44 28 98 30 160M200 110c34 40 56 90 64 156"/></g>
<path d="M88 226c70 30 154 30 224 0 4 12 4 24 0 36-72 28-152 28-224 0-4-12-4-24 0-36z" fill="{deep}"/>
<path d="M92 234c70 28 146 28 216 0M90 256c72 26 148 26 220 0" fill="none" stroke="{accent}" stroke-width="3"/>
<path d="M156 246l22-34 22 30 22-30 22 34c-28 8-60 8-88 0z" fill="url(#cloth)" stroke="{light}" stroke-width="2.500"/><circle cx="200" cy="246" r="7" fill="{accent}"/>"##
    )
}

/// A pair of brass earrings on a card.
pub(in crate::sandbox::picture) fn earrings(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    let one = format!(
        r#"<path d="M0-62v-10a12 12 0 1 1 14 12" fill="none" stroke="{deep}" stroke-width="4" stroke-linecap="round"/><circle cy="-54" r="7" fill="{accent}"/>
<circle r="42" fill="{main}"/><circle r="42" fill="none" stroke="{deep}" stroke-width="4"/>
<g fill="{light}"><ellipse cx="-14" cy="-14" rx="7" ry="17" transform="rotate(-45 -14 -14)"/><ellipse cx="14" cy="14" rx="7" ry="17" transform="rotate(-45 14 14)"/><ellipse cx="14" cy="-14" rx="7" ry="17" transform="rotate(45 14 -14)"/><ellipse cx="-14" cy="14" rx="7" ry="17" transform="rotate(45 -14 14)"/></g><circle r="6" fill="{accent}"/>
<path d="M0 42v10" stroke="{deep}" stroke-width="4"/><path d="M0 50c14 16 14 34 0 40-14-6-14-24 0-40z" fill="{accent}"/>"#
    );
    format!(
        r##"<g transform="rotate(-3 200 200)"><rect x="88" y="66" width="224" height="276" rx="16" fill="#fffdf8"/><rect x="88" y="66" width="224" height="276" rx="16" fill="none" stroke="{deep}" stroke-opacity=".14" stroke-width="3"/>
<circle cx="200" cy="88" r="7" fill="{deep}" opacity=".2"/><path d="M168 318h64M182 328h36" stroke="{deep}" stroke-width="3" opacity=".35" stroke-linecap="round"/>
<g transform="translate(148 192)">{one}</g><g transform="translate(252 192)">{one}</g></g>"##
    )
}

/// A folding fan, open.
pub(in crate::sandbox::picture) fn fan(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    let rib = |turn: i32| {
        format!(
            r##"<path d="M0 0L-4-96h8z" fill="#b98a5a" transform="rotate({turn})"/><path d="M0-92V-212" stroke="{deep}" stroke-width="2" opacity=".45" transform="rotate({turn})"/>"##
        )
    };
    let ribs: String = (-70..=70).step_by(14).map(rib).collect();
    format!(
        r##"<g transform="translate(200 296) scale(.84)"><path d="M-207-75A220 220 0 0 1 207-75L85-31A90 90 0 0 0-85-31z" fill="url(#cloth)"/>{ribs}
<path d="M-207-75A220 220 0 0 1 207-75l-9 3A210 210 0 0 0-198-72z" fill="{accent}"/><path d="M-94-34A100 100 0 0 1 94-34l-9 3A90 90 0 0 0-85-31z" fill="{accent}"/>
<path d="M0 6L-213-73l5-14L6-6zM0 6L213-73l-5-14L-6-6z" fill="#8a5f38"/><circle r="11" fill="{light}" stroke="{deep}" stroke-width="4"/>
<path d="M0 10c-6 16-2 26-6 40M2 10c4 14 10 22 8 38" fill="none" stroke="{accent}" stroke-width="5" stroke-linecap="round"/></g>"##
    )
}
