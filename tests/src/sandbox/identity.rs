//! Ids as the platform forms them (scalev-v3 §3.2, formats by sample).

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use uuid::Uuid;

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const URL_SAFE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// `store_…`, `variant_…`: the prefix and 24 characters, always the same for one name.
pub(super) fn unique_id(prefix: &str, name: &str) -> String {
    let mut steady = Steady::named(&format!("{prefix}:{name}"));
    format!("{prefix}_{}", characters(ALPHANUMERIC, 24, |choices| steady.below(choices)))
}

/// A v4-shaped UUID, always the same for one name.
pub(super) fn uuid(name: &str) -> String {
    let mut steady = Steady::named(name);
    let bits = (u128::from(steady.next()) << 64) | u128::from(steady.next());
    uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().to_string()
}

/// Digits that are always the same for one name: account and virtual-account numbers.
pub(super) fn digits(name: &str, length: usize) -> String {
    let mut steady = Steady::named(name);
    characters(b"0123456789", length, |choices| steady.below(choices))
}

/// A new order key: a UUID of version 7.
pub(super) fn order_key() -> String {
    Uuid::now_v7().to_string()
}

/// A new order number: YYMMDD in Jakarta and six capitals.
pub(super) fn order_number(now: Timestamp) -> String {
    let date = jakarta(now).strftime("%y%m%d");
    format!("{date}{}", characters(LETTERS, 6, |choices| fastrand::usize(..choices)))
}

/// A new secret slug: 40 URL-safe characters.
pub(super) fn secret_slug() -> String {
    characters(URL_SAFE, 40, |choices| fastrand::usize(..choices))
}

/// A new name of something told: `event_` and 24 characters.
pub(super) fn event_id() -> String {
    format!("event_{}", characters(ALPHANUMERIC, 24, |choices| fastrand::usize(..choices)))
}

/// The shop's clock: UTC+7 the year round.
pub(super) fn jakarta(now: Timestamp) -> jiff::Zoned {
    now.to_zoned(TimeZone::fixed(Offset::constant(7)))
}

/// `2026-11-22T04:00:00Z`: how an order writes a moment.
pub(super) fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn characters(alphabet: &[u8], length: usize, mut draw: impl FnMut(usize) -> usize) -> String {
    (0..length).map(|_| char::from(alphabet[draw(alphabet.len())])).collect()
}

/// Numbers that depend on a name alone (FNV-1a, then splitmix64): stable over
/// compilers, crates and years, because pages and tests write these ids down.
struct Steady(u64);

impl Steady {
    fn named(name: &str) -> Self {
        Self(name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, choices: usize) -> usize {
        usize::try_from(self.next() % choices as u64).unwrap_or_default()
    }
}
