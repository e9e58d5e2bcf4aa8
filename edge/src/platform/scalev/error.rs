//! What a status of the v3 platform means (scalev-v3 §1.6, §1.7).

use serde::Deserialize;
use serde_json::Value;
use shared::v3::List;

use crate::platform::{Incoming, PlatformError};

/// Reads the body of a 2xx answer, or says why there is none. `now` in Unix
/// seconds.
pub(super) fn read<'a, T: Deserialize<'a>>(answer: &'a Incoming, now: i64) -> Result<T, PlatformError> {
    // Checked as a whole, the text need not be checked string by string.
    let text = str::from_utf8(body(answer, now)?).map_err(|_| PlatformError::Malformed)?;
    serde_json::from_str(text).map_err(|_| PlatformError::Malformed)
}

/// Reads the rows of a list. One that cannot be read is left out, so that it
/// does not hide the others.
pub(super) fn rows<T: for<'de> Deserialize<'de>>(
    answer: &Incoming,
    now: i64,
) -> Result<Vec<T>, PlatformError> {
    let list: List<Value> = read(answer, now)?;
    Ok(list.data.into_iter().filter_map(|row| serde_json::from_value(row).ok()).collect())
}

fn body(answer: &Incoming, now: i64) -> Result<&[u8], PlatformError> {
    match answer.status {
        200..=299 => Ok(&answer.body),
        // A redirect is never followed, so that the key stays with its host.
        300..=399 | 401 | 403 => Err(PlatformError::Unauthorized),
        429 if is_its_own_words(answer) => {
            Err(PlatformError::Busy { retry_after: answer.wait_hint.seconds(now) })
        }
        404 if is_json(answer) => Err(PlatformError::NotFound),
        408 | 409 | 429 => Err(PlatformError::Failing { status: answer.status }),
        400..=499 if is_json(answer) => Err(PlatformError::Refused),
        400..=499 => Err(PlatformError::Malformed),
        status => Err(PlatformError::Failing { status }),
    }
}

/// JSON or plain text; a page in HTML is from something in between, which
/// cannot know what the platform did.
fn is_its_own_words(answer: &Incoming) -> bool {
    is_json(answer) || media_type(answer).eq_ignore_ascii_case("text/plain")
}

fn is_json(answer: &Incoming) -> bool {
    media_type(answer).eq_ignore_ascii_case("application/json")
}

fn media_type(answer: &Incoming) -> &str {
    answer.content_type.split(';').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(status: u16, content_type: &str) -> Result<(), PlatformError> {
        let answer = Incoming { status, content_type: content_type.into(), ..Incoming::default() };
        body(&answer, 0).map(drop)
    }

    #[test]
    fn each_status_says_what_to_do_next() {
        let json = "application/json; charset=utf-8";
        assert_eq!(judged(200, json), Ok(()));
        assert_eq!(judged(201, json), Ok(()));
        assert_eq!(judged(400, json), Err(PlatformError::Refused));
        assert_eq!(judged(422, json), Err(PlatformError::Refused));
        assert_eq!(judged(401, json), Err(PlatformError::Unauthorized));
        assert_eq!(judged(403, "text/html"), Err(PlatformError::Unauthorized));
        assert_eq!(judged(307, ""), Err(PlatformError::Unauthorized));
        assert_eq!(judged(404, json), Err(PlatformError::NotFound));
        assert_eq!(judged(429, "text/plain"), Err(PlatformError::Busy { retry_after: 5 }));
        assert_eq!(judged(500, json), Err(PlatformError::Failing { status: 500 }));
    }

    /// A page of a proxy says nothing about what the platform did.
    #[test]
    fn strangers_words_prove_nothing() {
        for status in [404, 400, 408, 409, 429, 502, 520] {
            let error = judged(status, "text/html").unwrap_err();
            assert!(!error.is_known_not_executed(), "{status}");
        }
    }
}
