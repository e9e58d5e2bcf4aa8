//! The comparison of totals as it is drawn: services down, ways to pay across.

use shared::v3::{PaymentKind, PaymentMethodCode};

use super::Arrival;
use crate::flow::Flow;

/// What is really paid, for each service and way to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixView {
    /// It is spread out; otherwise only the button that opens it is shown.
    pub open: bool,
    /// Ways to pay; those with equal totals in every row share a column.
    pub columns: Vec<MatrixColumn>,
    /// Services, cheapest first.
    pub rows: Vec<MatrixRow>,
    /// Answers are still awaited.
    pub loading: bool,
}

/// One or more ways to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixColumn {
    /// Code, label and kind of each; at least one.
    pub methods: Vec<(PaymentMethodCode, String, PaymentKind)>,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The service's number; good as a key.
    pub service: i64,
    /// Such as `J&T Express`.
    pub courier: String,
    /// Such as `Reguler`.
    pub name: String,
    /// When the parcel comes.
    pub arrival: Arrival,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A service paid in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The answer is awaited.
    Loading,
    /// The service cannot be had with this way to pay.
    None,
    /// No answer came: "–".
    Failed,
    /// Can be picked: [`CellChosen`](crate::flow::Event::CellChosen) with the
    /// row's service and the column's first way to pay, or the one that is chosen.
    Total {
        /// What is paid in the end.
        total: String,
        /// Nothing in the table is less.
        cheapest: bool,
        /// It is the picked one.
        chosen: bool,
    },
}

impl Flow {
    /// The comparison; `None` when nothing is shipped or there is one way to pay only.
    pub fn matrix_view(&self) -> Option<MatrixView> {
        None
    }
}
