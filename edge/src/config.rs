//! What the Worker is told by its variables and secrets, read once.

mod gercep;
mod ngorder;
mod till;

pub use gercep::{Gercep, GercepApi};
pub use ngorder::{ApiPath, ApiPathError, Ngorder};
pub use till::{Till, TillApi};

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::address;
use crate::catalogue::Trust;
use crate::gate::Limits;
use crate::orders::to_hex;
use crate::outbox::{RESEND, Seller};
use crate::platform::{OrderPlatform, Platform};
use crate::shipping::QuoteSecrets;
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

/// Where the v3 order platform is and how it knows us.
#[derive(Clone, Debug)]
pub struct Scalev {
    /// `SCALEV_BASE_URL`
    pub base: BaseUrl,
    /// `SCALEV_API_KEY`
    pub key: Secret,
    /// `SCALEV_STOREFRONT_KEY`: with it the shopper is sent where the public
    /// order says.
    pub storefront: Option<StorefrontKey>,
    /// `SCALEV_RATE_LIMITS`
    pub limits: Limits,
    /// `SCALEV_BREAKER_CALLS`: fewer calls in ten seconds say nothing of the
    /// platform's health.
    pub breaker_calls: u16,
}

/// How shipping prices are promised.
#[derive(Clone, Debug)]
pub struct Quotes {
    /// `QUOTE_SECRET`
    pub secrets: QuoteSecrets,
    /// `QUOTE_SECONDS`: how long a promise holds.
    pub seconds: u32,
}

/// Seconds for which a shopper may look at a courier's price.
const QUOTE_LIFE: u32 = 900;

/// Calls of which half must fail before the platform is left alone.
const BREAKER_CALLS_DEFAULT: u16 = 20;

/// A variable that keeps something off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "complaint", content = "variable")]
pub enum Complaint {
    /// It is not set.
    Missing(&'static str),
    /// It holds something it cannot hold. Its value is not repeated.
    Invalid(&'static str),
}

/// Names the platform's key, whichever it is today.
const SCALEV: &str = "scalev";

const BASE_URL: &str = "SCALEV_BASE_URL";
const API_KEY: &str = "SCALEV_API_KEY";
const STOREFRONT_KEY: &str = "SCALEV_STOREFRONT_KEY";
const ALLOWED_ORIGINS: &str = "ALLOWED_ORIGINS";
const RATE_LIMITS: &str = "SCALEV_RATE_LIMITS";
const BREAKER_CALLS: &str = "SCALEV_BREAKER_CALLS";
const FRESH_SECONDS: &str = "CATALOGUE_FRESH_SECONDS";
const WEBHOOK_SECRET: &str = "SCALEV_WEBHOOK_SECRET";
const QUOTE_SECRET: &str = "QUOTE_SECRET";
const QUOTE_SECONDS: &str = "QUOTE_SECONDS";
const SELLER_WEBHOOK_URL: &str = "SELLER_WEBHOOK_URL";
const SELLER_WEBHOOK_SECRET: &str = "SELLER_WEBHOOK_SECRET";
const SELLER_WEBHOOK_RESEND: &str = "SELLER_WEBHOOK_RESEND_SECONDS";

impl Config {
    /// Reads every variable through `var`. Nothing here fails: what is missing
    /// or wrong is left out and complained about.
    pub fn read(var: impl Fn(&str) -> Option<String>) -> Self {
        let mut reader = Reader { var, complaints: Vec::new() };
        let base = reader.required(BASE_URL);
        let key = reader.required(API_KEY).map(|key: Secret| key.called(SCALEV));
        let limits = reader.optional(RATE_LIMITS).unwrap_or_default();
        let breaker_calls = reader.optional(BREAKER_CALLS).unwrap_or(BREAKER_CALLS_DEFAULT);
        let storefront = reader.optional(STOREFRONT_KEY);
        let scalev = base.zip(key).map(|(base, key)| Scalev { base, key, storefront, limits, breaker_calls });
        let ngorder = reader.ngorder();
        let allowed_origins = reader.origins();
        let trust = reader.optional(FRESH_SECONDS).map_or_else(Trust::default, Trust::fresh_for_seconds);
        let secrets = reader.required(QUOTE_SECRET);
        let seconds = reader.optional(QUOTE_SECONDS).unwrap_or(QUOTE_LIFE);
        let quotes = secrets.map(|secrets| Quotes { secrets, seconds });
        let webhook_secrets = reader.optional(WEBHOOK_SECRET);
        let till = reader.till();
        let gercep = reader.gercep();
        let seller = reader.seller();
        let complaints = reader.complaints;
        Self {
            scalev,
            ngorder,
            allowed_origins,
            trust,
            quotes,
            webhook_secrets,
            till,
            gercep,
            seller,
            complaints,
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

struct Reader<F> {
    var: F,
    complaints: Vec<Complaint>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    fn text(&self, name: &'static str) -> Option<String> {
        (self.var)(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn optional<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let parsed = self.text(name)?.parse().ok();
        if parsed.is_none() {
            self.complaints.push(Complaint::Invalid(name));
        }
        parsed
    }

    fn required<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        if self.text(name).is_none() {
            self.complaints.push(Complaint::Missing(name));
        }
        self.optional(name)
    }

    /// An address without a secret is not told: nobody could know who wrote.
    fn seller(&mut self) -> Option<Seller> {
        self.text(SELLER_WEBHOOK_URL)?;
        let address = self.required(SELLER_WEBHOOK_URL);
        let secrets = self.required(SELLER_WEBHOOK_SECRET);
        let resend = self.optional(SELLER_WEBHOOK_RESEND).unwrap_or(RESEND);
        Some(Seller { address: address?, secrets: secrets?, resend })
    }

    fn origins(&mut self) -> Vec<String> {
        let list = self.text(ALLOWED_ORIGINS).unwrap_or_default();
        let (good, bad): (Vec<_>, Vec<_>) = list
            .split(',')
            .map(|origin| origin.trim().trim_end_matches('/').to_ascii_lowercase())
            .filter(|origin| !origin.is_empty())
            .partition(|origin| is_origin(origin));
        if !bad.is_empty() {
            self.complaints.push(Complaint::Invalid(ALLOWED_ORIGINS));
        }
        good
    }
}

/// Scheme, host and port, and nothing more: `*`, `null` and paths are not origins.
fn is_origin(text: &str) -> bool {
    match address::split(text) {
        Some((scheme @ ("http" | "https"), authority)) => {
            address::is_host(authority) && text.len() == scheme.len() + "://".len() + authority.len()
        }
        _ => false,
    }
}

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

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(vars: &[(&str, &str)]) -> Config {
        Config::read(|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    const SECRET: (&str, &str) = (QUOTE_SECRET, "canary-canary-canary-canary-canary");

    const COMPLETE: [(&str, &str); 4] = [
        SECRET,
        (BASE_URL, "https://api.scalev.com/"),
        (API_KEY, "sk_canary"),
        (ALLOWED_ORIGINS, "https://toko.id, http://127.0.0.1:8788/"),
    ];

    #[test]
    fn a_complete_configuration_has_no_complaint() {
        let config = read(&COMPLETE);
        assert_eq!(config.complaints, vec![]);
        assert_eq!(config.allowed_origins, vec!["https://toko.id", "http://127.0.0.1:8788"]);
        let scalev = config.scalev.unwrap();
        assert_eq!(scalev.base.join("/v3/orders"), "https://api.scalev.com/v3/orders");
    }

    /// Orders of the old key are still told of.
    #[test]
    fn a_new_key_takes_the_old_ones_place() {
        let name = |key| {
            let config = read(&[COMPLETE[1], (API_KEY, key)]);
            config.scalev.map(|scalev| scalev.key.name().to_owned())
        };
        assert_eq!(name("sk_canary"), name("sk_merpati"));
        assert!(name("sk_canary").is_some_and(|name| !name.contains("canary")));
        let of_second = |key| {
            let config = read(&[NGORDER[0], ("NGORDER_API_KEY", key)]);
            config.ngorder.map(|ngorder| ngorder.key.name().to_owned())
        };
        assert_eq!(of_second("canary"), of_second("merpati"));
        assert!(of_second("canary").is_some_and(|second| Some(second) != name("sk_canary")));
    }

    #[test]
    fn a_missing_key_turns_the_platform_off_and_is_complained_about() {
        let config = read(&[SECRET, (BASE_URL, "https://api.scalev.com"), (API_KEY, " ")]);
        assert!(config.scalev.is_none());
        assert_eq!(config.complaints, vec![Complaint::Missing(API_KEY)]);
    }

    const NGORDER: [(&str, &str); 2] =
        [("NGORDER_BASE_URL", "https://api.smartseller.co.id/api/open"), ("NGORDER_API_KEY", "canary")];

    #[test]
    fn a_second_platform_is_on_when_it_is_whole() {
        let with = |vars: &[(&str, &str)]| read(&[&COMPLETE[..], vars].concat());
        assert_eq!(with(&[]).platforms_on().collect::<Vec<_>>(), [Platform::Scalev]);
        assert_eq!(with(&NGORDER).platforms_on().collect::<Vec<_>>(), Platform::ALL);
        assert_eq!(with(&NGORDER).complaints, vec![]);
        let keyless = with(&NGORDER[..1]);
        assert_eq!((keyless.ngorder.is_none(), keyless.complaints), (true, vec![]));
        assert_eq!(with(&NGORDER[1..]).complaints, vec![Complaint::Missing("NGORDER_BASE_URL")]);
        let alone = read(&[&[SECRET][..], &NGORDER].concat());
        assert_eq!(alone.platforms_on().collect::<Vec<_>>(), [Platform::Ngorder]);
    }

    #[test]
    fn keys_go_only_to_secure_hosts() {
        for bad in [
            "http://api.scalev.com",
            "ftp://x",
            "https://k@evil.example",
            "https://x.example?y",
            "https://x.example#y",
            "//x",
        ] {
            let config = read(&[SECRET, (BASE_URL, bad), (API_KEY, "sk_canary")]);
            assert!(config.scalev.is_none(), "{bad}");
            assert_eq!(config.complaints, vec![Complaint::Invalid(BASE_URL)], "{bad}");
        }
    }

    #[test]
    fn wildcards_and_paths_are_no_origins() {
        for bad in
            ["*", "null", "toko.id", "https://toko.id/halaman", "https://*.toko.id", "https://a@toko.id"]
        {
            let config = read(&[(ALLOWED_ORIGINS, bad)]);
            assert_eq!(config.allowed_origins, Vec::<String>::new(), "{bad}");
            assert!(config.complaints.contains(&Complaint::Invalid(ALLOWED_ORIGINS)), "{bad}");
        }
    }

    #[test]
    fn without_a_good_secret_nothing_is_promised() {
        assert_eq!(read(&COMPLETE).quotes.map(|quotes| quotes.seconds), Some(900));
        let short = read(&[(QUOTE_SECRET, "canary"), (QUOTE_SECONDS, "2")]);
        assert!(short.quotes.is_none());
        assert!(short.complaints.contains(&Complaint::Invalid(QUOTE_SECRET)));
        assert!(read(&[]).complaints.contains(&Complaint::Missing(QUOTE_SECRET)));
        let quick = read(&[SECRET, (QUOTE_SECONDS, "2")]);
        assert_eq!(quick.quotes.map(|quotes| quotes.seconds), Some(2));
    }

    #[test]
    fn the_breaker_counts_twenty_calls_unless_it_is_told() {
        let calls = |extra: &[(&str, &str)]| {
            read(&[&COMPLETE[..], extra].concat()).scalev.map(|scalev| scalev.breaker_calls)
        };
        assert_eq!(calls(&[]), Some(20));
        assert_eq!(calls(&[(BREAKER_CALLS, "7")]), Some(7));
        assert!(
            read(&[(BREAKER_CALLS, "often"), COMPLETE[1], COMPLETE[2]])
                .complaints
                .contains(&Complaint::Invalid(BREAKER_CALLS))
        );
    }

    /// Each key has a gate, which has to know whom it guards.
    #[test]
    fn a_key_names_its_platform() {
        let config = read(&[&COMPLETE[..], &NGORDER, &[(STOREFRONT_KEY, "sfpk_canary")]].concat());
        let storefront = config.scalev.as_ref().and_then(|scalev| scalev.storefront.clone()).unwrap().0;
        let of =
            |key: &Secret| config.order_platform_of(key).map(|platform| platform.key().name().to_owned());
        let [scalev, ngorder] = Platform::ALL.map(|platform| config.order_platform(platform).unwrap().key());
        assert_eq!((of(scalev), of(&storefront)), (Some(scalev.name().into()), Some(scalev.name().into())));
        assert_eq!(of(ngorder).as_deref(), Some("ngorder"));
        assert_eq!(of(&"stranger".parse().unwrap()), None);
    }

    #[test]
    fn only_a_storefront_key_is_shown_as_one() {
        let with = |key| read(&[&COMPLETE[..], &[(STOREFRONT_KEY, key)]].concat());
        assert!(with("sfpk_canary").scalev.unwrap().storefront.is_some());
        assert!(read(&COMPLETE).scalev.unwrap().storefront.is_none());
        let wrong = with("sk_canary");
        assert!(wrong.scalev.unwrap().storefront.is_none());
        assert_eq!(wrong.complaints, vec![Complaint::Invalid(STOREFRONT_KEY)]);
    }

    #[test]
    fn webhooks_are_off_without_a_good_secret() {
        let read = |secret| read(&[&COMPLETE[..], &[(WEBHOOK_SECRET, secret)]].concat());
        assert!(read("a,b").webhook_secrets.is_some());
        assert_eq!((read("").webhook_secrets.is_none(), read(" ").complaints), (true, vec![]));
        let bad = read("canary,");
        assert_eq!(
            (bad.webhook_secrets.is_none(), bad.complaints),
            (true, vec![Complaint::Invalid(WEBHOOK_SECRET)])
        );
    }

    #[test]
    fn a_seller_is_told_only_with_a_secret() {
        let url = (SELLER_WEBHOOK_URL, "https://toko.example/hook");
        let told = |vars: &[(&str, &str)]| {
            let config = read(&[&COMPLETE, vars].concat());
            (config.seller.is_some(), config.complaints)
        };
        assert_eq!(told(&[]), (false, vec![]));
        assert_eq!(told(&[url]), (false, vec![Complaint::Missing(SELLER_WEBHOOK_SECRET)]));
        let good = (SELLER_WEBHOOK_SECRET, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        assert_eq!(told(&[url, good]), (true, vec![]));
        let insecure = (SELLER_WEBHOOK_URL, "http://toko.example");
        assert_eq!(told(&[insecure, good]), (false, vec![Complaint::Invalid(SELLER_WEBHOOK_URL)]));
        let weak = (SELLER_WEBHOOK_SECRET, "kenari");
        assert_eq!(told(&[url, weak]), (false, vec![Complaint::Invalid(SELLER_WEBHOOK_SECRET)]));
        assert_eq!(told(&[good]), (false, vec![]));
    }

    #[test]
    fn a_secret_does_not_print() {
        let all = [&COMPLETE[..], &NGORDER].concat();
        assert!(!format!("{:?}", read(&all)).contains("canary"));
    }
}
