use super::*;

fn error(shopper: &Shopper, input: Input) -> Option<String> {
    let details = shopper.details();
    let address = details.address;
    let shown = match input {
        Input::Name => Some(details.name),
        Input::Phone => Some(details.phone),
        Input::Email => details.email,
        Input::District => address.map(|address| address.district.input),
        Input::PostalCode => address.and_then(|address| address.postal_code).map(|code| code.input),
        Input::Street => address.map(|address| address.street),
        Input::Note => Some(details.note),
    };
    shown.and_then(|input| input.error).map(|error| error.code.to_string())
}

fn leaves(shopper: &mut Shopper, input: Input) {
    shopper.does(Event::InputLeft(input));
}

#[test]
fn an_untouched_empty_field_is_not_blamed() {
    let mut shopper = Shopper::at_details();
    leaves(&mut shopper, Input::Name);
    leaves(&mut shopper, Input::Phone);
    assert_eq!(error(&shopper, Input::Name), None);
    assert_eq!(error(&shopper, Input::Phone), None);
}

#[test]
fn the_first_error_comes_when_a_changed_field_is_left() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Phone, "0812");
    assert_eq!(error(&shopper, Input::Phone), None, "not while typing");
    leaves(&mut shopper, Input::Phone);
    assert_eq!(error(&shopper, Input::Phone).as_deref(), Some("too_short"));
    assert_eq!(shopper.details().phone.error.map(|error| error.digits), Some(4));
    assert!(shopper.details().summary.is_empty(), "the list belongs to continuing");
}

#[test]
fn an_error_goes_as_soon_as_the_field_is_right_and_waits_again() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Email, "sari");
    leaves(&mut shopper, Input::Email);
    assert_eq!(error(&shopper, Input::Email).as_deref(), Some("malformed"));
    shopper.types(Input::Email, "sari@example.com");
    assert_eq!(error(&shopper, Input::Email), None);
    shopper.types(Input::Email, "sari@");
    assert_eq!(error(&shopper, Input::Email), None, "until it is left again");
}

#[test]
fn a_field_that_was_emptied_is_blamed() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Name, "S");
    shopper.types(Input::Name, "");
    leaves(&mut shopper, Input::Name);
    assert_eq!(error(&shopper, Input::Name).as_deref(), Some("required"));
}

#[test]
fn continuing_shows_every_error_at_once_and_leads_to_their_list() {
    let mut shopper = Shopper::at_details();
    shopper.types(Input::Phone, "0215551234");
    let effects = shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
    let summary: Vec<_> =
        shopper.details().summary.iter().map(|(input, error)| (*input, error.code.to_string())).collect();
    assert_eq!(
        summary,
        [
            (Input::Name, "required".to_owned()),
            (Input::Phone, "landline".to_owned()),
            (Input::Email, "required".to_owned())
        ]
    );
    assert!(effects.contains(&Effect::Focus(Target::Summary)));
}

#[test]
fn the_list_shrinks_as_fields_become_right() {
    let mut shopper = Shopper::at_details();
    shopper.does(Event::Continued(Step::Details));
    shopper.types(Input::Name, "Sari");
    assert_eq!(shopper.details().summary.len(), 2);
}

#[test]
fn the_list_is_gone_once_the_form_was_right() {
    let mut shopper = Shopper::at_details();
    shopper.does(Event::Continued(Step::Details));
    shopper.types(Input::Name, "Sari");
    shopper.types(Input::Phone, "081200000001");
    shopper.types(Input::Email, "sari@example.com");
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::Back);
    shopper.types(Input::Name, "");
    shopper.does(Event::InputLeft(Input::Name));
    assert!(shopper.details().summary.is_empty());
}

#[test]
fn every_rule_has_its_own_code() {
    for (input, text, code) in [
        (Input::Name, "a".repeat(201), "too_long"),
        (Input::Phone, "08123".into(), "too_short"),
        (Input::Phone, "0812345678901234".into(), "too_long"),
        (Input::Phone, "0215551234".into(), "landline"),
        (Input::Phone, "6591234567".into(), "no_country"),
        (Input::Email, "a".repeat(300), "too_long"),
        (Input::Email, "a b@c.id".into(), "malformed"),
        (Input::Note, "a".repeat(2_001), "too_long"),
    ] {
        let mut shopper = Shopper::at_details();
        shopper.types(input, &text);
        leaves(&mut shopper, input);
        assert_eq!(error(&shopper, input).as_deref(), Some(code), "{input:?}");
    }
}

#[test]
fn a_full_form_goes_on_to_the_payment() {
    let shopper = Shopper::at_payment();
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    let mark = &shopper.flow.progress()[1];
    assert_eq!(mark.summary, "Sari Dewi · 0812-0000-0001");
}

#[test]
fn the_note_waits_behind_its_link() {
    let mut shopper = Shopper::at_details();
    assert!(!shopper.details().note_open);
    let effects = shopper.does(Event::NoteOpened);
    assert!(shopper.details().note_open);
    assert!(effects.contains(&Effect::Focus(Target::Input(Input::Note))));
}

/// The browser fills fields without focusing them.
#[test]
fn what_the_browser_fills_in_counts_as_typed() {
    let shopper = Shopper::at_payment();
    let memory = shopper.memory().unwrap();
    assert_eq!(memory.draft.customer_email, "sari@example.com");
}
