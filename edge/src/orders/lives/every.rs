//! Two lives of six letters, told in every order there is.

use super::life::{self, Life, letter, words};
use crate::intent::Millis;
use crate::orders::{News, Placed};

/// Tells each life in all 720 orders, and answers how many that were.
///
/// # Errors
/// The first order of letters that ends elsewhere.
pub fn every_order() -> Result<u64, String> {
    Ok(tell(&ordinary(), Some(0))? + tell(&strange(), None)?)
}

fn ordinary() -> Life {
    Life(vec![
        letter(1, Some("pending"), Some("unpaid")),
        letter(2, None, Some("paid")),
        letter(3, Some("confirmed"), None),
        letter(4, Some("in_process"), Some("paid")),
        letter(5, Some("shipped"), None),
        letter(6, Some("completed"), Some("settled")),
    ])
}

/// A seller goes back, cancels what was paid and takes it up again.
fn strange() -> Life {
    Life(vec![
        letter(1, Some("confirmed"), None),
        letter(2, Some("pending"), Some("paid")),
        letter(3, Some("canceled"), None),
        letter(4, Some("confirmed"), Some("conflict")),
        letter(5, Some("packed_by_robot"), Some("unpaid")),
        letter(6, Some("ready"), Some("paid")),
    ])
}

/// An ordinary life needs no question; the platform is asked no more than `questions` times.
fn tell(life: &Life, questions: Option<usize>) -> Result<u64, String> {
    let truth = life.truth(Millis::MAX);
    let orders = permutations(&life.0);
    for letters in &orders {
        let (state, asked) = told(letters, &truth);
        if words(&state) != words(&truth) || questions.is_some_and(|most| asked > most) {
            return Err(format!("{letters:?} end with {:?} after {asked} questions", words(&state)));
        }
    }
    Ok(orders.len() as u64)
}

/// Tells it all; whenever there is doubt, what is true at the platform is read.
fn told(letters: &[News], truth: &Placed) -> (Placed, usize) {
    letters.iter().fold((life::new(), 0), |(state, asked), letter| match state.hear(letter) {
        (state, true) => (state.updated(truth.clone()), asked + 1),
        (state, false) => (state, asked),
    })
}

fn permutations(letters: &[News]) -> Vec<Vec<News>> {
    if letters.is_empty() {
        return vec![Vec::new()];
    }
    let with_first = |nth: usize| {
        let mut rest = letters.to_vec();
        let first = rest.remove(nth);
        permutations(&rest).into_iter().map(move |tail| [vec![first.clone()], tail].concat())
    };
    (0..letters.len()).flat_map(with_first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_letters_say_the_same_in_any_order() {
        assert_eq!(every_order(), Ok(2 * 720));
    }

    #[test]
    fn a_question_too_many_is_noticed() {
        assert!(tell(&strange(), Some(0)).is_err());
    }
}
