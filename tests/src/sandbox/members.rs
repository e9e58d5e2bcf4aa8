//! Reads the members of a request body and gathers every complaint at once.

use serde_json::{Map, Value};

use super::answer::Refusal;
use super::money::Sen;

/// A JSON object being read, with the complaints so far.
#[derive(Debug)]
pub(super) struct Members<'a> {
    members: &'a Map<String, Value>,
    errors: Map<String, Value>,
}

impl<'a> Members<'a> {
    /// Starts reading.
    pub(super) fn new(members: &'a Map<String, Value>) -> Self {
        Self { members, errors: Map::new() }
    }

    /// Notes a complaint about a member.
    pub(super) fn complain(&mut self, member: &str, reason: &str) {
        let reasons = self.errors.entry(member).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(reasons) = reasons {
            reasons.push(reason.into());
        }
    }

    /// The member, when it is there and not null.
    pub(super) fn value(&self, member: &str) -> Option<&'a Value> {
        self.members.get(member).filter(|value| !value.is_null())
    }

    fn read<T>(&mut self, member: &str, take: impl Fn(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.value(member)?;
        let taken = take(value);
        if taken.is_none() {
            self.complain(member, "is invalid");
        }
        taken
    }

    /// A string; an empty one counts as absent.
    pub(super) fn text(&mut self, member: &str) -> Option<String> {
        self.read(member, |value| value.as_str().map(str::to_owned)).filter(|text| !text.is_empty())
    }

    /// A whole number above zero.
    pub(super) fn id(&mut self, member: &str) -> Option<u64> {
        self.read(member, |value| value.as_u64().filter(|id| *id > 0))
    }

    /// An amount in rupiah: a JSON number, not negative.
    pub(super) fn amount(&mut self, member: &str) -> Option<Sen> {
        self.read(member, |value| value.as_f64().and_then(Sen::from_rupiah))
    }

    /// True or false.
    pub(super) fn flag(&mut self, member: &str) -> Option<bool> {
        self.read(member, Value::as_bool)
    }

    /// An object.
    pub(super) fn object(&mut self, member: &str) -> Option<&'a Map<String, Value>> {
        self.read(member, Value::as_object)
    }

    /// An array of objects; absent is empty.
    pub(super) fn rows(&mut self, member: &str) -> Vec<&'a Map<String, Value>> {
        let rows = self
            .read(member, |value| value.as_array()?.iter().map(Value::as_object).collect::<Option<Vec<_>>>());
        rows.unwrap_or_default()
    }

    /// Complains unless the member was there.
    pub(super) fn required<T>(&mut self, member: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.errors.contains_key(member) {
            self.complain(member, "can't be blank");
        }
        value
    }

    /// The complaints, as a refusal with this status (400 or 422).
    ///
    /// # Errors
    /// When there are any.
    pub(super) fn finish(self, status: u16) -> Result<(), Refusal> {
        if self.errors.is_empty() {
            return Ok(());
        }
        Err(Refusal::Invalid { status, errors: self.errors })
    }
}
