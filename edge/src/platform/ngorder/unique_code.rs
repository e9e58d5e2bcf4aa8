//! A few rupiah by which the seller recognises a transfer, as the platform's
//! own storefront adds them (platforms §2.5).

use sha2::{Digest, Sha256};
use shared::value::Rupiah;

use super::order_request::{Cost, CostCategory, CostKind};

/// Codes are 1 to 999 rupiah.
const CODES: u32 = 999;

/// The cost of an order's code. It hangs on our token alone, so that nothing
/// has to be remembered.
pub(super) fn cost(token: &str) -> Cost {
    let digest = Sha256::digest(token);
    let number = digest.first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes));
    let nominal = Rupiah::new(i64::from(number.rem_euclid(CODES).saturating_add(1)));
    Cost {
        name: "Kode unik".to_owned(),
        category: CostCategory::OtherCost,
        kind: CostKind::Nominal { nominal },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(token: &str) -> i64 {
        match cost(token).kind {
            CostKind::Nominal { nominal } => nominal.amount(),
            CostKind::Percentage { .. } => 0,
        }
    }

    #[test]
    fn an_order_has_one_code_of_three_digits() {
        let codes: Vec<i64> = (0..3_000).map(|number| code(&format!("ck_{number}"))).collect();
        assert!(codes.iter().all(|code| (1..=999).contains(code)));
        assert_eq!(code("ck_1"), code("ck_1"));
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert!(different.len() > 900, "{}", different.len());
    }

    #[test]
    fn it_is_added_under_its_name() {
        let json = serde_json::to_value(cost("ck_1")).unwrap();
        assert_eq!((&json["name"], &json["category"]), (&"Kode unik".into(), &"OTHER COST".into()));
    }
}
