//! Members that come in more than one shape.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use shared::value::Rupiah;

/// A text, or a number written as one; blank is nothing.
pub(in crate::platform) fn text<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let text = match Value::deserialize(deserializer)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// An amount as a number or a text. The till's own decimals are rounded: it
/// states both integers and numbers for one price (platforms §4.2).
pub(in crate::platform) fn money<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Rupiah>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => text.parse().ok().or_else(|| rounded(text.trim().parse().ok()?)),
        Value::Number(number) => rounded(number.as_f64().unwrap_or(f64::NAN)),
        _ => None,
    })
}

fn rounded(amount: f64) -> Option<Rupiah> {
    Rupiah::from_number(amount.round()).ok().filter(|amount| *amount >= Rupiah::ZERO)
}

/// A number as a number or a text; what is below nothing is nothing.
pub(in crate::platform) fn number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<f64>, D::Error> {
    let number = match Value::deserialize(deserializer)? {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_f64(),
        _ => None,
    };
    Ok(number.filter(|number| number.is_finite() && *number >= 0.0))
}

/// A truth as a boolean, a word or a number. Whatever else it is, it is not true.
pub(in crate::platform) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Bool(flag) => flag,
        Value::String(text) => text.eq_ignore_ascii_case("true") || text == "1",
        Value::Number(number) => number.as_i64() == Some(1),
        _ => false,
    })
}

/// Those of a list that can be read; anything else is an empty one.
pub(in crate::platform) fn list<'de, D: Deserializer<'de>, T: for<'a> Deserialize<'a>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let Value::Array(items) = Value::deserialize(deserializer)? else { return Ok(Vec::new()) };
    Ok(items.into_iter().filter_map(|item| T::deserialize(item).ok()).collect())
}
