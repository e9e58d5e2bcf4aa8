//! The page's main part: all of it that may change while it is looked at.

use maud::{Markup, html};
use shared::value::Rupiah;

use super::copying::copyable;
use super::icon::icon;
use super::journey::journey;
use super::payment::{method, payment, saying};
use super::words::Words;
use super::{Language, Standing, View, time, whatsapp};

/// Everything about the order. `page` is the page's own whole address.
pub(super) fn content(view: &View, standing: Standing, language: Language, page: &str) -> Markup {
    let words = Words::of(language);
    let events = ["/v3/orders/", &view.token, "/events"].concat();
    html! {
        main data-seen=(seen(view)) data-events=[(!standing.is_final()).then_some(&events)] data-until=[view.deadline] {
            div.first {
                (lead(view, standing, language, words))
                @if let Some(payment) = payment(view, standing, language, words) { (payment) }
                // What can be followed comes before what was ordered.
                @if view.tracking.is_some() { (delivery(view, language, words)) }
            }
            div.second {
                (goods(view, standing, language, words))
                @if view.tracking.is_none() { (delivery(view, language, words)) }
                (actions(view, language, page, words))
            }
        }
    }
}

fn lead(view: &View, standing: Standing, language: Language, words: &Words) -> Markup {
    let said = saying(view, standing, words);
    html! {
        section.card.lead data-mood=(standing.mood()) {
            (icon(standing))
            h1 { (said.headline) }
            p { (said.next) }
            @if let Some(at) = view.as_of {
                p.notice { (words.as_of) " " (time::moment(at, language)) "." }
            }
            @if let Some(journey) = journey(view, standing, words) { (journey) }
            dl.facts {
                dt { (words.reference) }
                dd { (copyable("copy-reference", words.reference, view.reference(), view.reference(), words)) }
            }
        }
    }
}

fn goods(view: &View, standing: Standing, language: Language, words: &Words) -> Markup {
    if view.lines.is_empty() && view.total.is_none() {
        return html! {};
    }
    html! {
        section.card aria-labelledby="items-heading" {
            h2 #items-heading { (words.items) }
            @if !view.lines.is_empty() {
                ul.lines {
                    @for line in &view.lines {
                        li { span { (line.quantity) " × " (line.name) } (sum(line.total)) }
                    }
                    @if let Some(cost) = view.shipping_cost { li { span { (words.shipping) } (sum(Some(cost))) } }
                    @if let Some(cost) = view.insurance_cost { li { span { (words.insurance) } (sum(Some(cost))) } }
                    @if let Some(code) = view.unique_code.filter(|_| !view.accounts.is_empty()) {
                        li { span { (words.unique_code) } (sum(Some(code))) }
                    }
                }
            }
            @if let Some(total) = view.total { p.total { span { (words.total) } (sum(Some(total))) } }
            dl.facts {
                @if let Some(code) = view.method.as_deref().filter(|code| !code.is_empty()) {
                    dt { (words.method) }
                    dd { (method(code, words)) }
                }
                @if let Some(at) = view.placed_at {
                    dt { (words.placed) }
                    dd { (time::moment(at, language)) }
                }
            }
            @if let (Some(link), false) = (&view.public_order_url, standing.is_to_pay(view)) {
                a.quiet #platform href=(link.as_str()) { (words.platform_page) }
            }
        }
    }
}

/// What the script compares with the state that it is told of.
fn seen(view: &View) -> String {
    let payment_status = view.payment_status.as_ref().map_or("", |status| status.as_str());
    let paid = view.paid.map(|paid| paid.amount().to_string()).unwrap_or_default();
    let moved = Some(view.movements.len()).filter(|count| *count > 0);
    let moved = moved.map(|count| count.to_string()).unwrap_or_default();
    [view.status.as_str(), payment_status, &paid, &moved].join(" ")
}

fn sum(amount: Option<Rupiah>) -> Markup {
    html! { @if let Some(amount) = amount { span.sum { (amount) } } }
}

fn delivery(view: &View, language: Language, words: &Words) -> Markup {
    if !view.is_shipped() {
        return html! {};
    }
    html! {
        section.card aria-labelledby="delivery-heading" {
            h2 #delivery-heading { (words.delivery) }
            dl.facts {
                @if let Some(courier) = &view.courier { dt { (words.courier) } dd { (courier) } }
                @if let (Some(etd), None) = (&view.etd, &view.tracking) {
                    dt { (words.etd) }
                    dd { (days(etd, words)) }
                }
                @if let Some(number) = &view.tracking {
                    dt { (words.tracking) }
                    dd { (copyable("copy-tracking", words.tracking, number, number, words)) }
                }
            }
            @if view.tracking.is_none() { p.hint { (words.no_tracking) } }
            @if !view.movements.is_empty() { (movements(view, language, words)) }
        }
    }
}

/// The latest first.
fn movements(view: &View, language: Language, words: &Words) -> Markup {
    html! {
        h3 #movements-heading { (words.movements) }
        ol.movements aria-labelledby="movements-heading" {
            @for movement in view.movements.iter().rev() {
                li {
                    (words.step(movement.step))
                    " " span.hint { (time::moment(movement.at, language)) }
                }
            }
        }
    }
}

/// `2-3` is a number of days; anything else says itself what it is.
fn days(etd: &str, words: &Words) -> String {
    let is_number = etd.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'));
    if is_number { [etd, " ", words.days].concat() } else { etd.to_owned() }
}

fn actions(view: &View, language: Language, page: &str, words: &Words) -> Markup {
    html! {
        nav.actions {
            @if let Some(chat) = whatsapp::ask(view, words) { a.button #ask href=(chat) { (words.ask_seller) } }
            a.button #share href=(whatsapp::share(page, words)) { (words.share) }
            a.quiet #refresh href={ "?lang=" (language.tag()) } { (words.refresh) }
        }
    }
}
