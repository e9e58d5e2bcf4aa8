//! A text that only we can read: AES-256-GCM, bound to the token of its intent.
//!
//! The cipher is in the module rather than the runtime's, because so the whole
//! of it is a function over plain data: tests seal and open without a Worker.

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Nonce};

use super::key::{Purpose, key};
use crate::shipping::QuoteSecrets;

/// Random bytes that each sealing needs.
pub const NONCE_BYTES: usize = 12;

/// Seals with today's secret: the nonce, then the ciphertext. `nonce` must
/// never be used again.
pub fn seal(secrets: &QuoteSecrets, token: &str, nonce: [u8; NONCE_BYTES], text: &[u8]) -> Option<Vec<u8>> {
    let secret = secrets.texts().next()?;
    let payload = Payload { msg: text, aad: token.as_bytes() };
    let sealed = cipher(secret, token).encrypt(&Nonce::from(nonce), payload).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// Opens what one of the secrets sealed for this token. `None` for anything else.
pub fn open(secrets: &QuoteSecrets, token: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    let by = |secret| {
        let payload = Payload { msg: sealed, aad: token.as_bytes() };
        cipher(secret, token).decrypt(&Nonce::from(*nonce), payload).ok()
    };
    secrets.texts().find_map(by)
}

fn cipher(secret: &str, token: &str) -> Aes256Gcm {
    Aes256Gcm::new(&key(secret, Purpose::Waiting, token).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::to_hex;

    const TEXT: &[u8] = b"Sari Dewi, Jl. Dago 5";
    const NONCE: [u8; NONCE_BYTES] = [7; NONCE_BYTES];

    fn secrets(letters: &str) -> QuoteSecrets {
        let texts: Vec<String> = letters.chars().map(|letter| letter.to_string().repeat(32)).collect();
        texts.join(",").parse().unwrap()
    }

    #[test]
    fn what_was_sealed_is_opened_and_cannot_be_read() {
        let sealed = seal(&secrets("a"), "ck_1", NONCE, TEXT).unwrap();
        assert_eq!(open(&secrets("a"), "ck_1", &sealed).as_deref(), Some(TEXT));
        assert!(!sealed.windows(4).any(|part| part == b"Sari" || part == b"Dago"));
        assert_eq!(sealed.len(), TEXT.len() + NONCE_BYTES + 16);
    }

    #[test]
    fn a_changed_secret_still_opens() {
        let sealed = seal(&secrets("a"), "ck_1", NONCE, TEXT).unwrap();
        assert_eq!(open(&secrets("ba"), "ck_1", &sealed).as_deref(), Some(TEXT));
        assert_eq!(open(&secrets("b"), "ck_1", &sealed), None);
    }

    #[test]
    fn another_token_or_one_changed_bit_opens_nothing() {
        let sealed = seal(&secrets("a"), "ck_1", NONCE, TEXT).unwrap();
        assert_eq!(open(&secrets("a"), "ck_2", &sealed), None);
        for at in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[at / 8] ^= 1 << (at % 8);
            assert_eq!(open(&secrets("a"), "ck_1", &changed), None, "bit {at}");
        }
        for length in 0..sealed.len() {
            assert_eq!(open(&secrets("a"), "ck_1", &sealed[..length]), None);
        }
    }

    /// Test case 14 of the GCM specification: 16 zero bytes under a zero key and nonce.
    #[test]
    fn it_is_the_standards_cipher() {
        let cipher = Aes256Gcm::new(&[0; 32].into());
        let sealed = cipher.encrypt(&Nonce::from([0; 12]), [0; 16].as_slice()).unwrap();
        assert_eq!(to_hex(&sealed), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    }
}
