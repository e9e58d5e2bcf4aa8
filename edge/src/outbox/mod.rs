//! What the seller's own systems are told of an order. Each is a row, written
//! in one commit with the change it tells of, and carried until the seller's
//! address has taken it: at least once, always under the same id.

mod kind;
mod letter;
mod patience;
mod seller;
mod tally;

pub use kind::{Kind, arising};
pub use letter::letter;
pub use patience::{RESEND, again, is_over};
pub use seller::{Address, HookSecrets, Seller};
pub use tally::Tally;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::orders::{Token, to_hex};

/// What travels through the queue: names, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The row.
    pub eid: String,
    /// The intent that keeps it.
    pub token: Token,
}

/// A row's id: the same change of the same intent has the same one, so that
/// whoever is told twice can know it.
pub fn eid(token: &Token, kind: Kind) -> String {
    let digest = Sha256::digest([token.as_str(), " ", kind.as_str()].concat());
    ["evt_", to_hex(&digest).get(..32).unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_one_id_that_does_not_tell_the_token() {
        let token = Token::from_object_id(&"0f".repeat(32)).unwrap();
        let other = Token::from_object_id(&"f0".repeat(32)).unwrap();
        let id = eid(&token, Kind::Paid);
        assert_eq!((id.len(), id.as_str()), (36, eid(&token, Kind::Paid).as_str()));
        assert!(id != eid(&token, Kind::Placed) && id != eid(&other, Kind::Paid));
        assert!(!id.contains(&token.as_str()[3..9]));
    }
}
