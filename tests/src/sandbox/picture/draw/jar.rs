//! Glass jars.

use super::{SERIF, words};
use crate::sandbox::picture::{Palette, Picture};

/// A jar of something from the kitchen.
pub(in crate::sandbox::picture) fn jar(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (200, 244),
        27,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    format!(
        r##"<path d="M116 128h168c22 8 34 22 34 46v136c0 22-14 34-36 34H118c-22 0-36-12-36-34V174c0-24 12-38 34-46z" fill="#fff" opacity=".75"/>
<path d="M94 168c60-14 152-14 212 0v138c0 18-10 28-28 28H122c-18 0-28-10-28-28z" fill="{main}"/><path d="M94 168c60-14 152-14 212 0-60 12-152 12-212 0z" fill="{accent}" opacity=".75"/>
<g fill="{accent}" opacity=".55"><circle cx="116" cy="200" r="5"/><circle cx="286" cy="214" r="6"/><circle cx="110" cy="300" r="6"/><circle cx="278" cy="316" r="5"/><path d="M128 316l14-6 2 5zM262 192l14-8 3 5zM108 252l10-12 4 4z"/></g>
<g fill="{light}" opacity=".6"><circle cx="134" cy="190" r="3"/><circle cx="268" cy="184" r="3"/><circle cx="292" cy="268" r="3"/><circle cx="150" cy="322" r="3"/><circle cx="240" cy="324" r="3"/></g>
<rect x="118" y="204" width="164" height="96" rx="10" fill="{light}"/><rect x="125" y="211" width="150" height="82" rx="6" fill="none" stroke="{accent}" stroke-width="2.500"/>{title}
<path d="M106 84h188c8 0 12 4 12 12v30c0 8-4 12-12 12H106c-8 0-12-4-12-12V96c0-8 4-12 12-12z" fill="{deep}"/><path d="M94 112h212v14c0 8-4 12-12 12H106c-8 0-12-4-12-12z" fill="#000" opacity=".2"/>
<g stroke="#fff" stroke-width="3" opacity=".18"><path d="M118 88v46M138 88v46M158 88v46M178 88v46M198 88v46M218 88v46M238 88v46M258 88v46M278 88v46"/></g>
<path d="M104 190c-3 40-3 80 0 116" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".55"/>"##
    )
}
