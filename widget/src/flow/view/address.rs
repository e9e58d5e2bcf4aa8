//! Where a parcel goes, as it is drawn in the details step.

use shared::text::{concat, length};
use shared::wire::District;

use super::InputView;
use crate::each::each;
use crate::flow::district::Codes;
use crate::flow::{Flow, Input};

/// The address part of the details; only when something is shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressView {
    /// The kecamatan.
    pub district: DistrictView,
    /// Absent until a district is chosen.
    pub postal_code: Option<PostalCodeView>,
    /// Street, house number, RT/RW.
    pub street: InputView,
    /// The street looks unfinished: short, or without a number. A hint, no error.
    pub street_is_short: bool,
    /// "Paste your address".
    pub paste: PasteView,
}

/// The search for a kecamatan: a box with a list below it, or the chosen one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictView {
    /// Text of the box, and what is wrong.
    pub input: InputView,
    /// The chosen one, in place of the box; "change" sends
    /// [`DistrictReset`](crate::flow::Event::DistrictReset).
    pub chosen: Option<DistrictRow>,
    /// What is below the box.
    pub finding: Finding,
    /// Rows of the last answer, at most ten; shown while `finding` is
    /// [`Found`](Finding::Found), and dimmed while it is [`Searching`](Finding::Searching).
    pub rows: Vec<DistrictRow>,
    /// More matched than are shown: ask for another letter or the city.
    pub more: bool,
    /// The list is spread out.
    pub open: bool,
    /// The row that the arrow keys are on.
    pub active: Option<usize>,
}

/// A kecamatan to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictRow {
    /// Goes into [`DistrictChosen`](crate::flow::Event::DistrictChosen).
    pub id: i64,
    /// The kecamatan.
    pub name: String,
    /// Kota or kabupaten, with that word.
    pub city: String,
    /// Province.
    pub province: String,
}

/// How far the search for a kecamatan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing is typed.
    Idle,
    /// Fewer than three letters.
    TooShort,
    /// A number: postal codes are not searched, names are.
    Digits,
    /// An answer is awaited.
    Searching,
    /// There are rows.
    Found,
    /// None matched: type the kecamatan and not the kelurahan, or the city.
    Empty,
    /// No answer came; [`Retried`](crate::flow::Event::Retried) asks again.
    Failed,
}

/// The postal code of the chosen district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCodeView {
    /// What it holds, and what is wrong.
    pub input: InputView,
    /// The codes are awaited.
    pub loading: bool,
    /// Codes of the district: none, type five digits; one, it is filled in; more, pick.
    pub codes: Vec<String>,
}

/// "Paste your address".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasteView {
    /// The box is shown.
    pub open: bool,
    /// What was found in the pasted text, to be confirmed.
    pub found: Option<Pasted>,
}

/// What was found in a pasted text; empty where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The recipient.
    pub name: String,
    /// `0812-3456-7890`
    pub phone: String,
    /// What is searched for as a district.
    pub district: String,
    /// Five digits.
    pub postal_code: String,
    /// The rest of the address.
    pub street: String,
}

impl Pasted {
    /// Whether nothing at all was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl DistrictRow {
    pub(super) fn of(district: &District) -> Self {
        Self {
            id: district.id,
            name: district.subdistrict_name.clone(),
            city: district.city_name.clone(),
            province: district.province_name.clone(),
        }
    }

    /// `Coblong, Kota Bandung`
    pub fn place(&self) -> String {
        concat(&[&self.name, ", ", &self.city])
    }
}

/// Shorter than this, a street looks unfinished (checkout-experience §5.2).
const STREET_SHORT: usize = 10;

impl Flow {
    pub(super) fn address_view(&self) -> AddressView {
        let street = self.details.entry(Input::Street).text.trim();
        let unfinished = length(street) < STREET_SHORT || !street.bytes().any(|b| b.is_ascii_digit());
        AddressView {
            district: self.district_view(),
            postal_code: self.districts.chosen.as_ref().map(|_| self.postal_code_view()),
            street: self.input_view(Input::Street),
            street_is_short: unfinished && self.details.entry(Input::Street).was_left,
            paste: self.paste.view(),
        }
    }

    fn district_view(&self) -> DistrictView {
        let districts = &self.districts;
        DistrictView {
            input: self.input_view(Input::District),
            chosen: districts.chosen.as_ref().map(DistrictRow::of),
            finding: self.finding(),
            rows: each(&districts.rows, DistrictRow::of),
            more: districts.more,
            open: districts.open,
            active: districts.active,
        }
    }

    fn postal_code_view(&self) -> PostalCodeView {
        PostalCodeView {
            input: self.input_view(Input::PostalCode),
            loading: matches!(self.districts.codes, Codes::Awaited(_)),
            codes: self.districts.codes.known().to_vec(),
        }
    }
}
