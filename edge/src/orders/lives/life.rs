//! What happens to an order at the platform.

use shared::v3::Order;

use crate::intent::Millis;
use crate::intent::model::Dice;
use crate::orders::{News, Placed};

const SECOND: Millis = 1_000;
const HOUR: Millis = 3_600 * SECOND;

const STATUSES: [&str; 9] =
    ["draft", "pending", "confirmed", "ready", "shipped", "completed", "canceled", "rts", "packed_by_robot"];
const PAYMENTS: [&str; 4] = ["unpaid", "paid", "settled", "conflict"];
/// The platform's id of the order.
pub(super) const ID: &str = "019a";

/// Its letters, in the order of their times.
pub(super) struct Life(pub(super) Vec<News>);

impl Life {
    /// Any life at all: sellers do strange things.
    pub(super) fn random(dice: &mut Dice) -> Self {
        let mut at = 0;
        let letters = (0..2 + dice.roll(6)).map(|_| {
            at += SECOND + if dice.one_in(2) { dice.within(5 * SECOND) } else { dice.within(12 * HOUR) };
            let status = (!dice.one_in(3)).then(|| word(dice, &STATUSES));
            let payment = (!dice.one_in(3)).then(|| word(dice, &PAYMENTS));
            letter(at, status, payment)
        });
        Self(letters.collect())
    }

    /// What the platform answers at this moment.
    pub(super) fn truth(&self, now: Millis) -> Placed {
        self.0.iter().filter(|letter| letter.at <= now).fold(new(), |truth, letter| Placed {
            status: letter.status.clone().unwrap_or(truth.status),
            payment_status: letter.payment_status.clone().or(truth.payment_status),
            ..truth
        })
    }

    /// When nothing happens any more.
    pub(super) fn end(&self) -> Millis {
        self.0.last().map_or(0, |letter| letter.at)
    }
}

fn word(dice: &mut Dice, words: &[&'static str]) -> &'static str {
    words[usize::try_from(dice.roll(words.len() as u64)).unwrap()]
}

/// What the platform tells of the order.
pub(super) fn letter(at: Millis, status: Option<&str>, payment: Option<&str>) -> News {
    let own = |word: Option<&str>| word.map(str::to_owned);
    let (status, payment_status) = (own(status), own(payment));
    News { id: Some(ID.into()), at, status, payment_status, ..News::default() }
}

/// The order as it was made.
pub(super) fn new() -> Placed {
    let order = Order { id: Some(ID.into()), ..Order::default() };
    Placed { payment_status: Some("unpaid".into()), ..Placed::new(order).unwrap() }
}

/// Where it stands.
pub(super) fn words(order: &Placed) -> (&str, &str) {
    (&order.status, order.payment_status.as_deref().unwrap_or("unpaid"))
}
