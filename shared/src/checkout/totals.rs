//! The one place where amounts are added up, on both sides of the wire.

use serde::{Deserialize, Serialize};

use crate::value::Rupiah;

/// What an order is made of, before it is added up. Discounts and the unique
/// code are given as they are reported: positive, and taken off here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Charges {
    /// Single things, in rupiah.
    pub products: Rupiah,
    /// Sets, in rupiah.
    pub bundles: Rupiah,
    /// Taken off the goods, in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub product_discount: Rupiah,
    /// Taken off the goods by a code, in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub discount_code_discount: Rupiah,
    /// What the courier takes, in rupiah; `None` while there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_cost: Option<Rupiah>,
    /// Taken off the courier's price, in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub shipping_discount: Rupiah,
    /// For the parcel's insurance, in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub insurance_cost: Rupiah,
    /// Fees that the seller adds, in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub other_income: Rupiah,
    /// Taken off so that a transfer can be told from others (scalev-v3 §3.2:
    /// this platform subtracts), in rupiah.
    #[serde(skip_serializing_if = "Rupiah::is_zero")]
    pub unique_code_discount: Rupiah,
}

/// A line between the goods and the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Single things.
    Products,
    /// Sets.
    Bundles,
    /// Off the goods.
    ProductDiscount,
    /// Off the goods, by a code.
    CodeDiscount,
    /// The courier.
    Shipping,
    /// Off the courier's price.
    ShippingDiscount,
    /// The parcel's insurance.
    Insurance,
    /// The seller's fees.
    OtherIncome,
    /// Off, so that a transfer can be told from others.
    UniqueCode,
}

/// How many [`Part`]s there are.
const PARTS: usize = 9;

/// What the shopper sees and pays: lines, and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    parts: [(Part, Rupiah); PARTS],
    has_shipping: bool,
    /// Sum of the goods before anything is taken off, in rupiah.
    pub items: Rupiah,
    /// What is paid in the end, in rupiah: the sum of all [`lines`](Self::lines).
    pub total: Rupiah,
}

impl Totals {
    /// The lines to show, each with its sign, in the order they are read. A
    /// line of nothing is left out, but for shipping that costs nothing.
    pub fn lines(&self) -> impl Iterator<Item = (Part, Rupiah)> {
        let free = self.has_shipping;
        self.parts
            .into_iter()
            .filter(move |(part, amount)| *amount != Rupiah::ZERO || (free && *part == Part::Shipping))
    }
}

impl Charges {
    /// The goods of a cart. `None` when they leave the range that JSON keeps exact.
    pub fn of_goods(
        products: impl IntoIterator<Item = (Rupiah, u32)>,
        bundles: impl IntoIterator<Item = (Rupiah, u32)>,
    ) -> Option<Self> {
        Some(Self { products: sum(products)?, bundles: sum(bundles)?, ..Self::default() })
    }

    /// The same with a courier.
    #[must_use]
    pub fn shipped_for(self, cost: Rupiah) -> Self {
        Self { shipping_cost: Some(cost), ..self }
    }

    /// The same with the parcel insured for so much, if it is.
    #[must_use]
    pub fn insured_for(self, premium: Option<Rupiah>) -> Self {
        Self { insurance_cost: premium.unwrap_or_default(), ..self }
    }

    /// Adds it all up. Nothing can be taken off twice: a discount ends where
    /// what it is taken off ends. `None` when an amount is negative, or the sum
    /// leaves the range that JSON keeps exact.
    pub fn totals(&self) -> Option<Totals> {
        let shipping = self.shipping_cost.unwrap_or_default();
        let given = [
            self.products,
            self.bundles,
            self.product_discount,
            self.discount_code_discount,
            shipping,
            self.shipping_discount,
            self.insurance_cost,
            self.other_income,
            self.unique_code_discount,
        ];
        if given.iter().any(|amount| *amount < Rupiah::ZERO) {
            return None;
        }
        let items = self.products.checked_add(self.bundles)?;
        let product_discount = self.product_discount.min(items);
        let code_discount = self.discount_code_discount.min(items.checked_sub(product_discount)?);
        let shipping_discount = self.shipping_discount.min(shipping);
        let mut total = items.checked_sub(product_discount)?.checked_sub(code_discount)?;
        total = total.checked_add(shipping)?.checked_sub(shipping_discount)?;
        total = total.checked_add(self.insurance_cost)?.checked_add(self.other_income)?;
        let unique_code = self.unique_code_discount.min(total);
        total = total.checked_sub(unique_code)?;
        let off = |amount: Rupiah| Rupiah::new(amount.amount().saturating_neg());
        Some(Totals {
            parts: [
                (Part::Products, self.products),
                (Part::Bundles, self.bundles),
                (Part::ProductDiscount, off(product_discount)),
                (Part::CodeDiscount, off(code_discount)),
                (Part::Shipping, shipping),
                (Part::ShippingDiscount, off(shipping_discount)),
                (Part::Insurance, self.insurance_cost),
                (Part::OtherIncome, self.other_income),
                (Part::UniqueCode, off(unique_code)),
            ],
            has_shipping: self.shipping_cost.is_some(),
            items,
            total,
        })
    }
}

/// Sum of (price of one, pieces).
fn sum(lines: impl IntoIterator<Item = (Rupiah, u32)>) -> Option<Rupiah> {
    lines
        .into_iter()
        .try_fold(Rupiah::ZERO, |sum, (price, pieces)| sum.checked_add(price.checked_times(pieces)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rp(amount: i64) -> Rupiah {
        Rupiah::new(amount)
    }

    #[test]
    fn nothing_costs_nothing() {
        let totals = Charges::default().totals().unwrap();
        assert_eq!((totals.total, totals.lines().count()), (Rupiah::ZERO, 0));
    }

    #[test]
    fn an_overflow_is_no_total() {
        assert_eq!(Charges::of_goods([(rp(i64::MAX), 2)], []), None);
        let much = Charges { products: rp(1 << 53), ..Charges::default() };
        assert_eq!(much.shipped_for(rp(1)).totals(), None);
    }

    /// The documented sample (scalev-v3 §3.2), to the rupiah.
    #[test]
    fn the_unique_code_is_taken_off() {
        let charges = Charges {
            products: rp(189_000),
            unique_code_discount: rp(123),
            other_income: rp(2_500),
            product_discount: rp(9_000),
            ..Charges::default()
        };
        assert_eq!(charges.shipped_for(rp(12_000)).totals().map(|sums| sums.total), Some(rp(194_377)));
    }

    #[test]
    fn a_discount_ends_where_its_goods_end() {
        let charges = Charges {
            products: rp(10),
            product_discount: rp(50),
            shipping_discount: rp(9),
            ..Charges::default()
        };
        assert_eq!(charges.shipped_for(rp(7)).totals().map(|sums| sums.total), Some(Rupiah::ZERO));
    }

    #[test]
    fn free_shipping_is_a_line_and_no_shipping_is_none() {
        let parts =
            |charges: Charges| charges.totals().unwrap().lines().map(|(part, _)| part).collect::<Vec<_>>();
        let goods = Charges { products: rp(10), ..Charges::default() };
        assert_eq!(parts(goods), [Part::Products]);
        assert_eq!(parts(goods.shipped_for(Rupiah::ZERO)), [Part::Products, Part::Shipping]);
    }

    #[test]
    fn insurance_is_a_line_of_its_own() {
        let goods = Charges { products: rp(120_000), ..Charges::default() };
        let totals = goods.shipped_for(rp(37_500)).insured_for(Some(rp(360))).totals().unwrap();
        assert_eq!(totals.total, rp(157_860));
        assert_eq!(totals.lines().last(), Some((Part::Insurance, rp(360))));
        assert_eq!(goods.insured_for(None), goods);
    }

    #[test]
    fn a_negative_amount_is_no_total() {
        assert_eq!(Charges { other_income: rp(-1), ..Charges::default() }.totals(), None);
    }

    prop_compose! {
        fn any_charges()(a in prop::array::uniform8(0..1_000_000_000_i64), shipping in prop::option::of(0..1_000_000_i64)) -> Charges {
            let [products, bundles, discount, code, shipping_discount, insurance, income, unique] = a.map(rp);
            Charges {
                products, bundles, product_discount: discount, discount_code_discount: code,
                shipping_cost: shipping.map(rp), shipping_discount, insurance_cost: insurance, other_income: income, unique_code_discount: unique,
            }
        }
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_the_lines_and_never_negative(charges in any_charges()) {
            let totals = charges.totals().unwrap();
            let lines: i64 = totals.lines().map(|(_, amount)| amount.amount()).sum();
            prop_assert_eq!(totals.total.amount(), lines);
            prop_assert!(totals.total >= Rupiah::ZERO);
        }

        #[test]
        fn goods_are_price_times_pieces(lines in prop::collection::vec((0..10_000_000_i64, 1..=100_u32), 0..50)) {
            let expect: i64 = lines.iter().map(|(price, pieces)| price * i64::from(*pieces)).sum();
            let goods = Charges::of_goods(lines.iter().map(|(price, pieces)| (rp(*price), *pieces)), []);
            prop_assert_eq!(goods.map(|goods| goods.products.amount()), Some(expect));
        }

        #[test]
        fn no_amount_makes_it_panic(a in prop::array::uniform9(any::<i64>())) {
            let [products, bundles, discount, code, shipping, shipping_discount, insurance, income, unique] = a.map(rp);
            let charges = Charges {
                products, bundles, product_discount: discount, discount_code_discount: code,
                shipping_cost: Some(shipping), shipping_discount, insurance_cost: insurance, other_income: income, unique_code_discount: unique,
            };
            if let Some(totals) = charges.totals() {
                prop_assert!(totals.total >= Rupiah::ZERO);
            }
        }
    }
}
