//! Texts put together. The standard library does the same with more code: a
//! copy for each type that can be borrowed as text, each with a loop for each
//! short separator.

/// The parts as one text.
#[inline(never)]
pub fn concat(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(part);
    }
    whole
}

/// The parts as one text, with `separator` between them.
#[inline(never)]
pub fn join(parts: &[&str], separator: &str) -> String {
    let mut whole = String::new();
    for (nth, part) in parts.iter().enumerate() {
        if nth > 0 {
            whole.push_str(separator);
        }
        whole.push_str(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_their_order_with_the_separator_between() {
        assert_eq!(concat(&["a", "", "bc"]), "abc");
        assert_eq!(join(&["a", "", "bc"], ", "), "a, , bc");
        assert_eq!(
            (concat(&[]), join(&[], "x"), join(&["a"], "x")),
            (String::new(), String::new(), "a".into())
        );
    }
}
