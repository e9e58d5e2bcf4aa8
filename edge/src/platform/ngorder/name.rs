//! Ids with the platform's name before them, so that one id names its platform
//! and says all that an order needs of the thing.

use std::fmt;
use std::str::FromStr;

/// Begins every id of this platform.
pub const PREFIX: &str = "ngorder_";

/// The text is no id of this platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this platform")]
pub struct NameError;

/// A shop: `ngorder_7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShopName(pub i64);

/// A variation: `ngorder_10726652`, or `ngorder_10726652_po` when it is made to
/// order, which an order has to repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariationName {
    /// The platform's id.
    pub id: i64,
    /// It is made to order.
    pub is_preorder: bool,
}

/// Where a parcel starts: `ngorder_22_23518`, the warehouse and its supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OriginName {
    /// 0 is the main warehouse.
    pub warehouse: i64,
    /// Whose district the parcel starts in.
    pub supplier: i64,
}

impl fmt::Display for ShopName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0)
    }
}

impl fmt::Display for VariationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}{}", self.id, if self.is_preorder { "_po" } else { "" })
    }
}

impl fmt::Display for OriginName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}_{}", self.warehouse, self.supplier)
    }
}

impl FromStr for VariationName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let rest = text.strip_prefix(PREFIX).ok_or(NameError)?;
        let (id, is_preorder) = rest.strip_suffix("_po").map_or((rest, false), |id| (id, true));
        Ok(Self { id: number(id)?, is_preorder })
    }
}

impl FromStr for OriginName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let (warehouse, supplier) =
            text.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_')).ok_or(NameError)?;
        Ok(Self { warehouse: number(warehouse)?, supplier: number(supplier)? })
    }
}

fn number(text: &str) -> Result<i64, NameError> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten().ok_or(NameError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for name in
            [VariationName { id: 10_726_652, is_preorder: false }, VariationName { id: 7, is_preorder: true }]
        {
            assert_eq!(name.to_string().parse(), Ok(name));
        }
        let origin = OriginName { warehouse: 0, supplier: 23_518 };
        assert_eq!(origin.to_string(), "ngorder_0_23518");
        assert_eq!("ngorder_0_23518".parse(), Ok(origin));
    }

    #[test]
    fn names_of_others_are_none() {
        for other in ["variant_7", "ngorder_", "ngorder_x", "ngorder_-1", "7", "ngorder_1_2"] {
            assert_eq!(other.parse::<VariationName>(), Err(NameError), "{other}");
        }
        for other in ["warehouse_7", "ngorder_7", "ngorder_7_", "ngorder_1_2_3"] {
            assert_eq!(other.parse::<OriginName>(), Err(NameError), "{other}");
        }
    }
}
