//! A secret in an address: all that tells a platform's word from a stranger's
//! when the platform signs nothing (platforms §3.3).

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// Fewest characters: 128 random bits in base64url.
const LEAST: usize = 22;
/// Most characters.
const MOST: usize = 128;

/// One token, or two while one takes the other's place; as hashes, so that
/// they cannot be printed.
#[derive(Clone)]
pub struct HookTokens(Vec<[u8; 32]>);

/// The text holds no such tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one token, or two with a comma between: {LEAST} to {MOST} letters, digits, - or _")]
pub struct HookTokensError;

impl HookTokens {
    /// Whether an address with this word in it was given to the platform.
    /// Takes as long for a wrong word as for a right one.
    pub fn admit(&self, word: &str) -> bool {
        let given = hash(word);
        any(self.0.iter().map(|known| same(known.iter(), given.iter())))
    }
}

/// Whether all bytes are equal; looks at every one, wherever the first differs.
fn same<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> bool {
    one.zip(other).fold(0, |differs, (one, other)| differs | (one ^ other)) == 0
}

/// Whether one of them is; asks every one, wherever the first is.
fn any(found: impl Iterator<Item = bool>) -> bool {
    found.fold(false, |any, one| any | one)
}

impl FromStr for HookTokens {
    type Err = HookTokensError;

    fn from_str(text: &str) -> Result<Self, HookTokensError> {
        let words: Vec<&str> = text.split(',').map(str::trim).collect();
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let is_token = |word: &&str| (LEAST..=MOST).contains(&word.len()) && word.bytes().all(is_plain);
        if words.len() > 2 || !words.iter().all(is_token) {
            return Err(HookTokensError);
        }
        Ok(Self(words.into_iter().map(hash).collect()))
    }
}

impl fmt::Debug for HookTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

fn hash(word: &str) -> [u8; 32] {
    Sha256::digest(word).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "b7Vq0xkT2mZp9sLr4wNcYe";
    const OTHER: &str = "Hd83jfKslq-__02jfkaPQs";

    #[test]
    fn both_tokens_are_good_and_no_other_is() {
        let tokens: HookTokens = format!("{ONE}, {OTHER}").parse().unwrap();
        assert!(tokens.admit(ONE) && tokens.admit(OTHER));
        for word in ["", "b7Vq0xkT2mZp9sLr4wNcYf", &ONE[1..], &format!("{ONE}x"), &format!("{ONE},{OTHER}")] {
            assert!(!tokens.admit(word), "{word}");
        }
    }

    /// Time tells nothing: a word is hashed, and then compared to its last byte
    /// with every token, whether or not it was decided at the first.
    #[test]
    fn a_wrong_word_is_looked_at_as_long_as_a_right_one() {
        let right = hash(ONE);
        let looked_at = |word: &str| {
            let (mut bytes, given) = (0, hash(word));
            let found = same(right.iter().inspect(|_| bytes += 1), given.iter());
            (found, bytes)
        };
        assert_eq!(looked_at(ONE), (true, 32));
        let mut first = right;
        first[0] ^= 1;
        let mut bytes = 0;
        assert!(!same(right.iter().inspect(|_| bytes += 1), first.iter()) && bytes == 32);
        assert_eq!((looked_at(OTHER), looked_at("")), ((false, 32), (false, 32)));
        for (found, expect) in [([true, false], true), ([false, true], true), ([false, false], false)] {
            let mut asked = 0;
            assert_eq!(any(found.into_iter().inspect(|_| asked += 1)), expect);
            assert_eq!(asked, 2);
        }
    }

    #[test]
    fn what_can_be_guessed_is_no_token() {
        for text in [
            "",
            "secret",
            &"a b".repeat(12),
            &format!("{ONE},"),
            &format!("{ONE},{ONE},{ONE}"),
            &"x".repeat(129),
        ] {
            assert!(text.parse::<HookTokens>().is_err(), "{text}");
        }
        assert!(!format!("{:?}", ONE.parse::<HookTokens>()).contains(ONE));
    }
}
