//! What the isolate remembers of districts and couriers.

use std::cell::RefCell;
use std::hash::Hash;
use std::rc::Rc;

use shared::v3::{CourierResult, Location, WarehouseResult};
use shared::value::Rupiah;

use super::clock;
use crate::platform::Platform;
use crate::shipping::{CourierQuestion, Recent, WarehouseQuestion};

const SECOND: i64 = 1_000;
const DAY: i64 = 86_400 * SECOND;
/// Milliseconds for which a search for warehouses or couriers is believed.
const SEARCH: i64 = 60 * SECOND;

/// Answers to one kind of question.
pub(super) struct Remembered<K, V>(RefCell<Recent<K, Rc<V>>>);

/// Answers of the platform that are asked for again and again.
pub(super) struct Memory {
    /// Districts with a word in their name.
    pub(super) districts: Remembered<(Platform, String), Vec<Location>>,
    /// Postal codes by district.
    pub(super) postal_codes: Remembered<(Platform, i64), Vec<String>>,
    /// Grams by (store, variant).
    pub(super) weights: Remembered<(i64, i64), i64>,
    pub(super) warehouses: Remembered<(Platform, WarehouseQuestion), Vec<WarehouseResult>>,
    /// By the worth of the goods too, where prices depend on it.
    pub(super) couriers: Remembered<(Platform, CourierQuestion, Rupiah), Vec<CourierResult>>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            districts: Remembered::new(DAY, 300),
            postal_codes: Remembered::new(DAY, 2_000),
            weights: Remembered::new(600 * SECOND, 2_000),
            warehouses: Remembered::new(SEARCH, 500),
            couriers: Remembered::new(SEARCH, 500),
        }
    }
}

impl<K: Eq + Hash + Clone, V> Remembered<K, V> {
    fn new(life: i64, most: usize) -> Self {
        Self(RefCell::new(Recent::new(life, most)))
    }

    /// The answer, while it is believed.
    pub(super) fn recall(&self, question: &K) -> Option<Rc<V>> {
        self.0.borrow().get(question, clock::now())
    }

    /// Keeps an answer.
    pub(super) fn keep(&self, question: K, answer: V) -> Rc<V> {
        let answer = Rc::new(answer);
        self.0.borrow_mut().put(question, Rc::clone(&answer), clock::now());
        answer
    }
}
