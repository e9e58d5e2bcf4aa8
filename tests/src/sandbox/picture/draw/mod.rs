//! The drawings, by kind of thing.

pub(super) mod bag;
pub(super) mod book;
pub(super) mod box_;
pub(super) mod cloth;
pub(super) mod coffee;
pub(super) mod drink;
pub(super) mod garment;
pub(super) mod jar;
pub(super) mod logo;
pub(super) mod paper;
pub(super) mod screen;
pub(super) mod worn;

const SERIF: &str = "Georgia,'Times New Roman',serif";
const SANS: &str = "'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/// Centred words, broken over two lines when long; `y` is the first baseline.
fn words(text: &str, (x, y): (i32, i32), size: i32, look: &str) -> String {
    let text = text.replace('&', "&amp;");
    let lines = lines(&text);
    let spans = lines.iter().enumerate().map(|(nth, line)| {
        let step = if nth == 0 { 0 } else { size * 11 / 10 };
        format!(r#"<tspan x="{x}" dy="{step}">{line}</tspan>"#)
    });
    let spans: String = spans.collect();
    format!(r#"<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" {look}>{spans}</text>"#)
}

/// One line up to eleven characters, else two of about the same length.
fn lines(text: &str) -> Vec<&str> {
    const ONE_LINE: usize = 11;
    if text.chars().count() <= ONE_LINE {
        return vec![text];
    }
    let middle = text.len() / 2;
    let breaks = text.match_indices(' ').map(|(at, _)| at);
    match breaks.min_by_key(|at| at.abs_diff(middle)) {
        Some(at) => vec![&text[..at], &text[at + 1..]],
        None => vec![text],
    }
}

/// A group moved, then scaled, then turned about its own origin.
fn placed(shapes: &str, (x, y): (i32, i32), scale: &str, turn: i32) -> String {
    format!(r#"<g transform="translate({x} {y}) scale({scale}) rotate({turn})">{shapes}</g>"#)
}
