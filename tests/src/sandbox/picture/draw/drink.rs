//! Cups, bottles and what fills them.

use super::{SANS, SERIF, words};
use crate::sandbox::picture::{Palette, Picture};

const STEAM: &str = r##"<g fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".85"><path d="M164 108c-12-16 10-24 0-42"/><path d="M200 100c-12-16 10-24 0-42"/><path d="M236 108c-12-16 10-24 0-42"/></g>"##;

/// A glass bottle of iced coffee.
pub(in crate::sandbox::picture) fn bottle(picture: &Picture) -> String {
    let Palette { deep, light, accent, .. } = picture.palette;
    let title = words(
        picture.title,
        (200, 254),
        23,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    format!(
        r##"<path d="M174 84h52v44c0 14 34 30 34 62v138c0 10-6 16-16 16h-88c-10 0-16-6-16-16V190c0-32 34-48 34-62z" fill="#e9dccb"/>
<path d="M174 132c-4 14-34 30-34 58v138c0 10 6 16 16 16h88c10 0 16-6 16-16V190c0-28-30-44-34-58z" fill="#c89a6a"/><path d="M140 268v60c0 10 6 16 16 16h88c10 0 16-6 16-16v-60c-40 18-80 18-120 0z" fill="#8a5a36"/>
<path d="M168 60h64c5 0 8 3 8 8v16c0 5-3 8-8 8h-64c-5 0-8-3-8-8V68c0-5 3-8 8-8z" fill="{accent}"/><path d="M166 84h68" stroke="#000" stroke-width="3" opacity=".16"/>
<path d="M140 204h120v86H140z" fill="{light}"/><path d="M140 204h120M140 290h120" stroke="{accent}" stroke-width="4"/><circle cx="200" cy="224" r="8" fill="{accent}"/>{title}
<path d="M154 190c2-18 18-30 24-46" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".6"/><path d="M154 300v24" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".4"/>"##
    )
}

/// An enamel mug.
pub(in crate::sandbox::picture) fn mug(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"{STEAM}<path d="M280 184c62-8 62 104-6 100" fill="none" stroke="{deep}" stroke-width="20"/><path d="M280 184c62-8 62 104-6 100" fill="none" stroke="{accent}" stroke-width="5" opacity=".7"/>
<path d="M104 142h192l-8 178c-1 16-9 24-24 24H136c-15 0-23-8-24-24z" fill="url(#cloth)"/>
<path d="M262 142h34l-8 178c-1 16-9 24-24 24h-24c14-60 20-130 22-202z" fill="{deep}" opacity=".35"/><path d="M128 176c0 50 4 96 8 136" fill="none" stroke="#fff" stroke-width="11" stroke-linecap="round" opacity=".35"/>
<ellipse cx="200" cy="142" rx="96" ry="22" fill="{light}"/><ellipse cx="200" cy="144" rx="82" ry="16" fill="#4a2c1c"/><path d="M136 140c30-12 90-14 124 0" fill="none" stroke="#8a5a3a" stroke-width="4" stroke-linecap="round"/>
<ellipse cx="200" cy="142" rx="96" ry="22" fill="none" stroke="{accent}" stroke-width="6"/>"##
    )
}

/// A cone on its server.
pub(in crate::sandbox::picture) fn dripper(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    format!(
        r##"<path d="M150 214h100l22 104c3 16-4 26-20 26H148c-16 0-23-10-20-26z" fill="#fff" opacity=".7"/><path d="M136 282c40 12 88 12 128 0l8 36c3 16-4 26-20 26H148c-16 0-23-10-20-26z" fill="#5a3220"/><path d="M136 282c40-10 88-10 128 0-40 12-88 12-128 0z" fill="#7d4a30"/>
<path d="M256 232c44-6 54 66 10 74" fill="none" stroke="{deep}" stroke-width="13"/>
<path d="M262 112c56-10 58 58 8 62" fill="none" stroke="{deep}" stroke-width="14"/>
<path d="M104 86h192c4 0 6 3 4 7l-72 106h-56L100 93c-2-4 0-7 4-7z" fill="{main}"/><path d="M246 86h50c4 0 6 3 4 7l-72 106h-26c20-32 34-70 44-113z" fill="{deep}" opacity=".45"/>
<g fill="none" stroke="{light}" stroke-width="4" stroke-linecap="round" opacity=".7"><path d="M136 108c8 24 24 50 40 72M168 108c2 26 10 50 20 72"/></g>
<ellipse cx="200" cy="86" rx="100" ry="15" fill="{light}"/><path d="M122 84l78-30 78 30c-40 14-116 14-156 0z" fill="#fffaf0"/><ellipse cx="200" cy="86" rx="66" ry="8" fill="#6b402a"/>
<path d="M140 198h120c6 0 9 3 9 8s-3 8-9 8H140c-6 0-9-3-9-8s3-8 9-8z" fill="{accent}"/><path d="M200 216v64" stroke="#5a3220" stroke-width="4" stroke-dasharray="9 7" stroke-linecap="round"/>
<path d="M152 236c-4 20-6 30-8 40" stroke="#fff" stroke-width="7" stroke-linecap="round"/>"##
    )
}

/// A bamboo tumbler.
pub(in crate::sandbox::picture) fn tumbler(picture: &Picture) -> String {
    let Palette { deep, light, accent, .. } = picture.palette;
    let title = words(
        picture.title,
        (200, 236),
        26,
        &format!(r#"font-family="{SANS}" font-weight="700" letter-spacing="1" fill="{deep}""#),
    );
    format!(
        r##"<path d="M142 104h116l-10 228c-1 8-5 12-13 12h-70c-8 0-12-4-13-12z" fill="#d9ad72"/><g stroke="#b98748" stroke-width="2" opacity=".7"><path d="M164 108l5 234M186 108l2 236M214 108l-2 236M236 108l-5 234"/></g>
<path d="M228 104h30l-10 228c-1 8-5 12-13 12h-18c6-70 10-150 11-240z" fill="#8a5f2f" opacity=".35"/><path d="M158 120l8 200" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".35"/>
<path d="M148 296h104l-3 36c-1 8-5 12-13 12h-72c-8 0-12-4-13-12z" fill="#c9c5bf"/><path d="M148 296h104v10H148z" fill="#a8a39b"/>
<path d="M134 78h132c6 0 9 3 9 9v12c0 6-3 9-9 9H134c-6 0-9-3-9-9V87c0-6 3-9 9-9z" fill="#4a4542"/><path d="M158 56h84c5 0 8 3 8 8v16h-100V64c0-5 3-8 8-8z" fill="#615a56"/><path d="M150 68h100" stroke="#fff" stroke-width="3" opacity=".2"/>
<path d="M150 206h100v44H150z" fill="{light}" opacity=".92"/>{title}<path d="M150 206h100M150 250h100" stroke="{accent}" stroke-width="3"/>
<path d="M176 190l24-42 24 42z" fill="{deep}"/><path d="M190 165l10-17 10 17-6-3-4 5-4-5z" fill="{light}"/>"##
    )
}
