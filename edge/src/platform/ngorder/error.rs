//! What an answer of the platform means. Its own word stands before its
//! status: `"response":"Failed"` is a failure in a 200 too (platforms §1).

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::v3::List;

use super::lenient::{self, readable};
use crate::platform::{Incoming, PlatformError, Said};

#[derive(Default, Deserialize)]
#[serde(default)]
struct Envelope {
    #[serde(deserialize_with = "lenient::text")]
    response: Option<String>,
    message: Value,
    data: Value,
    meta: Value,
}

/// The one thing of an answer; a list of one is it too.
pub(super) fn read<T: DeserializeOwned>(answer: &Incoming, now: i64) -> Said<T> {
    let data = envelope(answer, now)?.data;
    readable(data).into_iter().next().ok_or(PlatformError::Malformed)
}

/// The things of a list that can be read, with the cursor of the next page.
/// What is no list is no answer.
pub(super) fn rows<T: DeserializeOwned>(answer: &Incoming, now: i64) -> Said<List<T>> {
    let Envelope { data, meta, .. } = envelope(answer, now)?;
    if !data.is_array() {
        return Err(PlatformError::Malformed);
    }
    let next_cursor = next_page(&meta);
    Ok(List { data: readable(data), is_paginated: true, has_next: Some(next_cursor.is_some()), next_cursor })
}

/// The link to the next page is an object, a list or nothing; the numbers are
/// always there.
fn next_page(meta: &Value) -> Option<String> {
    let pagination = meta.get("pagination")?;
    let of = |member: &str| pagination.get(member).and_then(lenient::number);
    let (current, all) = (of("current_page")?, of("total_pages")?);
    (0 < current && current < all).then(|| current.saturating_add(1).to_string())
}

fn envelope(answer: &Incoming, now: i64) -> Said<Envelope> {
    let json = serde_json::from_slice::<Value>(&answer.body).ok().filter(Value::is_object);
    let envelope: Option<Envelope> = json.and_then(|json| serde_json::from_value(json).ok());
    match (answer.status, envelope) {
        // A redirect is never followed, so that the key stays with its host.
        (300..=399 | 401 | 403 | 404 | 410, _) => Err(PlatformError::Unauthorized),
        (429, _) => Err(PlatformError::Busy { retry_after: answer.wait_hint.seconds(now) }),
        (200..=499, Some(envelope)) if envelope.has_failed() => Err(envelope.failure()),
        (200..=299, Some(envelope)) => Ok(envelope),
        (408 | 409, _) => Err(PlatformError::Failing { status: answer.status }),
        (400..=499, Some(_)) => Err(PlatformError::Refused),
        (200..=499, _) => Err(PlatformError::Malformed),
        (status, _) => Err(PlatformError::Failing { status }),
    }
}

impl Envelope {
    fn has_failed(&self) -> bool {
        self.response.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("failed"))
    }

    /// A key that ran out is the seller's matter, whatever status says so.
    fn failure(&self) -> PlatformError {
        let message = self.message.as_str().unwrap_or_default().to_lowercase();
        let is_about_key = ["api key", "token", "unauthenticated"].iter().any(|word| message.contains(word));
        if is_about_key { PlatformError::Unauthorized } else { PlatformError::Refused }
    }
}

/// The members that a refusal names, with what it says of each. Nothing when
/// the answer is no refusal.
pub(super) fn refused_members(answer: &Incoming) -> Vec<(String, Vec<String>)> {
    let envelope = serde_json::from_slice::<Envelope>(&answer.body).ok().filter(Envelope::has_failed);
    let Some(Value::Object(members)) = envelope.map(|envelope| envelope.message) else { return Vec::new() };
    members.into_iter().map(|(member, sentences)| (member, readable(sentences))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{fixture, ok};

    fn judged(status: u16, body: &str) -> Said<()> {
        envelope(&Incoming { status, ..ok(body) }, 0).map(drop)
    }

    #[test]
    fn the_word_stands_before_the_status() {
        for word in ["Failed", "failed", "FAILED"] {
            let body = format!(r#"{{"response":"{word}","message":{{}},"data":null}}"#);
            for status in [200, 201, 400, 422] {
                assert_eq!(judged(status, &body), Err(PlatformError::Refused), "{status} {word}");
            }
        }
        for word in ["Success", "success", "Sukses", "sukses"] {
            assert_eq!(judged(200, &format!(r#"{{"response":"{word}","data":{{}}}}"#)), Ok(()), "{word}");
        }
        assert_eq!(judged(200, r#"{"data":[]}"#), Ok(()));
    }

    #[test]
    fn a_key_that_ran_out_is_the_sellers_matter() {
        let expired = r#"{"response":"Failed","message":"Your API key has expired","data":null}"#;
        for status in [200, 401, 403] {
            assert_eq!(judged(status, expired), Err(PlatformError::Unauthorized), "{status}");
        }
        assert_eq!(judged(401, "<html>"), Err(PlatformError::Unauthorized));
        assert_eq!(judged(404, "{}"), Err(PlatformError::Unauthorized));
    }

    #[test]
    fn what_may_have_been_done_is_not_called_refused() {
        for (status, body) in
            [(500, "{}"), (503, "{}"), (200, "<html>"), (200, "[]"), (409, "{}"), (422, "<p>")]
        {
            let error = judged(status, body).unwrap_err();
            assert!(!error.is_known_not_executed(), "{status} {body}: {error:?}");
        }
        assert_eq!(judged(422, "{}"), Err(PlatformError::Refused));
        assert_eq!(judged(429, ""), Err(PlatformError::Busy { retry_after: 5 }));
    }

    #[test]
    fn pages_are_counted() {
        let next = |meta: &str| {
            let body = format!(r#"{{"data":[],"meta":{{"pagination":{meta}}}}}"#);
            rows::<Value>(&ok(&body), 0).unwrap().next().map(str::to_owned)
        };
        assert_eq!(next(r#"{"current_page":1,"total_pages":2,"links":{"next":"x"}}"#).as_deref(), Some("2"));
        assert_eq!(next(r#"{"current_page":"2","total_pages":"3","links":[]}"#).as_deref(), Some("3"));
        assert_eq!(next(r#"{"current_page":2,"total_pages":2,"links":{}}"#), None);
        assert_eq!(rows::<Value>(&ok(r#"{"data":[]}"#), 0).unwrap().next(), None);
    }

    #[test]
    fn a_refusal_names_members_by_dotted_paths() {
        let members = refused_members(&ok(fixture!("order_create.error")));
        let names: Vec<_> = members.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["payment.cost_of_goods_sales", "products.0.product_status"]);
        let payment = refused_members(&ok(fixture!("order_payment_update.error")));
        // The number in its list is no sentence.
        assert!(payment.contains(&("maximum amount".to_owned(), vec![])));
        assert_eq!(refused_members(&ok(fixture!("order_create.response"))), vec![]);
    }

    /// Every example of the vendor's, whether a checkout needs it or not.
    #[test]
    fn every_documented_answer_is_understood() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/ngorder");
        let mut answers = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let body = std::fs::read_to_string(&path).unwrap();
            let expect = match name.split_once('.').map(|(_, rest)| rest) {
                Some("response.json") => Ok(()),
                Some("error.json") => Err(PlatformError::Refused),
                _ => continue,
            };
            assert_eq!(judged(200, &body), expect, "{name}");
            answers += 1;
        }
        assert!(answers > 60, "{answers}");
    }
}
