use shared::checkout::{Part, ProblemCode};
use shared::wire::NoShipping;

use crate::copy::{ANDA, Copy, EN, KAMU};
use crate::flow::view::{
    Arrival, Day, DeliveryNotice, DistrictRow, NoCod, PriceChange, Rescue, ServiceRow, ShippingHint, Why,
};
use crate::flow::{Announcement, KeptLine};

fn day(weekday: u8, day: u8, month: u8) -> Day {
    Day { weekday, day, month }
}

fn between(days: (u8, u8), from: Day, to: Day) -> Arrival {
    Arrival::Between { days, from, to }
}

#[test]
fn an_arrival_is_said_as_people_say_dates() {
    let said = |copy: &Copy, arrival| (copy.arrival(&arrival), copy.days(&arrival));
    let tuesday = day(2, 24, 11);
    let cases = [
        (Arrival::Unknown, "Estimasi dari kurir", ""),
        (Arrival::Today, "Tiba hari ini", ""),
        (between((0, 1), tuesday, day(3, 25, 11)), "Tiba Sel, 24 – Rab, 25 Nov", ""),
        (between((1, 1), tuesday, tuesday), "Tiba Sel, 24 Nov", "1 hari"),
        (between((2, 3), tuesday, day(3, 25, 11)), "Tiba Sel, 24 – Rab, 25 Nov", "2–3 hari"),
        (between((2, 9), day(1, 30, 11), day(1, 7, 12)), "Tiba Sen, 30 Nov – Sen, 7 Des", "2–9 hari"),
    ];
    for (arrival, when, days) in cases {
        assert_eq!(said(&KAMU, arrival), (when.to_owned(), days.to_owned()));
    }
    let english = between((2, 3), tuesday, day(3, 25, 11));
    assert_eq!(said(&EN, english), ("Arrives Tue 24 – Wed 25 Nov".to_owned(), "2–3 days".to_owned()));
}

#[test]
fn a_service_is_heard_whole_in_one_sentence() {
    let mut row = ServiceRow {
        service: 1,
        name: "REG".into(),
        called: "SiCepat REG".into(),
        cost: "Rp 12.000".into(),
        is_free: false,
        arrival: between((2, 3), day(2, 24, 11), day(3, 25, 11)),
        cheapest: false,
        fastest: false,
        cod: true,
        chosen: false,
    };
    let heard = "SiCepat REG, Rp 12.000, Tiba Sel, 24 – Rab, 25 Nov, 2–3 hari, Bisa COD";
    assert_eq!(KAMU.service(&row), heard);
    (row.arrival, row.is_free, row.cheapest, row.cod) = (Arrival::Unknown, true, true, false);
    assert_eq!(EN.service(&row), "SiCepat REG, Free, The courier gives the date, Cheapest");
}

#[test]
fn a_day_that_no_calendar_has_is_no_panic() {
    assert_eq!(KAMU.arrival(&between((1, 1), day(9, 1, 0), day(9, 1, 0))), "Tiba , 1 ");
}

#[test]
fn a_change_names_what_it_was_what_it_is_and_why() {
    let notice = DeliveryNotice::PriceChanged {
        service: "J&T Express EZ".into(),
        old: "Rp 10.400".into(),
        new: "Rp 11.440".into(),
        why: Why::Payment,
    };
    assert_eq!(
        KAMU.announcement(&Announcement::Delivery(notice)),
        "Ongkir J&T Express EZ berubah karena cara bayar berubah: tadinya Rp 10.400, sekarang Rp 11.440."
    );
    let whys = [Why::Cart, Why::PostalCode, Why::Payment, Why::Courier];
    let mut said: Vec<_> =
        whys.map(|why| EN.delivery_notice(&DeliveryNotice::Gone { service: "JNE YES".into(), why })).into();
    said.dedup();
    assert_eq!(said.len(), whys.len());
}

#[test]
fn each_refusal_of_a_courier_has_its_own_sentence_and_says_that_nothing_was_ordered() {
    let codes = [
        ProblemCode::NotAvailable,
        ProblemCode::CannotServe,
        ProblemCode::OtherQuote,
        ProblemCode::OutOfRange,
    ];
    for (copy, nothing) in
        [(&KAMU, "Belum ada pesanan"), (&ANDA, "Belum ada pesanan"), (&EN, "Nothing was ordered")]
    {
        let refused = |code: ProblemCode| DeliveryNotice::Refused { service: String::new(), code };
        let mut said: Vec<_> =
            codes.iter().map(|code| copy.delivery_notice(&refused(code.clone()))).collect();
        assert!(said.iter().all(|sentence| sentence.contains(nothing)));
        said.sort();
        said.dedup();
        assert_eq!(said.len(), codes.len());
    }
}

#[test]
fn a_new_price_is_said_part_by_part() {
    let amounts = |old: &str, new: &str| (old.to_owned(), new.to_owned());
    let change = PriceChange { shipping: Some(amounts("a", "b")), items: None, total: amounts("c", "d") };
    assert_eq!(
        KAMU.price_change(&change),
        "Ongkir berubah: tadinya a, sekarang b. Totalnya dari c menjadi d. Belum ada pesanan yang dibuat; kalau setuju, pesan lagi."
    );
    let both = PriceChange { items: Some(amounts("e", "f")), ..change };
    assert!(KAMU.price_change(&both).contains("Harga barang berubah: tadinya e, sekarang f. "));
}

#[test]
fn each_reason_has_its_own_sentence() {
    let reasons = [NoShipping::NoWarehouse, NoShipping::NoCourier, NoShipping::NoCodCourier];
    let barred = [NoCod::Digital, NoCod::NoCourier, NoCod::Service { service: "JNE YES".into() }];
    for copy in [&KAMU, &ANDA, &EN] {
        let mut said: Vec<String> =
            reasons.iter().map(|reason| copy.no_shipping(reason).to_owned()).collect();
        said.extend(barred.iter().map(|why| copy.no_cod(why)));
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 6);
    }
}

#[test]
fn each_line_of_the_total_has_its_own_name() {
    let parts = [
        Part::Products,
        Part::Bundles,
        Part::ProductDiscount,
        Part::CodeDiscount,
        Part::Shipping,
        Part::Insurance,
        Part::ShippingDiscount,
        Part::OtherIncome,
        Part::UniqueCode,
    ];
    for copy in [&KAMU, &ANDA, &EN] {
        let mut names: Vec<_> = parts.map(|part| copy.part(part)).into();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), parts.len());
    }
}

#[test]
fn the_courier_is_told_from_the_first_step() {
    let from = ShippingHint::From { cost: "Rp 9.000".into(), to: "Coblong".into() };
    assert_eq!(KAMU.shipping_hint(&ShippingHint::None), "");
    assert_eq!(KAMU.shipping_hint(&ShippingHint::Unknown), "Belum termasuk ongkir");
    assert_eq!(KAMU.shipping_hint(&from), "Ongkir mulai Rp 9.000 ke Coblong");
}

const PAGE: &str = "https://kopi.example/menu?p=3";

fn told(id: &str, quantity: i64, name: &str) -> KeptLine {
    KeptLine { id: id.into(), quantity, name: name.into(), ..KeptLine::default() }
}

fn rescue(lines: Vec<KeptLine>) -> Rescue {
    let to = DistrictRow {
        id: 1,
        name: "Coblong".into(),
        city: "Kota Bandung".into(),
        province: "Jawa Barat".into(),
    };
    let store = ("store_1".into(), "Kopi Senja".into());
    Rescue { store, lines, total: Some("Rp 20.000".into()), to: Some(to) }
}

#[test]
fn a_message_to_the_seller_holds_the_cart_and_a_link_and_no_address() {
    let lines = vec![told("v_1", 2, "Kopi, Halus"), told("v_2", 1, "Mug")];
    assert_eq!(
        KAMU.rescue(&rescue(lines), PAGE),
        "Halo Kopi Senja, saya mau pesan:\n- 2 × Kopi, Halus\n- 1 × Mug\nTotal: Rp 20.000\n\
         Kirim ke: Coblong, Kota Bandung, Jawa Barat\nDi halaman toko pesanannya belum bisa dibuat. Bisa dibantu?\n\
         https://kopi.example/menu?p=3#tumbas=v_1:2,v_2:1&store=store_1"
    );
}

#[test]
fn a_message_before_the_shop_is_known_names_its_page() {
    let unknown = Rescue { lines: vec![told("v_1", 1, "")], ..Rescue::default() };
    assert_eq!(
        KAMU.rescue(&unknown, PAGE),
        "Halo kopi.example, saya mau pesan:\nDi halaman toko pesanannya belum bisa dibuat. Bisa dibantu?\n\
         https://kopi.example/menu?p=3#tumbas=v_1:1"
    );
}

#[test]
fn a_message_about_a_large_cart_stays_a_message() {
    for name in ["Kemeja Batik Parang Lengan Panjang, XXL / Marun".to_owned(), "é".repeat(255)] {
        let lines = (0..50).map(|nth| told(&format!("variant_01hx{nth:022}"), 100, &name));
        let page = format!("https://kopi.example/{}", "p".repeat(178));
        for words in [&KAMU, &crate::copy::ANDA, &crate::copy::EN] {
            let told = words.rescue(&rescue(lines.clone().collect()), &page);
            assert!(told.contains("\n- …\n") && told.chars().count() < 1_000, "{}", told.chars().count());
        }
    }
}
