//! A signature compared with `==` gives the same answers, only in another time, which cannot be
//! judged on a busy machine. So the source is judged: whoever decides about a signature leaves the
//! comparison to `verify_slice` and never has the right one as bytes.

use super::caught;
use crate::chaos::report::Report;

/// Where signatures are checked.
const CHECKED: [&str; 2] = [
    include_str!("../../../../edge/src/webhook/signature.rs"),
    include_str!("../../../../edge/src/shipping/secrets.rs"),
];

/// The mistake: `==` stops at the first byte that differs.
const NAIVE: &str = r"
pub fn verify(secrets: &WebhookSecrets, header: Option<&str>, body: &[u8]) -> bool {
    let by = |secret: &str| mac(secret, body).finalize().into_bytes()[..] == signature[..];
    by(&secrets.first)
}
";

pub(super) fn run(report: &mut Report) {
    let right = CHECKED.into_iter().filter_map(plainly_compared).collect();
    report.add(caught(
        "ComparePlainly",
        "a signature compared with ==",
        right,
        plainly_compared(NAIVE).as_ref(),
    ));
}

/// What is wrong with the functions of a file that decide about a signature.
fn plainly_compared(source: &str) -> Option<String> {
    let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
    let deciding: Vec<&str> = shipped.split("fn ").filter(|function| function.contains("-> bool")).collect();
    if deciding.is_empty() {
        return Some("nobody decides about a signature here".into());
    }
    let is_plain = |function: &&str| {
        !function.contains("verify_slice") || function.contains("finalize") || function.contains("into_bytes")
    };
    deciding.iter().any(is_plain).then(|| "a signature is compared byte by byte".into())
}
