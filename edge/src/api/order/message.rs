//! The sentence of each problem, for developers. Shoppers read the widget's.

use shared::checkout::{Field, Problem, ProblemCode};

/// What is wrong and what would be right.
pub(super) const fn of(code: &ProblemCode) -> &'static str {
    match code {
        ProblemCode::Required => "This member is required.",
        ProblemCode::TooShort => "This value is too short.",
        ProblemCode::TooLong => "This value is too long.",
        ProblemCode::Landline => "This is a landline number; give a mobile number that has WhatsApp.",
        ProblemCode::NoCountry => "Give the number with its country code, such as 62812….",
        ProblemCode::Malformed => "This value does not have the form it should have.",
        ProblemCode::OutOfRange => "Give a whole number from 1 to 100.",
        ProblemCode::NotSold => {
            "This store does not sell it; take an id from the store's products or bundles."
        }
        ProblemCode::SoldOut => "It is sold out.",
        ProblemCode::NotEnoughStock => "Fewer are left than were ordered; order fewer.",
        ProblemCode::NotOffered => {
            "This store does not take this way to pay; take a code from its payment methods."
        }
        ProblemCode::TooMany => "An order has at most 50 lines.",
        ProblemCode::NoCod => "Cash at the door is for parcels only, with a courier that takes it.",
        ProblemCode::UnknownDistrict => "The platform knows no such district; take an id from /v3/locations.",
        ProblemCode::NotInDistrict => "This postal code belongs to another district.",
        ProblemCode::CannotServe => "This warehouse cannot send these goods to this district.",
        ProblemCode::NotAvailable => {
            "This service does not take the parcel there; take one from /v3/shipping-options."
        }
        ProblemCode::InvalidQuote => {
            "This quote was not signed by this checkout; take one from /v3/shipping-options."
        }
        ProblemCode::OtherQuote => {
            "This quote is for another cart, district, way to pay or courier; ask for a new one."
        }
        ProblemCode::TooLarge => "The amounts are too large to add up.",
        ProblemCode::UnknownMember => "This route does not take this member; leave it out.",
        ProblemCode::WrongType => "This member has another JSON type.",
        ProblemCode::Unknown(_) => "This value is not valid.",
    }
}

/// Whether a problem could only be judged by knowing the store.
pub(super) const fn needs_a_store(code: &ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::NotSold
            | ProblemCode::SoldOut
            | ProblemCode::NotEnoughStock
            | ProblemCode::NotOffered
            | ProblemCode::NoCod
    )
}

/// The order does not say which store it is for.
pub(super) const fn no_store_given() -> Problem {
    Problem { field: Field::Store, code: ProblemCode::Required }
}
