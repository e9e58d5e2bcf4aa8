//! What tests and people may do to deliveries.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::task::JoinSet;

use super::delivery::Attempt;
use super::endpoint::Endpoint;
use super::event::{Event, test_event};
use super::post::post;
use super::sign::sign;
use crate::sandbox::{App, identity};

/// A delivery that the platform never sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Forgery {
    /// `payment.received`, …
    pub event: String,
    /// The order it pretends to be about.
    pub order_id: String,
    /// Members of its data that are lies.
    pub data: serde_json::Map<String, Value>,
    /// The secret it is signed with; somebody else's when left out.
    pub secret: Option<String>,
    /// The signature itself, in place of one made with a secret.
    pub signature: Option<String>,
}

impl App {
    /// Saves who is told. The platform asks first, with a signed ping.
    ///
    /// # Errors
    /// When the answer to `business.test_event` is not exactly 200, in words.
    pub(in crate::sandbox) async fn subscribe(&self, endpoint: Endpoint) -> Result<(), String> {
        let ping = test_event();
        let signature = sign(&endpoint.secret, ping.as_bytes());
        match post(&endpoint.url, &signature, ping).await {
            Ok(200) => {
                self.world.change(|world| world.webhooks.set_endpoint(Some(endpoint)));
                Ok(())
            }
            Ok(status) => {
                Err(format!("{} answered {status} to business.test_event; only 200 is good", endpoint.url))
            }
            Err(error) => Err(format!("{} did not answer business.test_event: {error}", endpoint.url)),
        }
    }

    /// Sends a delivery again, so many times, all at the same moment.
    ///
    /// # Errors
    /// When there is no such delivery or nobody to send it to.
    pub(in crate::sandbox) async fn replay(&self, number: u64, copies: u32) -> Result<Vec<Attempt>, String> {
        let found = self.world.read(|world| {
            let delivery = world.deliveries().iter().find(|delivery| delivery.number == number)?;
            Some((delivery.body.clone(), world.webhooks.endpoint()?.clone()))
        });
        let (body, endpoint) =
            found.ok_or_else(|| format!("no delivery {number}, or nobody to send it to"))?;
        let signature = sign(&endpoint.secret, body.as_bytes());
        let mut posts = JoinSet::new();
        for _ in 0..copies.max(1) {
            let (url, signature, body) = (endpoint.url.clone(), signature.clone(), body.clone());
            posts.spawn(async move { Attempt::new(post(&url, &signature, body).await) });
        }
        Ok(posts.join_all().await)
    }

    /// Sends what the platform never said.
    ///
    /// # Errors
    /// When the event or the order is unknown, or nobody is there to send it to.
    pub(in crate::sandbox) async fn forge(&self, forgery: &Forgery) -> Result<Attempt, String> {
        let event = Event::of_name(&forgery.event).ok_or_else(|| format!("no event {}", forgery.event))?;
        let (mut data, endpoint) = self.world.read(|world| {
            let order = world.any_order(&forgery.order_id);
            let order = order.ok_or_else(|| format!("no order {}", forgery.order_id))?;
            let endpoint = world.webhooks.endpoint().ok_or("nobody is told")?;
            Ok::<_, String>((event.data(order), endpoint.clone()))
        })?;
        if let Value::Object(members) = &mut data {
            members.extend(forgery.data.clone());
        }
        let body = event.envelope(&identity::event_id(), &data);
        let secret = forgery.secret.as_deref().unwrap_or("whsec_of_somebody_else");
        let signature = forgery.signature.clone().unwrap_or_else(|| sign(secret, body.as_bytes()));
        Ok(Attempt::new(post(&endpoint.url, &signature, body).await))
    }
}
