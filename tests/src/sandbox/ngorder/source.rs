//! Where orders come from, as the seller names it.

use serde_json::{Value, json};

/// The kinds of source.
pub(super) const MARKETPLACES: [&str; 8] =
    ["Tokopedia", "Bukalapak", "Shopee", "Instagram", "Whatsapp", "Lazada", "Facebook", "Website Lain"];

/// The shop's sources: one at the start, and those that were made.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources(Vec<(u64, String)>);

impl Sources {
    /// Adds a source and gives its id.
    pub(super) fn add(&mut self, marketplace: u64, note: &str) -> u64 {
        self.0.push((marketplace, note.to_owned()));
        2_979 + self.0.len() as u64
    }

    /// Every source as the list writes it.
    pub(super) fn json(&self) -> Value {
        let row = |id: u64, marketplace: u64, note: &str| {
            json!({
                "id": id,
                "marketplace_id": marketplace,
                "marketplace_name": marketplace_name(marketplace),
                "note": note,
                "status": "ACTIVE",
            })
        };
        let first = row(12, 5, "081200000077");
        let made = (2_980..).zip(&self.0).map(|(id, (marketplace, note))| row(id, *marketplace, note));
        std::iter::once(first).chain(made).collect()
    }

    /// The name of a source, as orders show it; nothing for one that does not exist.
    pub(super) fn name(&self, id: u64) -> Option<String> {
        if id == 12 {
            return Some("Whatsapp".into());
        }
        let (marketplace, note) = self.0.get(usize::try_from(id.checked_sub(2_980)?).ok()?)?;
        Some(format!("{} {note}", marketplace_name(*marketplace)).trim_end().to_owned())
    }
}

fn marketplace_name(id: u64) -> &'static str {
    let place = usize::try_from(id).ok().and_then(|id| id.checked_sub(1));
    place.and_then(|place| MARKETPLACES.get(place)).copied().unwrap_or_default()
}
