//! An edge that lives in the page: `fetch` answers from a shelf.

use wasm_bindgen::JsValue;

use super::js;

const SHOP: &str = r#"{
  "store": {"unique_id": "store_1", "name": "Kopi Senja", "logo": null, "payment_methods": ["qris"]},
  "payment_methods": [{"code": "qris", "label": "QRIS", "kind": "qr"}, {"code": "ovo", "label": "OVO", "kind": "ewallet"}],
  "products": {"has_next": false, "next_cursor": null, "data": [
    {"unique_id": "product_1", "name": "E-book Sambal", "item_type": "digital", "images": [], "options": [], "variants": [
      {"unique_id": "variant_1", "name": "E-book Sambal", "price": 50000, "weight": null, "item_type": "digital",
       "available_qty": 3, "images": [], "options": []}]},
    {"unique_id": "product_2", "name": "Kelas Foto", "item_type": "digital", "images": ["https://cdn.invalid/1.png"],
     "options": ["Tingkat"], "variants": [
      {"unique_id": "variant_2", "name": "Pemula", "price": 90000, "weight": null, "item_type": "digital",
       "available_qty": null, "images": [], "options": ["Pemula"]},
      {"unique_id": "variant_3", "name": "Mahir", "price": 120000, "weight": null, "item_type": "digital",
       "available_qty": null, "images": [], "options": ["Mahir"]}]}]},
  "bundles": {"has_next": false, "next_cursor": null, "data": []}
}"#;

const ORDER: &str = r#"{
  "token": "tok_1", "status": "pending", "order_id": "260714ABC", "total": 50000,
  "payment_url": "https://pay.invalid/1", "status_url": "/v3/orders/tok_1"
}"#;

/// Puts the edge into the page, with nothing remembered and no request seen.
pub(crate) fn open() {
    js(
        "sessionStorage.clear();
         localStorage.clear();
         window.requests = [];
         window.answers = {checkout: [200, arguments[0]], orders: [201, arguments[1]]};
         window.fetch = async (url, init) => {
           window.requests.push({url, body: init.body, key: new Headers(init.headers).get('Idempotency-Key')});
           const answer = window.answers[url.split('/').pop()];
           if (!answer) throw new TypeError('offline');
           return new Response(answer[1], {status: answer[0]});
         };",
        &[&SHOP.into(), &ORDER.into()],
    );
}

/// From now on a route answers so; without a status it does not answer.
pub(crate) fn answer(route: &str, status: Option<u16>, body: &str) {
    let status = status.map_or(JsValue::UNDEFINED, JsValue::from);
    js(
        "window.answers[arguments[0]] = arguments[1] && [arguments[1], arguments[2]]",
        &[&route.into(), &status, &body.into()],
    );
}

/// From now on the edge takes the order.
pub(crate) fn takes_the_order() {
    answer(
        "orders",
        Some(201),
        r#"{"token":"t","status":"pending","payment_url":"https://pay.invalid/1","status_url":"/v3/orders/t"}"#,
    );
}

/// From now on the store sells so many things, all alike.
pub(crate) fn sells(things: u32) {
    js(
        "const shop = JSON.parse(window.answers.checkout[1]), [first] = shop.products.data;
         shop.products.data = Array.from({length: arguments[0]}, (_, place) => {
           const unique_id = 'product_' + place;
           return {...first, unique_id, variants: [{...first.variants[0], unique_id: 'variant_' + place}]};
         });
         window.answers.checkout[1] = JSON.stringify(shop);",
        &[&things.into()],
    );
}

/// Under how many keys orders were sent.
pub(crate) fn keys() -> JsValue {
    js("return new Set(window.requests.filter(({key}) => key).map(({key}) => key)).size", &[])
}

/// How many requests went to addresses that end so.
pub(crate) fn requests(end: &str) -> usize {
    let dots = "return window.requests.filter(({url}) => url.endsWith(arguments[0])).map(() => '.').join('')";
    js(dots, &[&end.into()]).as_string().map_or(0, |dots| dots.len())
}

/// A member of the last order that was sent.
pub(crate) fn ordered(member: &str) -> Option<String> {
    js(
        "return String(JSON.parse(window.requests.findLast(({body}) => body).body)[arguments[0]])",
        &[&member.into()],
    )
    .as_string()
}
