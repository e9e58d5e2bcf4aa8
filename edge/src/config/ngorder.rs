//! The second order platform's variables.

use std::num::NonZero;
use std::str::FromStr;

use super::scalev::BREAKER_CALLS_DEFAULT;
use super::{BaseUrl, Reader, Secret};
use crate::gate::Limits;
use crate::platform::ngorder::Accounts;

/// Where Ngorder is, how it knows us, and what its contract leaves open
/// (platforms §2.1).
#[derive(Clone, Debug)]
pub struct Ngorder {
    /// `NGORDER_BASE_URL`, down to `/api/open`.
    pub base: BaseUrl,
    /// `NGORDER_API_KEY`; the platform lets it run out each year.
    pub key: Secret,
    /// `NGORDER_BANKS_PATH`: where the shop's accounts are asked for.
    pub banks_path: ApiPath,
    /// `NGORDER_ORDER_SOURCE`: the channel that our orders come through.
    pub order_source: Option<i64>,
    /// `NGORDER_PICK_UP`: whether shoppers may fetch things at the shop.
    pub has_pick_up: bool,
    /// `NGORDER_ACCOUNTS`: where transfers go when the platform names no account.
    pub accounts: Accounts,
    /// `NGORDER_UNIQUE_CODE`: whether each order costs a few rupiah more, by
    /// which the seller recognises its transfer.
    pub has_unique_code: bool,
    /// `NGORDER_PAY_DAYS`: days after which the seller may call an unpaid order off.
    pub pay_days: NonZero<u8>,
    /// `NGORDER_RATE_LIMITS`: how often it may be asked; the contract names no limit.
    pub limits: Limits,
    /// `NGORDER_BREAKER_CALLS`: fewer calls in ten seconds say nothing of its health.
    pub breaker_calls: u16,
}

/// Names the platform's key, whichever it is this year.
const NAME: &str = "ngorder";

const BASE_URL: &str = "NGORDER_BASE_URL";
const API_KEY: &str = "NGORDER_API_KEY";
const BANKS_PATH: &str = "NGORDER_BANKS_PATH";
const ORDER_SOURCE: &str = "NGORDER_ORDER_SOURCE";
const PICK_UP: &str = "NGORDER_PICK_UP";
const ACCOUNTS: &str = "NGORDER_ACCOUNTS";
const UNIQUE_CODE: &str = "NGORDER_UNIQUE_CODE";
const PAY_DAYS: &str = "NGORDER_PAY_DAYS";
const RATE_LIMITS: &str = "NGORDER_RATE_LIMITS";
const BREAKER_CALLS: &str = "NGORDER_BREAKER_CALLS";

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    /// The key turns it on: who sells on another platform has none, and nothing
    /// is missing then.
    pub(super) fn ngorder(&mut self) -> Option<Ngorder> {
        self.text(API_KEY)?;
        let base = self.required(BASE_URL);
        let key = self.required(API_KEY).map(|key: Secret| key.called(NAME));
        Some(Ngorder {
            banks_path: self.optional(BANKS_PATH).unwrap_or_default(),
            order_source: self.optional(ORDER_SOURCE),
            has_pick_up: self.optional(PICK_UP).unwrap_or(false),
            accounts: self.optional(ACCOUNTS).unwrap_or_default(),
            has_unique_code: self.optional(UNIQUE_CODE).unwrap_or(false),
            pay_days: self.optional(PAY_DAYS).unwrap_or(NonZero::<u8>::MIN),
            base: base?,
            key: key?,
            limits: self.optional(RATE_LIMITS).unwrap_or_default(),
            breaker_calls: self.optional(BREAKER_CALLS).unwrap_or(BREAKER_CALLS_DEFAULT),
        })
    }
}

/// A path of a platform's API whose name its contract has lost, query included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiPath(String);

/// The text is no path of an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a path begins with one slash and stays on its host")]
pub struct ApiPathError;

impl ApiPath {
    /// As it is added to the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the vendor's other paths suggest (platforms §2.1).
impl Default for ApiPath {
    fn default() -> Self {
        Self("/bank?type=BANK".to_owned())
    }
}

impl FromStr for ApiPath {
    type Err = ApiPathError;

    fn from_str(text: &str) -> Result<Self, ApiPathError> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'\\'));
        let stays = text.starts_with('/') && !text.contains("//") && !text.contains("..");
        if is_plain && stays { Ok(Self(text.to_owned())) } else { Err(ApiPathError) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Complaint;

    const KEYS: [(&str, &str); 2] =
        [(BASE_URL, "https://api.smartseller.co.id/api/open"), (API_KEY, "canary")];

    fn read(vars: &[(&str, &str)]) -> (Option<Ngorder>, Vec<Complaint>) {
        let var = |name: &str| Some(vars.iter().find(|(key, _)| *key == name)?.1.to_owned());
        let mut reader = Reader { var, complaints: Vec::new() };
        (reader.ngorder(), reader.complaints)
    }

    #[test]
    fn what_the_contract_leaves_open_is_for_the_seller_to_say() {
        let with = |name, value| read(&[KEYS[0], KEYS[1], (name, value)]);
        let plain = read(&KEYS).0.unwrap();
        assert_eq!(
            (plain.banks_path.as_str(), plain.order_source, plain.has_pick_up),
            ("/bank?type=BANK", None, false)
        );
        assert_eq!(with(BANKS_PATH, "/bank/shop").0.unwrap().banks_path.as_str(), "/bank/shop");
        assert_eq!(with(ORDER_SOURCE, "475").0.unwrap().order_source, Some(475));
        assert!(with(PICK_UP, "true").0.unwrap().has_pick_up);
        assert_eq!(with(ACCOUNTS, "BCA 0341987654 Sari").0.unwrap().accounts.all().len(), 1);
        assert!(with(UNIQUE_CODE, "true").0.unwrap().has_unique_code);
        assert_eq!((plain.pay_days.get(), plain.has_unique_code), (1, false));
        assert_eq!(with(PAY_DAYS, "3").0.unwrap().pay_days.get(), 3);
        assert_eq!(with(PAY_DAYS, "0").1, vec![Complaint::Invalid(PAY_DAYS)]);
        assert_eq!(with(RATE_LIMITS, "20/1000").0.unwrap().limits.per_ten_seconds, 20);
        assert_eq!(with(BREAKER_CALLS, "7").0.unwrap().breaker_calls, 7);
        for bad in ["bank", "//evil.example", "/../x", "/a b", "/a#b", "https://evil.example/"] {
            assert!(with(BANKS_PATH, bad).1.contains(&Complaint::Invalid(BANKS_PATH)), "{bad}");
        }
    }
}
