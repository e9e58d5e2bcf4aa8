//! Pages of a list that is already here as a whole.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use shared::wire::Page;

/// Items on a page.
pub const PAGE_SIZE: usize = 24;

const PREFIX: &str = "from:";

/// The cursor is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor of this list")]
pub struct BadCursor;

/// The page that `cursor` names; without one, the first.
pub fn page<T: Copy>(items: &[T], cursor: Option<&str>) -> Result<Page<T>, BadCursor> {
    let from = cursor.map_or(Ok(0), read)?;
    let rest = items.get(from..).unwrap_or_default();
    let data: Vec<T> = rest.iter().take(PAGE_SIZE).copied().collect();
    let has_next = rest.len() > PAGE_SIZE;
    let next_cursor = has_next.then(|| write(from.saturating_add(PAGE_SIZE)));
    Ok(Page { data, has_next, next_cursor })
}

/// The first page.
pub fn first<T>(items: &[T]) -> Page<&T> {
    let has_next = items.len() > PAGE_SIZE;
    Page {
        data: items.iter().take(PAGE_SIZE).collect(),
        has_next,
        next_cursor: has_next.then(|| write(PAGE_SIZE)),
    }
}

fn write(from: usize) -> String {
    BASE64_URL_SAFE_NO_PAD.encode([PREFIX, &from.to_string()].concat())
}

fn read(cursor: &str) -> Result<usize, BadCursor> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).map_err(|_| BadCursor)?;
    let text = str::from_utf8(&bytes).map_err(|_| BadCursor)?;
    let digits = text.strip_prefix(PREFIX).ok_or(BadCursor)?;
    digits.parse().map_err(|_| BadCursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walking_the_pages_gives_everything_once() {
        let items: Vec<usize> = (0..=PAGE_SIZE * 2).collect();
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let page = page(&items, cursor.as_deref()).unwrap();
            seen.extend(page.data);
            assert_eq!(page.has_next, page.next_cursor.is_some());
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, items);
    }

    #[test]
    fn the_first_page_is_the_page_without_a_cursor() {
        for length in [0, 1, PAGE_SIZE, PAGE_SIZE + 1, 100] {
            let items: Vec<usize> = (0..length).collect();
            let borrowed: Vec<&usize> = items.iter().collect();
            assert_eq!(first(&items), page(&borrowed, None).unwrap());
        }
    }

    #[test]
    fn a_full_last_page_has_no_next() {
        assert!(!page(&[0; PAGE_SIZE], None).unwrap().has_next);
    }

    #[test]
    fn a_list_that_shrank_ends_early() {
        let cursor = write(1_000_000);
        assert_eq!(page(&[1], Some(&cursor)).unwrap(), Page::whole(vec![]));
    }

    #[test]
    fn other_peoples_cursors_are_refused() {
        for cursor in ["", "x", "MjQ", "b3BhcXVl", "from:24", "ZnJvbTo", "ZnJvbTotMQ", "ZnJvbToy%20"] {
            assert_eq!(page(&[1], Some(cursor)), Err(BadCursor), "{cursor}");
        }
    }
}
