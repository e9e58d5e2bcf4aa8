//! What the Worker is told by its variables and secrets, read once.

mod base_url;
mod gercep;
mod ngorder;
mod origins;
mod quotes;
mod reader;
mod scalev;
mod secret;
mod seller;
#[cfg(test)]
mod tests;
mod till;

pub use base_url::{BaseUrl, BaseUrlError};
pub use gercep::{Gercep, GercepApi};
pub use ngorder::{ApiPath, ApiPathError, Ngorder};
pub use quotes::Quotes;
pub use scalev::Scalev;
pub use secret::{Secret, StorefrontKey, StorefrontKeyError};
pub use till::{Till, TillApi};

use serde::Serialize;

use self::reader::Reader;
use crate::catalogue::Trust;
use crate::outbox::Seller;
use crate::platform::{OrderPlatform, Platform};
use crate::webhook::WebhookSecrets;

/// Everything the Worker was told.
#[derive(Clone, Debug)]
pub struct Config {
    /// The v3 order platform; `None` while a variable of it is missing or wrong.
    pub scalev: Option<Scalev>,
    /// The second order platform; `None` while a variable of it is missing or wrong.
    pub ngorder: Option<Ngorder>,
    /// Origins of the storefronts, exactly as browsers write them.
    pub allowed_origins: Vec<String>,
    /// How long catalogue answers are believed.
    pub trust: Trust,
    /// How shipping prices are promised; `None` while the secret is missing or
    /// wrong, and then nothing is shipped.
    pub quotes: Option<Quotes>,
    /// `SCALEV_WEBHOOK_SECRET`; `None` while it is missing or wrong, and then
    /// the platform tells us nothing.
    pub webhook_secrets: Option<WebhookSecrets>,
    /// The point of sale that the goods come from; `None` when there is none.
    pub till: Option<Till>,
    /// The other sales channel; `None` when there is none.
    pub gercep: Option<Gercep>,
    /// Who is told of orders; `None` when nobody is.
    pub seller: Option<Seller>,
    /// What is missing or wrong, for the start-up log.
    pub complaints: Vec<Complaint>,
}

/// A variable that keeps something off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "complaint", content = "variable")]
pub enum Complaint {
    /// It is not set.
    Missing(&'static str),
    /// It holds something it cannot hold. Its value is not repeated.
    Invalid(&'static str),
}

const FRESH_SECONDS: &str = "CATALOGUE_FRESH_SECONDS";
const WEBHOOK_SECRET: &str = "SCALEV_WEBHOOK_SECRET";

impl Config {
    /// Reads every variable through `var`. Nothing here fails: what is missing
    /// or wrong is left out and complained about.
    pub fn read(var: impl Fn(&str) -> Option<String>) -> Self {
        let mut reader = Reader { var, complaints: Vec::new() };
        Self {
            scalev: reader.scalev(),
            ngorder: reader.ngorder(),
            allowed_origins: reader.origins(),
            trust: reader.optional(FRESH_SECONDS).map_or_else(Trust::default, Trust::fresh_for_seconds),
            quotes: reader.quotes(),
            webhook_secrets: reader.optional(WEBHOOK_SECRET),
            till: reader.till(),
            gercep: reader.gercep(),
            seller: reader.seller(),
            complaints: reader.complaints,
        }
    }

    /// An order platform, if it is on.
    pub fn order_platform(&self, platform: Platform) -> Option<&dyn OrderPlatform> {
        match platform {
            Platform::Scalev => self.scalev.as_ref().map(|scalev| scalev as &dyn OrderPlatform),
            Platform::Ngorder => self.ngorder.as_ref().map(|ngorder| ngorder as &dyn OrderPlatform),
        }
    }

    /// The order platform that is asked with this key, among others.
    pub fn order_platform_of(&self, key: &Secret) -> Option<&dyn OrderPlatform> {
        let on = self.platforms_on().filter_map(|platform| self.order_platform(platform));
        on.into_iter().find(|platform| platform.key_names().contains(&key.name()))
    }

    /// The order platforms that are on.
    pub fn platforms_on(&self) -> impl Iterator<Item = Platform> {
        Platform::ALL.into_iter().filter(|platform| self.order_platform(*platform).is_some())
    }
}
