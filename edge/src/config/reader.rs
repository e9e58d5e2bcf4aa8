//! One variable after the other.

use std::str::FromStr;

use super::Complaint;

/// Reads variables, and notes what is missing or wrong.
pub(super) struct Reader<F> {
    pub(super) var: F,
    pub(super) complaints: Vec<Complaint>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    pub(super) fn text(&self, name: &'static str) -> Option<String> {
        (self.var)(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    pub(super) fn optional<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let parsed = self.text(name)?.parse().ok();
        if parsed.is_none() {
            self.complaints.push(Complaint::Invalid(name));
        }
        parsed
    }

    pub(super) fn required<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        if self.text(name).is_none() {
            self.complaints.push(Complaint::Missing(name));
        }
        self.optional(name)
    }
}
