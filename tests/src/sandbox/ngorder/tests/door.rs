//! Keys, languages, and what is no endpoint.

use serde_json::json;

use super::scene::Scene;
use crate::sandbox::ngorder::{EXPIRED_KEY, KEY};
use crate::sandbox::tests::client::{sandbox, send};
use crate::sandbox::{API_KEY, Fault};

#[test]
fn a_wrong_key_and_one_whose_year_is_over_are_told_apart() {
    let sandbox = sandbox();
    for key in ["", API_KEY] {
        let reply = send(&sandbox, "GET", "/api/open/shop", key, None);
        assert_eq!((reply.status, reply.json()), (401, json!({ "message": "Unauthenticated." })));
    }
    let reply = send(&sandbox, "GET", "/api/open/shop", EXPIRED_KEY, None);
    assert_eq!((reply.status, &reply.json()["message"]), (401, &json!("Your API key has expired")));
    assert_eq!(send(&sandbox, "GET", "/v3/stores/simplified", KEY, None).status, 401);
    let seen: Vec<_> = sandbox.requests().iter().map(|arrival| arrival.authorised).collect();
    assert_eq!(seen, [Some(false); 4]);
}

#[test]
fn success_is_sukses_in_indonesian_and_keeps_its_case() {
    let scene = Scene::new();
    let words = |path: &str| {
        let url = format!("{}/api/open{path}", scene.sandbox.base_url());
        let request =
            ureq::get(url).header("authorization", format!("Bearer {KEY}")).header("accept-language", "id");
        let text = request.call().expect("an answer").body_mut().read_to_string().expect("a text");
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON")["response"].clone()
    };
    assert_eq!(words("/warehouse/22"), "Sukses");
    assert_eq!(words(&format!("/order/payment-history?id={}", scene.placed())), "sukses");
}

#[test]
fn unknown_paths_methods_and_bodies_have_a_status_of_their_own() {
    let scene = Scene::new();
    assert_eq!(scene.ask("GET", "/order/7", None).status, 404);
    assert_eq!(scene.ask("DELETE", "/order", None).status, 405);
    let not_json = json!("not an object");
    assert_eq!(scene.ask("POST", "/order", Some(&not_json)).status, 406);
}

#[test]
fn planned_faults_strike_here_too() {
    let scene = Scene::new();
    scene.sandbox.plan(Fault::on("GET", "/api/open/region").status(503, "busy").nth(2));
    let statuses = [(); 3].map(|()| scene.ask("GET", "/region", None).status);
    assert_eq!(statuses, [200, 503, 200]);
}
