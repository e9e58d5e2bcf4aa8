//! Lists made of lists.
//!
//! An iterator that maps and collects is compiled once for each closure; here
//! only the closure is, and the loop for each kind of result.

/// A closure that makes something of a place in a list. A `dyn FnMut` would
/// also carry code for being called once.
trait Make<T> {
    fn make(&mut self, place: usize) -> Option<T>;
}

impl<T, F: FnMut(usize) -> Option<T>> Make<T> for F {
    fn make(&mut self, place: usize) -> Option<T> {
        self(place)
    }
}

/// What `make` makes of each item, in order; where it gives `None`, nothing.
pub(crate) fn each<T, R, O: Into<Option<R>>>(items: &[T], mut make: impl FnMut(&T) -> O) -> Vec<R> {
    gather(items.len(), &mut |place| items.get(place).and_then(|item| make(item).into()))
}

#[inline(never)]
fn gather<R>(count: usize, make: &mut dyn Make<R>) -> Vec<R> {
    let mut list = Vec::new();
    for place in 0..count {
        if let Some(one) = make.make(place) {
            list.push(one);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_stays_and_nothing_is_left_out_but_none() {
        let doubled: Vec<i32> = each(&[1, 2, 3], |number| number * 2);
        assert_eq!(doubled, [2, 4, 6]);
        let odd: Vec<i32> = each(&[1, 2, 3], |number| (number % 2 == 1).then_some(*number));
        assert_eq!(odd, [1, 3]);
    }
}
