//! Questions to the till, and its answers (platforms §1, §4.1).

use serde::Deserialize;
use serde_json::Value;

use super::{Product, Variant};
use crate::config::{Secret, TillApi};
use crate::platform::{Credential, Incoming, Outgoing, PlatformError, Verb};
use crate::till::{Question, Truth};

/// Milliseconds until an answer must be here.
const DEADLINE: u32 = 15_000;
/// Most bytes of an answer.
const ANSWER_MAX: usize = 2 * 1024 * 1024;
/// Seconds: the till's window is three minutes, and it may not say how much of it is left.
const LEAST_WAIT: u32 = 30;

/// Asks for leave to ask.
pub fn token(api: &TillApi) -> Outgoing {
    let body = serde_json::json!({ "client_id": api.client_id, "client_secret": api.client_secret.bare() });
    Outgoing {
        method: Verb::Post,
        url: api.base.join("/api/v3/Token/OAuth2"),
        body: serde_json::to_vec(&body).ok(),
        ..call(api, &api.client_secret)
    }
}

/// The leave.
pub fn read_token(answer: &Incoming) -> Result<Secret, PlatformError> {
    #[derive(Deserialize)]
    struct Leave {
        access_token: String,
    }
    answer.well(LEAST_WAIT)?;
    let leave: Leave = serde_json::from_slice(&answer.body).map_err(|_| PlatformError::Malformed)?;
    leave.access_token.parse().map_err(|_| PlatformError::Malformed)
}

/// Asks a question.
pub fn ask(api: &TillApi, leave: &Secret, question: &Question) -> Outgoing {
    let (path, code) = match question {
        Question::Product(code) => ("/api/v3/Product?Code=", code),
        Question::Variant(code) => ("/api/v3/Variant?Code=", code),
    };
    let url = [api.base.join(path), form_urlencoded::byte_serialize(code.as_bytes()).collect()].concat();
    Outgoing { url, ..call(api, leave) }
}

/// What it answered. That there is no such code is an answer.
///
/// # Errors
/// When it did not answer the question; `now` in Unix seconds.
pub fn read(answer: &Incoming, question: &Question) -> Result<Truth, PlatformError> {
    let found = match answer.well(LEAST_WAIT) {
        Err(PlatformError::NotFound) => Value::Array(Vec::new()),
        Err(other) => return Err(other),
        Ok(()) => serde_json::from_slice(&answer.body).map_err(|_| PlatformError::Malformed)?,
    };
    let found = match found {
        Value::Array(found) => found,
        one @ Value::Object(_) => vec![one],
        _ => return Err(PlatformError::Malformed),
    };
    match question {
        Question::Product(code) => Ok(Truth::Products(
            code.clone(),
            all(found, |product: &Product| product.code.as_ref() == Some(code))?,
        )),
        Question::Variant(code) => {
            Ok(Truth::Variants(all(found, |variant: &Variant| variant.code.as_ref() == Some(code))?))
        }
    }
}

/// Those that were asked for: a search may find more.
fn all<T: for<'a> Deserialize<'a>>(
    found: Vec<Value>,
    is_it: impl Fn(&T) -> bool,
) -> Result<Vec<T>, PlatformError> {
    let read: Result<Vec<T>, _> = found.into_iter().map(T::deserialize).collect();
    Ok(read.map_err(|_| PlatformError::Malformed)?.into_iter().filter(is_it).collect())
}

fn call(api: &TillApi, key: &Secret) -> Outgoing {
    Outgoing {
        method: Verb::Get,
        url: api.base.join("/"),
        key: key.clone(),
        credential: Credential::Bearer,
        body: None,
        deadline_ms: DEADLINE,
        cap: ANSWER_MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::value::Rupiah;

    fn api() -> TillApi {
        TillApi {
            base: "https://toko.dealpos.example".parse().unwrap(),
            client_id: "id".into(),
            client_secret: "secret".parse().unwrap(),
        }
    }

    fn answer(status: u16, body: &str) -> Incoming {
        Incoming { status, body: body.into(), ..Incoming::default() }
    }

    #[test]
    fn a_code_is_asked_for_as_it_is() {
        let call = ask(&api(), &"leave".parse().unwrap(), &Question::Product("A&B 1/2".into()));
        assert_eq!(call.url, "https://toko.dealpos.example/api/v3/Product?Code=A%26B+1%2F2");
        assert_eq!(call.credential(), ("authorization", "Bearer leave".into()));
    }

    #[test]
    fn leave_is_read() {
        assert_eq!(
            read_token(&answer(200, r#"{"access_token":"abc","expires_in":1}"#)).unwrap().bare(),
            "abc"
        );
        assert_eq!(read_token(&answer(401, "")).unwrap_err(), PlatformError::Unauthorized);
        assert_eq!(read_token(&answer(200, "{}")).unwrap_err(), PlatformError::Malformed);
    }

    #[test]
    fn only_what_has_the_code_is_an_answer() {
        let question = Question::Variant("A".into());
        let body = r#"[{"ID":"1","Code":"A","UnitPrice":5},{"ID":"2","Code":"AB","UnitPrice":6}]"#;
        let Truth::Variants(found) = read(&answer(200, body), &question).unwrap() else { panic!("variants") };
        assert_eq!(
            found.iter().map(|variant| variant.unit_price).collect::<Vec<_>>(),
            [Some(Rupiah::new(5))]
        );
        assert_eq!(read(&answer(404, ""), &question), Ok(Truth::Variants(Vec::new())));
        assert_eq!(read(&answer(200, "[1]"), &question), Err(PlatformError::Malformed));
        assert_eq!(read(&answer(429, ""), &question), Err(PlatformError::Busy { retry_after: 30 }));
        assert_eq!(read(&answer(503, "<html>"), &question), Err(PlatformError::Failing { status: 503 }));
    }
}
