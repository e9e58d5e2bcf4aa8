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
        ProblemCode::NeedsShipping => "It is shipped, and this checkout cannot ship yet.",
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
            | ProblemCode::NeedsShipping
    )
}

/// The order does not say which store it is for.
pub(super) const fn no_store_given() -> Problem {
    Problem { field: Field::Store, code: ProblemCode::Required }
}
