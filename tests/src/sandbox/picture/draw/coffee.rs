//! Coffee and snacks in bags.

use super::{SANS, SERIF, placed, words};
use crate::sandbox::picture::palette::{KUNYIT, MARUN, TERAKOTA};
use crate::sandbox::picture::{Motif, Palette, Picture};

/// A coffee bag with a tie, a valve and a label.
pub(in crate::sandbox::picture) fn bag(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let size = if picture.title.len() > 7 { 20 } else { 26 };
    let title = words(
        picture.title,
        (200, 238),
        size,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    let note = words(
        picture.note,
        (200, 284),
        13,
        &format!(r#"font-family="{SANS}" letter-spacing="1" fill="{deep}""#),
    );
    format!(
        r##"<path d="M126 92h148l14 28c6 60 10 130 8 206 0 12-5 18-16 18H120c-11 0-16-6-16-18-2-76 2-146 8-206z" fill="{main}"/>
<path d="M112 120l14-28h10c-16 80-20 160-12 252h-4c-11 0-16-6-16-18-2-76 2-146 8-206zM288 120l-14-28h-12c18 80 22 160 14 252h4c11 0 16-6 16-18 2-76-2-146-8-206z" fill="{deep}" opacity=".55"/>
<path d="M122 62h156v34H122z" fill="{main}"/><path d="M122 62h156v34H122z" fill="{deep}" opacity=".28"/><path d="M112 84h176c5 0 7 2 7 6v8c0 4-2 6-7 6H112c-5 0-7-2-7-6v-8c0-4 2-6 7-6z" fill="{accent}"/>
<path d="M150 110c-6 60-8 120-6 226" fill="none" stroke="#fff" stroke-width="10" opacity=".12" stroke-linecap="round"/>
<circle cx="200" cy="138" r="11" fill="{deep}"/><g fill="{light}"><circle cx="200" cy="138" r="2"/><circle cx="194" cy="138" r="1.500"/><circle cx="206" cy="138" r="1.500"/></g>
<path d="M136 166h128v142H136z" fill="{light}"/><path d="M142 172h116v130H142z" fill="none" stroke="{accent}" stroke-width="2"/>
<g transform="translate(200 196) rotate(28)"><ellipse rx="13" ry="18" fill="{deep}"/><path d="M-1-17c8 10-8 22 2 34" fill="none" stroke="{light}" stroke-width="3"/></g>{title}
<path d="M168 264h64" stroke="{accent}" stroke-width="3" stroke-linecap="round"/>{note}"##
    )
}

/// Three bags from three islands.
pub(in crate::sandbox::picture) fn trio() -> String {
    let one = |palette, title| bag(&Picture::of(Motif::CoffeeBag, palette).title(title));
    [
        placed(&one(&KUNYIT, "Bali"), (-12, 128), ".62", -4),
        placed(&one(&TERAKOTA, "Toraja"), (166, 112), ".62", 4),
        placed(&one(&MARUN, "Gayo"), (62, 76), ".78", 0),
    ]
    .concat()
}

/// A sealed snack pouch with a window.
pub(in crate::sandbox::picture) fn snack(picture: &Picture) -> String {
    let Palette { deep, light, accent, main, .. } = picture.palette;
    let title = words(
        picture.title,
        (200, 138),
        27,
        &format!(r#"font-family="{SERIF}" font-weight="700" fill="{deep}""#),
    );
    let chip = |x: i32, y: i32, turn: i32| {
        format!(
            r##"<g transform="translate({x} {y}) rotate({turn})"><ellipse rx="27" ry="20" fill="#e8b65c"/><ellipse rx="20" ry="14" fill="#f3cd83"/><g fill="#c98f35"><circle cx="-7" cy="-3" r="2"/><circle cx="5" cy="4" r="2.500"/><circle cx="8" cy="-5" r="1.500"/></g></g>"##
        )
    };
    let chips = [
        chip(158, 254, 20),
        chip(206, 244, -14),
        chip(246, 262, 30),
        chip(176, 290, -20),
        chip(222, 294, 12),
        chip(152, 316, 30),
        chip(196, 322, 4),
        chip(246, 312, -24),
    ]
    .concat();
    format!(
        r##"<defs><clipPath id="window"><path d="M200 222c52 0 76 22 76 60s-24 60-76 60-76-22-76-60 24-60 76-60z"/></clipPath></defs>
<path d="M100 56h200c-6 40 14 90 14 150s-20 110-14 150H100c6-40-14-90-14-150s20-110 14-150z" fill="{main}"/>
<path d="M100 56h20c-10 60-24 90-24 150s14 90 24 150h-20c6-40-14-90-14-150s20-110 14-150zM300 56h-20c10 60 24 90 24 150s-14 90-24 150h20c-6-40 14-90 14-150s-20-110-14-150z" fill="{deep}" opacity=".4"/>
<path d="M100 56h200l-2 22H102zM102 334h196l2 22H100z" fill="{accent}"/><g stroke="{light}" stroke-width="2" opacity=".7"><path d="M102 63h196M102 70h196M103 342h194M102 349h196" stroke-dasharray="5 4"/></g>
<path d="M118 96h164v92c0 8-4 12-12 12H130c-8 0-12-4-12-12z" fill="{light}"/>{title}
<path d="M160 182h80" stroke="{accent}" stroke-width="4" stroke-linecap="round"/>
<g clip-path="url(#window)"><path d="M110 210h180v140H110z" fill="{deep}"/>{chips}</g><path d="M200 222c52 0 76 22 76 60s-24 60-76 60-76-22-76-60 24-60 76-60z" fill="none" stroke="{light}" stroke-width="5"/>
<path d="M148 246c12-10 28-14 44-14" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".5"/>"##
    )
}
