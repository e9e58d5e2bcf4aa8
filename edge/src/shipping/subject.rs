//! What a price is for.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shared::checkout::{Consignment, Line};

/// What a price is for. It is for nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    #[serde(rename = "s")]
    store: String,
    #[serde(rename = "l")]
    location: i64,
    #[serde(rename = "p", default, skip_serializing_if = "String::is_empty")]
    postal_code: String,
    #[serde(rename = "m")]
    payment_method: String,
    /// Digest of the lines.
    #[serde(rename = "g")]
    goods: String,
}

impl Subject {
    /// Of a parcel. The order of its lines does not matter.
    pub fn of(consignment: &Consignment) -> Self {
        Self {
            store: consignment.store_unique_id.clone(),
            location: consignment.location_id,
            postal_code: consignment.postal_code.as_ref().map(ToString::to_string).unwrap_or_default(),
            payment_method: consignment.payment_method.as_str().to_owned(),
            goods: digest(&consignment.variants, &consignment.bundles),
        }
    }
}

fn digest(variants: &[Line], bundles: &[Line]) -> String {
    let sorted = |lines: &[Line]| {
        let mut lines: Vec<(String, u32)> =
            lines.iter().map(|line| (line.unique_id.clone(), line.quantity.get())).collect();
        lines.sort_unstable();
        lines
    };
    let json = serde_json::to_vec(&(sorted(variants), sorted(bundles))).unwrap_or_default();
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(json))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{consignment, line};
    use super::*;
    use shared::v3::PaymentMethodCode;

    #[test]
    fn everything_a_price_depends_on_is_signed() {
        let of = |consignment: &Consignment| Subject::of(consignment);
        let same =
            Consignment { variants: vec![line("variant_2", 1), line("variant_1", 2)], ..consignment() };
        assert_eq!(of(&same), of(&consignment()));
        for other in [
            Consignment { store_unique_id: "store_2".into(), ..consignment() },
            Consignment { location_id: 6034, ..consignment() },
            Consignment { postal_code: "40133".parse().ok(), ..consignment() },
            Consignment { postal_code: None, ..consignment() },
            Consignment { payment_method: PaymentMethodCode::new("cod"), ..consignment() },
            Consignment { variants: vec![line("variant_1", 3)], ..consignment() },
            Consignment { variants: vec![line("variant_1", 2)], ..consignment() },
            Consignment { bundles: vec![], ..consignment() },
            Consignment { bundles: vec![line("bpo_1", 2)], ..consignment() },
            Consignment { variants: consignment().bundles, bundles: consignment().variants, ..consignment() },
        ] {
            assert_ne!(of(&other), of(&consignment()), "{other:?}");
        }
    }
}
