//! The comparison of totals as it is drawn: services down, ways to pay across.

use crate::each::each;
use shared::v3::{PaymentKind, PaymentMethodCode};
use shared::value::Rupiah;
use shared::wire::{PaymentMethod, ShippingOption};

use super::Arrival;
use crate::flow::Flow;
use crate::flow::courier::{add_service, service_name};
use crate::flow::matrix::State;

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
    /// Such as `J&T Express Reguler`.
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

/// A cell before it is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Sum {
    Loading,
    Failed,
    None,
    Of(Rupiah),
}

impl Flow {
    /// The comparison; `None` when nothing is shipped or there is one way to pay only.
    pub fn matrix_view(&self) -> Option<MatrixView> {
        let methods = self.compared();
        if !self.ships() || methods.len() < 2 {
            return None;
        }
        let open = self.matrix.open;
        let services = self.compared_services();
        let mut columns: Vec<(MatrixColumn, Vec<Sum>)> = Vec::new();
        for method in methods.into_iter().filter(|_| open) {
            let sums: Vec<Sum> = each(&services, |option| self.sum(option, &method));
            let entry = (method.code, method.label, method.kind);
            match columns.iter_mut().find(|(_, known)| *known == sums) {
                Some((column, _)) => column.methods.push(entry),
                None => columns.push((MatrixColumn { methods: vec![entry] }, sums)),
            }
        }
        let all = columns.iter().flat_map(|(_, sums)| sums);
        let cheapest = all.filter_map(|sum| if let Sum::Of(total) = sum { Some(*total) } else { None }).min();
        let mut rows = Vec::new();
        for (place, option) in services.iter().enumerate() {
            rows.push(MatrixRow {
                service: option.courier_service_id,
                name: service_name(option),
                arrival: self.arrival(option),
                cells: each(&columns, |column| self.cell(option, column, place, cheapest)),
            });
        }
        let mut heads = Vec::new();
        for (column, _) in columns {
            heads.push(column);
        }
        let loading = open && self.matrix.is_loading();
        Some(MatrixView { open, rows, loading, columns: heads })
    }

    /// Every service that any way to pay can have, cheapest first.
    fn compared_services(&self) -> Vec<&ShippingOption> {
        let mut services = Vec::new();
        for answer in &self.matrix.answers {
            let State::Known(offers) = &answer.state else { continue };
            for option in &offers.options.data {
                add_service(&mut services, option);
            }
        }
        services
    }

    fn sum(&self, service: &ShippingOption, method: &PaymentMethod) -> Sum {
        match self.matrix.of(&method.code) {
            Some(State::Known(offers)) => {
                let id = service.courier_service_id;
                let options = offers.options.data.iter().filter(|option| option.courier_service_id == id);
                let cost = options.map(|option| option.shipping_cost).min();
                cost.and_then(|cost| self.total_with(cost)).map_or(Sum::None, Sum::Of)
            }
            Some(State::Failed) => Sum::Failed,
            _ => Sum::Loading,
        }
    }

    fn cell(
        &self,
        service: &ShippingOption,
        (column, sums): &(MatrixColumn, Vec<Sum>),
        place: usize,
        cheapest: Option<Rupiah>,
    ) -> Cell {
        let paid = |(code, _, _): &(PaymentMethodCode, String, PaymentKind)| {
            self.payment.chosen.as_ref() == Some(code)
        };
        match sums.get(place).copied().unwrap_or(Sum::None) {
            Sum::Loading => Cell::Loading,
            Sum::Failed => Cell::Failed,
            Sum::None => Cell::None,
            Sum::Of(total) => Cell::Total {
                total: total.text(),
                cheapest: Some(total) == cheapest,
                chosen: self.courier.is_chosen(service.courier_service_id) && column.methods.iter().any(paid),
            },
        }
    }
}
