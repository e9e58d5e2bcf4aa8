//! The checkout as it is drawn: flat, computed, amounts already text. Each
//! part compares with `==`, so that only what changed is drawn again. Codes
//! become sentences in `copy`.

mod address;
mod cart;
mod courier;
mod delivery;
mod details;
mod ending;
mod matrix;
mod payment;
mod product;
mod progress;
mod rescue;
mod review;
mod store;
mod totals;

pub use address::{AddressView, DistrictRow, DistrictView, Finding, PasteView, Pasted, PostalCodeView};
pub use cart::{CartNotice, CartView, LineView, Repair, Repaired};
pub use courier::{Arrival, CourierCard, Day, ServiceRow};
pub use delivery::{DeliveryNotice, DeliveryView, Quoting, Why};
pub use details::{DetailsView, InputError, InputView};
pub use ending::{PlacedView, Standing, UnsettledView};
pub use matrix::{Cell, MatrixColumn, MatrixRow, MatrixView};
pub use payment::{ChoiceView, CodView, NoCod, PaymentView};
pub use product::{BundleCard, PriceOptionChoice, ProductCard, ProductsView, Unavailable, VariantChoice};
pub use progress::{Mark, MarkState};
pub use rescue::Rescue;
pub use review::{BumpView, OrderTrouble, ParcelView, PriceChange, ReviewView};
pub use store::StoreCard;
pub use totals::{ShippingHint, TotalLine};

use super::stage::{Sending, Stage};
use super::{Flow, Step};

/// What fills the checkout now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Nothing to show yet: draw the skeleton.
    Loading,
    /// Loading failed; "try again" sends [`Retried`](super::Event::Retried).
    Failed(LoadTrouble),
    /// A step, with the cart beside it from the products on.
    Step(Step),
    /// The order was sent and does not stand:
    /// [`Flow::unsettled_view`](super::Flow::unsettled_view).
    Unsettled,
    /// The order stands: [`Flow::placed_view`](super::Flow::placed_view).
    Placed,
}

/// Why nothing can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadTrouble {
    /// No answer from the network.
    NoAnswer,
    /// The platform is overloaded.
    Busy,
    /// The platform or the edge fails.
    Unavailable,
    /// No such store; trying again does not help.
    UnknownStore,
    /// The seller has to mend something; trying again does not help.
    SellerMustAct,
    /// The account has no store; trying again does not help.
    NoStore,
}

impl LoadTrouble {
    /// Whether to offer "try again".
    pub fn may_pass(self) -> bool {
        matches!(self, Self::NoAnswer | Self::Busy | Self::Unavailable)
    }
}

impl Flow {
    /// What fills the checkout.
    pub fn screen(&self) -> Screen {
        match &self.stage {
            Stage::New | Stage::Loading { .. } => Screen::Loading,
            Stage::Failed { trouble, .. } => Screen::Failed(*trouble),
            Stage::Shopping(step) => Screen::Step(*step),
            Stage::Sending(Sending::Sent { late: true, .. }) | Stage::Unsettled(_) | Stage::Repeated(_) => {
                Screen::Unsettled
            }
            Stage::Sending(_) => Screen::Step(Step::Review),
            Stage::Placed(_) => Screen::Placed,
        }
    }
}
