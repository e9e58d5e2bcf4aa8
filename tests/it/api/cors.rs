//! Which pages may use the checkout: those of `ALLOWED_ORIGINS`, to the letter (reliability T9).

use anyhow::Result;
use libtest_mimic::Trial;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{digital, key, parcel, store, with};
use super::catalogue::path;
use super::courier::{asked, question};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::cors":
        a_known_storefront_may_read_every_answer,
        the_worlds_own_storefront_may_order,
        a_stranger_is_refused_and_told_nothing,
        a_stranger_orders_nothing,
        no_origin_is_no_other_site,
        a_preflight_says_what_a_page_may_send,
        a_preflight_of_a_stranger_is_refused,
        files_are_for_every_page,
        nothing_is_ever_allowed_with_credentials,
    ]
}

const KNOWN: [&str; 2] = ["https://toko.example", "https://kasir.toko.example:8443"];

/// What looks like a storefront and is none.
const STRANGERS: [&str; 36] = [
    "null",
    "*",
    "https://evil.example",
    "http://toko.example",
    "https://evil-toko.example",
    "https://eviltoko.example",
    "https://toko.example.evil.example",
    "https://toko.example-evil.example",
    "https://toko.examplee",
    "https://toko.exampl",
    "https://www.toko.example",
    "https://a.b.toko.example",
    "https://kasir.toko.example",
    "https://kasir.toko.example:8444",
    "https://kasir.toko.example:443",
    "https://toko.example:443",
    "https://toko.example:80",
    "https://toko.example:8443",
    "https://toko.example.",
    "https://toko.example/",
    "https://toko.example/halaman",
    "https://toko.example?x",
    "https://toko.example#x",
    "https://TOKO.example",
    "HTTPS://toko.example",
    "https://toko.example@evil.example",
    "https://evil.example@toko.example",
    "https://toko.example, https://evil.example",
    "https://toko.example https://evil.example",
    "https://toko%2eexample",
    "https://xn--tok-8cd.example",
    "https://t\u{f8}ko.example",
    "file://",
    "http://localhost",
    "http://127.0.0.1",
    "chrome-extension://toko.example",
];

fn allowed(answer: &Answer) -> Option<&str> {
    answer.header("access-control-allow-origin")
}

fn varies_by_origin(answer: &Answer) -> bool {
    answer
        .header("vary")
        .is_some_and(|vary| vary.split(',').any(|name| name.trim().eq_ignore_ascii_case("origin")))
}

/// An ask of every guarded route, with its status when it comes from a page that may.
fn guarded() -> Vec<(Ask, u16)> {
    let wrong = with(&digital(), "/customer_phone", "12".into());
    let store = store("kopi");
    let mut asks: Vec<_> = ["checkout", "products", "bundles", "payment-methods"]
        .into_iter()
        .map(|what| (Ask::get(path(store, what)), 200))
        .collect();
    asks.extend([
        (Ask::get("/v3/stores/simplified"), 200),
        (Ask::get("/v3/stores/store_xxx/checkout"), 404),
        (Ask::get("/v3/orders/ck_x"), 404),
        (Ask::get("/v3/locations?search=coblong"), 200),
        (Ask::get("/v3/locations/2201/postal-codes"), 200),
        (question(&asked(&parcel())), 200),
        (Ask::order(&wrong, &key()), 422),
        (Ask::new("DELETE", "/v3/orders"), 405),
    ]);
    asks
}

fn a_known_storefront_may_read_every_answer() -> Result<()> {
    let world = places::window()?;
    for origin in KNOWN {
        for (ask, status) in guarded() {
            let answer = ask.origin(origin).of(&world);
            assert_eq!((answer.status, allowed(&answer)), (status, Some(origin)), "{}", answer.text());
            assert!(varies_by_origin(&answer));
            let exposed = answer.header("access-control-expose-headers").unwrap().to_lowercase();
            for name in ["x-request-id", "server-timing", "retry-after", "idempotent-replayed", "etag"] {
                assert!(exposed.split(", ").any(|exposed| exposed == name), "{name} in {exposed}");
            }
        }
    }
    Ok(())
}

fn the_worlds_own_storefront_may_order() -> Result<()> {
    let world = places::till()?;
    let answer = Ask::order(&digital(), &key()).origin(&world.storefront_url).of(&world);
    assert_eq!((answer.status, allowed(&answer)), (201, Some(world.storefront_url.as_str())));
    Ok(())
}

fn is_told_nothing(world: &World, ask: &Ask, origin: &str) {
    let answer = ask.clone().origin(origin).of(world);
    if answer.status != 405 {
        answer.refused(403, "origin_not_allowed");
    }
    assert_eq!(allowed(&answer), None, "{origin:?}");
    assert!(varies_by_origin(&answer), "{origin:?}");
}

fn a_stranger_is_refused_and_told_nothing() -> Result<()> {
    let world = places::window()?;
    let stores = Ask::get("/v3/stores/simplified");
    for origin in STRANGERS {
        is_told_nothing(&world, &stores, origin);
    }
    for (ask, _) in guarded() {
        for origin in ["null", "https://evil.example"] {
            is_told_nothing(&world, &ask, origin);
        }
    }
    Ok(())
}

fn a_stranger_orders_nothing() -> Result<()> {
    let world = places::window()?;
    for origin in STRANGERS {
        Ask::order(&digital(), &key()).origin(origin).of(&world).refused(403, "origin_not_allowed");
    }
    assert_eq!(world.sandbox.look(|world| world.requests_to("POST", "/v3/orders").count()), 0);
    Ok(())
}

/// A program or an app; whoever is not a browser can write any origin anyway (T10).
fn no_origin_is_no_other_site() -> Result<()> {
    let world = places::window()?;
    for (ask, status) in guarded() {
        let answer = ask.of(&world);
        assert_eq!((answer.status, allowed(&answer)), (status, None));
        assert!(varies_by_origin(&answer));
    }
    let own = Ask::get("/v3/stores/simplified").origin(&world.worker_url).of(&world);
    assert_eq!((own.status, allowed(&own)), (200, None));
    Ok(())
}

fn preflight(path: &str, origin: &str) -> Ask {
    let ask = Ask::new("OPTIONS", path).origin(origin).header("access-control-request-method", "POST");
    ask.header("access-control-request-headers", "content-type,idempotency-key")
}

fn a_preflight_says_what_a_page_may_send() -> Result<()> {
    let world = places::window()?;
    for origin in KNOWN {
        let answer = preflight("/v3/orders", origin).of(&world);
        assert_eq!((answer.status, answer.bytes.len(), allowed(&answer)), (204, 0, Some(origin)));
        let list = |name: &str| answer.header(name).expect("a list").to_lowercase();
        assert!(list("access-control-allow-methods").contains("post"));
        for header in ["content-type", "idempotency-key"] {
            assert!(list("access-control-allow-headers").contains(header));
        }
        assert!(answer.header("access-control-max-age").unwrap().parse::<u32>()? >= 600);
        assert!(varies_by_origin(&answer));
    }
    Ok(())
}

fn a_preflight_of_a_stranger_is_refused() -> Result<()> {
    let world = places::window()?;
    for origin in STRANGERS {
        let answer = preflight("/v3/orders", origin).of(&world);
        answer.refused(403, "origin_not_allowed");
        assert_eq!(allowed(&answer), None);
        assert_eq!(answer.header("access-control-allow-methods"), None);
    }
    Ok(())
}

fn files_are_for_every_page() -> Result<()> {
    let world = places::window()?;
    for path in ["/tumbas.js", "/openapi.json", "/health"] {
        for origin in ["https://evil.example", "null", KNOWN[0]] {
            let answer = Ask::get(path).origin(origin).of(&world);
            assert_eq!((answer.status, allowed(&answer)), (200, Some("*")), "{path} {origin}");
        }
    }
    Ok(())
}

fn nothing_is_ever_allowed_with_credentials() -> Result<()> {
    let world = places::window()?;
    let asks = guarded().into_iter().map(|(ask, _)| ask);
    for ask in asks.chain([preflight("/v3/orders", ""), Ask::get("/tumbas.js"), Ask::get("/health")]) {
        for origin in ["https://toko.example", "https://evil.example", "null"] {
            let answer = ask.clone().origin(origin).header("cookie", "session=1").of(&world);
            assert_eq!(answer.header("access-control-allow-credentials"), None);
            assert_eq!(answer.header("set-cookie"), None);
        }
    }
    Ok(())
}
