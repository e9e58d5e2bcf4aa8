//! The details step as it is drawn.

use shared::checkout::ProblemCode;

use super::AddressView;
use crate::each::each;
use crate::flow::details::INPUTS;
use crate::flow::{Flow, Input};

/// The form about the shopper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailsView {
    /// The name.
    pub name: InputView,
    /// The WhatsApp number.
    pub phone: InputView,
    /// The e-mail address; absent when nothing in the cart needs one.
    pub email: Option<InputView>,
    /// Where the parcel goes; absent when nothing is shipped.
    pub address: Option<AddressView>,
    /// The note to the seller.
    pub note: InputView,
    /// The note is shown; otherwise the link that opens it.
    pub note_open: bool,
    /// The tick "remember my details on this device".
    pub kept: bool,
    /// They were just removed from this device.
    pub forgotten: bool,
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

impl Flow {
    /// The form about the shopper; `None` before the store is loaded.
    pub fn details_view(&self) -> Option<DetailsView> {
        self.catalogue.as_ref()?;
        let inputs = if self.details.summary { &INPUTS[..] } else { &[] };
        let summary = each(inputs, |input| {
            self.input_error(*input).filter(|_| self.asks(*input)).map(|error| (*input, error))
        });
        Some(DetailsView {
            name: self.input_view(Input::Name),
            phone: self.input_view(Input::Phone),
            email: self.asks(Input::Email).then(|| self.input_view(Input::Email)),
            address: self.ships().then(|| self.address_view()),
            note: self.input_view(Input::Note),
            note_open: self.details.note_open,
            kept: self.details.kept,
            forgotten: self.details.forgotten,
            summary,
        })
    }

    /// Whether a field is on screen.
    pub(in crate::flow) fn asks(&self, input: Input) -> bool {
        match input {
            Input::Name | Input::Phone | Input::Note => true,
            Input::Email => self.asks_email(),
            Input::District | Input::PostalCode | Input::Street => self.ships(),
        }
    }

    /// Files, courses and licences come by e-mail. What was given is shown in any case.
    fn asks_email(&self) -> bool {
        let Some(catalogue) = &self.catalogue else { return true };
        let mut things = self.cart.lines.iter().filter_map(|line| catalogue.thing(&line.item));
        !self.details.email.text.is_empty() || things.any(|thing| thing.emails)
    }

    pub(super) fn input_view(&self, input: Input) -> InputView {
        let text = self.details.entry(input).text.clone();
        InputView { text, error: self.input_error(input) }
    }

    /// What is said below a field: nothing, until it was left or all are judged.
    fn input_error(&self, input: Input) -> Option<InputError> {
        let entry = self.details.entry(input);
        if !entry.judged {
            return None;
        }
        let code = self.input_problem(input)?;
        Some(InputError { code, digits: entry.text.chars().filter(char::is_ascii_digit).count() })
    }
}
