//! Keys, which nothing prints.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::orders::to_hex;

/// A key. It cannot be printed, compared or sent anywhere but in a header of
/// the platform's own request.
#[derive(Clone)]
pub struct Secret {
    key: String,
    name: String,
}

impl Secret {
    /// As a bearer credential, for the one place that sends it.
    pub fn bearer(&self) -> String {
        ["Bearer ", &self.key].concat()
    }

    /// Without more, for the one platform that wants it so.
    pub fn bare(&self) -> String {
        self.key.clone()
    }

    /// A name that tells keys apart and says nothing about them.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Under a name that the key which takes its place will have, too: what is
    /// known under it outlives the key.
    #[must_use]
    pub fn called(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = to_hex(&Sha256::digest(text)).chars().take(32).collect();
        Ok(Self { key: text.to_owned(), name })
    }
}

/// A key that a storefront may publish: another key put here by mistake would
/// not be accepted, and would travel in a header that is not made for secrets.
#[derive(Clone, Debug)]
pub struct StorefrontKey(pub Secret);

/// The text is no storefront key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a storefront key begins with sfpk_")]
pub struct StorefrontKeyError;

impl FromStr for StorefrontKey {
    type Err = StorefrontKeyError;

    fn from_str(text: &str) -> Result<Self, StorefrontKeyError> {
        if !text.starts_with("sfpk_") {
            return Err(StorefrontKeyError);
        }
        Secret::from_str(text).map(Self).map_err(|never| match never {})
    }
}
