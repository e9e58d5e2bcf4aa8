//! Links that open WhatsApp: to pass the page on, to ask the seller.

use super::View;
use super::words::{Words, filled};

/// Opens WhatsApp with the page's address, for whomever the shopper chooses.
pub(super) fn share(page: &str, words: &Words) -> String {
    address("", &[words.share_text, " ", page].concat())
}

/// Opens a chat with the seller, with the order's code in the first message.
pub(super) fn ask(view: &View, words: &Words) -> Option<String> {
    let number = number(view.seller_phone.as_deref()?)?;
    Some(address(&number, &filled(words.ask_text, view.reference())))
}

/// Opens a chat with the seller, to say that the money is on its way.
pub(super) fn confirm(view: &View, words: &Words) -> Option<String> {
    let number = number(view.seller_phone.as_deref()?)?;
    let text = filled(&filled(words.confirm_text, &view.due()?.to_string()), view.reference());
    Some(address(&number, &text))
}

fn address(number: &str, text: &str) -> String {
    let text: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    // WhatsApp takes `+` for itself, not for a space.
    ["https://wa.me/", number, "?text=", &text.replace('+', "%20")].concat()
}

/// Country code and digits, as WhatsApp wants it; numbers of Indonesia may
/// begin with their zero.
fn number(phone: &str) -> Option<String> {
    let is_filler = |c: char| matches!(c, ' ' | '-' | '+' | '(' | ')' | '.');
    let digits: String = phone.chars().filter(|c| !is_filler(*c)).collect();
    let digits = digits.strip_prefix('0').map_or(digits.clone(), |rest| ["62", rest].concat());
    let fits = (9..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(digits)
}

#[cfg(test)]
mod tests {
    use shared::value::Rupiah;
    use shared::wire::Status;

    use super::*;
    use crate::page::Language;

    #[test]
    fn numbers_are_written_as_whatsapp_wants_them() {
        assert_eq!(number("+62 812-0000-0099").as_deref(), Some("6281200000099"));
        assert_eq!(number("081200000099").as_deref(), Some("6281200000099"));
        for bad in ["", "12345", "62812abc", "javascript:1", "1234567890123456"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_transfer_is_confirmed_by_amount_and_order() {
        let view = View {
            seller_phone: Some("0812 0000 0099".into()),
            order_id: Some("12000".into()),
            total: Some(Rupiah::new(23_123)),
            ..View::new("ck_1", Status::Pending)
        };
        let words = Words::of(Language::Indonesian);
        let address = confirm(&view, words).unwrap();
        let (number, text) = address.split_once("?text=").unwrap();
        assert_eq!(number, "https://wa.me/6281200000099");
        assert!(text.contains("23.123") && text.ends_with("12000."), "{text}");
        assert_eq!(confirm(&View { seller_phone: None, ..view }, words), None);
    }

    #[test]
    fn a_text_is_encoded_once() {
        assert_eq!(address("", "a b&c=1+1"), "https://wa.me/?text=a%20b%26c%3D1%2B1");
    }
}
