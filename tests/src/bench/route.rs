//! The routes that are measured, and how much of each.

use std::sync::Arc;

use http_body_util::Full;
use hyper::body::Bytes;

use super::load::Question;

/// How fresh the Workers under test keep their catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cache {
    /// Answers come from the isolate.
    Warm,
    /// Every answer asks the platform anew.
    Off,
}

/// One row of the report.
pub(super) struct Route {
    /// Its name in the report.
    pub(super) name: &'static str,
    /// Which Workers it runs on.
    pub(super) cache: Cache,
    /// What is asked.
    pub(super) question: Arc<dyn Question>,
    /// Requests in one round.
    pub(super) requests: u64,
    /// Connections at once.
    pub(super) connections: usize,
    /// The JavaScript Worker does the unsafe thing: no object, and blind retries.
    pub(super) unguarded: bool,
    /// Whether ours may cost no more CPU than the JavaScript twin.
    pub(super) held_to_twin: bool,
}

/// Every measured route, for a store of the sandbox and a digital variant of it.
pub(super) fn all(store: &str, variant: &str) -> Vec<Route> {
    let checkout: Arc<dyn Question> = Arc::new(Get(format!("/v3/stores/{store}/checkout")));
    let stores: Arc<dyn Question> = Arc::new(Get("/v3/stores/simplified".into()));
    let order: Arc<dyn Question> =
        Arc::new(Order { store: store.to_owned(), variant: variant.to_owned(), run: uuid::Uuid::now_v7() });
    let route = |name, cache, question, requests, connections, held_to_twin| Route {
        name,
        cache,
        question,
        requests,
        connections,
        unguarded: false,
        held_to_twin,
    };
    vec![
        route("catalogue, cached", Cache::Warm, Arc::clone(&checkout), 20_000, 16, true),
        route("catalogue, cold", Cache::Off, checkout, 1_200, 4, true),
        route("pass-through", Cache::Off, stores, 1_500, 8, false),
        route("order", Cache::Warm, Arc::clone(&order), 600, 8, false),
        Route { unguarded: true, ..route("order, unguarded", Cache::Warm, order, 600, 8, false) },
    ]
}

struct Get(String);

impl Question for Get {
    fn request(&self, _: u64) -> hyper::Request<Full<Bytes>> {
        let mut request = hyper::Request::new(Full::default());
        *request.uri_mut() = self.0.parse().unwrap_or_default();
        request.headers_mut().insert("host", hyper::header::HeaderValue::from_static("checkout.localhost"));
        request
    }
}

struct Order {
    store: String,
    variant: String,
    /// Keys of one run must not meet those of another: they would be replays.
    run: uuid::Uuid,
}

impl Question for Order {
    fn request(&self, n: u64) -> hyper::Request<Full<Bytes>> {
        static ROUND: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        let unique = ROUND.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let body = serde_json::json!({
            "store_unique_id": self.store,
            "customer_name": "Sari Dewi",
            // Equal orders of one shopper would be asked about.
            "customer_phone": format!("0812{unique:08}"),
            "customer_email": "sari@example.com",
            "ordervariants": [{"quantity": 1, "variant_unique_id": self.variant}],
            "payment_method": "qris",
        });
        let mut request = hyper::Request::new(Full::from(body.to_string()));
        *request.method_mut() = hyper::Method::POST;
        *request.uri_mut() = hyper::Uri::from_static("/v3/orders");
        let headers = request.headers_mut();
        headers.insert("host", hyper::header::HeaderValue::from_static("checkout.localhost"));
        headers.insert("content-type", hyper::header::HeaderValue::from_static("application/json"));
        if let Ok(key) = format!("{}-{unique}-{n}", self.run).parse() {
            headers.insert("idempotency-key", key);
        }
        request
    }

    fn expects(&self) -> u16 {
        201
    }
}
