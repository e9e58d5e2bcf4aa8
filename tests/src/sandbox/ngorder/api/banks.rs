//! Where a shopper's money can go, and what must never be shown.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal, data};
use crate::sandbox::ngorder::goods::picture;
use crate::sandbox::ngorder::paging::Query as Wanted;
use crate::sandbox::ngorder::rates::LOGO;

/// The accounts: id, bank, its code, branch, number, kind.
const ACCOUNTS: [(u64, &str, &str, &str, &str, &str); 4] = [
    (847, "BCA", "bca", "Pekalongan", "0341987654", "BANK"),
    (848, "Mandiri", "mandiri", "Pekalongan", "1390012345678", "BANK"),
    (849, "Tunai", "cash", "", "", "BANK"),
    (26137, "Mandiri Virtual Accounts", "mandiri", "", "", "PAYMENT GATEWAY"),
];

/// `GET /bank`, a path that the vendor's documents lost.
pub(super) async fn list(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    let wanted = ACCOUNTS.iter().filter(|row| query.get("type").is_none_or(|kind| kind == row.5));
    Ok(data(wanted.map(|row| account(row, &app.origin)).collect::<Value>()))
}

/// `GET /bank/{id}/detail`: bare, without an envelope.
pub(super) async fn detail(State(app): State<App>, Path(id): Path<u64>) -> Answer {
    let found = ACCOUNTS.iter().find(|row| row.0 == id).ok_or(Refusal::Told("Bank not found"))?;
    Ok(Json(account(found, &app.origin)))
}

fn account(row: &(u64, &str, &str, &str, &str, &str), origin: &str) -> Value {
    let (id, bank, code, branch, number, kind) = row;
    json!({
        "bank_id": id,
        "bank_name": bank,
        "bank_type": code,
        "branch": branch,
        "holder_name": "CV Sekar Batik Nusantara",
        "account_number": number,
        "image": picture(origin, LOGO),
        "type": kind,
    })
}

/// The account's bank and number, for payment histories.
pub(super) fn bank(id: u64) -> (&'static str, &'static str) {
    ACCOUNTS.iter().find(|row| row.0 == id).map_or(("", ""), |row| (row.1, row.4))
}

/// Whether money can go there.
pub(super) fn is_known(id: u64) -> bool {
    ACCOUNTS.iter().any(|row| row.0 == id)
}

/// `GET /setting/payment/admin-fee`
pub(super) async fn admin_fees() -> Answer {
    let row = |id: u64, nominal: i64, code: &str, name: &str| json!({ "id": id, "nominal": nominal, "customer_category": { "code": code, "name": name } });
    Ok(data(vec![row(103, 1_500, "Y", "Reseller"), row(104, 4_500, "N", "Pelanggan")]))
}

/// `GET /setting/payment/xendit`: with the key itself.
pub(super) async fn xendit(State(app): State<App>) -> Answer {
    let bank = json!({
        "id": 26137,
        "name": "Mandiri Virtual Accounts",
        "holder_name": "NgorderID",
        "bank_number": null,
        "image": picture(&app.origin, LOGO),
    });
    Ok(data(json!({
        "xendit_key": "xnd_sandbox_of_the_seller_alone",
        "is_xendit_active": true,
        "bank_support": [bank],
    })))
}
