//! Where the seller is told, and how the seller knows that it was us: Standard
//! Webhooks 1.0.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::address;

/// Fewest bytes of a secret (Standard Webhooks: 24 to 64).
const SECRET_MIN: usize = 24;

/// Who is told.
#[derive(Clone, Debug)]
pub struct Seller {
    /// `SELLER_WEBHOOK_URL`
    pub address: Address,
    /// `SELLER_WEBHOOK_SECRET`
    pub secrets: HookSecrets,
    /// `SELLER_WEBHOOK_RESEND_SECONDS`: what nobody reported done for so long is
    /// handed to the queue again.
    pub resend: u32,
}

/// An address that letters may be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// The text is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the seller's address is https://…, or http:// on this machine")]
pub struct AddressError;

impl Address {
    /// As it is called.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let is_good = address::is_presentable(text) && !text.contains('#');
        if is_good { Ok(Self(text.to_owned())) } else { Err(AddressError) }
    }
}

/// One secret, or two while one takes the other's place: letters are signed
/// with both. They cannot be printed.
#[derive(Clone)]
pub struct HookSecrets(Vec<Vec<u8>>);

/// The text holds no such secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one secret, or two with a comma between: whsec_ and the base64 of {SECRET_MIN} bytes or more")]
pub struct HookSecretsError;

impl HookSecrets {
    /// The `webhook-signature` of a letter. `timestamp` in Unix seconds.
    pub fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        let head = format!("{id}.{timestamp}.");
        let by = |secret: &Vec<u8>| {
            let mac = Hmac::<Sha256>::new_from_slice(secret).ok()?.chain_update(&head).chain_update(body);
            Some(["v1,", &BASE64_STANDARD.encode(mac.finalize().into_bytes())].concat())
        };
        self.0.iter().filter_map(by).collect::<Vec<_>>().join(" ")
    }
}

impl FromStr for HookSecrets {
    type Err = HookSecretsError;

    fn from_str(text: &str) -> Result<Self, HookSecretsError> {
        let secret = |text: &str| {
            let bytes = BASE64_STANDARD.decode(text.trim().strip_prefix("whsec_")?).ok()?;
            (bytes.len() >= SECRET_MIN).then_some(bytes)
        };
        let secrets: Vec<_> = text.split(',').map(secret).collect::<Option<_>>().ok_or(HookSecretsError)?;
        if secrets.len() > 2 { Err(HookSecretsError) } else { Ok(Self(secrets)) }
    }
}

impl fmt::Debug for HookSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    /// The vector of Standard Webhooks' own Rust test.
    #[test]
    fn it_is_the_standards_signature() {
        let body = br#"{"email":"test@example.com","username":"test_user"}"#;
        let sign = |secrets: &str| {
            let secrets: HookSecrets = secrets.parse().unwrap();
            secrets.sign("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, body)
        };
        let known = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";
        assert_eq!(sign(SECRET), known);
        let both = sign(&format!("{SECRET}, whsec_{}", BASE64_STANDARD.encode([7; 24])));
        assert!(both.starts_with(known) && both.split(' ').count() == 2, "{both}");
    }

    #[test]
    fn a_secret_is_long_and_does_not_print() {
        for bad in ["", "whsec_", "whsec_AAAA", "C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsec_???"] {
            assert_eq!(bad.parse::<HookSecrets>().map(drop), Err(HookSecretsError), "{bad}");
        }
        let three = [SECRET; 3].join(",");
        assert!(three.parse::<HookSecrets>().is_err());
        assert_eq!(format!("{:?}", SECRET.parse::<HookSecrets>().unwrap()), "[redacted]");
    }

    #[test]
    fn letters_go_only_to_secure_addresses() {
        for good in ["https://toko.example/hook?x=1", "http://127.0.0.1:9000/hook"] {
            assert!(good.parse::<Address>().is_ok(), "{good}");
        }
        for bad in ["http://toko.example", "https://a@b.example", "ftp://x", "", "https://x.example#y"] {
            assert_eq!(bad.parse::<Address>(), Err(AddressError), "{bad}");
        }
    }
}
