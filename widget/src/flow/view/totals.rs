//! Amounts as they are drawn.

use shared::checkout::Part;

/// A line between the goods and the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalLine {
    /// Which.
    pub part: Part,
    /// With its sign.
    pub amount: String,
}

/// What is known of the courier's price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShippingHint {
    /// Nothing is shipped.
    None,
    /// Not known yet: "belum termasuk ongkir".
    Unknown,
    /// "Ongkir mulai Rp 9.000 ke Coblong".
    From {
        /// The cheapest.
        cost: String,
        /// The kecamatan.
        to: String,
    },
    /// Picked.
    Chosen {
        /// What it costs.
        cost: String,
        /// `J&T Express Reguler`
        service: String,
    },
}
