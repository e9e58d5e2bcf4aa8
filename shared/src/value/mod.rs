//! The small types everything is made of. Each is parsed once, at the door,
//! and valid ever after.

mod email;
mod money;
mod name;
mod phone;
mod postal;
mod quantity;

#[cfg(feature = "openapi")]
pub(crate) mod schema;

pub use email::{Email, EmailError};
pub use money::{MoneyError, Rupiah};
pub use name::{CustomerName, NameError};
pub use phone::{Phone, PhoneError};
pub use postal::{PostalCode, PostalCodeError};
pub use quantity::{Quantity, QuantityError};

/// Declares serde through the type's own `FromStr` and `Display`.
macro_rules! serde_as_text {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(deserializer)?
                    .parse()
                    .map_err(serde::de::Error::custom)
            }
        }
    };
}

use serde_as_text;
