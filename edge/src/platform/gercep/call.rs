//! `sync-products`: the whole store read, and batches written (platforms §3.1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::product::{Product, Shown};
use crate::config::GercepApi;
use crate::platform::loose::text;
use crate::platform::{Credential, Incoming, Outgoing, PlatformError, Verb};

/// Milliseconds until an answer must be here: what the vendor's own plugin waits.
const DEADLINE: u32 = 60_000;
/// Most bytes of an answer; the list has no pages.
const ANSWER_MAX: usize = 8 * 1024 * 1024;

/// What one call writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// These are so from now on.
    Upsert(Vec<Product>),
    /// What has these keys is gone from now on.
    Delete(Vec<String>),
}

/// What became of one item. The call may have succeeded all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It is as we said.
    Done,
    /// The merchant put it away there; it cannot be written.
    Archived,
    /// It is not.
    Refused,
}

/// Asks for the whole store.
pub fn fetch(api: &GercepApi) -> Outgoing {
    call(api, Verb::Get, None)
}

/// Writes a batch.
pub fn write(api: &GercepApi, batch: &Batch) -> Outgoing {
    call(api, Verb::Post, serde_json::to_vec(&body(batch)).ok())
}

fn body(batch: &Batch) -> Value {
    match batch {
        Batch::Upsert(products) => json!({ "action": "upsert", "products": products }),
        Batch::Delete(keys) => {
            let products: Vec<Value> = keys.iter().map(|key| json!({ "externalId": key })).collect();
            json!({ "action": "delete", "products": products })
        }
    }
}

/// What the store has.
///
/// # Errors
/// When it does not say.
pub fn read_store(answer: &Incoming) -> Result<Vec<Shown>, PlatformError> {
    #[derive(Deserialize)]
    struct Store {
        products: Vec<Shown>,
    }
    answer.well(0)?;
    let store: Store = serde_json::from_slice(&answer.body).map_err(|_| PlatformError::Malformed)?;
    Ok(store.products)
}

/// What became of each item of a batch, by its key. An item that is not
/// answered for is not in it.
///
/// # Errors
/// When the call failed as a whole; a part of it may have been carried out.
pub fn read_results(answer: &Incoming, batch: &Batch) -> Result<BTreeMap<String, Verdict>, PlatformError> {
    #[derive(Deserialize)]
    struct Results {
        #[serde(default)]
        results: Vec<Item>,
    }
    answer.well(0)?;
    let Results { results } = serde_json::from_slice(&answer.body).map_err(|_| PlatformError::Malformed)?;
    let about = |key: &str, name: &str| results.iter().find(|item| item.is_about(key, name));
    let verdicts: Vec<Option<(String, Verdict)>> = match batch {
        Batch::Upsert(products) => products
            .iter()
            .map(|product| {
                let item = about(&product.external_id, &product.name)?;
                Some((product.external_id.clone(), item.verdict("success")))
            })
            .collect(),
        Batch::Delete(keys) => {
            keys.iter().map(|key| Some((key.clone(), about(key, key)?.verdict("deleted")))).collect()
        }
    };
    Ok(verdicts.into_iter().flatten().collect())
}

/// The key is in it only when all went well; else the name is, or the key in its place.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Item {
    #[serde(deserialize_with = "text")]
    external_id: Option<String>,
    #[serde(deserialize_with = "text")]
    name: Option<String>,
    #[serde(deserialize_with = "text")]
    status: Option<String>,
}

impl Item {
    fn is_about(&self, key: &str, name: &str) -> bool {
        match (&self.external_id, &self.name) {
            (Some(external_id), _) => external_id == key,
            (None, Some(told)) => told == name.trim() || told == key,
            (None, None) => false,
        }
    }

    fn verdict(&self, done: &str) -> Verdict {
        match self.status.as_deref() {
            Some(status) if status == done => Verdict::Done,
            Some("ignored") => Verdict::Archived,
            _ => Verdict::Refused,
        }
    }
}

fn call(api: &GercepApi, method: Verb, body: Option<Vec<u8>>) -> Outgoing {
    Outgoing {
        method,
        url: api.base.join("/sync-products"),
        key: api.key.clone(),
        credential: Credential::ApiKey,
        body,
        deadline_ms: DEADLINE,
        cap: ANSWER_MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PlatformError::{Failing, Refused, Unauthorized};
    use shared::value::Rupiah;

    fn json(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    fn answer(status: u16, body: &str) -> Incoming {
        Incoming { status, body: body.into(), ..Incoming::default() }
    }

    fn rice() -> Product {
        Product {
            external_id: "POS-123".into(),
            name: "Nasi Goreng Spesial".into(),
            price: Rupiah::new(25_000),
            category: "Main Dishes".into(),
            description: "Nasi goreng dengan telur dan ayam".into(),
            image: Some("https://example.com/image.jpg".into()),
            stock: 100,
        }
    }

    fn called(key: &str, name: &str) -> Product {
        Product { external_id: key.into(), name: name.into(), ..rice() }
    }

    #[test]
    fn what_is_sent_is_what_the_documentation_sends() {
        let api = GercepApi {
            base: "https://gercep.click/api/partner".parse().unwrap(),
            key: "canary".parse().unwrap(),
        };
        let call = write(&api, &Batch::Upsert(vec![rice()]));
        assert_eq!(
            (call.method, call.url.as_str()),
            (Verb::Post, "https://gercep.click/api/partner/sync-products")
        );
        assert_eq!(call.credential(), ("x-api-key", "canary".into()));
        let sent = String::from_utf8(call.body.unwrap()).unwrap();
        assert_eq!(json(&sent), json(documented!("gercep/sync_products_upsert.request.json")));
        assert_eq!((fetch(&api).method, fetch(&api).body), (Verb::Get, None));
    }

    /// The documentation also deletes by name, which we never do: a name may be anybody's.
    #[test]
    fn a_delete_is_the_documented_one_by_key() {
        let mut documented = json(documented!("gercep/sync_products_delete.request.json"));
        documented["products"].as_array_mut().unwrap().retain(|item| item["externalId"].is_string());
        assert_eq!(body(&Batch::Delete(vec!["POS-123".into()])), documented);
    }

    #[test]
    fn the_documented_answers_are_read() {
        let store =
            read_store(&answer(200, documented!("gercep/sync_products_fetch.response.json"))).unwrap();
        let shown = Shown {
            external_id: Some("POS-123".into()),
            name: Some("Nasi Goreng".into()),
            price: Some(Rupiah::new(25_000)),
            stock: Some(100),
            ..Shown::default()
        };
        assert_eq!(store, [shown]);
        let upsert = read_results(
            &answer(200, documented!("gercep/sync_products_upsert.response.json")),
            &Batch::Upsert(vec![rice()]),
        );
        assert_eq!(upsert.unwrap(), BTreeMap::from([("POS-123".into(), Verdict::Done)]));
        let delete = read_results(
            &answer(200, documented!("gercep/sync_products_delete.response.json")),
            &Batch::Delete(vec!["POS-123".into(), "POS-9".into()]),
        );
        assert_eq!(delete.unwrap(), BTreeMap::from([("POS-123".into(), Verdict::Done)]));
    }

    #[test]
    fn a_failure_inside_a_success_is_a_failure() {
        let sent = Batch::Upsert(vec![
            rice(),
            called("POS-124", ""),
            called("POS-125", "Es Teh"),
            called("POS-126", "Es Jeruk"),
        ]);
        let read = read_results(
            &answer(200, documented!("gercep/synthetic/sync_products_upsert.mixed.response.json")),
            &sent,
        );
        let expected =
            [("POS-123", Verdict::Done), ("POS-124", Verdict::Refused), ("POS-125", Verdict::Archived)];
        assert_eq!(read.unwrap(), expected.map(|(key, verdict)| (key.to_owned(), verdict)).into());
    }

    #[test]
    fn the_documented_errors_are_failures_of_the_call() {
        let errors = json(documented!("gercep/synthetic/errors.json"));
        let read: Vec<_> = errors
            .as_array()
            .unwrap()
            .iter()
            .map(|error| {
                let status = u16::try_from(error["status"].as_u64().unwrap()).unwrap();
                read_results(&answer(status, &error["body"].to_string()), &Batch::Delete(Vec::new()))
                    .unwrap_err()
            })
            .collect();
        assert_eq!(read, [Unauthorized, Unauthorized, Unauthorized, Refused, Failing { status: 500 }]);
        for body in ["", "<html>", "[]", r#"{"success":true}"#] {
            assert_eq!(read_store(&answer(200, body)), Err(PlatformError::Malformed), "{body}");
        }
    }

    #[test]
    fn what_the_store_does_not_list_cannot_differ() {
        let shown = |json: &str| serde_json::from_str::<Shown>(json).unwrap();
        let same =
            shown(r#"{"externalId":"POS-123","name":"Nasi Goreng Spesial","price":25000.0,"stock":-2}"#);
        assert!(!same.differs(&rice()));
        assert_eq!(same.stock, None);
        for other in [
            r#"{"name":"Nasi"}"#,
            r#"{"price":"25001"}"#,
            r#"{"category":"General"}"#,
            r#"{"image":"https://x.example"}"#,
        ] {
            assert!(shown(other).differs(&rice()), "{other}");
        }
    }
}
