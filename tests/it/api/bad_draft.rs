//! Everything that can be wrong with an order: a 4xx with a stable code, the field by its path, and
//! nothing sent to the platform.

use std::collections::BTreeSet;

use anyhow::Result;
use libtest_mimic::Trial;
use serde_json::{Value, json};
use shared::checkout::ProblemCode;
use tumbas_tests::stage::World;

use super::ask::{Answer, Ask};
use super::cart::{bundle, digital, key, price_option, store, variant, with};
use super::places;
use crate::trial::trials;

pub(super) fn trials() -> Vec<Trial> {
    trials!["api::bad_draft":
        wrong_fields_are_named_with_what_is_wrong,
        goods_that_cannot_be_had_are_named,
        goods_that_are_shipped_need_to_know_where_and_how,
        absurd_quantities_are_named,
        members_we_do_not_take_are_named_at_every_level,
        every_problem_of_an_order_is_told_at_once,
        an_order_for_an_unknown_store_is_refused,
        a_refusal_never_repeats_what_was_typed,
    ]
}

type Row = (&'static str, Value, &'static str, &'static str);

const LINE: &str = "ordervariants[0].variant_unique_id";
const PIECES: &str = "ordervariants[0].quantity";
const SET: &str = "orderbundles[0].bundle_price_option_unique_id";

fn post(world: &World, draft: &Value) -> Answer {
    Ask::order(draft, &key()).of(world)
}

/// The problems of a draft as (field, code), after checking that nothing left the Worker.
fn problems(world: &World, draft: &Value) -> BTreeSet<(String, String)> {
    let answer = post(world, draft);
    let problem = answer.refused(422, "validation_failed");
    assert_eq!(posts(world), 0, "something was posted for {draft}");
    let told = problem.errors.into_iter().map(|error| {
        assert!(!matches!(error.code, ProblemCode::Unknown(_)), "{} is no code", error.code);
        assert!(error.message.ends_with('.'), "{}", error.message);
        (error.field.path(), error.code.to_string())
    });
    told.collect()
}

fn posts(world: &World) -> usize {
    world.sandbox.look(|world| world.requests_to("POST", "/v3/orders").count())
}

/// Each row changes one thing in `draft` and names the one problem that follows.
fn each(draft: &Value, rows: impl IntoIterator<Item = Row>) -> Result<()> {
    let world = places::window()?;
    for (at, value, field, code) in rows {
        let expected = BTreeSet::from([(field.to_owned(), code.to_owned())]);
        assert_eq!(problems(&world, &with(draft, at, value.clone())), expected, "{at}: {value}");
    }
    Ok(())
}

fn wrong_fields_are_named_with_what_is_wrong() -> Result<()> {
    let long = |letters: usize| json!("a".repeat(letters));
    each(
        &digital(),
        [
            ("/customer_name", json!(""), "customer_name", "required"),
            ("/customer_name", json!(" \n\t "), "customer_name", "required"),
            ("/customer_name", Value::Null, "customer_name", "required"),
            ("/customer_name", long(201), "customer_name", "too_long"),
            ("/customer_name", json!(["Sari"]), "customer_name", "wrong_type"),
            ("/customer_phone", json!(""), "customer_phone", "required"),
            ("/customer_phone", json!("telepon"), "customer_phone", "required"),
            ("/customer_phone", json!("08123"), "customer_phone", "too_short"),
            ("/customer_phone", json!("0812345678901234"), "customer_phone", "too_long"),
            ("/customer_phone", json!("021 555 1234"), "customer_phone", "landline"),
            ("/customer_phone", json!("6591234567"), "customer_phone", "no_country"),
            ("/customer_phone", json!(6_281_234_567_890_i64), "customer_phone", "wrong_type"),
            ("/customer_email", json!(""), "customer_email", "required"),
            ("/customer_email", json!("sari"), "customer_email", "malformed"),
            ("/customer_email", json!("a b@contoh.example"), "customer_email", "malformed"),
            ("/customer_email", json!("a@contoh.example\r\nBcc: b@c.example"), "customer_email", "malformed"),
            (
                "/customer_email",
                json!(format!("{}@contoh.example", "a".repeat(250))),
                "customer_email",
                "too_long",
            ),
            ("/payment_method", json!(""), "payment_method", "required"),
            ("/payment_method", json!("bitcoin"), "payment_method", "not_offered"),
            ("/payment_method", json!("no_payment"), "payment_method", "not_offered"),
            ("/payment_method", json!("marketplace"), "payment_method", "not_offered"),
            ("/payment_method", json!("va_btn"), "payment_method", "not_offered"),
            ("/payment_method", json!("QRIS"), "payment_method", "not_offered"),
            ("/payment_method", json!(true), "payment_method", "wrong_type"),
            ("/notes", long(2001), "notes", "too_long"),
            ("/notes", json!({}), "notes", "wrong_type"),
            ("/store_unique_id", json!(""), "store_unique_id", "required"),
            ("/store_unique_id", json!(4103), "store_unique_id", "wrong_type"),
        ],
    )
}

fn goods_that_cannot_be_had_are_named() -> Result<()> {
    let id = |key, product, nth| json!(variant(key, product, nth).unique_id);
    let at = "/ordervariants/0/variant_unique_id";
    each(
        &digital(),
        [
            (at, id("kreator", "kelas-iklan", 0), LINE, "sold_out"),
            (at, id("kreator", "bonus-cek", 0), LINE, "not_sold"),
            (at, id("kopi", "panduan-seduh", 0), LINE, "not_sold"),
            (at, json!("variant_xxx"), LINE, "not_sold"),
            (at, json!(""), LINE, "not_sold"),
            (at, json!(53_001), LINE, "wrong_type"),
            (at, json!("' OR 1=1 --"), LINE, "not_sold"),
            ("/ordervariants", json!([]), "ordervariants", "required"),
            ("/ordervariants", json!({}), "ordervariants", "wrong_type"),
            ("/ordervariants", json!("variant"), "ordervariants", "wrong_type"),
            ("/ordervariants", json!([7]), "ordervariants[0]", "wrong_type"),
            ("/ordervariants", json!([{ "quantity": 1 }]), LINE, "required"),
            (
                "/ordervariants",
                Value::from(vec![digital()["ordervariants"][0].clone(); 51]),
                "ordervariants",
                "too_many",
            ),
        ],
    )?;
    let hidden = |bundle: &str| {
        let options = &store("kreator").bundle(bundle).unwrap().price_options;
        json!(options.iter().find(|option| !option.is_visible).unwrap().unique_id)
    };
    let at = "/orderbundles/0/bundle_price_option_unique_id";
    each(
        &bundle(),
        [
            (at, hidden("paket-perintis"), SET, "not_sold"),
            (at, json!(super::cart::price_option("kopi", "paket-tiga-kopi")), SET, "not_sold"),
            (at, json!("bundle_301"), SET, "not_sold"),
            ("/orderbundles/0/quantity", json!(0), "orderbundles[0].quantity", "out_of_range"),
        ],
    )
}

fn goods_that_are_shipped_need_to_know_where_and_how() -> Result<()> {
    let world = places::window()?;
    let physical = json!(variant("kreator", "buku-catatan", 0).unique_id);
    let mixed = json!(price_option("kreator", "paket-rencana"));
    for draft in [
        with(&digital(), "/ordervariants/0/variant_unique_id", physical),
        with(&bundle(), "/orderbundles/0/bundle_price_option_unique_id", mixed),
    ] {
        let expected = ["address", "location_id", "shipping_quote"].map(|at| (at.into(), "required".into()));
        assert_eq!(problems(&world, &draft), BTreeSet::from(expected), "{draft}");
    }
    Ok(())
}

fn absurd_quantities_are_named() -> Result<()> {
    let at = "/ordervariants/0/quantity";
    let draft = digital();
    each(
        &draft,
        [
            (at, json!(0), PIECES, "out_of_range"),
            (at, json!(-1), PIECES, "out_of_range"),
            (at, json!(101), PIECES, "out_of_range"),
            (at, json!(i64::MAX), PIECES, "out_of_range"),
            (at, json!(i64::MIN), PIECES, "out_of_range"),
            (at, json!(u64::MAX), PIECES, "out_of_range"),
            (at, json!(1.5), PIECES, "wrong_type"),
            (at, json!("2"), PIECES, "wrong_type"),
            (at, Value::Null, PIECES, "wrong_type"),
            (at, json!([1]), PIECES, "wrong_type"),
        ],
    )?;
    let few = with(
        &draft,
        "/ordervariants/0/variant_unique_id",
        json!(variant("kreator", "lisensi-kasir", 0).unique_id),
    );
    each(&few, [(at, json!(6), PIECES, "not_enough_stock")])?;
    let world = places::window()?;
    let line = with(&few["ordervariants"][0], "/quantity", json!(3));
    let twice = with(&few, "/ordervariants", json!([line, line]));
    let expected = BTreeSet::from([("ordervariants[1].quantity".to_owned(), "not_enough_stock".to_owned())]);
    assert_eq!(problems(&world, &twice), expected, "two lines of one thing");
    let endless = draft.to_string().replace("\"quantity\":1", "\"quantity\":1e400");
    Ask::post(endless, &key()).of(&world).refused(400, "invalid_json");
    Ok(())
}

fn members_we_do_not_take_are_named_at_every_level() -> Result<()> {
    let world = places::window()?;
    for member in [
        "product_discount",
        "shipping_discount",
        "other_income",
        "other_income_name",
        "is_probably_spam",
        "transferproof_url",
        "financial_entity_id",
        "payment_account_unique_id",
        "payment_account_holder",
        "payment_account_number",
        "page_unique_id",
        "agent_context",
        "is_dropshipping",
        "total",
        "price",
        "status",
        "payment_status",
        "tumbas_token",
        "discount_code",
        "__proto__",
        "constructor",
        "Customer_name",
    ] {
        let expected = BTreeSet::from([(member.to_owned(), "unknown_member".to_owned())]);
        for value in [json!(0), Value::Null, json!({ "a": 1 })] {
            assert_eq!(problems(&world, &with(&digital(), &format!("/{member}"), value)), expected);
        }
    }
    for member in ["custom_domain_full_url", "tumbas_token", "source"] {
        let expected = BTreeSet::from([(format!("metadata.{member}"), "unknown_member".to_owned())]);
        assert_eq!(problems(&world, &with(&digital(), "/metadata", json!({ member: "x" }))), expected);
    }
    for (draft, list) in [(digital(), "ordervariants"), (bundle(), "orderbundles")] {
        for member in ["price", "product_price", "discount", "id", "weight", "metadata"] {
            let expected = BTreeSet::from([(format!("{list}[0].{member}"), "unknown_member".to_owned())]);
            assert_eq!(problems(&world, &with(&draft, &format!("/{list}/0/{member}"), json!(1))), expected);
        }
    }
    Ok(())
}

fn every_problem_of_an_order_is_told_at_once() -> Result<()> {
    let world = places::window()?;
    let draft = json!({
        "store_unique_id": store("kreator").unique_id, "customer_name": " ", "customer_phone": "0215551234",
        "customer_email": "sari@", "payment_method": "bitcoin", "notes": 7, "product_discount": 50_000,
        "ordervariants": [
            { "quantity": 0, "variant_unique_id": variant("kreator", "ebook-freelance", 0).unique_id },
            { "quantity": 1, "variant_unique_id": "variant_xxx", "price": 1 },
        ],
        "orderbundles": [{ "quantity": "1", "bundle_price_option_unique_id": "bpo_xxx" }],
    });
    let expected = [
        ("customer_name", "required"),
        ("customer_phone", "landline"),
        ("customer_email", "malformed"),
        ("payment_method", "not_offered"),
        ("notes", "wrong_type"),
        ("product_discount", "unknown_member"),
        (PIECES, "out_of_range"),
        ("ordervariants[1].variant_unique_id", "not_sold"),
        ("ordervariants[1].price", "unknown_member"),
        ("orderbundles[0].quantity", "wrong_type"),
        (SET, "not_sold"),
    ];
    let expected: BTreeSet<_> =
        expected.into_iter().map(|(field, code)| (field.to_owned(), code.to_owned())).collect();
    assert_eq!(problems(&world, &draft), expected);
    let nothing = ["store_unique_id", "customer_name", "customer_phone", "ordervariants", "payment_method"];
    let nothing: BTreeSet<_> =
        nothing.into_iter().map(|field| (field.to_owned(), "required".to_owned())).collect();
    assert_eq!(problems(&world, &json!({})), nothing);
    Ok(())
}

fn an_order_for_an_unknown_store_is_refused() -> Result<()> {
    let world = places::window()?;
    for name in ["store_xxx", "4103", "store_../..", "\u{0}", "STORE", &"s".repeat(10_000)] {
        post(&world, &with(&digital(), "/store_unique_id", json!(name))).refused(404, "store_not_found");
    }
    assert_eq!(posts(&world), 0);
    Ok(())
}

fn a_refusal_never_repeats_what_was_typed() -> Result<()> {
    let world = places::window()?;
    let typed = ["Kenari Nama", "0812-kenari-99", "kenari@surel", "kenari_bayar", "kenari_barang"];
    let draft = json!({
        "store_unique_id": store("kreator").unique_id, "customer_name": typed[0].repeat(30), "customer_phone": typed[1],
        "customer_email": typed[2], "payment_method": typed[3],
        "ordervariants": [{ "quantity": 1, "variant_unique_id": typed[4] }],
    });
    let told = post(&world, &draft).text();
    assert!(typed.iter().all(|typed| !told.contains(typed)), "{told}");
    Ok(())
}
