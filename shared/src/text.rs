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

/// How many characters it has. The standard library counts them in blocks, which takes a kilobyte of code.
#[inline(never)]
pub fn length(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
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

    #[test]
    fn characters_are_counted_and_not_their_bytes() {
        for text in ["", "Jl. Dago", "Kopi é", "–", "日本", "👍🏽"] {
            assert_eq!(length(text), text.chars().count(), "{text}");
        }
    }
}
