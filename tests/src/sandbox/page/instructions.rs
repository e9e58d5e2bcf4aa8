//! How to pay, method by method.

use maud::{Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg;

use crate::sandbox::order::{Order, qr_string, virtual_account};

/// What the shopper has to do for this order's method.
pub(super) fn instructions(order: &Order) -> Markup {
    match order.content.payment_method.as_deref().unwrap_or_default() {
        "qris" => qris(order),
        "bank_transfer" => transfer(order),
        "cod" => html! { p.label { "Siapkan uang pas. Kurir akan menagih saat paket tiba." } },
        "alfamart" => alfamart(order),
        "card" => html! { p.label { "Masukkan data kartu di halaman bank. Kartu diuji dengan 3D Secure." } },
        "ovo" => html! { p.label { "Buka aplikasi OVO, lalu setujui tagihan yang masuk." } },
        "" => html! { p.label { "Penjual akan menghubungimu untuk cara bayar." } },
        method if method.starts_with("va_") => account(order),
        _ => html! { p.label { "Lanjutkan di aplikasi dompetmu untuk menyetujui pembayaran." } },
    }
}

fn account(order: &Order) -> Markup {
    let number = virtual_account(order);
    html! {
        p.label { "Nomor Virtual Account" }
        (copyable(&grouped(&number), &number))
        (steps(&[
            "Buka m-banking atau ATM, pilih Virtual Account.",
            "Masukkan nomor di atas dan periksa namanya.",
            "Pastikan jumlahnya sama, lalu bayar.",
        ]))
    }
}

fn alfamart(order: &Order) -> Markup {
    let payload = order.payment.as_ref();
    let code = payload.and_then(|payload| {
        payload["payment_method"]["over_the_counter"]["channel_properties"]["payment_code"].as_str()
    });
    let code = code.unwrap_or_default();
    html! {
        p.label { "Kode pembayaran" }
        (copyable(code, code))
        (steps(&["Tunjukkan kode ini di kasir Alfamart.", "Bayar, lalu simpan struknya."]))
    }
}

fn transfer(order: &Order) -> Markup {
    let chosen = order.content.account.into_iter();
    let all = order.content.store().accounts.iter();
    let accounts: Vec<_> = if order.content.account.is_some() { chosen.collect() } else { all.collect() };
    html! {
        @for account in accounts {
            p.label { (account.bank_name()) " a.n. " (account.holder) }
            (copyable(&grouped(&account.number), &account.number))
        }
        (steps(&["Transfer tepat sampai rupiah terakhir.", "Tekan tombol di bawah setelah transfer."]))
    }
}

fn qris(order: &Order) -> Markup {
    html! {
        div.qr role="img" aria-label="Kode QRIS" { (qr_picture(&qr_string(order))) }
        (steps(&[
            "Buka aplikasi bank atau dompet digital, pilih QRIS.",
            "Pindai kode di atas.",
            "Periksa nama toko dan jumlahnya, lalu bayar.",
        ]))
    }
}

fn qr_picture(text: &str) -> Markup {
    let picture = QrCode::new(text).map(|code| {
        let mut render = code.render::<svg::Color<'_>>();
        render.min_dimensions(240, 240).quiet_zone(false).dark_color(svg::Color("#2b2320")).build()
    });
    let picture = picture.unwrap_or_default();
    let start = picture.find("<svg").unwrap_or_default();
    PreEscaped(picture[start..].to_owned())
}

fn copyable(shown: &str, copied: &str) -> Markup {
    html! { div.number { code { (shown) } button.copy type="button" data-copy=(copied) { "Salin" } } }
}

fn steps(steps: &[&str]) -> Markup {
    html! { ol { @for step in steps { li { (step) } } } }
}

/// `8808 0000 1111 2222`: numbers are read aloud in fours.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
