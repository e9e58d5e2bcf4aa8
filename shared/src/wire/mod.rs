//! What travels between the widget and the edge. Only fields named here ever
//! leave the edge: costs, margins, secrets and other people's data have no
//! place to hide in (allow-list by construction).

mod bundle;
mod checkout;
mod delivery;
mod order;
mod payment_method;
mod problem;
mod product;
mod store;

pub use bundle::{Bundle, BundleLine, PriceOption};
pub use checkout::{Checkout, Page};
pub use delivery::{District, NoShipping, ShippingOption, ShippingOptions, ShippingRequest};
pub use order::{FollowedOrder, Movement, OrderState, ParcelStep, Status};
pub use payment_method::PaymentMethod;
pub use problem::{ErrorCode, FieldError, Problem};
pub use product::{Product, Variant, price_of};
pub use store::Store;
