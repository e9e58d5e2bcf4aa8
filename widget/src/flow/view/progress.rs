//! Where the shopper is on the way.

use crate::each::each;
use shared::text::{concat, join};
use shared::value::Phone;

use crate::flow::{Flow, Screen, Step};

/// One step of the way, in order. The store step is left out when there is
/// nothing to pick, the delivery when nothing is shipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which step.
    pub step: Step,
    /// From 1.
    pub number: u8,
    /// Done, shown, or ahead.
    pub state: MarkState,
    /// A finished step in one line: `Sari · 0812-0000-0001`. Empty for the
    /// others, and for the payment: the review names it.
    pub summary: String,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// Finished; "Change" sends [`StepWanted`](crate::flow::Event::StepWanted).
    Done,
    /// On screen.
    Current,
    /// Not yet.
    Ahead,
}

const STEPS: [Step; 6] =
    [Step::Store, Step::Products, Step::Details, Step::Delivery, Step::Payment, Step::Review];

impl Flow {
    /// The steps with their summaries; empty unless a step is on screen.
    pub fn progress(&self) -> Vec<Mark> {
        let Screen::Step(current) = self.screen() else { return Vec::new() };
        let mut number = 0;
        each(&STEPS, |step| {
            self.has_step(*step).then(|| {
                number += 1;
                self.mark(*step, number, current)
            })
        })
    }

    fn mark(&self, step: Step, number: u8, current: Step) -> Mark {
        let state = match step.cmp(&current) {
            std::cmp::Ordering::Less => MarkState::Done,
            std::cmp::Ordering::Equal => MarkState::Current,
            std::cmp::Ordering::Greater => MarkState::Ahead,
        };
        let summary = if state == MarkState::Done { self.summary(step) } else { String::new() };
        Mark { step, number, state, summary }
    }

    fn summary(&self, step: Step) -> String {
        let Some(catalogue) = &self.catalogue else { return String::new() };
        match step {
            Step::Store => catalogue.store.name.clone(),
            Step::Products => {
                let names: Vec<&str> =
                    each(&self.cart.lines, |line| catalogue.thing(&line.item).map(|thing| thing.name));
                concat(&[&join(&names, ", "), " · ", &self.subtotal().text()])
            }
            Step::Details => concat(&[self.details.name.text.trim(), " · ", &self.local_phone()]),
            Step::Delivery => self.delivery_summary(),
            Step::Payment | Step::Review => String::new(),
        }
    }

    /// The number as Indonesians write it, or as it was typed.
    pub(super) fn local_phone(&self) -> String {
        let typed = self.details.phone.text.trim();
        typed.parse::<Phone>().map_or_else(|_| typed.to_owned(), |phone| phone.local())
    }
}
