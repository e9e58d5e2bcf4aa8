//! Districts and their postal codes (scalev-v3 §2.5, §2.6).

use serde::{Deserialize, Serialize};

/// A kecamatan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// `location_id` of orders, `destination_id` of the warehouse search.
    pub id: i64,
    /// Name of the kecamatan.
    #[serde(default)]
    pub subdistrict_name: String,
    /// Name of the kota or kabupaten, with that word.
    #[serde(default)]
    pub city_name: String,
    /// Name of the province.
    #[serde(default)]
    pub province_name: String,
    /// All three, for a picker.
    #[serde(default)]
    pub display: String,
}

/// A postal code of a district: an object today, a string in older answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PostalCodeItem {
    /// `{"postal_code": "40132"}`
    Object {
        /// Five digits.
        postal_code: String,
    },
    /// `"40132"`
    Text(String),
}

impl PostalCodeItem {
    /// The code itself.
    pub fn into_code(self) -> String {
        match self {
            Self::Object { postal_code } | Self::Text(postal_code) => postal_code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postal_codes_come_in_two_forms() {
        let items: Vec<PostalCodeItem> =
            serde_json::from_str(r#"[{"postal_code":"40132"},"40135"]"#).unwrap();
        let codes: Vec<_> = items.into_iter().map(PostalCodeItem::into_code).collect();
        assert_eq!(codes, ["40132", "40135"]);
    }
}
