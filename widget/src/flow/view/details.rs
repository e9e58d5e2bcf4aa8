//! The details step as it is drawn.

use shared::checkout::ProblemCode;

use crate::flow::Input;

/// The form about the shopper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailsView {
    /// The name.
    pub name: InputView,
    /// The WhatsApp number.
    pub phone: InputView,
    /// The e-mail address; absent when nothing in the cart needs one.
    pub email: Option<InputView>,
    /// The note to the seller.
    pub note: InputView,
    /// The note is shown; otherwise the link that opens it.
    pub note_open: bool,
    /// The errors found on submit, each with a link to its field; empty before.
    pub summary: Vec<(Input, InputError)>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputView {
    /// What it holds. Write it to the control only when it differs.
    pub text: String,
    /// What is said below it.
    pub error: Option<InputError>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// Why.
    pub code: ProblemCode,
    /// Digits typed, for the sentences about a number that is too short or too long.
    pub digits: usize,
}
