//! How the order is paid.

use maud::{Markup, html};
use shared::v3::PaymentMethodCode;
use shared::value::Rupiah;

use super::copying::{copyable, in_fours};
use super::words::{Saying, Words, filled};
use super::{Code, Language, Standing, View, time, whatsapp};
use crate::orders::Account;

/// What there is to do to pay. Nothing for an order that is paid, or that
/// nobody should pay.
pub(super) fn payment(view: &View, standing: Standing, language: Language, words: &Words) -> Option<Markup> {
    if !standing.is_to_pay(view) {
        return None;
    }
    Some(html! {
        section.card.pay aria-labelledby="pay-heading" {
            h2 #pay-heading { (words.to_pay) }
            (amount(view, words))
            @if let Some(deadline) = view.deadline.or(view.pay_by) { (before(deadline, language, words)) }
            @for (place, account) in view.accounts.iter().enumerate() { (transfer(place, account, words)) }
            @if let Some(code) = &view.code { (typed(code, words)) }
            (onward(view, words))
        }
    })
}

/// The exact amount can be copied where it is typed by hand.
fn amount(view: &View, words: &Words) -> Markup {
    let Some(due) = view.due() else { return html! {} };
    let digits = due.amount().to_string();
    html! {
        @if let Some(paid) = view.paid.filter(|paid| *paid > Rupiah::ZERO) {
            p.hint { (filled(words.paid_so_far, &paid.to_string())) }
        }
        @if view.accounts.is_empty() {
            p.figure.amount { (due) }
        } @else {
            (copyable("copy-amount", words.exact_amount, &due.to_string(), &digits, words))
            p.hint { (words.transfer_exactly) }
        }
    }
}

fn before(deadline: i64, language: Language, words: &Words) -> Markup {
    html! {
        p.deadline {
            (words.pay_before) " " strong { (time::moment(deadline, language)) }
            " " (time::further_east(deadline, language))
        }
    }
}

fn transfer(place: usize, account: &Account, words: &Words) -> Markup {
    html! {
        div.way {
            h3 { (words.transfer) }
            p {
                @if let Some(bank) = &account.bank { strong { (bank) } " " }
                @if let Some(holder) = &account.holder { (words.holder) " " (holder) }
            }
            (copyable(&format!("copy-account-{place}"), words.account, &in_fours(&account.number), &account.number, words))
        }
    }
}

fn typed(code: &Code, words: &Words) -> Markup {
    let name = if code.is_account { words.virtual_account } else { words.payment_code };
    html! {
        div.way {
            h3 { (name) }
            (copyable("copy-code", name, &in_fours(&code.number), &code.number, words))
        }
    }
}

fn onward(view: &View, words: &Words) -> Markup {
    let Some(link) = &view.pay_url else { return by_hand(view, words) };
    let is_transfer = !view.accounts.is_empty();
    html! {
        a.button.primary[!is_transfer] #pay href=(link.as_str()) {
            @if is_transfer { (words.transfer_proof) } @else { (words.pay_now) }
        }
        @if !is_transfer { p.hint { (words.pay_opens) } }
    }
}

/// A transfer that only the seller can see: he is told of it.
fn by_hand(view: &View, words: &Words) -> Markup {
    if view.accounts.is_empty() {
        return html! {};
    }
    html! {
        @if let Some(chat) = whatsapp::confirm(view, words) {
            a.button.primary #confirm href=(chat) { (words.confirm_transfer) }
        }
        p.hint { (words.checked_by_hand) }
    }
}

/// The way to pay by the name that people know.
pub(super) fn method(code: &str, words: &Words) -> String {
    match code {
        "cod" => words.method_cash.to_owned(),
        "bank_transfer" => words.method_transfer.to_owned(),
        "payment_link" | "invoice" => words.method_hosted.to_owned(),
        "card" => words.method_card.to_owned(),
        other => PaymentMethodCode::new(other).label().to_owned(),
    }
}

/// Where it stands, and what comes next: payment by hand is its own next step.
pub(super) fn saying(view: &View, standing: Standing, words: &Words) -> Saying {
    let saying = words.say(standing);
    let untracked = standing == Standing::Shipped && view.tracking.is_none();
    if untracked { Saying { next: words.no_tracking, ..saying } } else { saying }
}
