//! The API's own description, held against what the Worker really answers.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};

/// The OpenAPI document.
#[derive(Debug)]
pub(super) struct Contract(Value);

impl Contract {
    /// As the Worker serves it; the same for every world.
    pub(super) fn of(world: &World) -> &'static Self {
        static CONTRACT: OnceLock<Contract> = OnceLock::new();
        CONTRACT.get_or_init(|| Self(Ask::get("/openapi.json").of(world).good()))
    }

    pub(super) fn json(&self) -> &Value {
        &self.0
    }

    /// Every operation as (method, path template, operation).
    pub(super) fn operations(&self) -> impl Iterator<Item = (String, &str, &Value)> {
        let paths = self.0["paths"].as_object().expect("paths");
        paths.iter().flat_map(|(path, item)| {
            let operations = item.as_object().expect("a path's operations").iter();
            let operations = operations
                .filter(|(method, _)| ["get", "post", "head", "options"].contains(&method.as_str()));
            operations.map(move |(method, operation)| (method.to_uppercase(), path.as_str(), operation))
        })
    }

    /// What an answer breaks of the description, in words.
    pub(super) fn breaches(&self, method: &str, template: &str, answer: &Answer) -> Vec<String> {
        let operation = self.operations().find(|(known, path, _)| known == method && *path == template);
        let Some((_, _, operation)) = operation else {
            return vec![format!("{method} {template} is not described")];
        };
        let responses = &operation["responses"];
        let status = answer.status.to_string();
        let response = [status.as_str(), "default"].into_iter().find_map(|status| responses.get(status));
        let Some(response) = response else { return vec![format!("status {status} is not described")] };
        let response = self.resolved(response);
        if answer.bytes.is_empty() && response.get("content").is_none() {
            return Vec::new();
        }
        let kind = answer.header("content-type").unwrap_or_default();
        match &response["content"][kind]["schema"] {
            Value::Null => vec![format!("{kind:?} is not described for status {status}")],
            schema => self.breaches_of(schema, &answer.json()),
        }
    }

    /// What a value breaks of a schema of this document. Members that a schema does not name break it.
    pub(super) fn breaches_of(&self, schema: &Value, value: &Value) -> Vec<String> {
        let errors = self.validator(schema);
        errors.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect()
    }

    fn validator(&self, schema: &Value) -> Validator {
        let whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "components": self.joined(&self.0["components"]),
            "allOf": [schema],
        });
        jsonschema::draft202012::new(&closed(whole)).expect("a schema")
    }

    /// The schemas that are made of several as one each: closed by themselves they would shut each
    /// other's members out.
    fn joined(&self, value: &Value) -> Value {
        let parts: Vec<_> =
            value["allOf"].as_array().into_iter().flatten().map(|part| self.resolved(part)).collect();
        match value {
            Value::Object(_) if parts.len() > 1 => {
                let (mut properties, mut required) = (Map::new(), Vec::new());
                for part in parts {
                    properties.extend(part["properties"].as_object().cloned().unwrap_or_default());
                    required.extend(part["required"].as_array().cloned().unwrap_or_default());
                }
                json!({ "type": "object", "properties": properties, "required": required })
            }
            Value::Object(members) => {
                members.iter().map(|(name, value)| (name.clone(), self.joined(value))).collect()
            }
            Value::Array(items) => items.iter().map(|item| self.joined(item)).collect(),
            other => other.clone(),
        }
    }

    fn resolved<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(reference) => {
                self.0.pointer(reference.trim_start_matches('#')).expect("a reference that resolves")
            }
            None => value,
        }
    }
}

/// The schema with every object closed to members it does not name.
fn closed(schema: Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut members: Map<_, _> =
                members.into_iter().map(|(name, value)| (name, closed(value))).collect();
            if members.get("properties").is_some_and(Value::is_object) && members.contains_key("type") {
                members.entry("additionalProperties").or_insert(json!(false));
            }
            Value::Object(members)
        }
        Value::Array(items) => items.into_iter().map(closed).collect(),
        other => other,
    }
}
