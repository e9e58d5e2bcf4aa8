//! Schemas of the values for the OpenAPI document.

use utoipa::openapi::{
    RefOr,
    schema::{ObjectBuilder, Schema, Type},
};

/// A string, with the words it may hold as examples.
pub(crate) fn text(description: &str, words: &[&str]) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .examples(words.iter().map(|word| serde_json::Value::from(*word)))
        .into()
}

/// A whole number.
pub(crate) fn integer(description: &str) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::Integer).description(Some(description)).into()
}
