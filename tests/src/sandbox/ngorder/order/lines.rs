//! What a line is about.

use super::Line;
use crate::sandbox::catalogue::{Product, Variant};
use crate::sandbox::ngorder::goods::{self, Kind};

impl Line {
    /// The product and the variant.
    pub(in crate::sandbox::ngorder) fn goods(&self) -> Option<(&'static Product, &'static Variant)> {
        goods::variation(self.variation)
    }

    /// The name as orders write it: product and option values.
    pub(super) fn name(&self) -> String {
        self.goods().map(|(_, variant)| variant.fullname.replace(" - ", " ")).unwrap_or_default()
    }

    /// `S`, `R` or `PO`.
    pub(super) fn status(&self) -> &'static str {
        self.goods().map_or(Kind::Own, |(product, _)| goods::kind(product)).code().0
    }

    /// What the shop paid for all pieces.
    pub(super) fn cost(&self) -> i64 {
        self.goods().map_or(0, |(_, variant)| goods::cost(variant)) * i64::from(self.quantity)
    }
}
