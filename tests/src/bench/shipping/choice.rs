//! A district is chosen: what is asked then, and how long the answers take.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use http_body_util::Full;
use hyper::body::Bytes;
use serde_json::{Value, json};

use super::load;
use crate::sandbox::{Catalogue, District};

/// A district, and a cart that goes there.
pub(super) struct Choice {
    district: u64,
    question: String,
}

/// One choice, from the click to the answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Journey {
    /// Until both answers were there.
    pub(super) total: Duration,
    /// `Server-Timing` of the shipping options: waiting for the platform.
    pub(super) platform: Duration,
    /// The same: our own share.
    pub(super) edge: Duration,
    /// Calls to the platform.
    pub(super) calls: usize,
    /// How many of them had to wait for one another.
    pub(super) in_sequence: usize,
}

impl Choice {
    /// Two shirts and a bag for this district.
    pub(super) fn of(district: &District) -> Self {
        let store = Catalogue::get().store("batik");
        let variant = |slug: &str| {
            let product = store.and_then(|store| store.product(slug));
            product.and_then(|product| product.variants.first()).map(|variant| &variant.unique_id)
        };
        let question = json!({
            "store_unique_id": store.map(|store| &store.unique_id),
            "location_id": district.id,
            "payment_method": "qris",
            "ordervariants": [
                { "quantity": 2, "variant_unique_id": variant("kemeja-parang") },
                { "quantity": 1, "variant_unique_id": variant("tas-tote") },
            ],
        });
        Self { district: district.id, question: question.to_string() }
    }

    /// Asks for postal codes and couriers at once, as the widget does.
    pub(super) fn made(&self, worker: SocketAddr) -> Result<Journey> {
        let begun = Instant::now();
        let path = format!("http://{worker}/v3/locations/{}/postal-codes", self.district);
        let codes = thread::spawn(move || ureq::get(&path).call().map(drop));
        let url = format!("http://{worker}/v3/shipping-options");
        let answer = ureq::post(&url).header("content-type", "application/json").send(&self.question);
        let mut answer = answer.context("POST /v3/shipping-options failed")?;
        let options: Value = answer.body_mut().read_json()?;
        codes.join().map_err(|_| anyhow::anyhow!("asking for postal codes panicked"))??;
        let total = begun.elapsed();
        ensure!(options["data"].as_array().is_some_and(|data| !data.is_empty()), "no couriers: {options}");
        let timing = answer.headers().get("server-timing").and_then(|value| value.to_str().ok());
        let (platform, edge) = timing.and_then(shares).context("an answer without Server-Timing")?;
        Ok(Journey { total, platform, edge, calls: 0, in_sequence: 0 })
    }
}

/// `platform;dur=81, edge;dur=1`
fn shares(timing: &str) -> Option<(Duration, Duration)> {
    let of = |name: &str| {
        let entry =
            timing.split(',').find_map(|entry| entry.trim().strip_prefix(name)?.strip_prefix(";dur="))?;
        entry.parse().ok().map(Duration::from_millis)
    };
    Some((of("platform")?, of("edge")?))
}

/// Choices that are asked for one after another, for the load.
pub(super) struct Question(Vec<Choice>);

impl Question {
    /// Round and round.
    pub(super) fn of(choices: Vec<Choice>) -> Arc<dyn load::Question> {
        Arc::new(Self(choices))
    }
}

impl load::Question for Question {
    fn request(&self, n: u64) -> hyper::Request<Full<Bytes>> {
        let nth = usize::try_from(n).unwrap_or_default() % self.0.len();
        let mut request = hyper::Request::new(Full::from(self.0[nth].question.clone()));
        *request.method_mut() = hyper::Method::POST;
        *request.uri_mut() = hyper::Uri::from_static("/v3/shipping-options");
        let headers = request.headers_mut();
        headers.insert("host", hyper::header::HeaderValue::from_static("checkout.localhost"));
        headers.insert("content-type", hyper::header::HeaderValue::from_static("application/json"));
        request
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_shares_are_read() {
        let millis = Duration::from_millis;
        assert_eq!(shares("platform;dur=81, edge;dur=1"), Some((millis(81), millis(1))));
        assert_eq!(shares("edge;dur=1"), None);
    }
}
