//! Who buys: what was typed, and when to speak of what is wrong with it.
//!
//! An error is first shown when a changed field is left, and goes as soon as
//! the field is right; continuing shows all of them at once.

use shared::checkout::{Draft, Field, ProblemCode};

use super::{Effect, Flow, Input, Memory, Prefill, Target};

/// What was typed.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is true or not by itself")]
pub(super) struct Details {
    pub(super) name: Entry,
    pub(super) phone: Entry,
    pub(super) email: Entry,
    /// The search box; the district itself is in [`Districts`](super::district::Districts).
    pub(super) district: Entry,
    pub(super) postal_code: Entry,
    pub(super) street: Entry,
    pub(super) note: Entry,
    pub(super) note_open: bool,
    /// The list of errors is shown.
    pub(super) summary: bool,
    /// The shopper wants this device to remember them.
    pub(super) kept: bool,
    /// They were just removed from this device.
    pub(super) forgotten: bool,
}

/// One field.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) text: String,
    changed: bool,
    /// The focus was here and went away.
    pub(super) was_left: bool,
    /// Its errors are shown.
    pub(super) judged: bool,
    /// What the edge said of exactly this text.
    pub(super) refused: Option<ProblemCode>,
}

/// The fields, in their order on screen.
pub(super) const INPUTS: [Input; 7] =
    [Input::Name, Input::Phone, Input::Email, Input::District, Input::PostalCode, Input::Street, Input::Note];

impl Input {
    /// The member of the draft it becomes.
    pub(super) fn field(self) -> Field {
        match self {
            Self::Name => Field::CustomerName,
            Self::Phone => Field::CustomerPhone,
            Self::Email => Field::CustomerEmail,
            Self::District => Field::Location,
            Self::PostalCode => Field::PostalCode,
            Self::Street => Field::Address,
            Self::Note => Field::Notes,
        }
    }

    /// The field of that member.
    pub(super) fn of(field: &Field) -> Option<Self> {
        INPUTS.into_iter().find(|input| input.field() == *field)
    }
}

impl Entry {
    pub(super) fn holding(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl Details {
    /// What was typed last time, and for what was not, what the page knows.
    pub(super) fn begin(known: &Prefill, memory: Option<&Memory>) -> Self {
        let typed = memory.map(|memory| &memory.draft);
        let entry = |typed: Option<&String>, known: &str| match typed.map(String::as_str) {
            None | Some("") => Entry::holding(known),
            Some(typed) => Entry::holding(typed),
        };
        let note = entry(typed.map(|draft| &draft.notes), "");
        Self {
            name: entry(typed.map(|draft| &draft.customer_name), &known.name),
            phone: entry(typed.map(|draft| &draft.customer_phone), &known.phone),
            email: entry(typed.map(|draft| &draft.customer_email), &known.email),
            district: Entry::default(),
            postal_code: entry(memory.map(|memory| &memory.postal_code), ""),
            street: entry(memory.map(|memory| &memory.street), &known.address),
            note_open: !note.text.is_empty(),
            note,
            ..Self::default()
        }
    }

    /// Writes the address into a draft.
    pub(super) fn write_address(&self, draft: &mut Draft) {
        draft.address.clone_from(&self.street.text);
        draft.postal_code.clone_from(&self.postal_code.text);
    }

    pub(super) fn entry(&self, input: Input) -> &Entry {
        match input {
            Input::Name => &self.name,
            Input::Phone => &self.phone,
            Input::Email => &self.email,
            Input::District => &self.district,
            Input::PostalCode => &self.postal_code,
            Input::Street => &self.street,
            Input::Note => &self.note,
        }
    }

    pub(super) fn entry_mut(&mut self, input: Input) -> &mut Entry {
        match input {
            Input::Name => &mut self.name,
            Input::Phone => &mut self.phone,
            Input::Email => &mut self.email,
            Input::District => &mut self.district,
            Input::PostalCode => &mut self.postal_code,
            Input::Street => &mut self.street,
            Input::Note => &mut self.note,
        }
    }

    /// Whether something was typed since the checkout opened.
    pub(super) fn was_typed(&self) -> bool {
        INPUTS.into_iter().any(|input| self.entry(input).changed)
    }

    /// Writes them into a draft.
    pub(super) fn write(&self, draft: &mut Draft) {
        draft.customer_name.clone_from(&self.name.text);
        draft.customer_phone.clone_from(&self.phone.text);
        draft.customer_email.clone_from(&self.email.text);
        draft.notes.clone_from(&self.note.text);
    }
}

impl Flow {
    /// [`Event::Typed`](super::Event::Typed)
    pub(super) fn typed(&mut self, input: Input, text: String) {
        let entry = self.details.entry_mut(input);
        if entry.text == text {
            return;
        }
        entry.text = text;
        entry.changed = true;
        entry.refused = None;
        self.trouble = None;
        if self.input_problem(input).is_none() {
            self.details.entry_mut(input).judged = false;
        }
        if input == Input::District {
            self.typed_district();
        }
    }

    /// [`Event::InputLeft`](super::Event::InputLeft)
    pub(super) fn left_input(&mut self, input: Input) {
        let wrong = self.input_problem(input).is_some();
        let entry = self.details.entry_mut(input);
        entry.judged |= entry.changed && wrong;
        entry.was_left = true;
    }

    /// [`Event::NoteOpened`](super::Event::NoteOpened)
    pub(super) fn open_note(&mut self) {
        self.details.note_open = true;
        self.outbox.push(Effect::Focus(Target::Input(Input::Note)));
    }

    /// [`Event::DetailsKept`](super::Event::DetailsKept)
    pub(super) fn tick_kept(&mut self, kept: bool) {
        self.details.kept = kept;
        self.details.forgotten = !kept;
        if !kept {
            self.outbox.push(Effect::ForgetDetails);
        }
    }

    /// What is wrong with a field, shown or not.
    pub(super) fn input_problem(&self, input: Input) -> Option<ProblemCode> {
        let field = input.field();
        self.problems().into_iter().find(|problem| problem.field == field).map(|problem| problem.code)
    }

    /// Shows every error of the details.
    pub(super) fn reveal_details(&mut self) {
        for input in INPUTS {
            let wrong = self.input_problem(input).is_some();
            self.details.entry_mut(input).judged = wrong;
            self.details.note_open |= wrong && input == Input::Note;
        }
        self.details.summary = true;
        self.outbox.push(Effect::Focus(Target::Summary));
    }
}
