//! The kecamatan: searched for by name, and never picked silently, since many
//! regencies have one of the same name (checkout-experience §5.3).

use shared::wire::{District, Page};

use super::details::Entry;
use super::view::Finding;
use super::{Announcement, Effect, Failure, Flow, Input, Target};

/// The search, the chosen one, and its postal codes.
#[derive(Default)]
pub(super) struct Districts {
    pub(super) chosen: Option<District>,
    /// Those of the last answer.
    pub(super) rows: Vec<District>,
    /// More matched than are shown.
    pub(super) more: bool,
    pub(super) open: bool,
    /// The row that the arrow keys are on.
    pub(super) active: Option<usize>,
    awaited: Option<u32>,
    pub(super) failed: bool,
    pub(super) codes: Codes,
    /// A postal code from a pasted address, for when the district's are known.
    pub(super) hoped_code: String,
}

/// The postal codes of the chosen district.
#[derive(Default)]
pub(super) enum Codes {
    /// Not asked for yet.
    #[default]
    Unknown,
    /// The answer to this request is awaited.
    Awaited(u32),
    /// These; none when it has no list, or no answer came.
    Known(Vec<String>),
}

/// Most rows of the list.
pub(super) const ROWS: usize = 10;
/// Fewest letters to search for.
const LETTERS: usize = 3;
/// Most letters that are searched for.
const SEARCH_MAX: usize = 60;
/// How long to wait for the next letter, in milliseconds.
const TYPING_MS: u32 = 300;

impl Codes {
    pub(super) fn known(&self) -> &[String] {
        match self {
            Self::Known(codes) => codes,
            _ => &[],
        }
    }
}

impl Districts {
    fn found_nothing_yet(&mut self) {
        self.rows.clear();
        self.more = false;
        self.active = None;
        self.awaited = None;
        self.failed = false;
    }
}

impl Flow {
    /// The text of the box changed.
    pub(super) fn search_district(&mut self, after_ms: u32) {
        let text: String = self.district_text().chars().take(SEARCH_MAX).collect();
        self.districts.active = None;
        self.districts.awaited = None;
        self.districts.failed = false;
        self.districts.open = true;
        if !is_searchable(&text) {
            return self.districts.found_nothing_yet();
        }
        let number = self.next_number();
        let Some(catalogue) = &self.catalogue else { return };
        self.districts.awaited = Some(number);
        let store = catalogue.store.unique_id.clone();
        self.outbox.push(Effect::LoadDistricts { store, search: text, number, after_ms });
    }

    /// [`Event::Typed`](super::Event::Typed) in the box.
    pub(super) fn typed_district(&mut self) {
        self.search_district(TYPING_MS);
    }

    fn district_text(&self) -> String {
        self.details.entry(Input::District).text.trim().to_owned()
    }

    pub(super) fn finding(&self) -> Finding {
        let text = self.district_text();
        match &self.districts {
            _ if text.is_empty() => Finding::Idle,
            _ if is_number(&text) => Finding::Digits,
            _ if !is_searchable(&text) => Finding::TooShort,
            districts if districts.failed => Finding::Failed,
            districts if districts.awaited.is_some() => Finding::Searching,
            districts if districts.rows.is_empty() => Finding::Empty,
            _ => Finding::Found,
        }
    }

    /// [`Event::DistrictsLoaded`](super::Event::DistrictsLoaded)
    pub(super) fn districts_loaded(&mut self, number: u32, answer: Result<Page<District>, Failure>) {
        let districts = &mut self.districts;
        if districts.awaited != Some(number) {
            return;
        }
        districts.found_nothing_yet();
        match answer {
            Err(_) => districts.failed = true,
            Ok(page) => {
                districts.more = page.has_next || page.data.len() > ROWS;
                districts.rows = page.data;
                districts.rows.truncate(ROWS);
                let (rows, more) = (districts.rows.len(), districts.more);
                self.outbox.push(Effect::Announce(Announcement::Districts { rows, more }));
            }
        }
    }

    /// [`Event::DistrictStepped`](super::Event::DistrictStepped): past either
    /// end of the list lies the other.
    pub(super) fn step_district(&mut self, by: i8) {
        let districts = &mut self.districts;
        let last = districts.rows.len().checked_sub(1);
        if let (Some(last), false) = (last, districts.awaited.is_some()) {
            districts.active = Some(match districts.active {
                Some(active) if by > 0 && active < last => active + 1,
                None | Some(_) if by > 0 => 0,
                None | Some(0) => last,
                Some(active) => active.min(last + 1).saturating_sub(1),
            });
        }
        districts.open = true;
    }

    /// [`Event::DistrictEntered`](super::Event::DistrictEntered)
    pub(super) fn enter_district(&mut self) {
        let active = self.districts.active.filter(|_| self.districts.open);
        let row = active.and_then(|active| self.districts.rows.get(active));
        if let Some(id) = row.map(|district| district.id) {
            self.choose_district(id);
        }
    }

    /// [`Event::DistrictClosed`](super::Event::DistrictClosed)
    pub(super) fn close_districts(&mut self) {
        self.districts.open = false;
        self.districts.active = None;
    }

    /// [`Event::DistrictChosen`](super::Event::DistrictChosen)
    pub(super) fn choose_district(&mut self, id: i64) {
        let Some(district) = self.districts.rows.iter().find(|district| district.id == id).cloned() else {
            return;
        };
        self.forget_district();
        self.details.district = Entry::default();
        self.districts.chosen = Some(district);
        self.outbox.push(Effect::Focus(Target::Input(Input::District)));
    }

    /// [`Event::DistrictReset`](super::Event::DistrictReset)
    pub(super) fn reset_district(&mut self) {
        if self.districts.chosen.is_some() {
            self.forget_district();
            self.outbox.push(Effect::Focus(Target::Input(Input::District)));
        }
    }

    /// What belongs to a district goes with it.
    fn forget_district(&mut self) {
        self.trouble = None;
        self.districts.found_nothing_yet();
        self.districts.open = false;
        self.districts.chosen = None;
        self.districts.codes = Codes::Unknown;
        self.details.district.refused = None;
        self.details.postal_code = Entry::default();
        self.courier = super::courier::Courier::default();
    }

    /// Asks for the postal codes once they are about to be needed.
    pub(super) fn keep_postal_codes(&mut self) {
        let Some(district) = self.districts.chosen.as_ref().map(|district| district.id) else { return };
        let needed = self.step().is_some_and(|step| step > super::Step::Products) && self.ships();
        if !needed || !matches!(self.districts.codes, Codes::Unknown) {
            return;
        }
        let number = self.next_number();
        if let Some(catalogue) = &self.catalogue {
            let store = catalogue.store.unique_id.clone();
            self.districts.codes = Codes::Awaited(number);
            self.outbox.push(Effect::LoadPostalCodes { store, district, number });
        }
    }

    /// [`Event::PostalCodesLoaded`](super::Event::PostalCodesLoaded): the only
    /// one is filled in, and so is a pasted one that is among them. Without an
    /// answer any five digits may be typed.
    pub(super) fn postal_codes_loaded(&mut self, number: u32, answer: Result<Page<String>, Failure>) {
        if !matches!(self.districts.codes, Codes::Awaited(awaited) if awaited == number) {
            return;
        }
        let codes = answer.map(|page| page.data).unwrap_or_default();
        let hoped = std::mem::take(&mut self.districts.hoped_code);
        let entry = &mut self.details.postal_code;
        match codes.as_slice() {
            [only] => *entry = Entry::holding(only),
            [] if entry.text.is_empty() => *entry = Entry::holding(&hoped),
            [] => {}
            codes if codes.contains(&hoped) && entry.text.is_empty() => *entry = Entry::holding(&hoped),
            codes if !codes.contains(&entry.text) => *entry = Entry::default(),
            _ => {}
        }
        self.districts.codes = Codes::Known(codes);
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
}

fn is_searchable(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_alphabetic).count() >= LETTERS
}
