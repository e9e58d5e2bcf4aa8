//! Reading where a shopper came from: the advertisement's and the link's own
//! words, and nothing else of what `metadata` may hold at the platform.

use serde_json::{Map, Value};
use shared::checkout::{Field, Problem, ProblemCode};
use shared::v3::Attribution;

/// The member of an order that holds it.
pub(super) const METADATA: &str = "metadata";

/// What is taken (scalev-v3 §3.1 and §5.2: names of an attribution).
pub const NAMES: [&str; 12] = [
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_content",
    "utm_term",
    "utm_id",
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "ttclid",
    "kwai_clickid",
];

/// Longest value, in UTF-16 units, as pages count them.
pub const LENGTH_MAX: usize = 500;

/// Reads the members, and reports each that is not taken.
pub(super) fn read(members: Map<String, Value>, problems: &mut Vec<Problem>) -> Attribution {
    let mut taken = Attribution::default();
    for (name, value) in members {
        match judge(&name, value) {
            Ok(Some(text)) => taken.set(name, text),
            Ok(None) => {}
            Err(code) => problems.push(Problem { field: Field::from(format!("{METADATA}.{name}")), code }),
        }
    }
    taken
}

fn judge(name: &str, value: Value) -> Result<Option<String>, ProblemCode> {
    match value {
        _ if !NAMES.contains(&name) => Err(ProblemCode::UnknownMember),
        Value::String(text) if text.encode_utf16().count() > LENGTH_MAX => Err(ProblemCode::TooLong),
        Value::String(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Value::Null => Ok(None),
        _ => Err(ProblemCode::WrongType),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(json: &Value) -> (Attribution, Vec<String>) {
        let mut problems = Vec::new();
        let taken = read(json.as_object().unwrap().clone(), &mut problems);
        (taken, problems.iter().map(|problem| format!("{} {}", problem.field.path(), problem.code)).collect())
    }

    #[test]
    fn an_advertisements_words_are_taken() {
        let (taken, problems) =
            of(&json!({ "utm_source": "ig", "ttclid": "E.C.P", "gclid": "", "fbclid": null }));
        assert_eq!(serde_json::to_value(&taken).unwrap(), json!({ "utm_source": "ig", "ttclid": "E.C.P" }));
        assert_eq!(problems, [""; 0]);
    }

    /// The platform's own members move things: `custom_domain_full_url` is where the shopper is sent.
    #[test]
    fn nothing_else_is() {
        let given = json!({ "custom_domain_full_url": "https://evil.example", "tumbas_token": "ck_1", "utm_source": 1 });
        let (taken, problems) = of(&given);
        assert_eq!(taken, Attribution::default());
        assert_eq!(
            problems,
            [
                "metadata.custom_domain_full_url unknown_member",
                "metadata.tumbas_token unknown_member",
                "metadata.utm_source wrong_type",
            ]
        );
    }

    #[test]
    fn a_value_has_its_length() {
        assert_eq!(of(&json!({ "gclid": "x".repeat(LENGTH_MAX) })).1, [""; 0]);
        assert_eq!(of(&json!({ "gclid": "x".repeat(LENGTH_MAX + 1) })).1, ["metadata.gclid too_long"]);
        assert_eq!(of(&json!({ "gclid": "😀".repeat(LENGTH_MAX / 2 + 1) })).1, ["metadata.gclid too_long"]);
    }
}
