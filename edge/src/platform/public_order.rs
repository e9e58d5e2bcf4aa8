//! The order as its buyer may see it, in the words of the v3 platform
//! (scalev-v3 §3.4). Names and addresses of people have no member.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::timestamp;

/// What we read of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicOrder {
    /// Where to send the buyer, to be opened unchanged.
    #[serde(deserialize_with = "text")]
    pub redirect_url: Option<String>,
    /// Unix seconds until which it can be paid.
    #[serde(deserialize_with = "moment")]
    pub payment_expiration_at: Option<i64>,
    /// The code of the way to pay.
    #[serde(deserialize_with = "text")]
    pub payment_method: Option<String>,
    /// The account chosen for a transfer by hand.
    #[serde(deserialize_with = "text")]
    pub payment_account_number: Option<String>,
    /// WhatsApp number of whoever handles the order for the seller.
    #[serde(deserialize_with = "text")]
    pub handler_phone: Option<String>,
    /// The store.
    #[serde(deserialize_with = "or_default")]
    pub store: PublicStore,
}

/// What it says of its store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicStore {
    /// Where a transfer by hand goes.
    #[serde(deserialize_with = "or_default")]
    pub payment_accounts: Vec<PublicAccount>,
    /// Whether buyers may see the seller's number; absent means yes.
    #[serde(deserialize_with = "or_default")]
    pub is_show_whatsapp: Option<bool>,
}

/// An account of the seller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicAccount {
    /// In whose name it is.
    #[serde(deserialize_with = "text")]
    pub account_holder: Option<String>,
    /// Its number.
    #[serde(deserialize_with = "text")]
    pub account_number: Option<String>,
    /// Its bank.
    #[serde(deserialize_with = "or_default")]
    pub financial_entity: PublicBank,
}

/// A bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PublicBank {
    /// Such as `BCA`.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
}

/// A member of another form than expected is no reason to lose the others.
fn or_default<'de, D: Deserializer<'de>, T>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'any> Deserialize<'any> + Default,
{
    let value = Value::deserialize(deserializer)?;
    Ok(T::deserialize(value).unwrap_or_default())
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text: Option<String> = or_default(deserializer)?;
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
}

fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let ms = text(deserializer)?.and_then(|text| timestamp::unix_ms(&text));
    Ok(ms.map(|ms| ms.div_euclid(1_000)))
}
