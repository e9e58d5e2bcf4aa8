//! What the platform says of an order beside its states: how it is paid and
//! how it comes. Nothing of it is about the shopper.

use serde::{Deserialize, Serialize};
use shared::v3::{GatewayPayment, GatewayProperties, Order, PaymentMethodCode};
use shared::value::Rupiah;
use shared::wire::Movement;

/// Longest text that is kept, in characters: a QR code's is longest.
const TEXT_MAX: usize = 512;

/// How an order is paid and how it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// The code of the way to pay; after a payment by link it is the concrete one.
    pub payment_method: Option<PaymentMethodCode>,
    /// The seller's account for a transfer by hand.
    pub account: Option<Account>,
    /// What to give a bank, a till or an app.
    pub code: Option<PaymentCode>,
    /// Days after which the platform calls an unpaid order off.
    pub expires_after_days: Option<i64>,
    /// Courier and service.
    pub courier: Option<String>,
    /// The courier's number for the parcel.
    pub tracking_number: Option<String>,
    /// Where the parcel was, oldest first.
    pub movements: Vec<Movement>,
    /// What was paid so far, in rupiah, when it is paid in parts.
    pub paid: Option<Rupiah>,
}

/// A bank account of the seller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Such as `BCA`.
    pub bank: Option<String>,
    /// Its number.
    pub number: String,
    /// In whose name it is.
    pub holder: Option<String>,
}

/// What to pay with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "text")]
pub enum PaymentCode {
    /// The number of a virtual account.
    VirtualAccount(String),
    /// To show at a till.
    Till(String),
    /// The text of a QR code.
    Qr(String),
}

impl Details {
    /// From the platform's order.
    pub fn of(order: &Order) -> Self {
        let method = said(order.payment_method.as_deref());
        let is_transfer = method.as_deref() == Some("bank_transfer");
        let store = order.store.clone().unwrap_or_default();
        Self {
            account: account(order).filter(|_| is_transfer),
            payment_method: method.map(|method| PaymentMethodCode::new(method.as_str())),
            code: order.pg_payment_info.as_ref().and_then(code),
            expires_after_days: store
                .auto_expire_days
                .filter(|days| store.is_auto_expire == Some(true) && (1..=365).contains(days)),
            courier: courier(order),
            tracking_number: said(order.shipment_receipt.as_deref()),
            movements: Vec::new(),
            paid: None,
        }
    }

    /// The same with the courier's number for the parcel.
    #[must_use]
    pub fn tracked(self, number: &str) -> Self {
        Self { tracking_number: said(Some(number)).or(self.tracking_number), ..self }
    }

    /// The same after it was read again; what a later answer leaves out is kept.
    #[must_use]
    pub fn updated(self, later: Self) -> Self {
        Self {
            payment_method: later.payment_method.or(self.payment_method),
            account: later.account.or(self.account),
            code: later.code.or(self.code),
            expires_after_days: later.expires_after_days.or(self.expires_after_days),
            courier: later.courier.or(self.courier),
            tracking_number: later.tracking_number.or(self.tracking_number),
            movements: if later.movements.is_empty() { self.movements } else { later.movements },
            paid: later.paid.or(self.paid),
        }
    }
}

fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(|text| text.chars().take(TEXT_MAX).collect())
}

fn account(order: &Order) -> Option<Account> {
    Some(Account {
        number: said(order.payment_account_number.as_deref())?,
        bank: order.financial_entity.as_ref().and_then(|bank| said(bank.name.as_deref())),
        holder: said(order.payment_account_holder.as_deref()),
    })
}

/// Beside what is taken here, gateways repeat the shopper's name (scalev-v3 §3.4).
fn code(payment: &GatewayPayment) -> Option<PaymentCode> {
    let method = payment.payment_method.clone().unwrap_or_default();
    let properties = |channel: Option<shared::v3::GatewayChannel>| -> GatewayProperties {
        channel.and_then(|channel| channel.channel_properties).unwrap_or_default()
    };
    let account = properties(method.virtual_account).virtual_account_number;
    let till = properties(method.over_the_counter).payment_code;
    let qr = properties(method.qr_code).qr_string;
    let first = |one: Option<String>, other: Option<&String>| {
        said(one.as_deref()).or_else(|| said(other.map(String::as_str)))
    };
    first(account, payment.va_number.as_ref())
        .map(PaymentCode::VirtualAccount)
        .or_else(|| said(till.as_deref()).map(PaymentCode::Till))
        .or_else(|| first(qr, payment.qr_string.as_ref()).map(PaymentCode::Qr))
}

fn courier(order: &Order) -> Option<String> {
    let service = order.courier_service.as_ref()?;
    let courier = service.courier.as_ref().and_then(|courier| said(courier.name.as_deref()));
    let names: Vec<String> = courier.into_iter().chain(said(service.name.as_deref())).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(json: &str) -> Details {
        Details::of(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn a_transfer_names_the_sellers_account() {
        let json = r#"{"payment_method":"bank_transfer","payment_account_number":"123","payment_account_holder":"Toko",
            "financial_entity":{"id":1,"name":"BCA"}}"#;
        let account = Account { bank: Some("BCA".into()), number: "123".into(), holder: Some("Toko".into()) };
        assert_eq!(details(json).account, Some(account));
        assert_eq!(details(&json.replace("bank_transfer", "qris")).account, None);
    }

    #[test]
    fn what_to_pay_with_is_kept_without_the_shoppers_name() {
        let channel = |kind: &str, member: &str| {
            format!(
                r#"{{"pg_payment_info":{{"payment_method":{{"{kind}":{{"channel_properties":{{"{member}":"88","customer_name":"Sari"}}}}}}}}}}"#
            )
        };
        let code = |json: &str| details(json).code.unwrap();
        let account = PaymentCode::VirtualAccount("88".into());
        assert_eq!(code(&channel("virtual_account", "virtual_account_number")), account);
        assert_eq!(code(&channel("over_the_counter", "payment_code")), PaymentCode::Till("88".into()));
        assert_eq!(code(&channel("qr_code", "qr_string")), PaymentCode::Qr("88".into()));
        assert_eq!(code(r#"{"pg_payment_info":{"qr_string":"88"}}"#), PaymentCode::Qr("88".into()));
        assert_eq!(code(r#"{"pg_payment_info":{"va_number":"88","va_name":"Sari"}}"#), account);
        let kept = serde_json::to_string(&details(&channel("virtual_account", "payment_code"))).unwrap();
        assert!(!kept.contains("Sari"), "{kept}");
    }

    #[test]
    fn a_parcel_names_its_courier_and_its_number() {
        let sent = details(
            r#"{"courier_service":{"name":"Reguler","courier":{"name":"J&T Express"}},"shipment_receipt":" JP1 ",
            "store":{"is_auto_expire":true,"auto_expire_days":2}}"#,
        );
        assert_eq!(sent.courier.as_deref(), Some("J&T Express Reguler"));
        assert_eq!((sent.tracking_number.as_deref(), sent.expires_after_days), (Some("JP1"), Some(2)));
        let again = sent.clone().updated(Details::default());
        assert_eq!(again, sent);
    }
}
