//! The stations of an order, and how many of them lie behind it.

use maud::{Markup, html};

use super::words::Words;
use super::{Standing, View};

/// Dipesan → Bayar → Disiapkan → Dikirim → Selesai. Nothing for an order
/// that stands nowhere on this way.
pub(super) fn journey(view: &View, standing: Standing, words: &Words) -> Option<Markup> {
    let reached = reached(standing)?;
    let stations = words.stations.iter().enumerate().filter(|(station, _)| is_on_the_way(*station, view));
    Some(html! {
        ol.journey aria-label=(words.journey) {
            @for (station, name) in stations {
                @let state = state(station, reached, standing);
                li data-state=(state) aria-current=[(state == "here").then_some("step")] {
                    span { (name) }
                    @if state == "done" { span.sr { ", " (words.station_done) } }
                }
            }
        }
    })
}

/// The last station that lies behind the order.
fn reached(standing: Standing) -> Option<usize> {
    match standing {
        Standing::Unpaid | Standing::Received | Standing::Cash => Some(0),
        Standing::Paid | Standing::Packing => Some(1),
        Standing::Ready => Some(2),
        Standing::Shipped => Some(3),
        Standing::Completed => Some(4),
        _ => None,
    }
}

/// Cash is paid at the door, and files do not travel.
fn is_on_the_way(station: usize, view: &View) -> bool {
    match station {
        1 => !view.is_cash(),
        2 | 3 => view.is_shipped(),
        _ => true,
    }
}

fn state(station: usize, reached: usize, standing: Standing) -> &'static str {
    let here = match standing {
        Standing::Unpaid => 1,
        Standing::Packing => 2,
        _ => reached,
    };
    if station == here {
        "here"
    } else if station <= reached {
        "done"
    } else {
        "ahead"
    }
}

#[cfg(test)]
mod tests {
    use shared::v3::PaymentStatus;
    use shared::wire::Status;

    use super::*;
    use crate::page::Language;

    fn drawn(status: Status, change: impl FnOnce(&mut View)) -> String {
        let mut view = View::new("ck_1", status);
        change(&mut view);
        let standing = Standing::of(&view, 0);
        let words = Words::of(Language::Indonesian);
        journey(&view, standing, words).map(|drawn| drawn.0).unwrap_or_default()
    }

    #[test]
    fn what_is_done_and_what_is_now_are_told_apart() {
        let html = drawn(Status::Shipped, |view| {
            view.payment_status = Some(PaymentStatus::Paid);
            view.courier = Some("JNE".into());
        });
        assert_eq!(html.matches("data-state=\"done\"").count(), 3, "{html}");
        assert!(html.contains(r#"data-state="here" aria-current="step"><span>Dikirim"#), "{html}");
    }

    #[test]
    fn stations_that_an_order_does_not_pass_are_not_drawn() {
        let file = drawn(Status::Pending, |_| ());
        assert!(!file.contains("Dikirim") && file.contains("Bayar"), "{file}");
        let cash = drawn(Status::Pending, |view| {
            view.method = Some("cod".into());
            view.courier = Some("JNE".into());
        });
        assert!(cash.contains("Dikirim") && !cash.contains("Bayar"), "{cash}");
        assert_eq!(drawn(Status::Canceled, |_| ()), "");
        assert_eq!(drawn(Status::Confirming, |_| ()), "");
    }
}
