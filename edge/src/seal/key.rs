//! One key for each purpose (HKDF-SHA256, RFC 5869), so that no signature under
//! one can be mistaken for one under another.

use hkdf::Hkdf;
use sha2::Sha256;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Recognises equal orders of one shopper.
    Likeness,
    /// Seals what waits to be sent.
    Waiting,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Likeness => b"tumbas likeness v1 ",
            Self::Waiting => b"tumbas waiting v1 ",
        }
    }
}

/// The key for a purpose, and for one `context` of it.
pub fn key(secret: &str, purpose: Purpose, context: &str) -> [u8; 32] {
    let mut key = [0; 32];
    let info = [purpose.label(), context.as_bytes()].concat();
    // Fails only for keys longer than 255 hashes.
    let _ = Hkdf::<Sha256>::new(None, secret.as_bytes()).expand(&info, &mut key);
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::to_hex;

    #[test]
    fn every_purpose_and_context_has_a_key_of_its_own() {
        let keys = [
            key("secret", Purpose::Likeness, ""),
            key("secret", Purpose::Waiting, ""),
            key("secret", Purpose::Waiting, "ck_1"),
            key("secret", Purpose::Waiting, "ck_2"),
            key("another", Purpose::Waiting, "ck_2"),
            [0; 32],
        ];
        let distinct: std::collections::BTreeSet<_> = keys.iter().collect();
        assert_eq!(distinct.len(), keys.len());
    }

    /// RFC 5869, test case 3: without salt and info.
    #[test]
    fn it_is_the_standards_derivation() {
        let mut okm = [0; 42];
        Hkdf::<Sha256>::new(None, &[0x0b; 22]).expand(&[], &mut okm).unwrap();
        assert_eq!(
            to_hex(&okm),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        );
    }
}
