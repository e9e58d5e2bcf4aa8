//! Members that the platform writes in several ways: numbers as text, flags as
//! letters or digits, nothing as `""`, one thing as a list of one (platforms
//! §2.2). What still cannot be read is left out; it never hides its neighbours.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use shared::value::Rupiah;

/// `10`, `"10"`, `" 1"`, `10.0`.
pub(super) fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(number(&Value::deserialize(deserializer)?))
}

/// The number of a thing, which must be there: `350`, `"350"`.
pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    whole(deserializer)?.ok_or_else(|| serde::de::Error::custom("no number"))
}

/// [`whole`] of one value.
pub(super) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => {
            number.as_i64().or_else(|| Rupiah::from_number(number.as_f64()?).ok().map(Rupiah::amount))
        }
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// `0.4`, `"1"`.
pub(super) fn decimal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

/// `109900`, `"109900"`, `"Rp100.000"`.
pub(super) fn rupiah<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Rupiah>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
}

/// Trimmed; numbers too, for ids come as either. `""` and `null` are nothing.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = match Value::deserialize(deserializer)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return Ok(None),
    };
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// `"Y"`, `true`, `1`, `"1"`; anything else is no.
pub(super) fn yes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Bool(flag) => flag,
        Value::String(text) => matches!(text.trim(), "Y" | "y" | "1" | "true"),
        other => number(&other) == Some(1),
    })
}

/// Those of a list that can be read; nothing where there is no list.
pub(super) fn rows<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    Ok(readable(Value::deserialize(deserializer)?))
}

/// [`rows`] of one value; a single thing is a list of one.
pub(super) fn readable<T: DeserializeOwned>(value: Value) -> Vec<T> {
    let all = match value {
        Value::Array(all) => all,
        Value::Object(one) => vec![Value::Object(one)],
        _ => Vec::new(),
    };
    all.into_iter().filter_map(|one| serde_json::from_value(one).ok()).collect()
}

/// One thing, alone or as a list of one.
pub(super) fn one<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    Ok(readable(Value::deserialize(deserializer)?).into_iter().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Odd {
        #[serde(deserialize_with = "whole")]
        whole: Option<i64>,
        #[serde(deserialize_with = "rupiah")]
        rupiah: Option<Rupiah>,
        #[serde(deserialize_with = "text")]
        text: Option<String>,
        #[serde(deserialize_with = "yes")]
        yes: bool,
        #[serde(deserialize_with = "rows")]
        rows: Vec<String>,
    }

    fn odd(member: &str, value: &Value) -> Odd {
        serde_json::from_value(json!({ member: value })).unwrap()
    }

    #[test]
    fn numbers_come_as_text_with_blanks() {
        for ten in [json!(10), json!("10"), json!(" 10"), json!(10.0)] {
            assert_eq!(odd("whole", &ten).whole, Some(10), "{ten}");
        }
        for none in [json!(null), json!(""), json!(1.5), json!({}), json!("x")] {
            assert_eq!(odd("whole", &none).whole, None, "{none}");
        }
    }

    #[test]
    fn money_has_three_spellings() {
        for spelling in [json!(100_000), json!("100000"), json!("Rp100.000")] {
            assert_eq!(odd("rupiah", &spelling).rupiah, Some(Rupiah::new(100_000)), "{spelling}");
        }
        assert_eq!(odd("rupiah", &json!("gratis")).rupiah, None);
    }

    #[test]
    fn nothing_is_written_in_many_ways() {
        for none in [json!(""), json!(" "), json!(null), json!([]), json!(false)] {
            assert_eq!(odd("text", &none).text, None, "{none}");
        }
        assert_eq!(odd("text", &json!(350)).text.as_deref(), Some("350"));
        assert_eq!(odd("rows", &json!(null)).rows, Vec::<String>::new());
        assert_eq!(odd("rows", &json!(["a", 7, "b"])).rows, ["a", "b"]);
    }

    #[test]
    fn flags_are_letters_and_digits() {
        for yes in [json!("Y"), json!(true), json!(1), json!("1")] {
            assert!(odd("yes", &yes).yes, "{yes}");
        }
        for no in [json!("N"), json!(false), json!(0), json!("0"), json!(null), json!("")] {
            assert!(!odd("yes", &no).yes, "{no}");
        }
    }
}
