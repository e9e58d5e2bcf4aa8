//! The review as it is drawn. Its lines are the cart's.

use shared::v3::PaymentKind;

use super::{Arrival, DistrictRow, TotalLine};
use crate::flow::Flow;
use crate::flow::courier::service_name;
use crate::flow::stage::Stage;

/// All that is about to be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The shopper's name.
    pub name: String,
    /// `0812-3456-7890`
    pub phone: String,
    /// Empty when none was given.
    pub email: String,
    /// Empty when none was given.
    pub note: String,
    /// The way to pay.
    pub payment: String,
    /// How the shopper pays.
    pub payment_kind: PaymentKind,
    /// The lines between the goods and the total, in the order they are read;
    /// what is paid is their sum.
    pub totals: Vec<TotalLine>,
    /// Where the parcel goes and how it comes; absent when nothing is shipped.
    pub parcel: Option<ParcelView>,
    /// Prices changed since they were shown: the old and the new ones.
    pub change: Option<PriceChange>,
    /// The page's extra offer.
    pub bump: Option<BumpView>,
    /// What is paid; stands on the button.
    pub total: String,
    /// The order is on its way: the button says so and is disabled.
    pub busy: bool,
    /// What came of the last try; the button then says "try again".
    pub trouble: Option<OrderTrouble>,
}

/// The parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelView {
    /// Street, house number, RT/RW.
    pub street: String,
    /// The district.
    pub district: DistrictRow,
    /// May be empty.
    pub postal_code: String,
    /// `J&T Express Reguler`; absent while none is picked.
    pub service: Option<String>,
    /// When it comes.
    pub arrival: Arrival,
}

/// A thing that the page offers at the last moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BumpView {
    /// The thing, with its variant.
    pub name: String,
    /// Price of one.
    pub price: String,
    /// It is in the cart.
    pub taken: bool,
}

/// Old and new amounts; those that stayed the same are absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceChange {
    /// The courier.
    pub shipping: Option<(String, String)>,
    /// The goods.
    pub items: Option<(String, String)>,
    /// What is paid.
    pub total: (String, String),
}

/// Why there is no order yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderTrouble {
    /// No answer, or one without meaning: the order may exist. Trying again is
    /// safe, it is the same order.
    Unsure,
    /// The platform is overloaded; the same order can be sent again.
    Busy,
    /// It was lost on the way, and it is proven that nothing was ordered. The
    /// same order can be sent again.
    Absent,
    /// The platform refused it. Nothing was ordered.
    Refused,
    /// The seller has to mend something. Nothing was ordered.
    SellerMustAct,
    /// There is no connection. It goes out by itself once there is one, unless
    /// [`TakenBack`](crate::flow::Event::TakenBack).
    Offline,
    /// A price is not what was shown: see [`ReviewView::change`]. Nothing was
    /// ordered; ordering again is for the new price.
    PriceChanged,
    /// The courier's price could not be asked for. Nothing was ordered.
    Unquoted,
    /// Something in it was refused that no field stands for. Nothing was ordered.
    Rejected,
}

impl Flow {
    /// All that is about to be ordered; `None` without a way to pay.
    pub fn review_view(&self) -> Option<ReviewView> {
        let chosen = self.payment.chosen.as_ref()?;
        let details = &self.details;
        let offered = self.offered().into_iter().find(|method| method.code == *chosen);
        // Without the platform's table of names: every shopper would download it.
        let (payment, payment_kind) = offered.map_or_else(
            || (chosen.as_str().to_owned(), PaymentKind::Other),
            |method| (method.label, method.kind),
        );
        Some(ReviewView {
            name: details.name.text.trim().to_owned(),
            phone: self.local_phone(),
            email: details.email.text.trim().to_owned(),
            note: details.note.text.trim().to_owned(),
            payment,
            payment_kind,
            totals: self.total_lines(),
            parcel: self.parcel(),
            change: self.change_view(),
            bump: self.bump_view(),
            total: self.total().text(),
            busy: matches!(self.stage, Stage::Sending(_)),
            trouble: self.trouble,
        })
    }

    fn parcel(&self) -> Option<ParcelView> {
        let district = self.districts.chosen.as_ref().filter(|_| self.ships())?;
        let option = self.courier.chosen.as_ref();
        Some(ParcelView {
            street: self.details.street.text.trim().to_owned(),
            district: DistrictRow::of(district),
            postal_code: self.details.postal_code.text.trim().to_owned(),
            service: option.map(service_name),
            arrival: option.map_or(Arrival::Unknown, |option| self.arrival(option)),
        })
    }

    fn change_view(&self) -> Option<PriceChange> {
        self.change.clone().filter(|_| self.trouble == Some(OrderTrouble::PriceChanged))
    }
}
