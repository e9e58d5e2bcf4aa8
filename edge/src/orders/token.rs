//! The shopper's name of an order.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

const PREFIX: &str = "ck_";
const ID_BYTES: usize = 32;

/// `ck_` and the id of the object that owns the intent. The runtime derives
/// that id with a key of its own, so a token cannot be guessed or made, and an
/// id that is not ours is refused by the runtime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// From the object's id, which is 64 hexadecimal digits.
    pub fn from_object_id(hex: &str) -> Option<Self> {
        let bytes = from_hex(hex)?;
        Some(Self([PREFIX, &BASE64_URL_SAFE_NO_PAD.encode(bytes)].concat()))
    }

    /// The object's id that a token names. `None` for anything that is no token.
    pub fn object_id(token: &str) -> Option<String> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token.strip_prefix(PREFIX)?).ok()?;
        (bytes.len() == ID_BYTES).then(|| to_hex(&bytes))
    }

    /// As it travels.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    let bytes: Vec<u8> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect::<Option<_>>()?;
    (rest.is_empty() && bytes.len() == ID_BYTES).then_some(bytes)
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    #[test]
    fn a_token_and_its_object_name_each_other() {
        let token = Token::from_object_id(ID).unwrap();
        assert!(token.as_str().starts_with("ck_"));
        assert_eq!(Token::object_id(token.as_str()).as_deref(), Some(ID));
    }

    #[test]
    fn anything_else_is_no_token() {
        let token = Token::from_object_id(ID).unwrap().to_string();
        let (short, padded, bare) =
            (&token[..token.len() - 1], format!("{token}="), token.replace("ck_", ""));
        for text in ["", "ck_", short, &padded, &bare, "ck_../../x", "CK_", &format!("{token}A")] {
            assert_eq!(Token::object_id(text), None, "{text}");
        }
        assert_eq!(Token::from_object_id("zz"), None);
        assert_eq!(Token::from_object_id(&ID[2..]), None);
    }
}
