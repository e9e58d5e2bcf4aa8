//! Answers that are believed for a while.

use std::collections::HashMap;
use std::hash::Hash;

/// Answers by question: each for so long, and never more than so many. All
/// times are milliseconds of the same clock.
#[derive(Debug)]
pub struct Recent<K, V> {
    life: i64,
    most: usize,
    answers: HashMap<K, (i64, V)>,
}

impl<K: Eq + Hash + Clone, V: Clone> Recent<K, V> {
    /// Keeps at most `most` answers, each for `life` milliseconds.
    pub fn new(life: i64, most: usize) -> Self {
        Self { life, most, answers: HashMap::new() }
    }

    /// The answer, while it is believed.
    pub fn get(&self, question: &K, now: i64) -> Option<V> {
        let (told, answer) = self.answers.get(question)?;
        self.is_believed(*told, now).then(|| answer.clone())
    }

    /// Keeps an answer. Room is made by what is no longer believed, then by
    /// what was told first.
    pub fn put(&mut self, question: K, answer: V, now: i64) {
        if self.answers.len() >= self.most && !self.answers.contains_key(&question) {
            self.make_room(now);
        }
        self.answers.insert(question, (now, answer));
    }

    fn make_room(&mut self, now: i64) {
        let life = self.life;
        self.answers.retain(|_, (told, _)| now.saturating_sub(*told) < life);
        while self.answers.len() >= self.most {
            let oldest = self.answers.iter().min_by_key(|(_, (told, _))| *told);
            let Some(oldest) = oldest.map(|(question, _)| question.clone()) else { return };
            self.answers.remove(&oldest);
        }
    }

    fn is_believed(&self, told: i64, now: i64) -> bool {
        now.saturating_sub(told) < self.life
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_believed_for_its_life() {
        let mut recent = Recent::new(60, 10);
        recent.put("a", 1, 1000);
        assert_eq!((recent.get(&"a", 1059), recent.get(&"a", 1060)), (Some(1), None));
        assert_eq!(recent.get(&"b", 1000), None);
        recent.put("a", 2, 1100);
        assert_eq!(recent.get(&"a", 1100), Some(2));
    }

    #[test]
    fn the_oldest_goes_when_there_is_no_room() {
        let mut recent = Recent::new(1000, 3);
        for (time, question) in ["a", "b", "c", "d", "d"].into_iter().enumerate() {
            recent.put(question, time, i64::try_from(time).unwrap());
        }
        let kept: Vec<_> = ["a", "b", "c", "d"].into_iter().filter(|q| recent.get(q, 5).is_some()).collect();
        assert_eq!(kept, ["b", "c", "d"]);
    }

    #[test]
    fn what_is_dead_makes_room_first() {
        let mut recent = Recent::new(10, 2);
        recent.put("a", 1, 0);
        recent.put("b", 2, 9);
        recent.put("c", 3, 11);
        assert_eq!(
            (recent.get(&"a", 11), recent.get(&"b", 11), recent.get(&"c", 11)),
            (None, Some(2), Some(3))
        );
    }
}
