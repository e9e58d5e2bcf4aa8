//! Ways to pay (scalev-v3 §2.2, §7).

use crate::text::concat;
use serde::{Deserialize, Serialize};

/// The code of a way to pay, as it travels in orders. A code this version does
/// not know is kept and has no [`PaymentMethodCode::kind`] but `Other`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, example = "qris"))]
pub struct PaymentMethodCode(String);

/// How the shopper pays: decides the picture, the order of choices, and what
/// the payment step explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PaymentKind {
    /// Scan a QR code.
    Qr,
    /// An e-wallet app.
    Ewallet,
    /// A bank's virtual account number.
    VirtualAccount,
    /// A credit or debit card, on the gateway's page.
    Card,
    /// At the counter of a shop.
    Retail,
    /// The platform's hosted page, where the shopper picks the way.
    Hosted,
    /// Cash to the courier.
    Cod,
    /// A transfer that the seller checks by hand.
    BankTransfer,
    /// A code newer than this version.
    #[serde(other)]
    Other,
}

/// Code, label, kind. Labels are names, the same in every language.
const KNOWN: &[(&str, &str, PaymentKind)] = &[
    ("va_bca", "BCA Virtual Account", PaymentKind::VirtualAccount),
    ("va_bni", "BNI Virtual Account", PaymentKind::VirtualAccount),
    ("va_bri", "BRI Virtual Account", PaymentKind::VirtualAccount),
    ("va_mandiri", "Mandiri Virtual Account", PaymentKind::VirtualAccount),
    ("va_permata", "Permata Virtual Account", PaymentKind::VirtualAccount),
    ("va_cimb", "CIMB Niaga Virtual Account", PaymentKind::VirtualAccount),
    ("va_bsi", "BSI Virtual Account", PaymentKind::VirtualAccount),
    ("va_maybank", "Maybank Virtual Account", PaymentKind::VirtualAccount),
    ("va_bnc", "Neo Commerce Virtual Account", PaymentKind::VirtualAccount),
    ("va_danamon", "Danamon Virtual Account", PaymentKind::VirtualAccount),
    ("va_artha_graha", "Artha Graha Virtual Account", PaymentKind::VirtualAccount),
    ("va_muamalat", "Muamalat Virtual Account", PaymentKind::VirtualAccount),
    ("va_btn", "BTN Virtual Account", PaymentKind::VirtualAccount),
    ("va_ocbc", "OCBC Virtual Account", PaymentKind::VirtualAccount),
    ("va_bjb", "bjb Virtual Account", PaymentKind::VirtualAccount),
    ("va_sahabat_sampoerna", "Sahabat Sampoerna Virtual Account", PaymentKind::VirtualAccount),
    ("va_artajasa", "Artajasa Virtual Account", PaymentKind::VirtualAccount),
    ("qris", "QRIS", PaymentKind::Qr),
    ("card", "Kartu kredit/debit", PaymentKind::Card),
    ("ovo", "OVO", PaymentKind::Ewallet),
    ("dana", "DANA", PaymentKind::Ewallet),
    ("shopeepay", "ShopeePay", PaymentKind::Ewallet),
    ("linkaja", "LinkAja", PaymentKind::Ewallet),
    ("gopay", "GoPay", PaymentKind::Ewallet),
    ("alfamart", "Alfamart", PaymentKind::Retail),
    ("payment_link", "Link pembayaran", PaymentKind::Hosted),
    ("invoice", "Link pembayaran", PaymentKind::Hosted),
    ("bank_transfer", "Transfer bank", PaymentKind::BankTransfer),
    ("cod", "Bayar di tempat (COD)", PaymentKind::Cod),
];

/// Codes of the contract that no shopper may choose (scalev-v3 §2.2).
const NOT_FOR_CHECKOUT: &[&str] = &["no_payment", "marketplace"];

impl PaymentMethodCode {
    /// Any code, known or not.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as it travels.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name shoppers know; the code itself when it is newer than this version.
    pub fn label(&self) -> &str {
        self.known().map_or(&self.0, |(_, label, _)| label)
    }

    /// How the shopper pays.
    pub fn kind(&self) -> PaymentKind {
        self.known().map_or(PaymentKind::Other, |(_, _, kind)| *kind)
    }

    /// Whether a shopper may choose it: `no_payment` and `marketplace` never.
    pub fn is_for_checkout(&self) -> bool {
        !self.0.is_empty() && !NOT_FOR_CHECKOUT.contains(&self.as_str())
    }

    /// Today's codes from a store's current and legacy members: the bare `va`
    /// goes, each legacy bank becomes its `va_*`, nothing comes twice, and
    /// what no shopper may choose is left out (scalev-v3 §2.1).
    pub fn fold_legacy(methods: &[Self], banks: &[String]) -> Vec<Self> {
        let banks = banks.iter().map(|bank| Self(concat(&["va_", &bank.to_lowercase()])));
        let mut folded: Vec<Self> = Vec::new();
        for method in methods.iter().cloned().chain(banks) {
            if method.0 != "va" && method.is_for_checkout() && !folded.contains(&method) {
                folded.push(method);
            }
        }
        folded
    }

    fn known(&self) -> Option<&'static (&'static str, &'static str, PaymentKind)> {
        KNOWN.iter().find(|(code, _, _)| *code == self.0)
    }
}

/// An item of `GET /v3/stores/{id}/payment-methods`: a bare code by today's
/// contract, an object with `code` on the storefront twin (§2.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PaymentMethodItem {
    /// `"qris"`
    Code(PaymentMethodCode),
    /// `{"code": "qris", "enabled": true, …}`
    Object {
        /// The code.
        code: PaymentMethodCode,
        /// A method that was switched off says `false`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        enabled: Option<bool>,
    },
}

impl PaymentMethodItem {
    /// The code, unless the item says that it is switched off.
    pub fn enabled_code(self) -> Option<PaymentMethodCode> {
        match self {
            Self::Object { enabled: Some(false), .. } => None,
            Self::Code(code) | Self::Object { code, .. } => Some(code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(words: &[&str]) -> Vec<PaymentMethodCode> {
        words.iter().copied().map(PaymentMethodCode::new).collect()
    }

    #[test]
    fn legacy_banks_become_virtual_accounts() {
        let folded = PaymentMethodCode::fold_legacy(
            &codes(&["va", "qris", "va_bca", "no_payment", "marketplace"]),
            &["BCA".into(), "BRI".into()],
        );
        assert_eq!(folded, codes(&["qris", "va_bca", "va_bri"]));
    }

    #[test]
    fn a_code_of_tomorrow_is_kept_and_named_by_itself() {
        let code = PaymentMethodCode::new("astrapay");
        assert_eq!((code.label(), code.kind()), ("astrapay", PaymentKind::Other));
        assert!(code.is_for_checkout());
        assert_eq!(serde_json::to_string(&code).ok().as_deref(), Some("\"astrapay\""));
    }

    #[test]
    fn items_are_read_as_strings_and_as_objects() {
        let read = |json: &str| {
            serde_json::from_str::<PaymentMethodItem>(json).ok().and_then(PaymentMethodItem::enabled_code)
        };
        assert_eq!(read("\"qris\""), Some(PaymentMethodCode::new("qris")));
        assert_eq!(
            read(r#"{"code":"cod","label":"COD","enabled":true}"#),
            Some(PaymentMethodCode::new("cod"))
        );
        assert_eq!(read(r#"{"code":"cod","enabled":false}"#), None);
    }
}
