//! From a pasted text to the fields of an address.

use super::Pasted;
use super::label::{Kind, cuts, is_greeting, is_letter, is_province, is_street, read};
use super::number::{PHONE, take_phones, take_postal_code};

/// Longest text for the search of a district, in bytes.
const QUERY_MAX: usize = 60;

/// Splits a pasted text. What is not recognised belongs to the street: the
/// shopper sees it all before anything is filled in.
pub(super) fn split(text: &str) -> Pasted {
    let mut text = plain(text);
    let phone = take_phones(&mut text);
    let postal_code = take_postal_code(&mut text);
    let mut sorted = Sorted::default();
    for part in parts(&text) {
        sorted.put(&part);
    }
    sorted.settle();
    Pasted {
        name: sorted.name,
        phone: phone.map(|phone| phone.local()).unwrap_or_default(),
        district: query(&[sorted.district, sorted.city]),
        postal_code: postal_code.map(|code| code.as_str().to_owned()).unwrap_or_default(),
        street: sorted.street,
    }
}

/// The text without pictures and marks, with a blank after each dot.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' | '\r' | ',' | ';' | '|' => plain.push('\n'),
            '*' | '_' | '~' => {}
            letter if letter.is_whitespace() => plain.push(' '),
            letter if is_letter(letter) || letter.is_ascii_punctuation() => plain.push(letter),
            '–' | '—' => plain.push('-'),
            '’' => plain.push('\''),
            _ => {}
        }
        if letter == '.' && letters.peek().is_some_and(|next| is_letter(*next) && !next.is_ascii_digit()) {
            plain.push(' ');
        }
    }
    plain
}

/// The parts of a text: its lines, cut before words that begin something new.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for line in text.split('\n') {
        let (mut part, mut after_district) = (String::new(), false);
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            if cuts(word, after_district) && !part.bytes().any(|byte| byte == b'/') && !part.ends_with(':') {
                parts.push(std::mem::take(&mut part));
            }
            after_district |= word.to_ascii_lowercase().starts_with("kec");
            append(&mut part, " ", word);
        }
        parts.push(part);
    }
    for part in &mut parts {
        let of_part = |letter: char| is_letter(letter) || matches!(letter, '(' | ')' | '.' | '\u{1}');
        let trimmed = part.trim_matches(|letter: char| !of_part(letter));
        *part = trimmed.to_owned();
    }
    let mut kept = Vec::new();
    for part in parts {
        if part == PHONE || part.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            kept.push(part);
        }
    }
    kept
}

/// Parts by what they are.
#[derive(Default)]
struct Sorted {
    name: String,
    district: String,
    city: String,
    street: String,
    /// Words before the street that do not say what they are.
    before: Vec<String>,
    /// And such after it.
    after: String,
}

impl Sorted {
    fn put(&mut self, part: &str) {
        if part == PHONE {
            return self.name_before_phone();
        }
        let (kind, rest) = read(part);
        match kind {
            Kind::Name if self.name.is_empty() => rest.clone_into(&mut self.name),
            Kind::District if self.district.is_empty() => rest.clone_into(&mut self.district),
            Kind::City if self.city.is_empty() => rest.clone_into(&mut self.city),
            Kind::Street => append(&mut self.street, ", ", rest),
            Kind::Plain if is_street(part) => append(&mut self.street, ", ", part),
            Kind::Plain if is_province(part) || is_greeting(part) => {}
            Kind::Plain if self.street.is_empty() && self.district.is_empty() => {
                self.before.push(part.to_owned());
            }
            Kind::Plain => append(&mut self.after, " ", part),
            _ => {}
        }
    }

    /// People write their number below their name.
    fn name_before_phone(&mut self) {
        if self.name.is_empty() {
            self.name = self.before.pop().unwrap_or_default();
        }
    }

    /// Gives what did not say what it is a place: the first before the street
    /// is the name; what stands after it is district and city.
    fn settle(&mut self) {
        let mut before = std::mem::take(&mut self.before).into_iter();
        if self.name.is_empty() {
            self.name = before.next().unwrap_or_default();
        }
        let street = std::mem::take(&mut self.street);
        for part in before.chain([street]) {
            append(&mut self.street, ", ", &part);
        }
        let after = std::mem::take(&mut self.after);
        if self.city.is_empty() {
            self.city = after;
        } else if self.district.is_empty() {
            self.district = after;
        } else {
            append(&mut self.street, ", ", &after);
        }
        if self.district.is_empty() && self.city.is_empty() {
            self.city = self.tail_of_street();
        }
    }

    /// Words behind the last number of a street that says all in one line.
    fn tail_of_street(&mut self) -> String {
        let street = &mut self.street;
        let Some(number) = street.rfind(|letter: char| letter.is_ascii_digit()) else { return String::new() };
        let end =
            street.get(number..).and_then(|rest| rest.find(' ')).map_or(street.len(), |blank| number + blank);
        let tail = street.split_off(end);
        tail.trim().to_owned()
    }
}

fn append(text: &mut String, between: &str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(between);
    }
    text.push_str(part);
}

/// What is searched for: the words in their order, no longer than a search may be.
fn query(parts: &[String; 2]) -> String {
    let mut query = String::new();
    for word in parts.iter().flat_map(|part| part.split(' ')).filter(|word| !word.is_empty()) {
        if query.len() + word.len() < QUERY_MAX {
            append(&mut query, " ", word);
        }
    }
    query
}
