use super::*;
use crate::flow::kept::CART_MS;
use crate::flow::memory::DETAILS_MS;
use view::{CartNotice, Repair, Repaired};

fn kept(id: &str, quantity: i64, price: i64, name: &str) -> KeptLine {
    KeptLine { id: id.into(), quantity, price: Rupiah::new(price), name: name.into() }
}

fn ebooks(quantity: i64) -> KeptLine {
    kept("variant_ebook", quantity, 49_000, "Ebook Masak")
}

fn text(lines: &[KeptLine]) -> String {
    let line =
        |line: &KeptLine| format!("\n{}\n{}\n{}\n{}", line.id, line.quantity, line.price.amount(), line.name);
    format!("1000000{}", lines.iter().map(line).collect::<String>())
}

fn device(lines: &[KeptLine]) -> Event {
    Event::CartSeen(Some(text(lines)))
}

/// The next visit, to a device that holds these.
fn visits(options: Options, memory: Option<Memory>, lines: &[KeptLine]) -> Shopper {
    let mut shopper = Shopper::opens(options, memory);
    shopper.does(device(lines));
    shopper.is_given(checkout());
    shopper
}

fn returns(lines: &[KeptLine]) -> Shopper {
    visits(of_store(), None, lines)
}

fn repaired(shopper: &Shopper) -> Vec<Repair> {
    match shopper.cart().notice {
        Some(CartNotice::Repaired(repairs)) => repairs,
        _ => vec![],
    }
}

fn repair(what: Repaired, name: &str, old: i64, new: i64) -> Repair {
    Repair { what, name: name.into(), old, new }
}

fn writes(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::KeepCart { .. })).count()
}

#[test]
fn what_is_no_cart_is_none() {
    for text in ["", "{}", "null", "-1", "x\nvariant_ebook\n1\n1\nE", "{\"saved_at\":1}"] {
        let mut shopper = Shopper::opens(of_store(), Shopper::at_payment().memory());
        shopper.does(Event::CartSeen(Some(text.into())));
        shopper.is_given(checkout());
        assert_eq!(shopper.lines(), line(&[("variant_ebook", 1)]), "{text}: the tab's own stays");
    }
    for torn in ["1000000\nvariant_few", "1000000\nvariant_few\n1", "1000000\nvariant_few\nx\n1\nn"] {
        let mut shopper = Shopper::opens(of_store(), None);
        shopper.does(Event::CartSeen(Some(torn.into())));
        shopper.is_given(checkout());
        assert!(shopper.cart().lines.is_empty(), "{torn}");
    }
}

#[test]
fn the_cart_is_kept_with_names_and_prices_and_nobodys_data() {
    let mut shopper = Shopper::at_payment();
    shopper.does(Event::Added(item("variant_few")));
    let lines = [ebooks(1), kept("variant_few", 1, 100_000, "Kelas Daring, variant_few")];
    assert_eq!(shopper.kept(), Some(text(&lines)));
}

#[test]
fn the_cart_survives_days_but_not_more_than_thirty() {
    let lines = vec![ebooks(2)];
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.now += CART_MS - 1;
    shopper.does(device(&lines));
    let effects = shopper.is_given(checkout());
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 2)]));
    assert_eq!((shopper.screen(), shopper.cart().notice), (Screen::Step(Step::Products), None));
    assert_eq!(writes(&effects), 0, "as it was");

    let mut late = Shopper::opens(of_store(), None);
    late.now += CART_MS;
    late.does(device(&lines));
    late.is_given(checkout());
    assert!(late.cart().lines.is_empty());
}

#[test]
fn what_the_page_asks_for_comes_to_what_was_there() {
    let options = Options { items: vec![asked("variant_few", 1), asked("variant_ebook", 1)], ..of_store() };
    let shopper = visits(options, None, &[ebooks(2)]);
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 2), ("variant_few", 1)]));
}

#[test]
fn a_cart_that_cannot_be_had_as_it_was_is_repaired_and_said() {
    let shopper = returns(&[
        kept("variant_old", 1, 10_000, "Buku Lama"),
        kept("variant_gone", 1, 75_000, "Kelas Daring, variant_gone"),
        kept("variant_few", 5, 100_000, "Kelas Daring, variant_few"),
        kept("variant_plenty", 1, 110_000, "Kelas Daring, variant_plenty"),
        ebooks(1),
    ]);
    assert_eq!(shopper.lines(), line(&[("variant_few", 3), ("variant_plenty", 1), ("variant_ebook", 1)]));
    assert_eq!(
        repaired(&shopper),
        [
            repair(Repaired::Gone, "Buku Lama", 0, 0),
            repair(Repaired::SoldOut, "Kelas Daring, variant_gone", 0, 0),
            repair(Repaired::Fewer, "Kelas Daring, variant_few", 5, 3),
            repair(Repaired::Price, "Kelas Daring, variant_plenty", 110_000, 120_000),
        ]
    );
    assert_eq!(
        shopper.kept().unwrap().lines().count(),
        1 + 3 * 4,
        "and written down, so that it is said once"
    );
}

#[test]
fn every_repair_has_its_sentence() {
    use crate::copy::{ANDA, EN, KAMU};
    for words in [&KAMU, &ANDA, &EN] {
        for what in [Repaired::Gone, Repaired::SoldOut, Repaired::Fewer, Repaired::Price] {
            let notice = CartNotice::Repaired(vec![repair(what, "Kaos", 12, 34)]);
            let told = words.cart_notice(&notice);
            assert!(told.starts_with("Kaos") && !told.contains('{'), "{told}");
            let counts = matches!(what, Repaired::Fewer | Repaired::Price);
            assert_eq!(told.contains("12") && told.contains("34"), counts, "{told}");
        }
    }
}

#[test]
fn more_than_there_is_is_said_in_words() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::QuantitySet { item: item("variant_few"), pieces: 5 });
    assert_eq!(shopper.lines(), line(&[("variant_few", 3)]));
    assert_eq!(repaired(&shopper), [repair(Repaired::Fewer, "Kelas Daring, variant_few", 5, 3)]);
    shopper.does(Event::QuantitySet { item: item("variant_few"), pieces: 2 });
    assert_eq!(shopper.cart().notice, None);
    shopper.does(Event::QuantitySet { item: item("variant_plenty"), pieces: 400 });
    assert_eq!(shopper.cart().notice, None, "a limit of ours is not the shop's stock");
}

#[test]
fn a_change_in_one_tab_shows_in_the_other_and_is_not_answered() {
    let (mut one, mut other) = (Shopper::in_store(), Shopper::in_store());
    one.does(Event::Added(item("variant_few")));
    other.does(Event::Added(item("variant_ebook")));
    other.does(Event::Continued(Step::Products));
    other.types(Input::Name, "Sari");
    assert!(matches!(&other.does(Event::StorageChanged)[..], [Effect::SeeCart(store)] if store == "store_1"));
    let effects = other.does(Event::CartSeen(one.kept()));
    assert_eq!(other.lines(), one.lines());
    assert_eq!(other.cart().notice, Some(CartNotice::OtherTab));
    assert_eq!((other.screen(), other.details().name.text.as_str()), (Screen::Step(Step::Details), "Sari"));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "the focus stays: {effects:?}");
    assert_eq!(writes(&effects), 0, "or two tabs would answer each other for ever");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Emit(_))), "the other tab told it");

    let effects = other.does(Event::QuantitySet { item: item("variant_few"), pieces: 2 });
    assert_eq!(writes(&effects), 1);
    one.does(Event::CartSeen(other.kept()));
    assert_eq!(one.lines(), line(&[("variant_few", 2)]));
}

#[test]
fn the_same_cart_again_changes_nothing() {
    let mut shopper = Shopper::in_store();
    shopper.does(Event::Added(item("variant_ebook")));
    assert!(shopper.does(device(&[kept("variant_ebook", 1, 1, "dulu")])).is_empty());
    assert_eq!(shopper.cart().notice, None);
}

#[test]
fn an_order_empties_the_cart_everywhere() {
    let mut shopper = Shopper::ordering();
    let mut other = Shopper::at_details();
    assert_eq!(shopper.kept(), Some(text(&[ebooks(1)])));
    shopper.is_answered(Ok(order(Status::Pending)));
    assert_eq!(shopper.kept(), Some(text(&[])));
    other.does(Event::CartSeen(shopper.kept()));
    assert_eq!((other.screen(), other.cart().lines.len()), (Screen::Step(Step::Products), 0));
}

#[test]
fn an_order_that_was_refused_gives_the_cart_back() {
    let mut shopper = Shopper::ordering();
    shopper.is_answered(Ok(order(Status::Confirming)));
    assert_eq!(shopper.kept(), Some(text(&[])));
    shopper.is_told_status(Ok(order(Status::Refused)));
    assert_eq!(shopper.kept(), Some(text(&[ebooks(1)])));
}

#[test]
fn nothing_changes_under_the_thumb_at_the_review() {
    let mut shopper = Shopper::at_review();
    shopper.does(Event::KeyDrawn("key-1".into()));
    assert!(shopper.does(device(&[])).is_empty());
    assert_eq!((shopper.screen(), shopper.lines().len()), (Screen::Step(Step::Review), 1));
    shopper.does(Event::StepWanted(Step::Products));
    assert_eq!((shopper.lines().len(), shopper.cart().notice), (0, Some(CartNotice::OtherTab)));
}

#[test]
fn a_reload_at_the_review_keeps_what_stood_there_and_gives_it_to_no_other_tab() {
    let shopper = visits(of_store(), Shopper::at_review().memory(), &[]);
    assert_eq!((shopper.screen(), shopper.lines().len()), (Screen::Step(Step::Review), 1));
    assert_eq!(shopper.kept(), None);
}

#[test]
fn a_reload_before_the_review_finds_what_another_tab_did_meanwhile() {
    let shopper = visits(of_store(), Shopper::at_payment().memory(), &[ebooks(3)]);
    assert_eq!(shopper.lines(), line(&[("variant_ebook", 3)]));
    assert_eq!(shopper.details().name.text, "Sari Dewi");
}

#[test]
fn an_order_that_was_sent_keeps_its_cart_and_its_key() {
    let mut shopper = visits(of_store(), Shopper::ordering().memory(), &[]);
    shopper.does(Event::Submitted);
    assert_eq!(shopper.keys(), ["key-1"]);
}

#[test]
fn each_store_has_a_cart_of_its_own() {
    let mut shopper = Shopper::opens(Options::default(), None);
    let answer = Ok(page(vec![store("store_1"), store("store_2")], None));
    let number = shopper.last_number();
    shopper.does(Event::StoresLoaded { number, answer });
    for id in ["store_1", "store_2"] {
        let effects = shopper.does(Event::StoreChosen(id.into()));
        assert!(effects.iter().any(|effect| matches!(effect, Effect::SeeCart(store) if store == id)), "{id}");
        shopper.is_given(Checkout { store: store(id), ..checkout() });
        let effects = shopper.does(Event::Added(item("variant_ebook")));
        assert!(
            effects.iter().any(|effect| matches!(effect, Effect::KeepCart { store, .. } if store == id)),
            "{id}"
        );
        shopper.does(Event::StepWanted(Step::Store));
    }
}

/// What the device is told of the details: names, and "forget" for none.
fn told(effects: &[Effect]) -> Vec<String> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Remember(memory) => memory.kept.then(|| memory.draft.customer_name.clone()),
        Effect::ForgetDetails => Some("forget".into()),
        _ => None,
    });
    told.collect()
}

#[test]
fn details_are_kept_on_the_device_only_with_a_tick() {
    let mut shopper = Shopper::at_payment();
    shopper.does(Event::PaymentChosen(PaymentMethodCode::new("qris")));
    assert!(told(&shopper.effects).is_empty() && !shopper.details().kept);
    assert_eq!(told(&shopper.does(Event::DetailsKept(true))), ["Sari Dewi"]);
    assert_eq!(told(&shopper.types(Input::Name, "Sari D.")), ["Sari D."]);
}

#[test]
fn one_tap_forgets_and_says_so() {
    let mut shopper = Shopper::at_payment();
    shopper.does(Event::DetailsKept(true));
    assert_eq!(told(&shopper.does(Event::DetailsKept(false))), ["forget"]);
    assert!(shopper.details().forgotten && !shopper.details().kept);
    assert!(told(&shopper.types(Input::Name, "S")).is_empty());
}

fn comes_back(kept: Memory, options: Options, after: Millis) -> Shopper {
    let mut shopper = Shopper::at(kept.saved_at + after);
    let kept = Some(Box::new(kept));
    shopper.does(Event::Opened { options: Box::new(options), memory: None, kept });
    shopper.is_given(checkout());
    shopper
}

#[test]
fn the_next_visit_is_filled_in() {
    let mut shopper = Shopper::at_payment();
    shopper.does(Event::PaymentChosen(PaymentMethodCode::new("va_bca")));
    shopper.types(Input::Note, "Titip di satpam");
    shopper.does(Event::DetailsKept(true));
    let customer = Prefill { name: "Orang Lain".into(), ..Prefill::default() };
    let mut kept = shopper.memory().unwrap();
    kept.draft.notes.clear();
    let mut again = comes_back(kept.clone(), Options { customer, ..of_store() }, DETAILS_MS - 1);
    let details = again.details();
    assert_eq!((details.name.text.as_str(), details.phone.text.as_str()), ("Sari Dewi", "0812 0000 0001"));
    assert_eq!((details.note.text.as_str(), details.kept, again.cart().lines.len()), ("", true, 0));
    again.does(Event::Added(item("variant_ebook")));
    again.does(Event::Continued(Step::Products));
    again.does(Event::Continued(Step::Details));
    again.does(Event::Continued(Step::Payment));
    assert_eq!(again.screen(), Screen::Step(Step::Review), "the way to pay as well");

    let late = comes_back(kept, of_store(), DETAILS_MS);
    assert_eq!((late.details().name.text.as_str(), late.details().kept), ("", false));
}
