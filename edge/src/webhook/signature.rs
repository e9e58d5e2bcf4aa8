//! Base64 of HMAC-SHA256 over the raw bytes, keyed by the secret's own
//! characters (scalev-v3 §4.1): it is not the Standard Webhooks scheme.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// Characters of 32 bytes in padded base64.
const HEADER_LENGTH: usize = 44;

/// One secret, or two while one takes the other's place. They cannot be
/// printed.
#[derive(Clone)]
pub struct WebhookSecrets {
    first: String,
    second: Option<String>,
}

/// The text holds no such secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one secret, or two with a comma between; none of them empty")]
pub struct SecretsError;

impl FromStr for WebhookSecrets {
    type Err = SecretsError;

    fn from_str(text: &str) -> Result<Self, SecretsError> {
        let mut secrets = text.split(',').map(|secret| secret.trim().to_owned());
        let (first, second) = (secrets.next().unwrap_or_default(), secrets.next());
        let is_empty = first.is_empty() || second.as_ref().is_some_and(String::is_empty);
        if is_empty || secrets.next().is_some() {
            return Err(SecretsError);
        }
        Ok(Self { first, second })
    }
}

impl fmt::Debug for WebhookSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Whether the platform signed these bytes, by its header
/// `X-Scalev-Hmac-Sha256`. There is one way to write a signature: standard
/// alphabet, padded, no blank, no stray bit. Compares in constant time.
pub fn verify(secrets: &WebhookSecrets, header: Option<&str>, body: &[u8]) -> bool {
    let Some(signature) = header.filter(|header| header.len() == HEADER_LENGTH) else { return false };
    let Ok(signature) = BASE64_STANDARD.decode(signature) else { return false };
    let by = |secret: &str| {
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
        mac.is_ok_and(|mac| mac.chain_update(body).verify_slice(&signature).is_ok())
    };
    // Both are tried, so that the time does not tell which one it was.
    by(&secrets.first) | secrets.second.as_deref().is_some_and(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sign(secret: &str, body: &[u8]) -> String {
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(body);
        BASE64_STANDARD.encode(mac.finalize().into_bytes())
    }

    fn secrets(text: &str) -> WebhookSecrets {
        text.parse().unwrap()
    }

    const SECRET: &str = "whsec_test_scalev_000";
    /// Made with Python's `hmac`, the first also with OpenSSL.
    const KNOWN: [(&str, &str); 3] = [
        (
            r#"{"event":"business.test_event","timestamp":"2026-11-22T04:00:00Z","data":{}}"#,
            "tEV5EfdRsY3prUCpnK+S9oeodRR3bQWWh7LNZSd0Zsw=",
        ),
        (
            r#"{"event":"order.payment_status_changed","unique_id":"event_TESTtestTESTtestTESTtest","timestamp":"2026-11-22T04:00:00.000000Z","data":{"order_id":"261122TEST01","secret_slug":"abc","payment_status":"paid"}}"#,
            "Nn3eBh3S5MfuwLRjjOXONbx7eRSDz5zk2/MDZee9Zv8=",
        ),
        (
            r#"{"event":"order.created","unique_id":"event_U","timestamp":"2026-11-22T04:00:00Z","data":{"customer":{"name":"Siti Nur’aini 🧕"}}}"#,
            "Kp7JlS0jV7rqurVVIY+1XVt/fg2RZe49I97j6LJhupE=",
        ),
    ];

    #[test]
    fn known_answers_are_known() {
        for (body, signature) in KNOWN {
            assert!(verify(&secrets(SECRET), Some(signature), body.as_bytes()), "{body}");
            assert!(!verify(&secrets("whsec_test_scalev_001"), Some(signature), body.as_bytes()), "{body}");
        }
    }

    /// RFC 4231, test case 2.
    #[test]
    fn it_is_the_standards_hmac() {
        let hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let bytes: Vec<u8> =
            (0..32).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
        let header = BASE64_STANDARD.encode(bytes);
        assert!(verify(&secrets("Jefe"), Some(&header), b"what do ya want for nothing?"));
    }

    #[test]
    fn two_secrets_are_both_believed_and_no_third() {
        let both = secrets("old-secret, new-secret");
        for (secret, expect) in
            [("old-secret", true), ("new-secret", true), ("old-secret, new-secret", false), ("", false)]
        {
            assert_eq!(verify(&both, Some(&sign(secret, b"{}")), b"{}"), expect, "{secret:?}");
        }
    }

    #[test]
    fn one_or_two_secrets_and_none_of_them_empty() {
        for good in ["a", "a,b", " a , b "] {
            assert!(good.parse::<WebhookSecrets>().is_ok(), "{good}");
        }
        for bad in ["", " ", ",", "a,", ",a", "a,b,c", "a,,b"] {
            assert_eq!(bad.parse::<WebhookSecrets>().map(drop), Err(SecretsError), "{bad}");
        }
        assert!(!format!("{:?}", secrets("kenari,merpati")).contains("kenari"));
    }

    #[test]
    fn a_signature_is_written_in_one_way_only() {
        let (body, good) = (b"{}", sign(SECRET, b"{}"));
        assert!(verify(&secrets(SECRET), Some(&good), body));
        let url_safe = good.replace('+', "-").replace('/', "_");
        let variants = [
            String::new(),
            good.trim_end_matches('=').to_owned(),
            format!("{good}="),
            format!(" {good}"),
            format!("{good}\n"),
            format!("sha256={good}"),
            format!("{good},{good}"),
            good.to_lowercase(),
            good.repeat(1_000),
            "=".repeat(44),
            "A".repeat(44),
            format!("{}é", &good[..42]),
        ];
        for header in variants.iter().chain((url_safe != good).then_some(&url_safe)) {
            assert!(!verify(&secrets(SECRET), Some(header), body), "{header}");
        }
        assert!(!verify(&secrets(SECRET), None, body));
    }

    /// The last of 43 characters holds two bits that say nothing: they must be 0.
    #[test]
    fn stray_bits_are_no_signature() {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let good = sign(SECRET, b"{}");
        let accepted = alphabet.chars().filter(|last| {
            let header = format!("{}{last}=", &good[..42]);
            verify(&secrets(SECRET), Some(&header), b"{}")
        });
        assert_eq!(accepted.count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// One genuine delivery and two forged ones a case.
        #[test]
        fn what_is_signed_is_genuine_and_a_flipped_bit_is_not(
            body in prop::collection::vec(any::<u8>(), 1..300),
            secret in "[ -+\\--~]{1,40}",
            at in any::<prop::sample::Index>(),
            bit in 0..8_u8,
        ) {
            prop_assume!(!secret.trim().is_empty());
            let (secrets, header) = (secrets(&secret), sign(secret.trim(), &body));
            prop_assert!(verify(&secrets, Some(&header), &body));
            let mut other = body.clone();
            other[at.index(body.len())] ^= 1 << bit;
            prop_assert!(!verify(&secrets, Some(&header), &other));
            let mut signature = header.clone().into_bytes();
            signature[at.index(44)] ^= 1 << (bit % 7);
            if let Ok(signature) = String::from_utf8(signature) {
                prop_assert!(!verify(&secrets, Some(&signature), &body));
            }
        }
    }
}
