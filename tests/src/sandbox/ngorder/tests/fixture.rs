//! The vendor's examples, and whether an answer has their shape.

use std::path::PathBuf;

use serde_json::Value;

/// An example of the vendor's.
pub(in crate::sandbox) fn fixture(platform: &str, name: &str) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(platform);
    let path = folder.join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("JSON")
}

/// What `answer` has otherwise than `example`: members, JSON types. `null` goes with anything, an
/// array's members each need one like them in the example. Links are there or not, and none are
/// `{}` or `[]`.
pub(in crate::sandbox) fn breaches(example: &Value, answer: &Value, at: &str) -> Vec<String> {
    if at.ends_with("pagination.links") && (answer.is_object() || *answer == Value::Array(Vec::new())) {
        return Vec::new();
    }
    match (example, answer) {
        (Value::Object(example), Value::Object(answer)) => {
            let missing = example.keys().filter(|name| !answer.contains_key(*name));
            let missing = missing.map(|name| format!("{at}.{name} is missing"));
            let more = answer.iter().flat_map(|(name, value)| match example.get(name) {
                Some(example) => breaches(example, value, &format!("{at}.{name}")),
                None => vec![format!("{at}.{name} is in no example")],
            });
            missing.chain(more).collect()
        }
        (Value::Array(examples), Value::Array(answers)) => {
            if answers.is_empty() && !examples.is_empty() {
                return vec![format!("{at} is empty")];
            }
            let likest = |answer: &Value| {
                let all = examples.iter().map(|example| breaches(example, answer, &format!("{at}[]")));
                all.min_by_key(Vec::len).unwrap_or_default()
            };
            answers.iter().flat_map(likest).collect()
        }
        (Value::Null, _)
        | (_, Value::Null)
        | (Value::Bool(_), Value::Bool(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::String(_), Value::String(_)) => Vec::new(),
        _ => vec![format!("{at} is {answer}, in the example {example}")],
    }
}

#[test]
fn a_number_for_a_string_and_a_lost_member_are_seen() {
    let example = serde_json::json!({ "a": "1", "b": [{ "c": 1 }] });
    let answer = serde_json::json!({ "a": 1, "b": [{ "d": 1 }] });
    assert_eq!(
        breaches(&example, &answer, ""),
        [".a is 1, in the example \"1\"", ".b[].c is missing", ".b[].d is in no example"]
    );
}
