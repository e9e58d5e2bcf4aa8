//! Pages and pictures.

use super::client::{Reply, ebook_order, get, post, sandbox, send};
use crate::sandbox::{Catalogue, Sandbox};

fn order(sandbox: &Sandbox, method: &str) -> String {
    let mut order = ebook_order();
    order["payment_method"] = method.into();
    order["customer_name"] = "Sari <b>Dewi</b>".into();
    let order = post(sandbox, "/v3/orders", &order).json();
    format!("/o/{}", order["secret_slug"].as_str().unwrap_or_default())
}

fn pay(sandbox: &Sandbox, path: &str, form: &str) -> Reply {
    send(sandbox, "POST", &format!("{path}/pay"), "", Some(&form.into()))
}

#[test]
fn the_payment_page_shows_how_to_pay_and_then_that_it_is_paid() {
    let sandbox = sandbox();
    let path = order(&sandbox, "va_bca");
    let page = get(&sandbox, &format!("{path}/success"));
    for words in ["Rp49.000", "Virtual Account BCA", "7007 ", "Bayar sekarang"] {
        assert!(page.text.contains(words), "{words} is missing");
    }
    let paid = pay(&sandbox, &path, "");
    assert_eq!((paid.status, paid.header("location")), (303, Some(format!("{path}/success").as_str())));
    let page = get(&sandbox, &path);
    assert!(page.text.contains("Pembayaran diterima") && page.text.contains("Sari &lt;b&gt;"));
    assert_eq!(sandbox.orders()[0].payment_status, "paid");
}

#[test]
fn behind_a_payment_link_the_chosen_method_becomes_the_orders_own() {
    let sandbox = sandbox();
    let path = order(&sandbox, "payment_link");
    assert!(get(&sandbox, &path).text.contains("value=\"qris\""));
    let agent = ureq::Agent::new_with_defaults();
    agent.post(format!("{}{path}/pay", sandbox.base_url())).send_form([("method", "qris")]).expect("a page");
    let order = &sandbox.orders()[0];
    assert_eq!((order.payment_status, order.content.payment_method.as_deref()), ("paid", Some("qris")));
}

#[test]
fn an_unknown_order_is_a_kind_404() {
    let sandbox = sandbox();
    let page = get(&sandbox, "/o/none");
    assert_eq!(page.status, 404);
    assert!(page.text.contains("Pesanan tidak ditemukan"));
}

#[test]
fn the_front_page_names_the_key_and_the_shops() {
    let sandbox = sandbox();
    let page = get(&sandbox, "/");
    for words in ["sk_sandbox_tumbas", "Sekar Batik Nusantara", "/__sandbox/faults", "/__sandbox/logistics"] {
        assert!(page.text.contains(words), "{words} is missing");
    }
}

#[test]
fn every_picture_the_catalogue_names_is_served_and_cached() {
    let sandbox = sandbox();
    for (name, _) in Catalogue::get().pictures() {
        let picture = get(&sandbox, &format!("/images/{name}.svg"));
        assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/svg+xml")), "{name}");
        assert!(
            picture.text.contains("viewBox=\"0 0 400 400\"") && picture.text.trim_end().ends_with("</svg>")
        );
        assert!(picture.header("cache-control").is_some_and(|value| value.contains("max-age")));
    }
    assert_eq!(get(&sandbox, "/images/none.svg").status, 404);
    assert!(sandbox.requests().is_empty(), "pictures are not in the log");
}
