//! The hosted payment page has two codes: today's and the deprecated one
//! (scalev-v3 §6).

use shared::v3::PaymentMethodCode;
use shared::wire::PaymentMethod;

const TODAY: &str = "payment_link";
const DEPRECATED: &str = "invoice";

/// The code to order with: where a store lists only one of the hosted page's
/// two codes, the other means it too.
pub fn with_listed_code(code: &str, listed: &[PaymentMethod]) -> String {
    let lists = |code: &str| listed.iter().any(|method| method.code.as_str() == code);
    let twin = match code.trim() {
        TODAY => DEPRECATED,
        DEPRECATED => TODAY,
        _ => return code.to_owned(),
    };
    if !lists(code.trim()) && lists(twin) { twin.to_owned() } else { code.to_owned() }
}

/// One code for both.
pub(super) fn canonical(code: &PaymentMethodCode) -> PaymentMethodCode {
    if code.as_str() == DEPRECATED { PaymentMethodCode::new(TODAY) } else { code.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listed_twin_is_used() {
        let listed = |codes: &[&str]| -> Vec<PaymentMethod> {
            codes.iter().map(|code| PaymentMethod::from(PaymentMethodCode::new(*code))).collect()
        };
        let today = listed(&["qris", TODAY]);
        let legacy = listed(&[DEPRECATED]);
        let both = listed(&[DEPRECATED, TODAY]);
        assert_eq!(with_listed_code(DEPRECATED, &today), TODAY);
        assert_eq!(with_listed_code(TODAY, &legacy), DEPRECATED);
        assert_eq!(with_listed_code(DEPRECATED, &both), DEPRECATED);
        assert_eq!(with_listed_code(TODAY, &listed(&["qris"])), TODAY);
        assert_eq!(with_listed_code("qris", &legacy), "qris");
    }
}
