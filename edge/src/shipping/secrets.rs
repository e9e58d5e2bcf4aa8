//! The secrets that sign quotes.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// Fewest characters of a secret: 32 random ones cannot be guessed.
const LENGTH_MIN: usize = 32;

/// One secret, or two while one takes the other's place: the first signs, both
/// are believed. They cannot be printed.
#[derive(Clone)]
pub struct QuoteSecrets {
    today: String,
    yesterday: Option<String>,
}

/// The text holds no such secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one secret, or two with a comma between, of {LENGTH_MIN} characters or more each")]
pub struct SecretsError;

impl QuoteSecrets {
    /// Today's, then yesterday's, for deriving keys of other purposes.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        [Some(&self.today), self.yesterday.as_ref()].into_iter().flatten().map(String::as_str)
    }

    pub(super) fn sign(&self, text: &str) -> [u8; 32] {
        mac(&self.today, text).map(|mac| mac.finalize().into_bytes().into()).unwrap_or_default()
    }

    /// Compares in constant time.
    pub(super) fn signed(&self, text: &str, signature: &[u8]) -> bool {
        let by = |secret: &str| mac(secret, text).is_some_and(|mac| mac.verify_slice(signature).is_ok());
        by(&self.today) || self.yesterday.as_deref().is_some_and(by)
    }
}

/// `None` never: this construction takes keys of any length.
fn mac(secret: &str, text: &str) -> Option<Hmac<Sha256>> {
    Some(Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?.chain_update(text))
}

impl FromStr for QuoteSecrets {
    type Err = SecretsError;

    fn from_str(text: &str) -> Result<Self, SecretsError> {
        let mut secrets = text.split(',').map(str::trim);
        let today = secrets.next().unwrap_or_default().to_owned();
        let yesterday = secrets.next().map(str::to_owned);
        let is_long = |secret: &String| secret.chars().count() >= LENGTH_MIN;
        if !is_long(&today) || !yesterday.as_ref().is_none_or(is_long) || secrets.next().is_some() {
            return Err(SecretsError);
        }
        Ok(Self { today, yesterday })
    }
}

impl fmt::Debug for QuoteSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_two_long_secrets() {
        let (a, b) = ("a".repeat(32), "b".repeat(40));
        for good in [a.clone(), format!("{a},{b}"), format!(" {a} , {b} ")] {
            assert!(good.parse::<QuoteSecrets>().is_ok(), "{good}");
        }
        let long = "a".repeat(31);
        for bad in
            [String::new(), long.clone(), format!("{a},{long}"), format!("{a},"), format!("{a},{b},{a}")]
        {
            assert_eq!(bad.parse::<QuoteSecrets>().map(drop), Err(SecretsError), "{bad}");
        }
    }

    #[test]
    fn secrets_do_not_print() {
        let secrets: QuoteSecrets = "kenari".repeat(6).parse().unwrap();
        assert!(!format!("{secrets:?}").contains("kenari"));
    }

    /// RFC 4231, test case 2.
    #[test]
    fn it_is_the_standards_hmac() {
        let secrets = QuoteSecrets { today: "Jefe".into(), yesterday: None };
        let mac = secrets.sign("what do ya want for nothing?");
        assert_eq!(
            crate::orders::to_hex(&mac),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
