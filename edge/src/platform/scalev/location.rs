//! Districts and their postal codes (scalev-v3 §2.5, §2.6).

use shared::v3::{List, Location, PostalCodeItem};

use super::{error, get};
use crate::config::Scalev;
use crate::platform::{Districts, Incoming, Outgoing, PostalCodes, Said};

impl Districts for Scalev {
    fn district_page(&self, word: &str, cursor: Option<&str>) -> Outgoing {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("search", word).append_pair("page_size", "25");
        if let Some(cursor) = cursor {
            query.append_pair("next_cursor", cursor);
        }
        get(self, &["/v3/locations?", &query.finish()].concat(), None)
    }

    fn read_districts(&self, answer: &Incoming, now: i64) -> Said<List<Location>> {
        error::read(answer, now)
    }
}

impl PostalCodes for Scalev {
    fn codes(&self, district: i64) -> Outgoing {
        get(self, &format!("/v3/locations/{district}/postal-codes"), None)
    }

    fn read_codes(&self, answer: &Incoming, now: i64) -> Said<Vec<String>> {
        let items = error::rows::<PostalCodeItem>(answer, now)?.into_iter();
        let codes = items.map(PostalCodeItem::into_code).map(|code| code.trim().to_owned());
        let mut codes: Vec<String> =
            codes.filter(|code| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())).collect();
        codes.sort_unstable();
        codes.dedup();
        Ok(codes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::PlatformError;
    use crate::platform::scalev::tests::account;

    fn ok(body: &str) -> Incoming {
        Incoming { status: 200, body: body.as_bytes().to_vec(), ..Incoming::default() }
    }

    #[test]
    fn words_and_cursors_are_escaped() {
        assert_eq!(
            account().district_page("ma rang&x=", Some("a+/=")).url,
            "https://api.example/v3/locations?search=ma+rang%26x%3D&page_size=25&next_cursor=a%2B%2F%3D"
        );
        assert_eq!(account().codes(6033).url, "https://api.example/v3/locations/6033/postal-codes");
    }

    #[test]
    fn postal_codes_come_as_objects_or_strings() {
        let codes = |body: &str| account().read_codes(&ok(body), 0);
        let both =
            r#"{"data":[{"postal_code":"40135"},"40132","40132"," 4013",null,{"x":1}],"is_paginated":false}"#;
        assert_eq!(codes(both), Ok(vec!["40132".into(), "40135".into()]));
        assert_eq!(codes(r#"{"data":[]}"#), Ok(vec![]));
        assert_eq!(codes("[]"), Err(PlatformError::Malformed));
    }
}
