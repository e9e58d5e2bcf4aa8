//! The faults still to come, and which of them strikes a call.

use serde::Serialize;

use super::{Calls, Fault};

/// All planned faults, in the order they were planned.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::sandbox) struct Plan(Vec<Planned>);

#[derive(Debug, Clone, Serialize)]
struct Planned {
    #[serde(flatten)]
    fault: Fault,
    /// Matching calls so far.
    seen: u32,
    /// Calls it struck.
    struck: u32,
}

impl Plan {
    /// Adds a fault at the end.
    pub(in crate::sandbox) fn add(&mut self, fault: Fault) {
        self.0.push(Planned { fault, seen: 0, struck: 0 });
    }

    /// Forgets all of them.
    pub(in crate::sandbox) fn clear(&mut self) {
        self.0.clear();
    }

    /// Counts the call and takes the first fault that strikes it.
    pub(in crate::sandbox) fn strike(&mut self, method: &str, path: &str, body: &[u8]) -> Option<Fault> {
        let mut taken = None;
        for planned in self.0.iter_mut().filter(|planned| planned.fault.matches(method, path, body)) {
            planned.seen += 1;
            if taken.is_none() && planned.is_due() {
                planned.struck += 1;
                taken = Some(planned.fault.clone());
            }
        }
        taken
    }
}

impl Planned {
    fn is_due(&self) -> bool {
        match self.fault.calls {
            Calls::Every => true,
            Calls::Nth(call) => self.seen == call,
            Calls::Next(calls) => self.struck < calls,
        }
    }
}

impl Fault {
    fn matches(&self, method: &str, path: &str, body: &[u8]) -> bool {
        (self.method == "*" || self.method.eq_ignore_ascii_case(method))
            && path_matches(&self.path, path)
            && self.body_holds.as_ref().is_none_or(|text| holds(body, text.as_bytes()))
    }
}

fn holds(body: &[u8], text: &[u8]) -> bool {
    text.is_empty() || body.windows(text.len()).any(|part| part == text)
}

fn path_matches(pattern: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for wanted in pattern.split('/') {
        if wanted == "*" {
            return true;
        }
        let open = wanted.starts_with('{') && wanted.ends_with('}');
        if !parts.next().is_some_and(|part| open || part == wanted) {
            return false;
        }
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_paths() {
        for (pattern, path, expected) in [
            ("/v3/orders", "/v3/orders", true),
            ("/v3/orders", "/v3/orders/1", false),
            ("/v3/orders/{id}", "/v3/orders/1", true),
            ("/v3/orders/{id}/payment", "/v3/orders/1", false),
            ("/v3/*", "/v3/stores/1/products", true),
            ("*", "/o/slug", true),
        ] {
            assert_eq!(path_matches(pattern, path), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn faults_of_one_route_queue_up() {
        let mut plan = Plan::default();
        plan.add(Fault::on("POST", "/v3/orders").reset());
        plan.add(Fault::on("POST", "/v3/orders").malformed());
        let mut next = || plan.strike("POST", "/v3/orders", b"").map(|fault| fault.kind.name());
        assert_eq!([next(), next(), next()], [Some("reset"), Some("malformed"), None]);
    }

    #[test]
    fn the_nth_call_counts_all_calls() {
        let mut plan = Plan::default();
        plan.add(Fault::on("*", "/v3/locations").reset().nth(2));
        let mut struck = || plan.strike("GET", "/v3/locations", b"").is_some();
        assert_eq!([struck(), struck(), struck()], [false, true, false]);
    }

    #[test]
    fn a_fault_can_be_for_one_shopper() {
        let mut plan = Plan::default();
        plan.add(Fault::on("POST", "/v3/orders").reset().of("Sari 7"));
        let mut struck = |body: &[u8]| plan.strike("POST", "/v3/orders", body).is_some();
        assert_eq!([struck(b"Sari 8"), struck(b"-Sari 7-"), struck(b"Sari 7")], [false, true, false]);
    }
}
