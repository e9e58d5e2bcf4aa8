//! Digests of contents: they name hashed files and tell whether an input has changed.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Characters of the digest that a file name carries: 40 bits, enough for a few files of one name.
const IN_A_NAME: usize = 10;

/// The SHA-256 of several parts in order, in hex. A part's length counts, so parts cannot run together.
pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// `checkout.js` with the digest of its contents: `checkout-1a2b3c4d5e.js`.
pub(super) fn hashed_name(stem: &str, extension: &str, contents: &[u8]) -> String {
    let digest = of([contents]);
    format!("{stem}-{}.{extension}", &digest[..IN_A_NAME])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_contents() {
        let name = hashed_name("checkout", "css", b"a{}");
        assert_eq!(name, hashed_name("checkout", "css", b"a{}"));
        assert_ne!(name, hashed_name("checkout", "css", b"b{}"));
        assert_eq!(name.len(), "checkout-".len() + IN_A_NAME + ".css".len());
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(of([b"ab".as_slice(), b"c".as_slice()]), of([b"a".as_slice(), b"bc".as_slice()]));
    }
}
