//! The comparison of totals: what is really paid for each service and each way
//! to pay. Asked for only while it is open, a few questions at a time.

use crate::each::each;
use shared::v3::PaymentMethodCode;
use shared::wire::{PaymentMethod, ShippingOptions, ShippingRequest};

use super::courier::Offers;
use super::{Announcement, Effect, Failure, Flow, Step};

/// What is known of each way to pay.
#[derive(Default)]
pub(super) struct Matrix {
    pub(super) open: bool,
    pub(super) answers: Vec<Answer>,
}

/// One way to pay.
pub(super) struct Answer {
    request: ShippingRequest,
    pub(super) state: State,
}

/// How far its question is.
pub(super) enum State {
    Waiting,
    Awaited(u32),
    Failed,
    Known(Box<Offers>),
}

/// Most questions on their way at once.
const AT_ONCE: usize = 2;

impl Matrix {
    /// What is known of a way to pay.
    pub(super) fn of(&self, method: &PaymentMethodCode) -> Option<&State> {
        let answer = self.answers.iter().find(|answer| answer.request.payment_method == method.as_str());
        answer.map(|answer| &answer.state)
    }

    /// The offers that answer a question.
    pub(super) fn known(&self, request: &ShippingRequest) -> Option<&Offers> {
        self.answers.iter().find_map(|answer| match &answer.state {
            State::Known(offers) if answer.request == *request => Some(offers.as_ref()),
            _ => None,
        })
    }

    pub(super) fn is_loading(&self) -> bool {
        self.answers.iter().any(|answer| matches!(answer.state, State::Waiting | State::Awaited(_)))
    }
}

impl Flow {
    /// The ways to pay that this cart and address can have.
    pub(super) fn compared(&self) -> Vec<PaymentMethod> {
        let mut fitting = Vec::new();
        for method in self.offered() {
            if self.fits_cart(&method) {
                fitting.push(method);
            }
        }
        fitting
    }

    /// [`Event::MatrixOpened`](super::Event::MatrixOpened)
    pub(super) fn open_matrix(&mut self, open: bool) {
        self.matrix = Matrix { open, answers: Vec::new() };
    }

    /// Asks what is missing in an open comparison.
    pub(super) fn keep_matrix(&mut self) {
        if !self.matrix.open || self.step() != Some(Step::Payment) {
            return;
        }
        let Some(question) = self.question().filter(|_| self.ships()) else { return };
        let requests: Vec<ShippingRequest> = each(&self.compared(), |method| ShippingRequest {
            payment_method: method.code.as_str().to_owned(),
            ..question.clone()
        });
        let answers = &mut self.matrix.answers;
        answers.retain(|answer| requests.contains(&answer.request));
        for request in requests {
            if !answers.iter().any(|answer| answer.request == request) {
                answers.push(Answer { request, state: State::Waiting });
            }
        }
        self.ask_waiting();
    }

    fn ask_waiting(&mut self) {
        let awaited = |answer: &&Answer| matches!(answer.state, State::Awaited(_));
        let mut free = AT_ONCE.saturating_sub(self.matrix.answers.iter().filter(awaited).count());
        let mut number = self.last_number;
        for answer in self.matrix.answers.iter_mut().filter(|answer| matches!(answer.state, State::Waiting)) {
            let known = self.courier.offers.as_ref().filter(|offers| offers.request == answer.request);
            if let Some(offers) = known {
                answer.state = State::Known(Box::new(offers.clone()));
            } else if free > 0 {
                free -= 1;
                number = number.wrapping_add(1);
                answer.state = State::Awaited(number);
                let request = Box::new(answer.request.clone());
                self.outbox.push(Effect::LoadShipping { request, number, after_ms: 0 });
            }
        }
        self.last_number = number;
    }

    /// Takes an answer that a cell waits for; gives back one that is not ours.
    pub(super) fn fill_matrix(
        &mut self,
        number: u32,
        answer: Result<Box<ShippingOptions>, Failure>,
    ) -> Option<Result<Box<ShippingOptions>, Failure>> {
        let now = self.now;
        let mut answers = self.matrix.answers.iter_mut();
        let Some(ours) = answers.find(|ours| matches!(ours.state, State::Awaited(it) if it == number)) else {
            return Some(answer);
        };
        ours.state = match answer {
            Ok(options) => State::Known(Box::new(Offers::new(ours.request.clone(), *options, now))),
            Err(_) => State::Failed,
        };
        None
    }

    /// [`Event::CellChosen`](super::Event::CellChosen)
    pub(super) fn choose_cell(&mut self, service: i64, method: &PaymentMethodCode) {
        let Some(State::Known(offers)) = self.matrix.of(method) else { return };
        if !offers.options.data.iter().any(|option| option.courier_service_id == service) {
            return;
        }
        let offers = (**offers).clone();
        self.courier.take(offers);
        self.courier.pick(service);
        self.payment.chosen = Some(method.clone());
        self.payment.missing = false;
        self.trouble = None;
        self.outbox.push(Effect::Announce(Announcement::Total(self.total().text())));
    }
}
