//! Things on screens.

use super::{SANS, words};
use crate::sandbox::picture::{Palette, Picture};

/// A laptop that plays a lesson.
pub(in crate::sandbox::picture) fn course(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (188, 124),
        24,
        &format!(r#"font-family="{SANS}" font-weight="700" fill="{light}""#),
    );
    format!(
        r##"<path d="M70 78h260c9 0 14 5 14 14v200H56V92c0-9 5-14 14-14z" fill="#3c3533"/><path d="M70 92h260v190H70z" fill="{main}"/>
<path d="M70 282V216c40-24 70 10 104-8 50-28 110-30 156 6v68z" fill="{deep}"/><circle cx="298" cy="118" r="17" fill="{accent}" opacity=".9"/>{title}
<circle cx="200" cy="212" r="35" fill="#fff"/><path d="M190 192l30 20-30 20z" fill="{main}"/>
<path d="M92 266h216" stroke="#fff" stroke-width="6" opacity=".35" stroke-linecap="round"/><path d="M92 266h84" stroke="{accent}" stroke-width="6" stroke-linecap="round"/><circle cx="176" cy="266" r="7" fill="#fff"/>
<path d="M34 292h332l14 34c3 8-2 14-10 14H30c-8 0-13-6-10-14z" fill="#d8d1ca"/><path d="M24 318h352l4 8c3 8-2 14-10 14H30c-8 0-13-6-10-14z" fill="#b5aca4"/><path d="M158 292h84l6 16h-96z" fill="#b5aca4"/>"##
    )
}

/// A phone with a feed of designs.
pub(in crate::sandbox::picture) fn phone(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, glow, .. } = palette;
    let tile = |x: u32, y: u32, ground: &str, art: &str| {
        format!(
            r#"<g transform="translate({x} {y})"><rect width="56" height="56" rx="6" fill="{ground}"/>{art}</g>"#
        )
    };
    let round = format!(
        r#"<circle cx="28" cy="24" r="13" fill="{light}"/><path d="M14 46h28" stroke="{light}" stroke-width="4" stroke-linecap="round"/>"#
    );
    let price = format!(
        r#"<path d="M10 18h36M10 30h24" stroke="{deep}" stroke-width="5" stroke-linecap="round"/><rect x="10" y="38" width="26" height="10" rx="5" fill="{accent}"/>"#
    );
    let leaf = format!(
        r#"<path d="M28 48c-18-10-18-30 0-40 18 10 18 30 0 40z" fill="{light}"/><path d="M28 14v32" stroke="{deep}" stroke-width="2"/>"#
    );
    let grid = [
        tile(112, 150, main, &round),
        tile(172, 150, light, &price),
        tile(232, 150, accent, &leaf),
        tile(112, 210, accent, &leaf),
        tile(172, 210, deep, &round),
        tile(232, 210, light, &price),
        tile(112, 270, light, &price),
        tile(172, 270, main, &leaf),
        tile(232, 270, deep, &round),
    ]
    .concat();
    format!(
        r##"<g transform="rotate(-4 200 200)"><rect x="94" y="40" width="212" height="324" rx="30" fill="#2f2928"/><rect x="103" y="49" width="194" height="306" rx="22" fill="#fffdfa"/>
<rect x="168" y="56" width="64" height="12" rx="6" fill="#2f2928"/><circle cx="134" cy="104" r="20" fill="{main}"/><circle cx="134" cy="104" r="15" fill="{glow}"/><path d="M127 104l6 7 10-13" fill="none" stroke="{deep}" stroke-width="4" stroke-linecap="round"/>
<path d="M166 96h76M166 110h106" stroke="{deep}" stroke-width="6" stroke-linecap="round" opacity=".3"/><path d="M112 138h176" stroke="{deep}" stroke-width="1.500" opacity=".2"/>{grid}<path d="M172 344h56" stroke="#2f2928" stroke-width="5" stroke-linecap="round"/></g>
<g transform="translate(304 300)"><circle r="30" fill="{accent}"/><path d="M0 12c-22-14-14-32 0-20 14-12 22 6 0 20z" fill="#fff"/></g>"##
    )
}
