//! The comparison claims nothing that no test shows.

use std::fs;

use super::home;
use super::tests::read;

const PAGE: &str = "reference/compare.md";

/// A row of ours: what it says, our mark, and the links in its last column.
struct Row<'a> {
    says: &'a str,
    mark: char,
    shown: Vec<(&'a str, &'a str)>,
}

fn row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
    let says = cells.next()?;
    let mark = cells.next()?.chars().next()?;
    let shown = cells.last()?.split("](").skip(1).filter_map(target).collect();
    Some(Row { says, mark, shown })
}

/// Where a link leads, and its title.
fn target(link: &str) -> Option<(&str, &str)> {
    let (path, rest) = link.split_once(" \"")?;
    Some((path, rest.split_once("\")")?.0))
}

fn fault(row: &Row<'_>) -> Option<String> {
    if !matches!(row.mark, 'Y' | 'P') {
        return None;
    }
    if row.shown.is_empty() {
        return Some(format!("“{}” is claimed, and no test is named", row.says));
    }
    let folder = home().join(PAGE);
    let lost = row.shown.iter().find(|(path, title)| {
        let file = folder.parent().map(|folder| folder.join(path));
        !file.and_then(|file| fs::read_to_string(file).ok()).is_some_and(|text| is_test(&text, title))
    })?;
    Some(format!("“{}” names “{}”, which is no test in {}", row.says, lost.1, lost.0))
}

/// Whether `text` has a test that is called so, or a name with this in it.
fn is_test(text: &str, title: &str) -> bool {
    text.lines().any(|line| line.contains(title) && (line.contains("fn ") || line.contains("test(")))
}

#[test]
fn every_claim_names_the_test_that_shows_it() {
    let page = read(PAGE);
    let rows: Vec<Row<'_>> = page.lines().filter_map(row).collect();
    assert!(rows.len() > 100, "{} rows", rows.len());
    let faults: Vec<String> = rows.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_claim_without_its_test_is_found() {
    let fault = |line| fault(&row(line).unwrap());
    assert!(fault("| guest | Y | N |  |").is_some_and(|fault| fault.contains("no test")));
    let gone = "| guest | P ¹ | N | [digital](../../../tests/browser/digital.spec.ts \"gone\") |";
    assert!(fault(gone).is_some_and(|fault| fault.contains("“gone”")));
    let said = "| guest | Y | N | [digital](../../../tests/browser/digital.spec.ts \"landsOnPayment\") |";
    assert!(fault(said).is_some_and(|fault| fault.contains("no test in")));
    assert_eq!(fault("| guest | N | Y |  |"), None);
}
