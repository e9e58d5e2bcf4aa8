//! Finding districts by a part of their name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::District;

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

/// Labels in lower case, and which of them hold three bytes in a row: a look at the
/// first three bytes of what is wanted leaves few labels to read.
struct Index {
    labels: Vec<String>,
    holders: HashMap<[u8; 3], Vec<usize>>,
}

impl Index {
    fn build() -> Self {
        let labels: Vec<_> =
            District::all().iter().map(|district| district.display().to_lowercase()).collect();
        let mut holders: HashMap<_, Vec<_>> = HashMap::new();
        for (row, label) in labels.iter().enumerate() {
            for three in label.as_bytes().array_windows() {
                let rows = holders.entry(*three).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
        }
        Self { labels, holders }
    }

    fn find(&self, wanted: &str) -> Vec<&'static District> {
        let holds = |row: &usize| self.labels[*row].contains(wanted);
        let rows: Vec<usize> = match wanted.as_bytes().first_chunk() {
            Some(three) => self.holders.get(three).into_iter().flatten().copied().filter(holds).collect(),
            None => (0..self.labels.len()).filter(holds).collect(),
        };
        rows.into_iter().map(|row| &District::all()[row]).collect()
    }
}

/// Every district whose label holds `text` as it stands, capitals aside: `bandung, ja`
/// finds something, `bandung coblong` does not. The contract says "partial name"
/// (scalev-v3 §2.5) and no more; this is the narrowest reading of it.
pub(in crate::sandbox) fn search(text: &str) -> Vec<&'static District> {
    INDEX.find(&text.trim().to_lowercase())
}
