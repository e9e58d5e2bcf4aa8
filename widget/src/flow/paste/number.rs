//! The numbers in a pasted address that are not of the street.

use shared::text::concat;
use shared::value::{Phone, PostalCode};

use super::label::is_letter;

/// Most digits of a phone number with its country.
const DIGITS_MAX: usize = 14;

/// Stands, as a line of its own, where a phone number stood.
pub(super) const PHONE: &str = "\u{1}";

/// Takes every phone number out of the text and leaves [`PHONE`] in its place;
/// gives the first one.
pub(super) fn take_phones(text: &mut String) -> Option<Phone> {
    let mut found = None;
    let mut from = 0;
    while let Some((start, end)) = next_run(text, from) {
        match (text.get(..start), text.get(start..end).map(str::parse::<Phone>), text.get(end..)) {
            (Some(before), Some(Ok(phone)), Some(after)) => {
                *text = concat(&[before, "\n", PHONE, "\n", after]);
                found = found.or(Some(phone));
                from = start;
            }
            _ => from = first_group_end(text, start),
        }
    }
    found
}

/// Where the next run of digits begins that may be a phone number, and where it
/// ends: groups of digits with a blank, dash, dot or bracket between them.
fn next_run(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut start = from;
    loop {
        start += text.get(start..)?.find(|letter: char| letter.is_ascii_digit())?;
        let begins = |begin: &str| text.get(start..).is_some_and(|rest| rest.starts_with(begin));
        if (start == 0 || !digit_at(start - 1)) && ["08", "62", "0062", "8", "0 8"].into_iter().any(begins) {
            break;
        }
        start = first_group_end(text, start);
    }
    let (mut end, mut at, mut digits) = (start, start, 0);
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let group = first_group_end(text, at);
            if digits + group - at > DIGITS_MAX {
                break;
            }
            digits += group - at;
            (at, end) = (group, group);
        } else if matches!(byte, b' ' | b'-' | b'.' | b'(' | b')') && at < end + 2 {
            at += 1;
        } else {
            break;
        }
    }
    let plus = start > 0 && bytes.get(start - 1) == Some(&b'+');
    Some((if plus { start - 1 } else { start }, end.max(start + 1)))
}

fn first_group_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '+').unwrap_or(rest.len());
    start + end.max(1)
}

/// Takes the last word out of the text that is a postal code.
pub(super) fn take_postal_code(text: &mut String) -> Option<PostalCode> {
    let mut last = None;
    for (start, run) in runs(text) {
        if let Ok(code) = run.parse::<PostalCode>() {
            last = Some((start..start + run.len(), code));
        }
    }
    let (range, code) = last?;
    *text = concat(&[text.get(..range.start)?, text.get(range.end..)?]);
    Some(code)
}

/// The runs of letters and digits, with where they begin.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let of = |letter: char| !is_letter(letter);
    text.split(of).scan(0, move |at, run| {
        let start = *at;
        // The letter that ends a run may be of several bytes.
        let after = start + run.len();
        *at = after + text.get(after..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Some((start, run))
    })
}
