//! Members of an order beside its states: how it is paid and how it comes
//! (scalev-v3 §3.2, §3.4). Names and addresses of people are left out.

use serde::de::{Deserializer, IgnoredAny};
use serde::{Deserialize, Serialize};

/// The bank of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FinancialEntity {
    /// Such as `BCA`.
    pub name: Option<String>,
}

/// The service that carries an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderCourierService {
    /// Such as `Reguler`.
    pub name: Option<String>,
    /// Whose service it is.
    pub courier: Option<OrderCourier>,
}

/// A courier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderCourier {
    /// Such as `J&T Express`.
    pub name: Option<String>,
}

/// What an order says of its store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderStore {
    /// Unpaid orders are called off by themselves.
    pub is_auto_expire: Option<bool>,
    /// After so many days.
    pub auto_expire_days: Option<i64>,
}

/// What a payment gateway answered; which members are there depends on the way
/// to pay and on the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GatewayPayment {
    /// Most gateways put what to pay with in here.
    pub payment_method: Option<GatewayMethod>,
    /// A virtual account, by `SingaPay`.
    pub va_number: Option<String>,
    /// The text of a QR code.
    pub qr_string: Option<String>,
}

/// One of these is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GatewayMethod {
    /// A virtual account.
    pub virtual_account: Option<GatewayChannel>,
    /// A code to show at a till.
    pub over_the_counter: Option<GatewayChannel>,
    /// A QR code.
    pub qr_code: Option<GatewayChannel>,
}

/// Wraps the properties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GatewayChannel {
    /// What is in it.
    pub channel_properties: Option<GatewayProperties>,
}

/// What to pay with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GatewayProperties {
    /// Digits.
    pub virtual_account_number: Option<String>,
    /// Letters and digits.
    pub payment_code: Option<String>,
    /// The text of a QR code.
    pub qr_string: Option<String>,
}

/// Reads what has another form than expected as absent: none of this is worth
/// losing an order for.
pub(super) fn or_none<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form<T> {
        Expected(T),
        Other(IgnoredAny),
    }
    Ok(match Option::<Form<T>>::deserialize(deserializer)? {
        Some(Form::Expected(value)) => Some(value),
        Some(Form::Other(_)) | None => None,
    })
}
