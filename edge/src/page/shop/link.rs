//! What the link asks for: `?items=variant_a:2,variant_b`, as in
//! `#tumbas=variant_a:2,variant_b` (`widget/npm/src/link.ts`). Strangers write
//! links, so what is not exactly that is passed over.

use shared::checkout::LINES_MAX;
use shared::value::Quantity;

/// A thing to put into the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Of a variant or of a bundle's price option.
    pub id: String,
    /// Pieces or sets.
    pub quantity: Quantity,
}

/// Longest id.
const ID_MAX: usize = 100;

/// What of `items` can be read.
pub fn wanted(items: &str) -> Vec<Wanted> {
    items.split(',').filter_map(|text| one(text.trim())).take(LINES_MAX).collect()
}

fn one(text: &str) -> Option<Wanted> {
    let (id, pieces) = text.split_once(':').unwrap_or((text, "1"));
    let is_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_good = (1..=ID_MAX).contains(&id.len()) && id.bytes().all(is_id);
    let is_number = (1..=3).contains(&pieces.len()) && pieces.bytes().all(|byte| byte.is_ascii_digit());
    let quantity = pieces.parse::<i64>().ok().filter(|_| is_good && is_number)?;
    Some(Wanted { id: id.to_owned(), quantity: Quantity::try_from(quantity).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(items: &str) -> Vec<(String, i64)> {
        wanted(items).into_iter().map(|wanted| (wanted.id, wanted.quantity.into())).collect()
    }

    #[test]
    fn ids_and_pieces_are_read() {
        let expected = [("variant_a".to_owned(), 2), ("ngorder_10726652".to_owned(), 1)];
        assert_eq!(read("variant_a:2, ngorder_10726652"), expected);
    }

    #[test]
    fn the_rest_is_passed_over() {
        for items in
            ["", ",", ":2", "a:0", "a:101", "a:-1", "a:1.5", "a:", "a:1:2", "a b", "\"><script>", "é"]
        {
            assert_eq!(read(items), [], "{items}");
        }
        assert_eq!(read(&format!("{},b", "a".repeat(ID_MAX + 1))), [("b".to_owned(), 1)]);
        assert_eq!(read(&vec!["a"; LINES_MAX + 1].join(",")).len(), LINES_MAX);
    }
}
