//! Pictures of where an order stands: one path each, 24 units wide.

use maud::{Markup, html};

use super::Standing;

/// The picture of a standing, hidden from screen readers: its words say it all.
pub(super) fn icon(standing: Standing) -> Markup {
    drawn(path(standing))
}

/// Something went wrong, or is not there.
pub(super) fn warning() -> Markup {
    drawn(WARNING)
}

fn drawn(path: &str) -> Markup {
    html! { svg.icon viewBox="0 0 24 24" aria-hidden="true" { path d=(path) {} } }
}

const CHECK: &str = "M5 12.5l4.5 4.5L19 7.5";
const CLOCK: &str = "M20.5 12a8.5 8.5 0 1 1-17 0a8.5 8.5 0 1 1 17 0M12 7v5l3.5 2";
const WALLET: &str =
    "M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 7a2 2 0 0 1 2-2h10v2M16 13.5h.1";
const CASH: &str = "M3 7h18v10H3zM14.5 12a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M6 12h.1M18 12h.1";
const BOX: &str = "M4 8l8-4.5L20 8v8.5L12 21l-8-4.5zM4 8l8 4.5L20 8M12 12.5V21";
const TRUCK: &str = "M2.5 6h11v10.5h-11zM13.5 10h4.2l3.8 3.5v3h-8M9 17.5a2 2 0 1 1-4 0a2 2 0 1 1 4 0M19.5 17.5a2 2 0 1 1-4 0a2 2 0 1 1 4 0";
const BACK: &str = "M9 7H15a4.5 4.5 0 0 1 0 9H6M9 3.5L5.5 7L9 10.5";
const CROSS: &str = "M6.5 6.5l11 11M17.5 6.5l-11 11";
const WARNING: &str = "M12 4L2.5 20h19zM12 10v4M12 17v.1";

fn path(standing: Standing) -> &'static str {
    match standing {
        Standing::Confirming | Standing::Waiting | Standing::Expired | Standing::Conflict => CLOCK,
        Standing::Absent | Standing::Review => WARNING,
        Standing::Refused | Standing::Canceled | Standing::CanceledPaid => CROSS,
        Standing::Unpaid => WALLET,
        Standing::Cash => CASH,
        Standing::Received | Standing::Paid | Standing::Completed => CHECK,
        Standing::Packing | Standing::Ready => BOX,
        Standing::Shipped => TRUCK,
        Standing::Returned => BACK,
    }
}
