//! An order of a module's functions in which each stands beside one that it is like.
//!
//! A compiler orders them by how often they are called. For brotli it is dearer the further back a
//! repetition lies, and the more kinds of code lie between: the same functions in this order weigh a
//! twenty-fifth less.

use std::collections::{BTreeSet, HashMap};

use anyhow::Result;
use wasm_encoder::{NameMap, NameSection, Section as _};
use wasmparser::{Parser, Payload, TypeRef};

/// Bytes of code that two functions have in common, or not.
const RUN: usize = 4;
/// What so many functions hold says nothing about any two of them.
const COMMON: usize = 1_000;
/// Runs by which a function is taken to be longer: two short ones are soon alike.
const SHORT: f64 = 20.0;

/// The module with names for its functions, in whose alphabetical order each is beside its like.
///
/// # Errors
/// When it is no module.
pub(super) fn named(module: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut places = vec![0; bodies.len()];
    for (place, function) in order(&bodies).into_iter().enumerate() {
        places[function] = place;
    }
    let mut names = NameMap::new();
    for (function, place) in (imported..).zip(places) {
        names.append(function, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut whole = module.to_vec();
    section.append_to(&mut whole);
    Ok(whole)
}

/// The functions, from the longest to whichever is most like it, and so on to the last.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let runs = Runs::of(bodies);
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut next = left.iter().copied().max_by_key(|function| bodies[*function].len());
    let mut order = Vec::new();
    while let Some(here) = next {
        order.push(here);
        left.remove(&here);
        let as_long =
            || left.iter().copied().min_by_key(|there| bodies[*there].len().abs_diff(bodies[here].len()));
        next = runs.most_like(here, &left).or_else(as_long);
    }
    order
}

/// Which function holds which runs of bytes.
struct Runs {
    of: Vec<Vec<usize>>,
    holders: Vec<Vec<usize>>,
}

impl Runs {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut numbers = HashMap::new();
        let mut runs = Self { of: Vec::new(), holders: Vec::new() };
        for (function, body) in bodies.iter().enumerate() {
            let mut own = BTreeSet::new();
            for run in body.windows(RUN) {
                let next = numbers.len();
                own.insert(*numbers.entry(run).or_insert(next));
            }
            runs.holders.resize(numbers.len(), Vec::new());
            for run in &own {
                runs.holders[*run].push(function);
            }
            runs.of.push(own.into_iter().collect());
        }
        runs
    }

    /// The one of `left` that has most in common with `function`; what is rare counts more.
    #[expect(clippy::cast_precision_loss, reason = "a module has some thousands of functions")]
    fn most_like(&self, function: usize, left: &BTreeSet<usize>) -> Option<usize> {
        let mut common = vec![0.0; self.of.len()];
        for holders in self.of[function].iter().map(|run| &self.holders[*run]) {
            if holders.len() < COMMON {
                let weight = 1.0 / (1.0 + holders.len() as f64).log2();
                for there in holders {
                    common[*there] += weight;
                }
            }
        }
        let likeness = |there: &usize| common[*there] / (SHORT + self.of[*there].len() as f64);
        let like = left.iter().copied().filter(|there| common[*there] > 0.0);
        like.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together() {
        let [price, total, name, phone]: [&[u8]; 4] = [
            b"add rupiah to the price",
            b"add rupiah to the total",
            b"show a field: name",
            b"show a field: phone",
        ];
        assert_eq!(order(&[price, name, total, phone]), [2, 0, 3, 1]);
        assert_eq!(order(&[]), [0; 0]);
    }

    #[test]
    fn every_function_has_a_place() {
        let bodies: Vec<Vec<u8>> = (0..200_u8).map(|n| vec![n % 7, n % 5, n % 3, n, 1, 2, 3]).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut found = order(&bodies);
        found.sort_unstable();
        assert!(found.into_iter().eq(0..200));
    }
}
