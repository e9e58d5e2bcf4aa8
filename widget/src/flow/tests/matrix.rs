use super::parcel::{cash, method, option, rp, usual};
use super::*;
use view::{Cell, MatrixView};

fn matrix(shopper: &Shopper) -> MatrixView {
    shopper.flow.matrix_view().unwrap()
}

/// Text of each cell, row by row.
fn cells(shopper: &Shopper) -> Vec<(i64, Vec<String>)> {
    let text = |cell: &Cell| match cell {
        Cell::Loading => "…".to_owned(),
        Cell::Failed => "–".to_owned(),
        Cell::None => String::new(),
        Cell::Total { total, .. } => total.replace("Rp\u{a0}", ""),
    };
    let rows = matrix(shopper).rows;
    rows.iter().map(|row| (row.service, row.cells.iter().map(text).collect())).collect()
}

fn row(service: i64, cells: &[&str]) -> (i64, Vec<String>) {
    (service, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

fn columns(shopper: &Shopper) -> Vec<Vec<String>> {
    let codes = |column: &view::MatrixColumn| {
        column.methods.iter().map(|(code, _, _)| code.as_str().to_owned()).collect()
    };
    matrix(shopper).columns.iter().map(codes).collect()
}

/// The awaited question about this way to pay.
fn number_of(shopper: &Shopper, code: &str) -> Option<u32> {
    let asked = shopper.questions();
    asked.iter().rev().find(|(_, asked)| asked.payment_method == code).map(|(number, _)| *number)
}

#[test]
fn nothing_is_asked_before_it_is_opened() {
    let mut shopper = Shopper::picked();
    assert!(!matrix(&shopper).open);
    assert_eq!(shopper.questions().len(), 1);
    shopper.does(Event::MatrixOpened(true));
    assert_eq!(shopper.questions().len(), 3, "what is known is not asked, and two at once");
    shopper.does(Event::MatrixOpened(false));
    assert!(matrix(&shopper).rows.is_empty());
}

#[test]
fn a_cart_of_files_and_a_store_with_one_way_to_pay_have_nothing_to_compare() {
    assert_eq!(Shopper::at_payment().flow.matrix_view(), None);
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(Checkout { payment_methods: methods(&["qris"]), ..checkout() });
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(shopper.flow.matrix_view(), None);
}

#[test]
fn totals_come_one_by_one_and_equal_columns_become_one() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::MatrixOpened(true));
    assert_eq!(columns(&shopper), [vec!["qris"], vec!["va_bca", "cod", "payment_link"]]);
    assert_eq!(cells(&shopper)[0], row(1, &["159.000", "…"]));
    let va = number_of(&shopper, "va_bca").unwrap();
    shopper.is_quoted_for(va, usual());
    assert_eq!(columns(&shopper), [vec!["qris", "va_bca"], vec!["cod", "payment_link"]]);
    let link = number_of(&shopper, "payment_link").unwrap();
    shopper.does(Event::ShippingLoaded { number: link, answer: Err(Failure::NoAnswer) });
    let cod = number_of(&shopper, "cod").unwrap();
    shopper.is_quoted_for(cod, vec![cash(option(2, "J&T", 12_000)), cash(option(3, "JNE", 11_000))]);
    assert_eq!(columns(&shopper), [vec!["qris", "va_bca"], vec!["cod"], vec!["payment_link"]]);
    assert_eq!(
        cells(&shopper),
        [
            row(1, &["159.000", "", "–"]),
            row(2, &["160.000", "162.000", "–"]),
            row(3, &["161.000", "161.000", "–"])
        ]
    );
    assert!(!matrix(&shopper).loading);
    let cheapest = |cell: &Cell| matches!(cell, Cell::Total { cheapest: true, .. });
    assert!(cheapest(&matrix(&shopper).rows[0].cells[0]));
}

#[test]
fn a_cell_sets_courier_and_way_to_pay_without_another_question() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::MatrixOpened(true));
    let cod = number_of(&shopper, "cod").unwrap();
    shopper.is_quoted_for(cod, vec![cash(option(3, "JNE", 11_500))]);
    let before = shopper.questions().len();
    let effects = shopper.does(Event::CellChosen { service: 3, method: method("cod") });
    assert!(effects.contains(&Effect::Announce(Announcement::Total(rp("161.500")))));
    assert_eq!((shopper.chosen(), shopper.questions().len()), (Some((3, 11_500)), before));
    assert_eq!(shopper.flow.payment.chosen, Some(method("cod")));
    let chosen = |cell: &&Cell| matches!(cell, Cell::Total { chosen: true, .. });
    assert_eq!(matrix(&shopper).rows.iter().flat_map(|row| &row.cells).filter(chosen).count(), 1);
}

#[test]
fn a_cell_that_is_not_there_sets_nothing() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::MatrixOpened(true));
    for (service, code) in [(77, "qris"), (1, "cod"), (1, "bitcoin")] {
        shopper.does(Event::CellChosen { service, method: method(code) });
        assert_eq!((shopper.chosen(), &shopper.flow.payment.chosen), (Some((2, 10_000)), &None));
    }
}

#[test]
fn an_order_that_waits_for_its_price_takes_it_from_the_comparison() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::MatrixOpened(true));
    let compared = number_of(&shopper, "va_bca").unwrap();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    assert!(shopper.is_quoted_for(compared, usual()).contains(&Effect::DrawKey));
}

/// A quote that the edge refused lies in the comparison too.
#[test]
fn what_was_refused_is_not_taken_from_the_comparison() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("qris")));
    shopper.does(Event::MatrixOpened(true));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-1".into()));
    let before = shopper.questions().len();
    shopper.is_answered(Err(invalid(Field::Quote, ProblemCode::InvalidQuote)));
    assert_eq!(shopper.questions().len(), before + 1);
    assert_eq!(shopper.question().unwrap().1.payment_method, "qris");
}

#[test]
fn a_price_that_changed_at_the_order_is_compared_anew() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("qris")));
    shopper.does(Event::MatrixOpened(true));
    shopper.does(Event::Continued(Step::Payment));
    shopper.does(Event::Submitted);
    shopper.does(Event::KeyDrawn("key-1".into()));
    let option = Some(cash(option(2, "J&T", 12_000)));
    let today = Some(Box::new(Today { option, items_total: None }));
    shopper.is_answered(Err(Failure::Problem {
        code: ErrorCode::PriceChanged,
        errors: vec![],
        today,
        order_url: None,
    }));
    shopper.does(Event::StepWanted(Step::Payment));
    assert_eq!(cells(&shopper)[2], row(2, &["162.000", "…"]));
}

#[test]
fn another_cart_is_compared_anew() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::MatrixOpened(true));
    let stale = number_of(&shopper, "va_bca").unwrap();
    shopper.does(Event::Added(item("variant_shirt")));
    shopper.is_quoted_for(stale, vec![option(1, "JNE", 1)]);
    assert!(cells(&shopper).is_empty());
}

#[test]
fn cash_that_does_not_fit_the_cart_is_not_compared() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::StepWanted(Step::Products));
    shopper.does(Event::Added(item("variant_ebook")));
    let codes: Vec<_> = shopper.flow.compared().into_iter().map(|method| method.code).collect();
    assert!(!codes.contains(&method("cod")));
}
