//! What is typed somewhere else is copied by a tap, where there is a script,
//! and large enough to be read aloud where there is none.

use maud::{Markup, html};

use super::words::{Words, filled};

/// `shown` in large figures with a button that copies `copied`. `id` is unique
/// on the page, so that the focus stays when the page is drawn anew.
pub(super) fn copyable(id: &str, what: &str, shown: &str, copied: &str, words: &Words) -> Markup {
    let (verb, rest) = split(words, what);
    html! {
        div.copyable {
            span.figure { (shown) }
            button.button.copy id=(id) type="button" data-copy=(copied) data-done=(words.copied) {
                (verb) span.sr { (rest) }
            }
        }
    }
}

/// "Salin" is seen, " nomor resi" only heard.
fn split(words: &Words, what: &str) -> (&'static str, String) {
    let named = filled(words.copy_named, &what.to_lowercase());
    let rest = named.strip_prefix(words.copy).map(str::to_owned);
    (words.copy, rest.unwrap_or(named))
}

/// `8808 0000 1111 2222`: numbers are read aloud in fours. Anything but digits
/// stays as it is.
pub(super) fn in_fours(number: &str) -> String {
    if number.len() < 8 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut grouped = String::with_capacity(number.len().saturating_mul(2));
    for (place, digit) in number.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Language;

    #[test]
    fn long_numbers_are_read_in_fours_and_copied_whole() {
        assert_eq!(in_fours("8808000011112222"), "8808 0000 1111 2222");
        assert_eq!(in_fours("TMBS123456"), "TMBS123456");
        assert_eq!(in_fours("1234567"), "1234567");
        let words = Words::of(Language::Indonesian);
        let html = copyable("a", "Nomor resi", "JP 1", "JP1", words).0;
        assert!(
            html.contains(r#"data-copy="JP1""#) && html.contains("Salin<span class=\"sr\"> nomor resi"),
            "{html}"
        );
    }
}
