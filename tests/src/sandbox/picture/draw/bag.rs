//! Bags and wallets.

use crate::sandbox::picture::Palette;

/// A canvas bag with a batik pocket.
pub(in crate::sandbox::picture) fn tote(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    format!(
        r#"<path d="M142 160c-4-110 120-110 116 0" fill="none" stroke="{deep}" stroke-width="13"/>
<path d="M96 140h208c8 0 11 4 12 12l16 178c1 12-5 20-18 20H86c-13 0-19-8-18-20l16-178c1-8 4-12 12-12z" fill="{light}"/>
<path d="M304 140c8 0 11 4 12 12l16 178c1 12-5 20-18 20h-30c10-60 14-140 6-210zM84 152l-1 8h234l-1-8c-1-8-4-12-12-12H96c-8 0-11 4-12 12z" fill="{deep}" opacity=".18"/>
<path d="M116 200h168l8 128c0 6-3 10-10 10H118c-7 0-10-4-10-10z" fill="url(#cloth)"/><path d="M116 200h168l1 16H115z" fill="{accent}"/>
<path d="M142 160c-5-112 121-112 116 0" fill="none" stroke="{main}" stroke-width="13" stroke-linecap="round"/><path d="M142 160c-5-112 121-112 116 0" fill="none" stroke="{deep}" stroke-width="13" opacity=".35" stroke-linecap="round"/>
<path d="M132 146h20v34h-20zM248 146h20v34h-20z" fill="{accent}"/>
<path d="M136 152l12 22M148 152l-12 22M252 152l12 22M264 152l-12 22" stroke="{light}" stroke-width="2.500"/>"#
    )
}

/// A zipped pouch.
pub(in crate::sandbox::picture) fn pouch(palette: &Palette) -> String {
    let Palette { deep, light, accent, .. } = palette;
    format!(
        r##"<path d="M86 130h228c20 0 28 10 30 28l12 120c3 34-12 52-44 52H88c-32 0-47-18-44-52l12-120c2-18 10-28 30-28z" fill="url(#cloth)"/>
<path d="M44 278c-3 34 12 52 44 52h224c32 0 47-18 44-52l-4-34c-60 44-244 44-304 0z" fill="{deep}" opacity=".34"/>
<path d="M86 130h228c20 0 28 10 30 28l1 8H55l1-8c2-18 10-28 30-28z" fill="{deep}"/>
<path d="M70 152h260" stroke="{light}" stroke-width="7" stroke-dasharray="4 4"/>
<path d="M300 152l36 10c10 3 14 10 11 20l-8 30c-3 8-14 6-13-3l4-28-32-14z" fill="{accent}"/><circle cx="302" cy="153" r="9" fill="{light}"/>
<path d="M66 176c-6 30-10 60-8 92" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" opacity=".18"/>
<path d="M170 286h60v24h-60z" fill="{light}"/><path d="M180 298h40" stroke="{deep}" stroke-width="3"/>"##
    )
}

/// A long wallet, half open.
pub(in crate::sandbox::picture) fn wallet(palette: &Palette) -> String {
    let Palette { deep, light, accent, main, .. } = palette;
    format!(
        r#"<g transform="rotate(-5 200 210)"><path d="M70 108h260c12 0 18 6 18 18v76H52v-76c0-12 6-18 18-18z" fill="{deep}"/>
<path d="M84 126h232v76H84z" fill="{light}"/><path d="M96 138h90v44H96z" fill="{accent}"/><path d="M106 150h40M106 162h60" stroke="{light}" stroke-width="4"/><path d="M200 132h104v52H200z" fill="{main}" opacity=".75"/><path d="M212 146h40M212 158h70" stroke="{light}" stroke-width="4"/>
<path d="M52 178h296v118c0 14-8 22-22 22H74c-14 0-22-8-22-22z" fill="{main}"/>
<path d="M64 190h272v104c0 8-4 12-12 12H76c-8 0-12-4-12-12z" fill="none" stroke="{light}" stroke-width="2.500" stroke-dasharray="7 6" opacity=".8"/>
<path d="M52 218h296v42H52z" fill="url(#cloth)"/><path d="M52 218h296M52 260h296" stroke="{accent}" stroke-width="4"/>
<path d="M52 270h296v26c0 14-8 22-22 22H74c-14 0-22-8-22-22z" fill="{deep}" opacity=".3"/>
<path d="M182 166h36v66c0 12-8 18-18 18s-18-6-18-18z" fill="{deep}"/><circle cx="200" cy="230" r="9" fill="{accent}"/></g>"#
    )
}
