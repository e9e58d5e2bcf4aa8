//! The commerce platforms. Each is a pair of pure translators: a question
//! becomes an [`Outgoing`] call, an [`Incoming`] answer becomes what we asked
//! for or a [`PlatformError`]. Who carries the call is not their business.
//! What they have in common is [`OrderPlatform`].

mod choice;
mod listed;
mod loose;
mod public_order;
mod seam;

/// An example of a vendor's documentation, by its path among the fixtures.
#[cfg(test)]
macro_rules! documented {
    ($path:literal) => {
        include_str!(concat!("../../../../tests/fixtures/", $path))
    };
}

pub mod dealpos;
pub mod gercep;
pub mod ngorder;
pub mod scalev;

pub use choice::Platform;
pub use listed::{Age, Listed};
pub use public_order::{PublicAccount, PublicBank, PublicOrder, PublicStore};
pub use seam::{
    Apart, Bundles, Catalogue, Couriers, Districts, Errand, FullVariants, OrderPlatform, Orders, PostalCodes,
    PublicOrders, Said, Silent,
};

use serde::{Deserialize, Serialize};
use shared::checkout::Problem;

use crate::config::Secret;

/// A call to a platform, ready to be carried.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// How.
    pub method: Verb,
    /// The whole address.
    pub url: String,
    /// Who asks.
    pub key: Secret,
    /// How the platform is shown the key.
    pub credential: Credential,
    /// JSON, when there is a body.
    pub body: Option<Vec<u8>>,
    /// Milliseconds until the last byte of the answer must be here.
    pub deadline_ms: u32,
    /// Most bytes of the answer that are read.
    pub cap: usize,
}

/// The header in which a platform is shown a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credential {
    /// `Authorization: Bearer …`
    Bearer,
    /// `X-Scalev-Storefront-Api-Key: …` (scalev-v3 §5.3)
    Storefront,
    /// `X-API-KEY: …` (platforms §3.1)
    ApiKey,
}

impl Outgoing {
    /// Name and value of the header that holds the key.
    pub fn credential(&self) -> (&'static str, String) {
        match self.credential {
            Credential::Bearer => ("authorization", self.key.bearer()),
            Credential::Storefront => ("x-scalev-storefront-api-key", self.key.bare()),
            Credential::ApiKey => ("x-api-key", self.key.bare()),
        }
    }
}

/// The method of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads.
    Get,
    /// Makes.
    Post,
    /// Changes.
    Patch,
}

impl Verb {
    /// As HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
        }
    }
}

/// A whole answer of a platform.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// The HTTP status.
    pub status: u16,
    /// `Content-Type`, as it came.
    pub content_type: String,
    /// Seconds the platform asks us to wait, by any of its headers.
    pub wait_hint: WaitHint,
    /// The body, at most as long as the call's cap.
    pub body: Vec<u8>,
}

impl Incoming {
    /// Whether the platform did what was asked, by the status alone. Who is
    /// asked to wait waits for so many seconds at least.
    ///
    /// # Errors
    /// What the status means for the caller.
    pub fn well(&self, least_wait: u32) -> Result<(), PlatformError> {
        match self.status {
            200..=299 => Ok(()),
            401 | 403 => Err(PlatformError::Unauthorized),
            404 => Err(PlatformError::NotFound),
            429 => Err(PlatformError::Busy { retry_after: self.wait_hint.seconds(0).max(least_wait) }),
            status @ 500.. => Err(PlatformError::Failing { status }),
            _ => Err(PlatformError::Refused),
        }
    }
}

/// The headers that say how long to wait, as they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaitHint {
    /// `Retry-After`, in seconds.
    pub retry_after: Option<String>,
    /// `X-Ratelimit-Reset`, in Unix seconds (scalev-v3 §1.7).
    pub reset: Option<String>,
}

impl WaitHint {
    /// Seconds to wait, at least 1 and at most 120 whatever the hint says;
    /// 5 without one. `now` in Unix seconds.
    pub fn seconds(&self, now: i64) -> u32 {
        let number = |text: &Option<String>| text.as_deref()?.trim().parse::<i64>().ok();
        let wait = number(&self.retry_after)
            .or_else(|| number(&self.reset).map(|reset| reset.saturating_sub(now)))
            .unwrap_or(5);
        u32::try_from(wait.clamp(1, 120)).unwrap_or(5)
    }
}

/// Why a platform did not give what was asked, by what the caller does next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PlatformError {
    /// Ask for something else: this it will not do.
    #[error("the platform refused the request")]
    Refused,
    /// The same, with what is wrong with the shopper's own members.
    #[error("the platform refused {} members of the request", .0.len())]
    Faulty(Vec<Problem>),
    /// There is no such thing.
    #[error("the platform knows no such thing")]
    NotFound,
    /// The seller has to act: the key is missing, refused, or the address is wrong.
    #[error("the platform does not accept the key or the address")]
    Unauthorized,
    /// Wait so many seconds.
    #[error("the platform asks to wait {retry_after} s")]
    Busy {
        /// Seconds, 1 to 120.
        retry_after: u32,
    },
    /// It may have done it or not.
    #[error("the platform did not answer in time")]
    Timeout,
    /// It may have done it or not.
    #[error("the connection to the platform failed")]
    Unreachable,
    /// It may have done it or not.
    #[error("the platform failed with status {status}")]
    Failing {
        /// The HTTP status.
        status: u16,
    },
    /// It may have done it or not.
    #[error("the platform's answer cannot be read")]
    Malformed,
}

impl PlatformError {
    /// Whether the request is known to have changed nothing at the platform.
    /// Everything else may have been carried out and must not be sent again.
    pub const fn is_known_not_executed(&self) -> bool {
        match self {
            Self::Refused | Self::Faulty(_) | Self::NotFound | Self::Unauthorized | Self::Busy { .. } => true,
            Self::Timeout | Self::Unreachable | Self::Failing { .. } | Self::Malformed => false,
        }
    }

    /// Whether the same question may be answered a little later.
    pub const fn is_momentary(&self) -> bool {
        match self {
            Self::Busy { .. } | Self::Timeout | Self::Unreachable | Self::Failing { .. } => true,
            Self::Refused | Self::Faulty(_) | Self::NotFound | Self::Unauthorized | Self::Malformed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every example of the two is read or produced by a test beside its platform.
    #[test]
    fn no_documented_example_is_left_out() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = |folder: std::path::PathBuf| {
            std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.is_file())
        };
        for platform in ["dealpos", "gercep"] {
            let sources = files(root.join("src/platform").join(platform));
            let sources: String = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect();
            let fixtures = root.join("../tests/fixtures").join(platform);
            let examples = files(fixtures.clone()).chain(files(fixtures.join("synthetic")));
            for example in examples.filter(|path| path.extension().is_some_and(|it| it == "json")) {
                let name = example
                    .strip_prefix(root.join("../tests/fixtures"))
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                assert!(sources.contains(&format!("documented!(\"{name}\")")), "{name}");
            }
        }
    }

    #[test]
    fn a_wait_is_between_one_second_and_two_minutes() {
        let after = |text: &str| WaitHint { retry_after: Some(text.into()), reset: None }.seconds(1_000);
        let reset = |text: &str| WaitHint { retry_after: None, reset: Some(text.into()) }.seconds(1_000);
        assert_eq!(after("7"), 7);
        assert_eq!(after("-3"), 1);
        assert_eq!(after("1000000000"), 120);
        assert_eq!(after("soon"), 5);
        assert_eq!(reset("1030"), 30);
        assert_eq!(reset("10"), 1);
        assert_eq!(WaitHint::default().seconds(0), 5);
    }
}
