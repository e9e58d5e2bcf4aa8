//! Clothes on a hanger.

use super::placed;
use crate::sandbox::picture::Palette;

const HANGER: &str = r##"<g fill="none" stroke="#9a6b42" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">
<path d="M200 78v-8c0-10 13-9 13-21a13 13 0 0 0-26-1" stroke="#b9b0a6" stroke-width="5"/><path d="M132 110l68-34 68 34"/></g>"##;

/// Short sleeves, buttons, a pocket.
pub(in crate::sandbox::picture) fn shirt(palette: &Palette) -> String {
    let Palette { deep, light, .. } = palette;
    format!(
        r#"{HANGER}<path d="M166 94l-42 15c-10 4-14 8-19 17l-35 60 42 25 22-34-3 142c0 8 4 11 11 12 38 5 78 5 116 0 7-1 11-4 11-12l-3-142 22 34 42-25-35-60c-5-9-9-13-19-17l-42-15c-16 20-52 20-68 0z" fill="url(#cloth)"/>
<path d="M134 177l-3 142c0 8 4 11 11 12l12 1c-10-50-10-110-6-168zM266 177l3 142c0 8-4 11-11 12l-12 1c10-50 10-110 6-168z" fill="{deep}" opacity=".35"/>
<path d="M70 186l42 25 4-7-42-25zM330 186l-42 25-4-7 42-25z" fill="{deep}"/>
<path d="M200 130v205" stroke="{deep}" stroke-width="16" opacity=".28"/><path d="M192 130v205" stroke="{deep}" stroke-width="2" opacity=".6"/>
<path d="M166 94c10 20 58 20 68 0l-34-10z" fill="{deep}"/>
<path d="M166 94l-8 5 18 42 24-20c-18-5-28-13-34-27zM234 94l8 5-18 42-24-20c18-5 28-13 34-27z" fill="{light}"/>
<path d="M222 168h36v34l-18 10-18-10z" fill="url(#cloth)" stroke="{deep}" stroke-width="2.500"/>
{}"#,
        buttons(light, deep)
    )
}

fn buttons(light: &str, deep: &str) -> String {
    let button = |y: i32| {
        format!(
            r#"<circle cx="200" cy="{y}" r="4.500" fill="{light}" stroke="{deep}" stroke-width="1.500"/>"#
        )
    };
    [148, 184, 220, 256, 292].map(button).concat()
}

/// Long sleeves with cuffs.
pub(in crate::sandbox::picture) fn long_shirt(palette: &Palette) -> String {
    let Palette { deep, light, .. } = palette;
    format!(
        r#"{HANGER}<path d="M166 94l-42 15c-14 5-20 12-23 26L72 290l38 9 24-110-3 130c0 8 4 11 11 12 38 5 78 5 116 0 7-1 11-4 11-12l-3-130 24 110 38-9-29-155c-3-14-9-21-23-26l-42-15c-16 20-52 20-68 0z" fill="url(#cloth)"/>
<path d="M134 189l-3 130c0 8 4 11 11 12l12 1c-10-50-10-110-6-168zM266 189l3 130c0 8-4 11-11 12l-12 1c10-50 10-110 6-168z" fill="{deep}" opacity=".35"/>
<path d="M74 279l38 9-4 22-38-9zM326 279l-38 9 4 22 38-9z" fill="{light}"/>
<path d="M200 130v205" stroke="{deep}" stroke-width="16" opacity=".28"/><path d="M192 130v205" stroke="{deep}" stroke-width="2" opacity=".6"/>
<path d="M166 94c10 20 58 20 68 0l-34-10z" fill="{deep}"/>
<path d="M166 94l-8 5 18 42 24-20c-18-5-28-13-34-27zM234 94l8 5-18 42-24-20c18-5 28-13 34-27z" fill="{light}"/>
{}"#,
        buttons(light, deep)
    )
}

/// Three-quarter sleeves, a waist and a flared hem.
pub(in crate::sandbox::picture) fn blouse(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"{HANGER}<path d="M168 92l-38 14c-12 5-17 11-20 22L84 246l36 10 22-74c6 28 4 46-2 66l-18 68c46 22 110 22 156 0l-18-68c-6-20-8-38-2-66l22 74 36-10-26-118c-3-11-8-17-20-22l-38-14-32 66z" fill="url(#cloth)"/>
<path d="M142 182c6 28 4 46-2 66l-18 68 20 8c8-50 14-90 6-150zM258 182c-6 28-4 46 2 66l18 68-20 8c-8-50-14-90-6-150z" fill="{deep}" opacity=".32"/>
<path d="M86 236l36 10-3 12-36-10zM314 236l-36 10 3 12 36-10z" fill="{light}"/>
<path d="M168 92l32 66 32-66-8-4-24 46-24-46z" fill="{light}"/><path d="M176 88l24 46 24-46c-16-6-32-6-48 0z" fill="{deep}"/>
<path d="M200 158v174" stroke="{light}" stroke-width="5"/>
<path d="M144 240c36 12 76 12 112 0" fill="none" stroke="{deep}" stroke-width="4" opacity=".5"/>
<g fill="{accent}"><circle cx="200" cy="178" r="6"/><circle cx="200" cy="206" r="6"/><circle cx="200" cy="234" r="6"/></g>"#
    )
}

/// Short sleeves, a belt and a wide skirt.
pub(in crate::sandbox::picture) fn dress(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"{HANGER}<path d="M170 92l-34 13c-14 5-22 20-30 44l34 14 10-16c4 24 4 40 6 54-12 52-32 98-54 146 62 24 134 24 196 0-22-48-42-94-54-146 2-14 2-30 6-54l10 16 34-14c-8-24-16-39-30-44l-34-13c-12 26-48 26-60 0z" fill="url(#cloth)"/>
<path d="M162 216c-10 50-24 96-40 138l22 5c14-44 24-92 30-143zM238 216c10 50 24 96 40 138l-22 5c-14-44-24-92-30-143zM196 216h8l6 149h-20z" fill="{deep}" opacity=".3"/>
<path d="M102 347c62 24 134 24 196 0l5 11c-64 25-142 25-206 0z" fill="{light}"/>
<path d="M106 149l34 14-4 8-34-14zM294 149l-34 14 4 8 34-14z" fill="{light}"/>
<path d="M155 198c30 8 60 8 90 0l1 20c-30 8-62 8-92 0z" fill="{accent}"/><circle cx="200" cy="213" r="7" fill="{light}"/>
<path d="M170 92c12 26 48 26 60 0l-8-3c-10 18-34 18-44 0z" fill="{light}"/><path d="M178 89c10 18 34 18 44 0-14-6-30-6-44 0z" fill="{deep}"/>"#
    )
}

/// Open in front, with wide sleeves and a band.
pub(in crate::sandbox::picture) fn kimono(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"{HANGER}<path d="M160 98h80l22 240H138z" fill="{deep}"/>
<path d="M172 92l-46 12c-8 2-12 5-17 12L62 200l52 44 20-26-8 122c14 6 28 8 42 8l18-150c2-30-4-64-14-106z" fill="url(#cloth)"/>
<path d="M228 92l46 12c8 2 12 5 17 12l47 84-52 44-20-26 8 122c-14 6-28 8-42 8l-18-150c-2-30 4-64 14-106z" fill="url(#cloth)"/>
<path d="M134 218l-8 122 16 5c2-50 4-100 4-150zM266 218l8 122-16 5c-2-50-4-100-4-150z" fill="{deep}" opacity=".35"/>
<path d="M172 92c10 42 16 76 14 106l-18 150-14-2 18-148c2-30-2-62-12-102zM228 92c-10 42-16 76-14 106l18 150 14-2-18-148c-2-30 2-62 12-102z" fill="{light}"/>
<path d="M62 200l52 44 7-9-53-45zM338 200l-52 44-7-9 53-45z" fill="{light}"/>
<path d="M186 226c10 6 18 6 28 0M200 230l-8 40M200 230l10 36" fill="none" stroke="{accent}" stroke-width="5" stroke-linecap="round"/>"#
    )
}

const CLIPS: &str = r##"<g stroke="#b9b0a6" stroke-width="5" fill="none" stroke-linecap="round"><path d="M200 78v-8c0-10 13-9 13-21a13 13 0 0 0-26-1"/><path d="M130 82h140"/></g>
<path d="M146 78h14v26h-14zM240 78h14v26h-14z" fill="#9a6b42"/>"##;

/// A wrapped skirt with its tie.
pub(in crate::sandbox::picture) fn skirt(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"<path d="M142 100h116l42 236c-66 20-134 20-200 0z" fill="url(#cloth)"/>
<path d="M142 100h20l-34 242-28-6zM258 100h-16l30 243 28-7z" fill="{deep}" opacity=".3"/>
<path d="M150 124c60 40 84 120 78 224l-26 3c10-100-8-170-54-212z" fill="{deep}" opacity=".42"/>
<path d="M100 336c66 20 134 20 200 0l2 12c-68 20-136 20-204 0z" fill="{light}"/>
<path d="M140 94h120l4 26H136z" fill="{accent}"/>
<path d="M152 112c-18 6-26 24-24 44M154 114c-8 16-8 32 0 50" fill="none" stroke="{accent}" stroke-width="8" stroke-linecap="round"/><circle cx="154" cy="112" r="9" fill="{light}"/>{CLIPS}"#
    )
}

/// Wide legs.
pub(in crate::sandbox::picture) fn trousers(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r#"<path d="M144 100h112l38 234c-28 12-56 14-82 8l-12-142-12 142c-26 6-54 4-82-8z" fill="url(#cloth)"/>
<path d="M200 200l-12 142-22 2 22-196zM200 200l12 142 22 2-22-196z" fill="{deep}" opacity=".4"/>
<path d="M144 100h14l-30 240-22-6zM256 100h-14l30 240 22-6z" fill="{deep}" opacity=".25"/>
<path d="M106 334c28 12 56 14 82 8l-1 12c-28 6-56 4-83-8zM294 334c-28 12-56 14-82 8l1 12c28 6 56 4 83-8z" fill="{light}"/>
<path d="M142 94h116l3 24H139z" fill="{deep}"/><path d="M194 112l-14 44M206 112l14 44" stroke="{light}" stroke-width="5" stroke-linecap="round"/>
<path d="M150 128l-10 44M250 128l10 44" stroke="{accent}" stroke-width="4" stroke-linecap="round"/>{CLIPS}"#
    )
}

/// A bib, a pocket and strings.
pub(in crate::sandbox::picture) fn apron(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M160 112c-6-70 86-70 80 0" fill="none" stroke="{accent}" stroke-width="9"/>
<path d="M128 196c-40 10-54 30-50 62M272 196c40 10 54 30 50 62" fill="none" stroke="{accent}" stroke-width="8" stroke-linecap="round"/>
<path d="M152 106h96c2 40 14 66 40 84l8 132c0 12-6 18-18 20-52 6-104 6-156 0-12-2-18-8-18-20l8-132c26-18 38-44 40-84z" fill="url(#cloth)"/>
<path d="M152 106h14c-4 60-30 80-34 238l-10-2c-12-2-18-8-18-20l8-132c26-18 38-44 40-84zM248 106h-12c2 60 28 80 34 238l8-2c12-2 18-8 18-20l-8-132c-26-18-38-44-40-84z" fill="{deep}" opacity=".28"/>
<path d="M152 106h96l1 14H151z" fill="{light}"/>
<path d="M140 222h120v56c0 14-6 20-20 20h-80c-14 0-20-6-20-20z" fill="{light}"/><path d="M200 222v76" stroke="{deep}" stroke-width="3" opacity=".5"/>
<path d="M220 236l14-54c4-12 16-10 14 2l-12 54z" fill="#b98a5a"/><ellipse cx="243" cy="172" rx="14" ry="20" fill="#c99c6b" transform="rotate(14 243 172)"/>
<path d="M140 222h120v14H140z" fill="{accent}"/>"##
    )
}

/// A shirt and a dress of one cloth.
pub(in crate::sandbox::picture) fn pair(palette: &Palette) -> String {
    let left = placed(&shirt(palette), (-14, 62), ".64", 0);
    let right = placed(&dress(palette), (150, 58), ".68", 0);
    format!("{left}{right}")
}
