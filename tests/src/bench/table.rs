//! Rows of the tables that are printed.

use std::fmt;

/// One row: each cell in its column's width.
pub(super) fn row(
    f: &mut fmt::Formatter<'_>,
    widths: &[usize],
    cells: impl IntoIterator<Item = String>,
) -> fmt::Result {
    for (cell, width) in cells.into_iter().zip(widths) {
        write!(f, "{cell:<width$}")?;
    }
    writeln!(f)
}
