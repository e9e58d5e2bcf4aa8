//! Sheets, cards and stickers.

use super::{SANS, SERIF, words};
use crate::sandbox::picture::{Palette, Picture};

/// Sheets of a template, the front one with a chart.
pub(in crate::sandbox::picture) fn sheet(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (204, 112),
        25,
        &format!(r#"font-family="{SANS}" font-weight="700" fill="{light}""#),
    );
    let row = |y: i32| {
        format!(
            r#"<path d="M122 {y}h58M196 {y}h34M250 {y}h36" stroke="{deep}" stroke-width="6" stroke-linecap="round" opacity=".28"/><path d="M114 {line}h180" stroke="{deep}" stroke-width="1" opacity=".18"/>"#,
            line = y + 12
        )
    };
    let rows = [238, 262, 286, 310].map(row).concat();
    format!(
        r##"<g transform="rotate(8 200 200)"><rect x="104" y="56" width="204" height="290" rx="10" fill="{accent}" opacity=".8"/></g><g transform="rotate(-5 200 200)"><rect x="96" y="54" width="204" height="290" rx="10" fill="{light}"/><path d="M112 300h80M112 320h120" stroke="{deep}" stroke-width="5" opacity=".3"/></g>
<rect x="100" y="54" width="208" height="292" rx="10" fill="#fffefb"/><path d="M110 54h188c7 0 10 3 10 10v66H100V64c0-7 3-10 10-10z" fill="{main}"/>{title}
<g><rect x="122" y="178" width="22" height="34" rx="3" fill="{light}"/><rect x="122" y="190" width="22" height="22" rx="3" fill="{main}"/><rect x="154" y="166" width="22" height="46" rx="3" fill="{accent}"/><rect x="186" y="182" width="22" height="30" rx="3" fill="{main}"/><rect x="218" y="154" width="22" height="58" rx="3" fill="{deep}"/><rect x="250" y="146" width="22" height="66" rx="3" fill="{accent}"/><path d="M114 214h172" stroke="{deep}" stroke-width="2.500" opacity=".4"/></g>{rows}"##
    )
}

/// A photograph, half before, half after.
pub(in crate::sandbox::picture) fn sunset() -> String {
    r##"<defs><linearGradient id="dusk" x2="0" y2="1"><stop stop-color="#5b3a6b"/><stop offset=".45" stop-color="#d9694b"/><stop offset="1" stop-color="#f6c05c"/></linearGradient><clipPath id="photo"><rect x="76" y="70" width="248" height="228"/></clipPath></defs>
<g transform="rotate(-3 200 200)"><rect x="60" y="54" width="280" height="300" rx="8" fill="#fffdf9"/><g clip-path="url(#photo)"><rect x="76" y="70" width="248" height="228" fill="url(#dusk)"/>
<circle cx="226" cy="206" r="42" fill="#ffe2a0"/><path d="M76 230c50-44 70-10 110-36 40-24 90-14 138 14v90H76z" fill="#7b3140"/><path d="M76 258c60-20 120 6 248-16v56H76z" fill="#3c1f38"/><path d="M112 262c-4-40 2-70 10-92M122 170c-20-8-34 0-42 12M122 170c-14-20-32-22-46-14M122 170c2-20 18-30 34-26M122 170c16-8 32-2 40 12" fill="none" stroke="#2c152a" stroke-width="7" stroke-linecap="round"/>
<path d="M76 70h124v228H76z" fill="#b9bcbc" opacity=".62" style="mix-blend-mode:saturation"/><path d="M76 70h124v228H76z" fill="#d9d6d2" opacity=".42"/></g>
<path d="M200 70v228" stroke="#fff" stroke-width="4"/><circle cx="200" cy="184" r="17" fill="#fff"/><path d="M195 177l-7 7 7 7M205 177l7 7-7 7" fill="none" stroke="#8a3f24" stroke-width="3.500" stroke-linecap="round" stroke-linejoin="round"/>
<g><circle cx="108" cy="326" r="13" fill="#5b3a6b"/><circle cx="146" cy="326" r="13" fill="#8f2f3a"/><circle cx="184" cy="326" r="13" fill="#d9694b"/><circle cx="222" cy="326" r="13" fill="#eaa24e"/><circle cx="260" cy="326" r="13" fill="#f6d58c"/><circle cx="298" cy="326" r="13" fill="#3f6a67"/></g></g>"##
        .to_owned()
}

/// A type specimen.
pub(in crate::sandbox::picture) fn font(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let name = words(
        picture.title,
        (200, 296),
        22,
        &format!(r#"font-family="{SANS}" font-weight="600" fill="{light}""#),
    );
    format!(
        r#"<g transform="rotate(5 200 200)"><rect x="84" y="64" width="240" height="280" rx="16" fill="{accent}"/></g><rect x="80" y="60" width="240" height="284" rx="16" fill="{main}"/><rect x="80" y="60" width="240" height="284" rx="16" fill="none" stroke="{deep}" stroke-width="3"/>
<path d="M104 106h192M104 218h192M104 156h192" stroke="{light}" stroke-width="1.500" opacity=".28" stroke-dasharray="4 5"/>
<text x="200" y="218" font-family="{SANS}" font-size="146" font-weight="700" text-anchor="middle" fill="{light}">Aa</text><path d="M112 244h176" stroke="{accent}" stroke-width="4" stroke-linecap="round"/>{name}"#
    )
}

/// A membership or licence card with its key.
pub(in crate::sandbox::picture) fn key_card(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (188, 176),
        28,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{light}""#),
    );
    format!(
        r##"<g transform="rotate(6 200 200)"><rect x="52" y="104" width="296" height="188" rx="20" fill="{accent}" opacity=".75"/></g><g transform="rotate(-6 200 200)"><rect x="46" y="100" width="308" height="196" rx="20" fill="{main}"/>
<path d="M46 236c80-60 150 30 308-70v110c0 14-6 20-20 20H66c-14 0-20-6-20-20z" fill="{deep}"/><circle cx="308" cy="142" r="26" fill="{accent}"/><circle cx="308" cy="142" r="14" fill="{main}"/>{title}
<path d="M72 258h44M128 258h44M184 258h44" stroke="{light}" stroke-width="7" stroke-linecap="round" opacity=".75"/></g>
<g transform="translate(266 262) rotate(-38)"><circle r="30" fill="none" stroke="{accent}" stroke-width="15"/><path d="M28-7h88v14H28zM84 6h13v22H84zM104 6h12v16h-12z" fill="{accent}"/><path d="M28-7h88v5H28z" fill="#fff" opacity=".35"/></g>"##
    )
}

/// A sheet of stickers.
pub(in crate::sandbox::picture) fn stickers(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    format!(
        r##"<g transform="rotate(-4 200 200)"><rect x="72" y="52" width="256" height="296" rx="16" fill="#fffefb"/><rect x="72" y="52" width="256" height="296" rx="16" fill="none" stroke="{deep}" stroke-opacity=".16" stroke-width="3"/>
<g stroke="#fff" stroke-width="7" stroke-linejoin="round" paint-order="stroke" style="filter:drop-shadow(0 2px 2px #0003)">
<path d="M132 82l12 24 27 4-19 19 4 27-24-13-24 13 4-27-19-19 27-4z" fill="{main}"/>
<path d="M214 96c0-8 6-14 14-14h66c8 0 14 6 14 14v30c0 8-6 14-14 14h-40l-18 16v-16h-8c-8 0-14-6-14-14z" fill="{accent}"/>
<path d="M132 250c-54-32-34-76 0-48 34-28 54 16 0 48z" fill="#c94f4f"/>
<path d="M216 186h64v40c0 18-10 28-32 28s-32-10-32-28zM280 196c26-4 26 36-2 34" fill="{deep}"/>
<path d="M106 322c-20 0-20-26 0-28 0-22 32-26 40-8 10-14 34-4 30 14 14 2 14 22-2 22z" fill="#7fb3b5"/>
<g fill="#d98a9a"><circle cx="258" cy="284" r="14"/><circle cx="278" cy="298" r="14"/><circle cx="270" cy="320" r="14"/><circle cx="246" cy="320" r="14"/><circle cx="238" cy="298" r="14"/></g></g>
<circle cx="258" cy="305" r="11" fill="{light}"/><path d="M232 106h60M232 120h40" stroke="#fff" stroke-width="5" stroke-linecap="round"/><path d="M230 172c-5-7 4-10 0-16M248 172c-5-7 4-10 0-16M266 172c-5-7 4-10 0-16" fill="none" stroke="{deep}" stroke-width="3.500" stroke-linecap="round" opacity=".6"/>
<g fill="#3a2a22"><circle cx="122" cy="122" r="3"/><circle cx="142" cy="122" r="3"/></g><path d="M125 132c4 5 10 5 14 0" fill="none" stroke="#3a2a22" stroke-width="3" stroke-linecap="round"/></g>"##
    )
}
