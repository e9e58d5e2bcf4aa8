//! What is read, and what is complained about.

use super::origins::ALLOWED_ORIGINS;
use super::quotes::{SECONDS as QUOTE_SECONDS, SECRET as QUOTE_SECRET};
use super::scalev::{API_KEY, BASE_URL, BREAKER_CALLS, STOREFRONT_KEY};
use super::seller::{SECRET as SELLER_WEBHOOK_SECRET, URL as SELLER_WEBHOOK_URL};
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
    for bad in ["*", "null", "toko.id", "https://toko.id/halaman", "https://*.toko.id", "https://a@toko.id"] {
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
    let of = |key: &Secret| config.order_platform_of(key).map(|platform| platform.key().name().to_owned());
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
