//! Finding districts by a part of their name.

use std::sync::LazyLock;

use super::District;

/// The labels in lower case, in the order of [`District::all`].
static LABELS: LazyLock<Vec<String>> =
    LazyLock::new(|| District::all().iter().map(|district| district.display().to_lowercase()).collect());

/// Every district whose label holds `text` as it stands, capitals aside: `bandung, ja`
/// finds something, `bandung coblong` does not. The contract says "partial name"
/// (scalev-v3 §2.5) and no more; this is the narrowest reading of it.
pub(in crate::sandbox) fn search(text: &str) -> Vec<&'static District> {
    let wanted = text.trim().to_lowercase();
    let labels = LABELS.iter().zip(District::all());
    labels.filter(|(label, _)| label.contains(&wanted)).map(|(_, district)| district).collect()
}
