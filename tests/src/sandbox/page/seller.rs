//! The seller's side of an order: what comes next, as buttons.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::sandbox::App;
use crate::sandbox::order::{Line, Order};

/// `POST /seller/{order_id}` with `do=<status>` or `do=paid`, `do=settled`.
pub(super) async fn act(State(app): State<App>, Path(number): Path<String>, form: Bytes) -> Response {
    let form = String::from_utf8_lossy(&form).into_owned();
    let wish = form.strip_prefix("do=").unwrap_or_default();
    let done = app.world.change(|world| {
        let order = world.any_order(&number)?;
        let key = order.id.clone();
        let wish = next(order).into_iter().find(|(_, known)| *known == wish)?.1;
        world.act(&key, |order| match wish {
            "paid" | "settled" => order.set_payment_status(wish),
            "shipped" => order.ship(None),
            _ => order.set_status(wish),
        })
    });
    match done {
        Some(()) => Redirect::to("/").into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A button for each thing that may come next.
pub(super) fn buttons(order: &Order) -> Markup {
    html! {
        form method="post" action={ "/seller/" (order.order_id) } {
            @for (words, wish) in next(order) { button.copy type="submit" name="do" value=(wish) { (words) } " " }
        }
    }
}

/// What a seller would do next, in words and as a status.
fn next(order: &Order) -> Vec<(&'static str, &'static str)> {
    let mut next = Vec::new();
    match order.payment_status {
        "unpaid" => next.push(("Paid", "paid")),
        "paid" => next.push(("Settle", "settled")),
        _ => {}
    }
    let is_physical = order.content.lines.iter().any(Line::is_physical);
    match order.status {
        "draft" | "pending" => next.push(("Confirm", "confirmed")),
        "confirmed" => next.push(("Process", "in_process")),
        "in_process" if is_physical => next.push(("Ready", "ready")),
        "ready" => next.push(("Ship", "shipped")),
        "in_process" => next.push(("Complete", "completed")),
        "shipped" => next.extend([("Complete", "completed"), ("Returned", "rts")]),
        _ => {}
    }
    if matches!(order.status, "draft" | "pending" | "confirmed" | "in_process" | "ready") {
        next.push(("Cancel", "canceled"));
    }
    next
}
