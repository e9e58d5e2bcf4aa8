//! How many pieces are left: whoever counts them says so, not the till.

use super::catalogue::{Catalogue, Change};
use super::goods::Item;

impl Catalogue {
    /// The item that a channel knows under this key, `{product}:{item}`.
    pub fn item_by_key(&self, key: &str) -> Option<&str> {
        let parts = key.match_indices(':').filter_map(|(at, _)| Some((key.get(..at)?, key.get(at + 1..)?)));
        parts.into_iter().find_map(|(product, item)| {
            let (id, known) = self.items.get_key_value(item)?;
            (known.product.as_deref() == Some(product)).then_some(id.as_str())
        })
    }

    /// So many pieces were counted under each key; `None`: nobody counts them.
    pub fn count(&mut self, counts: &[(String, Option<u32>)]) -> Change {
        let mut change = Change::default();
        for (key, stock) in counts {
            self.restock(key, |_| *stock, &mut change);
        }
        change
    }

    /// So many pieces were sold under each key. What nobody counts stays so.
    pub fn sell(&mut self, sold: &[(String, u32)]) -> Change {
        let mut change = Change::default();
        for (key, pieces) in sold {
            self.restock(key, |stock| stock.map(|left| left.saturating_sub(*pieces)), &mut change);
        }
        change
    }

    fn restock(&mut self, key: &str, stock: impl FnOnce(Option<u32>) -> Option<u32>, change: &mut Change) {
        let Some(id) = self.item_by_key(key).map(str::to_owned) else { return };
        let Some(known) = self.items.get(&id).cloned() else { return };
        let stock = stock(known.stock);
        self.put_item(&id, Item { stock, ..known }, change);
    }
}
