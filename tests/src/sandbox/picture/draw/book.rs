//! Books, on screen and on paper.

use super::{SANS, SERIF, placed, words};
use crate::sandbox::picture::palette::{DADU, HIJAU, INDIGO, KUNYIT, TERAKOTA};
use crate::sandbox::picture::{Motif, Palette, Picture};

/// A standing book with words and a landscape on its cover.
pub(in crate::sandbox::picture) fn ebook(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let look = |font: &str, rest: &str| format!(r#"font-family="{font}" fill="{light}" {rest}"#);
    let title = words(picture.title, (208, 118), 34, &look(SERIF, r#"font-weight="700""#));
    let note = words(picture.note, (208, 190), 17, &look(SANS, r#"letter-spacing="1.500""#));
    format!(
        r##"<path d="M98 62l-10 10v268l10 4z" fill="{deep}"/><path d="M304 66l14 10v262l-14 6H108l-12-6z" fill="#fffdf6"/><g stroke="{deep}" stroke-width="1.500" opacity=".3"><path d="M308 70v270M312 73v265M315 75v261"/></g>
<path d="M96 58h200c6 0 10 4 10 10v266c0 6-4 10-10 10H96c-4 0-6-2-6-6V64c0-4 2-6 6-6z" fill="{main}"/>
<g><path d="M90 282c50-50 80-10 116-34 30-20 60-40 100-18v104c0 6-4 10-10 10H96c-4 0-6-2-6-6z" fill="{deep}"/><circle cx="250" cy="226" r="30" fill="{accent}"/><path d="M90 306c60-40 100 10 140-14 28-16 50-20 76-8v50c0 6-4 10-10 10H96c-4 0-6-2-6-6z" fill="{accent}" opacity=".85"/><path d="M90 330c50-26 130-4 216-20v24c0 6-4 10-10 10H96c-4 0-6-2-6-6z" fill="{light}" opacity=".9"/></g>
<path d="M96 58h14v286H96c-4 0-6-2-6-6V64c0-4 2-6 6-6z" fill="#000" opacity=".18"/><path d="M110 58h4v286h-4z" fill="#fff" opacity=".18"/>
{title}{note}"##
    )
}

/// Three books in a row.
pub(in crate::sandbox::picture) fn trio(picture: &Picture) -> String {
    let one = |palette, title| ebook(&Picture::of(Motif::Ebook, palette).title(title));
    let (left, right) = if *picture.palette == HIJAU { (&DADU, &INDIGO) } else { (&TERAKOTA, &KUNYIT) };
    [
        placed(&one(left, "Tips"), (4, 116), ".64", -5),
        placed(&one(right, "Resep"), (144, 92), ".64", 5),
        placed(&one(picture.palette, picture.title), (48, 76), ".76", 0),
    ]
    .concat()
}

/// A notebook with a band and a pen.
pub(in crate::sandbox::picture) fn notebook(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (184, 190),
        44,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    format!(
        r##"<g transform="rotate(-7 200 200)"><rect x="86" y="62" width="222" height="290" rx="14" fill="{deep}"/><path d="M94 70h212v272H94z" fill="#fffdf6"/>
<rect x="82" y="56" width="218" height="288" rx="14" fill="{main}"/><path d="M96 56h14v288H96c-9 0-14-5-14-14V70c0-9 5-14 14-14z" fill="{deep}" opacity=".55"/>
<rect x="124" y="136" width="120" height="82" rx="8" fill="{light}"/><rect x="130" y="142" width="108" height="70" rx="5" fill="none" stroke="{accent}" stroke-width="2.500"/>{title}
<path d="M264 56h14v288h-14z" fill="{accent}"/><path d="M146 344v26l9-8 9 8v-26z" fill="{accent}"/>
<path d="M124 70c60-4 100-4 124 0" stroke="#fff" stroke-width="5" opacity=".25" fill="none" stroke-linecap="round"/></g>
<g transform="translate(324 84) rotate(16)"><path d="M-9 0h18v190H-9z" fill="{light}"/><path d="M-9 0h18v44H-9z" fill="{deep}"/><path d="M-9 190h18L0 222z" fill="#e6c79a"/><path d="M-3.500 209.500h7L0 222z" fill="#3a2a22"/><path d="M4 6h5v70H4z" fill="{accent}"/></g>"##
    )
}

/// A notebook before a book on screen.
pub(in crate::sandbox::picture) fn notebook_and_ebook(picture: &Picture) -> String {
    let book = Picture::of(Motif::Ebook, &HIJAU).title("Keuangan UMKM");
    let paper = Picture::of(Motif::Notebook, picture.palette).title("2027");
    let book = placed(&ebook(&book), (12, 70), ".78", 0);
    let paper = placed(&notebook(&paper), (156, 124), ".6", 4);
    format!("{book}{paper}")
}
