//! What the whole page keeps to, whatever is on it.

use proptest::prelude::*;
use shared::v3::PaymentStatus;
use shared::value::Rupiah;
use shared::wire::{Movement, ParcelStep, Status};

use super::*;
use crate::orders::Account;

const NOW: i64 = 1_795_406_700;
const ORIGIN: &str = "https://checkout.example";
pub(super) const HOSTILE: &str =
    r#"</title><script>alert(1)</script>"><img src=x onerror=alert(1)>&amp;'`{}"#;

fn view(status: Status) -> View {
    View {
        order_id: Some("261122QWERTY".into()),
        store: Some("Kopi Lereng & Jajan".into()),
        payment_status: Some(PaymentStatus::Unpaid),
        method: Some("qris".into()),
        pay_url: Link::new("https://pay.example/o/x?a=1&b=2".into()),
        deadline: Some(NOW + 3_600),
        lines: vec![Line { name: "Kopi Gayo 200 g".into(), quantity: 2, total: Some(Rupiah::new(170_000)) }],
        shipping_cost: Some(Rupiah::new(19_000)),
        total: Some(Rupiah::new(189_000)),
        courier: Some("J&T Express Reguler".into()),
        etd: Some("2-3".into()),
        placed_at: Some(NOW - 60),
        seller_phone: Some("6281200000099".into()),
        ..View::new("ck_AAAABBBBCCCCDDDDEEEE", status)
    }
}

fn html(view: &View, language: Language) -> String {
    order(view, language, ORIGIN, NOW).html
}

/// What a courier did, and what was paid in parts, is told to whoever looks.
#[test]
fn parts_and_movements_are_shown_with_what_is_left() {
    let movement = |at, step| Movement { at, step };
    let parts = View {
        paid: Some(Rupiah::new(89_000)),
        payment_status: Some(PaymentStatus::PartPaid),
        accounts: vec![Account { bank: None, number: "0341987654".into(), holder: None }],
        tracking: Some("JP1".into()),
        movements: vec![
            movement(NOW - 90, ParcelStep::Requested),
            movement(NOW - 60, ParcelStep::Delivering),
        ],
        ..view(Status::Shipped)
    };
    let page = html(&parts, Language::Indonesian);
    for told in [
        "Sudah dibayar Rp\u{a0}89.000",
        r#"data-copy="100000""#,
        r#"data-seen="shipped part_paid 89000 2""#,
        "Paket sedang diantar",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let (latest, first) = (page.find("sedang diantar").unwrap(), page.find("diminta menjemput").unwrap());
    assert!(latest < first);
    assert_eq!(well_formed(&page), Ok(()));
}

/// The elements that are open, by the rules of HTML as far as this page uses
/// them; an error names what is wrong.
pub(super) fn well_formed(html: &str) -> Result<(), String> {
    const VOID: [&str; 2] = ["meta", "br"];
    let body = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    let (mut open, mut rest) = (Vec::new(), body);
    while let Some((text, tag)) = rest.split_once('<') {
        if text.contains('>') && !matches!(open.last(), Some(&"style" | &"script")) {
            return Err(format!("a stray > in {text:?}"));
        }
        let (tag, after) = tag.split_once('>').ok_or("an open tag")?;
        rest = after;
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) if open.pop() == Some(closed) => {}
            Some(closed) => return Err(format!("</{closed}> closes nothing")),
            None if tag.matches('"').count() % 2 == 1 => return Err(format!("quotes in <{tag}>")),
            None if VOID.contains(&name) => {}
            None if matches!(name, "style" | "script") => {
                let (_, after) = rest.split_once(&format!("</{name}>")).ok_or("an endless script")?;
                rest = after;
            }
            None => open.push(name),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

#[test]
fn an_order_to_pay_shows_how() {
    let html = html(&view(Status::Pending), Language::Indonesian);
    well_formed(&html).unwrap();
    for told in [
        "<h1>Menunggu pembayaran</h1>",
        "Rp\u{a0}189.000",
        r#"href="https://pay.example/o/x?a=1&amp;b=2">Bayar sekarang"#,
        "Senin, 23 Nov 2026 pukul 12.05 WIB",
        "13.05 WITA · 14.05 WIT",
        "2 × Kopi Gayo 200 g",
        "J&amp;T Express Reguler",
        "2-3 hari",
        "261122QWERTY",
        "https://wa.me/6281200000099?text=",
        "https://wa.me/?text=Ini%20halaman%20pesanannya%3A%20https%3A%2F%2Fcheckout.example%2Fo%2Fck_AAAA",
        r#"data-seen="pending unpaid  ""#,
        r#"data-events="/v3/orders/ck_AAAABBBBCCCCDDDDEEEE/events""#,
    ] {
        assert!(html.contains(told), "{told} is not in {html}");
    }
}

#[test]
fn a_transfer_by_hand_shows_the_account_and_the_exact_amount() {
    let mut view = view(Status::Pending);
    view.method = Some("bank_transfer".into());
    view.accounts = vec![Account {
        bank: Some("BCA".into()),
        number: "1234567890".into(),
        holder: Some("PT Kopi".into()),
    }];
    let html = html(&view, Language::English);
    assert!(html.contains(r#"data-copy="1234567890""#) && html.contains("1234 5678 90"));
    assert!(html.contains(r#"data-copy="189000""#) && html.contains("in the name of PT Kopi"));
    assert!(html.contains("Send proof of transfer") && !html.contains("Pay now"));
}

#[test]
fn each_state_is_said_in_both_languages_and_asks_for_money_only_when_it_may() {
    let states = [
        ("confirming", "", "Memastikan pesanan", "Confirming your order"),
        ("waiting", "", "Dalam antrean", "In the queue"),
        ("absent", "", "Pesanan belum tercatat", "The order was not recorded"),
        ("review", "", "Toko akan menghubungi Anda", "The store will contact you"),
        ("refused", "", "Pesanan tidak diterima", "The order was not accepted"),
        ("pending", "unpaid", "Menunggu pembayaran", "Waiting for payment"),
        ("pending", "paid", "Pembayaran diterima", "Payment received"),
        ("pending", "conflict", "Pembayaran sedang diperiksa", "Payment being checked"),
        ("in_process", "paid", "Pesanan sedang disiapkan", "Being prepared"),
        ("ready", "paid", "Siap dikirim", "Ready to ship"),
        ("shipped", "paid", "Dalam perjalanan", "On its way"),
        ("completed", "settled", "Pesanan selesai", "Order completed"),
        ("canceled", "unpaid", "Pesanan dibatalkan", "Order canceled"),
        ("canceled", "paid", "Pesanan dibatalkan setelah dibayar", "Order canceled after payment"),
        ("rts", "paid", "Paket kembali ke toko", "Parcel returned to the store"),
    ];
    for (status, payment, indonesian, english) in states {
        let mut view = view(Status::from(status));
        view.payment_status = Some(payment).filter(|text| !text.is_empty()).map(PaymentStatus::from);
        for (language, headline, pay) in
            [(Language::Indonesian, indonesian, "Bayar sekarang"), (Language::English, english, "Pay now")]
        {
            let html = html(&view, language);
            well_formed(&html).unwrap();
            assert!(html.contains(&format!("<h1>{headline}</h1>")), "{status} {payment}");
            assert!(html.contains(&format!("<html lang=\"{}\"", language.tag())));
            assert_eq!(html.contains(pay), (status, payment) == ("pending", "unpaid"), "{status} {payment}");
        }
    }
}

#[test]
fn an_order_that_is_over_is_not_asked_about() {
    let mut view = view(Status::Completed);
    assert!(!html(&view, Language::Indonesian).contains("data-events=\""));
    view.status = Status::Shipped;
    assert!(html(&view, Language::Indonesian).contains("data-events=\""));
}

#[test]
fn what_is_old_says_so() {
    let mut view = view(Status::Pending);
    assert!(!html(&view, Language::Indonesian).contains("keadaan terakhir"));
    view.as_of = Some(NOW);
    assert!(html(&view, Language::Indonesian).contains("keadaan terakhir yang diketahui, per <time"));
}

#[test]
fn a_chat_sees_the_store_and_not_where_the_order_stands() {
    let view = view(Status::Pending);
    let html = html(&view, Language::Indonesian);
    assert!(
        html.contains(r#"<meta property="og:title" content="Pesanan di Kopi Lereng &amp; Jajan">"#),
        "{html}"
    );
    assert!(html.contains(r#"content="https://checkout.example/order.png""#));
    let shared: Vec<_> = html
        .match_indices("<meta property")
        .filter_map(|(at, _)| html.get(at..)?.split('>').next())
        .collect();
    assert!(shared.iter().all(|tag| !tag.contains("pembayaran") && !tag.contains("261122")), "{shared:?}");
}

#[test]
fn what_is_missing_looks_the_same_for_everybody() {
    let page = missing(Language::Indonesian, ORIGIN);
    assert_eq!(page.status, 404);
    well_formed(&page.html).unwrap();
    assert!(page.html.contains("<h1>Pesanan tidak ditemukan</h1>"));
    let page = trouble(503, Language::English, ORIGIN);
    well_formed(&page.html).unwrap();
    assert!(page.html.contains("need not be placed again"));
}

#[test]
fn a_hostile_name_is_only_a_name() {
    let mut view = view(Status::Shipped);
    view.store = Some(HOSTILE.into());
    view.order_id = Some(HOSTILE.into());
    view.courier = Some(HOSTILE.into());
    view.tracking = Some(HOSTILE.into());
    view.etd = Some(HOSTILE.into());
    view.lines = vec![Line { name: HOSTILE.into(), quantity: 1, total: None }];
    let html = html(&view, Language::Indonesian);
    well_formed(&html).unwrap();
    assert!(!html.contains("<script>alert") && !html.contains("<img"));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[<>&\"'/a-z =;!-]{0,40}",
        Just(HOSTILE.to_owned()),
        Just("https://pay.example/x".to_owned()),
        Just("javascript:alert(1)".to_owned()),
    ]
}

fn any_view() -> impl Strategy<Value = View> {
    let statuses = proptest::sample::select(Status::WORDS);
    let payments = proptest::sample::select(PaymentStatus::WORDS);
    let words = proptest::collection::vec(proptest::option::of(text()), 12);
    let numbers = proptest::collection::vec(proptest::option::of(any::<i64>()), 5);
    (statuses, payments, words, numbers, text()).prop_map(|(status, payment, words, numbers, token)| {
        let mut words = words.into_iter();
        let mut word = move || words.next().flatten();
        let mut numbers = numbers.into_iter();
        let mut number = move || numbers.next().flatten();
        View {
            order_id: word(),
            store: word(),
            payment_status: Some(PaymentStatus::from(payment)),
            method: word(),
            pay_url: word().and_then(Link::new),
            accounts: word()
                .map(|bank| Account { number: bank.clone(), holder: word(), bank: Some(bank) })
                .into_iter()
                .collect(),
            code: word().map(|number| Code { is_account: true, number }),
            deadline: number(),
            lines: word()
                .map(|name| Line { name, quantity: 3, total: number().map(Rupiah::new) })
                .into_iter()
                .collect(),
            shipping_cost: number().map(Rupiah::new),
            total: number().map(Rupiah::new),
            courier: word(),
            etd: word(),
            tracking: word(),
            placed_at: number(),
            seller_phone: word(),
            public_order_url: None,
            as_of: number(),
            ..View::new(&token, Status::from(status))
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_order_makes_a_well_formed_page_with_nothing_unescaped(view in any_view(), english in any::<bool>()) {
        let language = if english { Language::English } else { Language::Indonesian };
        let html = html(&view, language);
        prop_assert_eq!(well_formed(&html), Ok(()));
        prop_assert_eq!(html.matches("<script").count(), 1);
        prop_assert!(!html.contains("<img") && !html.contains("href=\"javascript"));
    }
}
