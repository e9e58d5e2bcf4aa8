//! Where a platform is.

use std::str::FromStr;

use crate::address;

/// Where a platform's API begins: `https`, or `http` on this machine; without
/// user name, query or trailing slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// The text is no address our keys may be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a platform's address is https://host, or http:// on this machine")]
pub struct BaseUrlError;

impl BaseUrl {
    /// Where other things of the platform's own are, which are not of its API.
    pub fn origin(&self) -> String {
        let (scheme, authority) = address::split(&self.0).unwrap_or_default();
        [scheme, "://", authority].concat()
    }

    /// The address of a path, which begins with a slash.
    pub fn join(&self, path: &str) -> String {
        [&self.0, path].concat()
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        if address::is_presentable(text) && !text.contains(['?', '#']) {
            Ok(Self(text.trim_end_matches('/').to_owned()))
        } else {
            Err(BaseUrlError)
        }
    }
}
