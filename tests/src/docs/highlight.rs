//! Colours for code: comments, strings, the words of a language. One small scanner for all of them,
//! since wrong colours harm nobody.

use maud::{Markup, html};

/// The code with its parts marked.
pub(super) fn highlight(language: &str, code: &str) -> Markup {
    let mut rest = code.trim_end();
    let mut parts: Vec<(Option<&str>, &str)> = Vec::new();
    while !rest.is_empty() {
        let behind_word = parts.last().is_some_and(|(_, text)| !text.ends_with(char::is_whitespace));
        let (class, length) = next(language, rest, behind_word);
        let (part, after) = rest.split_at(length);
        parts.push((class, part));
        rest = after;
    }
    html! {
        @for (class, text) in parts {
            @match class { Some(class) => span class=(class) { (text) }, None => (text) }
        }
    }
}

/// What `rest` begins with: its class, and how many bytes it has.
fn next(language: &str, rest: &str, behind_word: bool) -> (Option<&'static str>, usize) {
    if let Some(length) = comment(language, rest, behind_word) {
        return (Some("comment"), length);
    }
    if let Some(length) = string(rest).filter(|_| !language.is_empty()) {
        return (Some("string"), length);
    }
    let word =
        rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '$')).unwrap_or(rest.len());
    match word {
        0 if language == "html" && rest.starts_with('<') => (Some("mark"), tag(rest)),
        0 => (None, rest.chars().next().map_or(1, char::len_utf8)),
        word => (WORDS.contains(&&rest[..word]).then_some("mark"), word),
    }
}

const WORDS: [&str; 22] = [
    "addEventListener",
    "await",
    "const",
    "default",
    "export",
    "from",
    "function",
    "if",
    "import",
    "let",
    "new",
    "return",
    "cargo",
    "cd",
    "curl",
    "npm",
    "npx",
    "openssl",
    "echo",
    "true",
    "false",
    "null",
];

fn comment(language: &str, rest: &str, behind_word: bool) -> Option<usize> {
    let line = || rest.find('\n').unwrap_or(rest.len());
    let until = |end: &str| rest.find(end).map(|at| at + end.len());
    match language {
        "html" | "js" if rest.starts_with("<!--") => until("-->"),
        "html" | "js" | "css" if rest.starts_with("/*") => until("*/"),
        "html" | "js" if rest.starts_with("// ") => Some(line()),
        "sh" if rest.starts_with('#') && !behind_word => Some(line()),
        _ => None,
    }
}

fn string(rest: &str) -> Option<usize> {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let end = rest[1..].find(quote)? + 2;
    (!rest[..end].contains('\n')).then_some(end)
}

/// `<`, perhaps `/`, and the element's name.
fn tag(rest: &str) -> usize {
    let name = rest[1..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '!'));
    name.map_or(rest.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_marked_and_nothing_is_lost() {
        let code = "<a href=\"x\">é</a> <!-- y -->";
        let drawn = highlight("html", code).0;
        assert_eq!(
            drawn,
            "<span class=\"mark\">&lt;a</span> href=<span class=\"string\">&quot;x&quot;</span>&gt;é\
             <span class=\"mark\">&lt;/a</span>&gt; <span class=\"comment\">&lt;!-- y --&gt;</span>"
        );
    }

    #[test]
    fn an_address_is_no_comment() {
        assert_eq!(
            highlight("sh", "curl https://a.id/#b").0,
            "<span class=\"mark\">curl</span> https://a.id/#b"
        );
        assert_eq!(highlight("js", "x; // y").0, "x; <span class=\"comment\">// y</span>");
    }
}
