//! The same faults in what the platform says of couriers: a shopper who wants to know what a parcel
//! costs hears a price or a sentence, and the price when the platform is well again.

use anyhow::Result;
use serde_json::{Value, json};

use super::case::{CASES, Case};
use super::question::{PATIENCE, unclear, until_well};
use super::side_by_side;
use crate::chaos::http::{Lost, Reply, send};
use crate::chaos::report::{Report, Row};
use crate::chaos::world;
use crate::sandbox::{Catalogue, District};
use crate::stage::{Dist, World};

/// The two questions behind a price, and how each names the district.
const ROUTES: [(&str, &str, &str); 2] = [
    ("/v3/shipping-costs/search-warehouse", "destination_id", "asking who can send a parcel"),
    ("/v3/shipping-costs/search-courier-service", "location_id", "asking what couriers take"),
];
/// Who asks at the same time: together within what one key may call.
const CROWD: usize = 14;

struct Question {
    case: &'static Case,
    route: &'static str,
    member: &'static str,
    words: &'static str,
    /// Nobody else's: answers are remembered by district.
    district: &'static District,
}

/// Asks for a price under each fault, and again without.
pub(super) fn run(report: &mut Report, dist: &Dist) -> Result<()> {
    let world = world::silent(dist, &[])?;
    // A platform that asks to wait is left alone for a while, whoever asks: those come last, one by one.
    let (waits, goes): (Vec<_>, Vec<_>) = questions().partition(|question| question.case.name == "F5");
    for (questions, at_once) in [(goes, CROWD), (waits, 1)] {
        for (question, broken) in
            questions.iter().zip(side_by_side(&questions, at_once, |question| one(&world, question)))
        {
            let words = format!("{}: {}", question.words, question.case.words);
            let mut row = Row::new(question.case.name, words);
            row.note(broken);
            report.add(row);
        }
    }
    Ok(())
}

fn questions() -> impl Iterator<Item = Question> {
    let cases = CASES.iter().filter(|case| case.is_of_any_answer());
    let asked = ROUTES.iter().flat_map(move |route| cases.clone().map(move |case| (case, *route)));
    asked.zip(districts()).map(|((case, (route, member, words)), district)| Question {
        case,
        route,
        member,
        words,
        district,
    })
}

/// Where every courier goes. Their numbers are equally long: none begins with another.
fn districts() -> impl Iterator<Item = &'static District> {
    let is_near =
        |district: &&District| district.province == "Jawa Barat" && !district.postal_codes.is_empty();
    let long = |district: &District| district.id.to_string().len();
    let digits = District::all().iter().filter(is_near).map(long).max().unwrap_or_default();
    District::all().iter().filter(is_near).filter(move |district| long(district) == digits)
}

/// The fault lasts until it is cleared for everybody, so it strikes this district so often and no more.
const STRIKES: u32 = 3;

fn one(world: &World, question: &Question) -> Vec<String> {
    let Question { case, route, member, district, .. } = question;
    let name = format!("\"{member}\":{}", district.id);
    world.sandbox.plan(case.on("POST", route).next(STRIKES).of(&name));
    let told = unclear(&ask(world, district), has_price);
    let unstruck = (!was_struck(world, question)).then(|| "the fault never struck".to_owned());
    told.into_iter().chain(unstruck).chain(until_well(|| ask(world, district), has_price)).collect()
}

fn was_struck(world: &World, question: &Question) -> bool {
    world.sandbox.look(|world| {
        world.requests_to("POST", question.route).any(|request| {
            let body = request.body.as_ref();
            request.fault.is_some() && body.is_some_and(|body| body[question.member] == question.district.id)
        })
    })
}

fn ask(world: &World, district: &District) -> Result<Reply, Lost> {
    let store = Catalogue::get().store("batik").ok_or(Lost)?;
    let variant = store.product("kemeja-parang").and_then(|product| product.variants.first()).ok_or(Lost)?;
    let draft = json!({
        "store_unique_id": store.unique_id,
        "ordervariants": [{ "quantity": 1, "variant_unique_id": variant.unique_id }],
        "location_id": district.id,
        "postal_code": district.postal_codes.first(),
        "payment_method": "qris",
    });
    let url = format!("{}/v3/shipping-options", world.worker_url);
    send("POST", &url, &[], Some(&draft.to_string()), PATIENCE)
}

fn has_price(json: &Value) -> bool {
    json["data"].as_array().is_some_and(|couriers| !couriers.is_empty())
}
