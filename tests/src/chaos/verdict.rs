//! Joins what the platform has with what the shopper was told (reliability I1 to I4, I8).

use super::shopper::{End, Shopper};
use crate::sandbox::{Order, Sandbox};
use crate::stage::World;

/// What became of one press, seen from both sides.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) orders: usize,
    pub(super) posts: usize,
    pub(super) violations: Vec<String>,
    /// There is an order, and its shopper was told that there is none.
    pub(super) is_lost: bool,
}

/// The orders that the platform made for a shopper.
pub(super) fn orders_of(sandbox: &Sandbox, shopper: &Shopper) -> Vec<Order> {
    let is_theirs = |order: &&Order| order.content.customer.name == shopper.name;
    sandbox.look(|world| world.orders.iter().filter(is_theirs).cloned().collect())
}

/// Posts that reached the platform for a shopper.
pub(super) fn posts_of(sandbox: &Sandbox, shopper: &Shopper) -> usize {
    sandbox.look(|world| {
        let posts = world.requests_to("POST", "/v3/orders");
        posts
            .filter(|post| {
                post.body.as_ref().is_some_and(|body| body["customer_name"] == shopper.name.as_str())
            })
            .count()
    })
}

/// Judges one press. `doubles` when the platform itself makes two orders of one.
pub(super) fn judge(sandbox: &Sandbox, shopper: &Shopper, end: &End, doubles: bool) -> Verdict {
    let orders = orders_of(sandbox, shopper);
    let mut violations = Vec::new();
    if orders.len() > 1 && !doubles {
        violations.push(format!("I1 {} orders of one press by {}", orders.len(), shopper.name));
    }
    let is_lost = !orders.is_empty() && end.denies();
    if is_lost {
        violations.push(format!("I2 {} was told \"{}\" of an order that exists", shopper.name, end.name()));
    }
    if let End::Unclear(words) = end {
        violations.push(format!("I3 {} was left with {words}", shopper.name));
    }
    if *end == End::Offline {
        violations.push(format!("I3 {} never had an answer", shopper.name));
    }
    if let End::Ready { total, .. } = end {
        match orders.first() {
            None => violations.push(format!("I3 {} was told of an order that is not there", shopper.name)),
            Some(order) if total.is_some_and(|total| total != order.content.amounts.gross().whole()) => {
                violations.push(format!("I4 {} saw another total than the platform's", shopper.name));
            }
            Some(_) => {}
        }
    }
    Verdict { orders: orders.len(), posts: posts_of(sandbox, shopper), violations, is_lost }
}

/// What is broken unless the shopper ends with the one order.
pub(super) fn one_order(world: &World, shopper: &Shopper, end: &End) -> Vec<String> {
    let mut broken = judge(&world.sandbox, shopper, end, false).violations;
    if !matches!(end, End::Ready { .. }) {
        broken.push(format!("an order was expected, and it ended {end:?}"));
    }
    broken
}

/// Words that no log line and no file may hold: what shoppers typed, and every secret.
const CANARIES: [&str; 5] = ["KENARI", "kenari@example.com", "sk_sandbox", "whsec_", "signs-its-quotes"];
/// How every shopper's phone number begins, and how many digits follow.
const PHONE: (&[u8], usize) = (b"62812", 9);

/// The word that leaked, if one did.
pub(super) fn leaked(bytes: &[u8]) -> Option<&'static str> {
    let holds = |word: &&&str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    CANARIES.iter().find(holds).copied().or_else(|| holds_a_phone(bytes).then_some("a phone number"))
}

/// A number stands alone: a few of its digits are in many a hash.
fn holds_a_phone(bytes: &[u8]) -> bool {
    let (prefix, rest) = PHONE;
    let long = prefix.len() + rest;
    let is_of_a_hash = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    bytes.windows(long).enumerate().any(|(at, part)| {
        part.starts_with(prefix)
            && part.iter().all(u8::is_ascii_digit)
            && !is_of_a_hash(at + long)
            && !at.checked_sub(1).is_some_and(is_of_a_hash)
    })
}

/// Log lines in which something leaked (I8).
pub(super) fn leaks(world: &World) -> Vec<String> {
    let lines = world.worker_log().lines();
    let found = lines.into_iter().filter(|line| leaked(line.as_bytes()).is_some());
    found.map(|line| format!("I8 a log line says {line:.160}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_seen_and_digits_of_a_hash_are_not() {
        let shopper = Shopper::new("leak", 1, 1);
        for text in [shopper.phone.clone(), format!("{{\"phone\":\"{}\"}}", shopper.phone)] {
            assert_eq!(leaked(text.as_bytes()), Some("a phone number"), "{text}");
        }
        for text in ["62812", "9f62812a", "0062812123456789", "62812123456789ab"] {
            assert_eq!(leaked(text.as_bytes()), None, "{text}");
        }
        assert_eq!(leaked(shopper.name.as_bytes()), Some("KENARI"));
    }
}
