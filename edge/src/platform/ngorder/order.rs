//! Orders: make one, read one (platforms §2.3). Calling one off is left to the
//! seller: a transfer may be on its way to it, which only he can see.

use serde::Deserialize;
use shared::checkout::{Field, Problem, ProblemCode};
use shared::v3::{self, List, Order, OrderCourier, OrderCourierService, OrderMetadata, OrderStore};
use shared::value::Rupiah;

use super::customer::Buyer;
use super::order_request::{OrderRequest, Parties, REFERENCE};
use super::{
    courier, customer, error, get, jakarta_date, lenient, progress, send, stock, unique_code, witness,
};
use crate::config::Ngorder;
use crate::platform::{Errand, Incoming, Listed, Orders, Outgoing, PlatformError, Said, Verb};

/// Older than any order of ours: without it only thirty days are searched.
const FROM: &str = "2020-01-01";

/// An order of a list, without the people in it.
#[derive(Deserialize)]
pub(super) struct Row {
    #[serde(deserialize_with = "lenient::id")]
    pub(super) order_id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    po_number: Option<String>,
    #[serde(default, deserialize_with = "lenient::rupiah")]
    pub(super) total_amount: Option<Rupiah>,
    #[serde(default, deserialize_with = "lenient::text")]
    order_status: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    order_progress_status: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    payment_status: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    shipping_logistic: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    shipping_rate: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    awb_number: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    note: Option<String>,
}

#[derive(Deserialize)]
struct Numbers {
    #[serde(deserialize_with = "lenient::id")]
    order_id: i64,
    #[serde(default, deserialize_with = "lenient::text")]
    po_number: Option<String>,
}

impl Row {
    /// The token in its note.
    pub(super) fn token(&self) -> Option<String> {
        let (_, rest) = self.note.as_deref()?.split_once(REFERENCE)?;
        rest.split_whitespace().next().map(str::to_owned)
    }

    /// Nothing is in its note.
    pub(super) const fn is_bare(&self) -> bool {
        self.note.is_none()
    }
}

impl From<Row> for Order {
    fn from(row: Row) -> Self {
        let token = row.token();
        let progress = row.order_progress_status.as_deref();
        let payment = row.payment_status.as_deref();
        Self {
            id: Some(row.order_id.to_string()),
            status: Some(progress::status(row.order_status.as_deref(), progress, payment)),
            payment_status: Some(progress::payment(payment)),
            order_id: row.po_number,
            gross_revenue: row.total_amount,
            payment_method: Some("bank_transfer".to_owned()),
            courier_service: Some(OrderCourierService {
                name: row.shipping_rate,
                courier: Some(OrderCourier { name: row.shipping_logistic }),
            }),
            shipment_receipt: row.awb_number,
            metadata: token.map(|tumbas_token| OrderMetadata { tumbas_token, ..OrderMetadata::default() }),
            ..Self::default()
        }
    }
}

impl Orders for Ngorder {
    /// An order names its customer by number and its courier by name: both are
    /// asked for first, with what is left of the goods, and a customer is made
    /// when there is none.
    fn errand(&self, order: &v3::OrderRequest, heard: &[Vec<Incoming>], now: i64) -> Said<Errand> {
        let buyer = Buyer::of(order).ok_or(PlatformError::Refused)?;
        let service = order.courier_service_id.ok_or(PlatformError::Refused)?;
        let Some((first, later)) = heard.split_first() else {
            let calls = customer::find_customers(self, &buyer).into_iter();
            let calls = calls.chain(stock::ask(self, order)).chain(courier::ask(self, service));
            return Ok(Errand::Ask(calls.collect()));
        };
        let (customers, rest) = first.split_at_checked(CUSTOMER_CALLS).ok_or(PlatformError::Malformed)?;
        let courier = stock::check(order, rest, now)?;
        let customer = match (customer::known_customer(&buyer, customers, now)?, later) {
            (Some(customer), _) => customer,
            (None, []) => return Ok(Errand::Ask(vec![customer::create_customer(self, &buyer)])),
            (None, [created, ..]) => {
                let created = created.first().ok_or(PlatformError::Malformed)?;
                customer::read_created(created, now).map_err(|error| named(error, created))?
            }
        };
        let courier = courier::name(service, courier, now)?;
        let token = order.metadata.as_ref().map(|metadata| metadata.tumbas_token.as_str());
        let unique_code = token.filter(|_| self.has_unique_code).map(unique_code::cost);
        let (source, date) = (self.order_source, jakarta_date(now));
        let parties = Parties { customer, courier, source, date, unique_code };
        let order = OrderRequest::of(order, &parties).ok_or(PlatformError::Refused)?;
        Ok(Errand::Place(send(self, Verb::Post, "/order", &order)))
    }

    /// The answer holds two numbers; what the order comes to is read later.
    fn read_placed(&self, answer: &Incoming, _token: &str, now: i64) -> Said<Order> {
        let placed = error::read::<Numbers>(answer, now).map_err(|error| named(error, answer))?;
        let (id, order_id) = (Some(placed.order_id.to_string()), placed.po_number);
        Ok(Order { id, order_id, ..Order::default() })
    }

    fn is_read_back(&self) -> bool {
        true
    }

    fn show(&self, id: &str) -> Option<Outgoing> {
        let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let query = [("type", "ORDER_ID"), ("keyword", id), ("start_date", FROM), ("per_page", "100")];
        is_number.then(|| get(self, "/order", &query))
    }

    /// Numbers that only begin like it are found too.
    fn read_order(&self, id: &str, answer: &Incoming, now: i64) -> Said<Order> {
        let rows = error::rows::<Row>(answer, now)?.data;
        let row = rows.into_iter().find(|row| row.order_id.to_string() == id);
        let store =
            OrderStore { is_auto_expire: Some(true), auto_expire_days: Some(self.pay_days.get().into()) };
        let order = Order { store: Some(store), ..Order::from(row.ok_or(PlatformError::NotFound)?) };
        Ok(order)
    }

    fn order_page(&self, _store: i64, since: i64, cursor: Option<&str>) -> Outgoing {
        witness::order_page(self, &jakarta_date(since), cursor)
    }

    fn read_order_page(&self, answer: &Incoming, now: i64) -> Said<List<Listed>> {
        witness::read_order_page(answer, now)
    }
}

/// Calls that look for the customer.
const CUSTOMER_CALLS: usize = 2;

/// A refusal with what it says of the shopper's own members.
fn named(error: PlatformError, answer: &Incoming) -> PlatformError {
    let problems = if error == PlatformError::Refused { problems(answer) } else { Vec::new() };
    if problems.is_empty() { error } else { PlatformError::Faulty(problems) }
}

/// What a refusal says of the shopper's own members. What is about others is
/// nobody's at the form.
fn problems(answer: &Incoming) -> Vec<Problem> {
    let members = error::refused_members(answer);
    let mut found: Vec<Problem> = Vec::new();
    for (field, code) in members.iter().filter_map(|(member, _)| problem(member)) {
        if !found.iter().any(|known| known.field == field) {
            found.push(Problem { field, code });
        }
    }
    found
}

/// `products.0.qty` is `ordervariants[0].quantity` of the form.
fn problem(member: &str) -> Option<(Field, ProblemCode)> {
    let mut path = member.split('.');
    Some(match (path.next()?, path.next(), path.next()) {
        ("products", Some(index), Some("qty")) => {
            (Field::VariantQuantity(index.parse().ok()?), ProblemCode::NotEnoughStock)
        }
        ("products", Some(index), Some(_)) => (Field::Variant(index.parse().ok()?), ProblemCode::NotSold),
        ("products", ..) => (Field::Cart, ProblemCode::NotSold),
        ("expedition", ..) => (Field::CourierService, ProblemCode::NotAvailable),
        ("supplier_id", ..) => (Field::Warehouse, ProblemCode::CannotServe),
        ("name", ..) => (Field::CustomerName, ProblemCode::Malformed),
        ("phone", ..) => (Field::CustomerPhone, ProblemCode::Malformed),
        ("email", ..) => (Field::CustomerEmail, ProblemCode::Malformed),
        ("address", ..) => (Field::Address, ProblemCode::Malformed),
        ("district_id", ..) => (Field::Location, ProblemCode::UnknownDistrict),
        ("postal_code", ..) => (Field::PostalCode, ProblemCode::NotInDistrict),
        ("note", ..) => (Field::Notes, ProblemCode::Malformed),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok, sent};
    use serde_json::json;
    use shared::v3::{OrderStatus, PaymentStatus};

    fn order() -> v3::OrderRequest {
        serde_json::from_value(json!({
            "store_unique_id": "ngorder_7", "customer_name": "Angga", "customer_phone": "628212345678",
            "address": "Desa ABC", "location_id": 3627, "postal_code": "52192",
            "ordervariants": [{"quantity": 2, "variant_unique_id": "ngorder_5"}],
            "warehouse_unique_id": "ngorder_22_23518", "courier_service_id": 44, "shipping_cost": 23_000,
            "metadata": {"tumbas_token": "ck_1"},
        }))
        .unwrap()
    }

    fn errand(order: &v3::OrderRequest, heard: &[&[&str]]) -> Said<Errand> {
        let heard: Vec<Vec<Incoming>> =
            heard.iter().map(|round| round.iter().map(|body| ok(body)).collect()).collect();
        account().errand(order, &heard, 1_795_406_700)
    }

    fn asked(errand: Said<Errand>) -> Vec<Outgoing> {
        match errand.unwrap() {
            Errand::Ask(calls) => calls,
            Errand::Place(call) => panic!("{}", call.url),
        }
    }

    fn placed(errand: Said<Errand>) -> serde_json::Value {
        match errand.unwrap() {
            Errand::Place(call) => sent(&call),
            Errand::Ask(calls) => panic!("{calls:?}"),
        }
    }

    const NOBODY: &str = r#"{"data":[]}"#;
    const STOCK: &str = fixture!("product_check_stock.response");

    #[test]
    fn a_known_customer_is_not_made_again() {
        assert_eq!(asked(errand(&order(), &[])).len(), 4);
        let couriers = fixture!("expedition_active.response");
        let body = placed(errand(&order(), &[&[NOBODY, fixture!("customers.response"), STOCK, couriers]]));
        assert_eq!(
            (&body["customer_receiver_id"], &body["expedition"]["name"]),
            (&json!(122), &json!("Lion Parcel"))
        );
        assert_eq!((&body["order_date"], &body["order_source_id"]), (&json!("2026-11-23"), &json!(12)));
    }

    #[test]
    fn a_new_customer_is_made_before_the_order() {
        let couriers = fixture!("expedition_active.response");
        let first: &[&str] = &[NOBODY, NOBODY, STOCK, couriers];
        let [create] = <[_; 1]>::try_from(asked(errand(&order(), &[first]))).unwrap();
        assert!(create.url.ends_with("/customer/create") && create.method == Verb::Post);
        let body = placed(errand(&order(), &[first, &[fixture!("customer_create.response")]]));
        assert_eq!(body["customer_sender_id"], json!(123));
        let refused = r#"{"response":"Failed","message":{"phone":["x"]},"data":null}"#;
        let (field, code) = (Field::CustomerPhone, ProblemCode::Malformed);
        let faulty = PlatformError::Faulty(vec![Problem { field, code }]);
        assert_eq!(errand(&order(), &[first, &[refused]]).unwrap_err(), faulty);
    }

    /// Nobody is put into the seller's book for goods that are gone.
    #[test]
    fn goods_that_are_gone_make_no_customer() {
        let gone = r#"{"response":"success","data":{"stock":1}}"#;
        let first: &[&str] = &[NOBODY, NOBODY, gone, fixture!("expedition_active.response")];
        let (field, code) = (Field::VariantQuantity(0), ProblemCode::NotEnoughStock);
        let faulty = PlatformError::Faulty(vec![Problem { field, code }]);
        assert_eq!(errand(&order(), &[first]).unwrap_err(), faulty);
    }

    #[test]
    fn a_sellers_unique_code_is_part_of_the_order() {
        let ngorder = Ngorder { has_unique_code: true, ..account() };
        let first = [NOBODY, fixture!("customers.response"), STOCK, fixture!("expedition_active.response")];
        let body = placed(ngorder.errand(&order(), &[first.map(ok).to_vec()], 0));
        let cost = &body["order_cost"][0];
        assert_eq!((&cost["category"], &cost["type"]), (&json!("OTHER COST"), &json!("NOMINAL")));
        assert!((1..=999).contains(&cost["nominal"].as_i64().unwrap()), "{cost}");
    }

    #[test]
    fn who_fetches_it_needs_no_courier() {
        let fetched = v3::OrderRequest { courier_service_id: Some(98), ..order() };
        assert_eq!(asked(errand(&fetched, &[])).len(), 3);
        let body = placed(errand(&fetched, &[&[NOBODY, fixture!("customers.response"), STOCK]]));
        assert_eq!(body["expedition"]["name"], json!("Ambil di Toko"));
        let nowhere = v3::OrderRequest { location_id: None, ..order() };
        assert_eq!(errand(&nowhere, &[]).unwrap_err(), PlatformError::Refused);
    }

    #[test]
    fn an_order_is_placed_by_its_two_numbers() {
        let order = account().read_placed(&ok(fixture!("order_create.response")), "ck_1", 0).unwrap();
        assert_eq!((order.id.as_deref(), order.order_id.as_deref()), (Some("123"), Some("10")));
        let refused = account().read_placed(&ok(fixture!("order_create.error")), "ck_1", 0);
        let (field, code) = (Field::Variant(0), ProblemCode::NotSold);
        assert_eq!(refused, Err(PlatformError::Faulty(vec![Problem { field, code }])));
        let other = r#"{"response":"Failed","message":{"payment.date":["x"]},"data":null}"#;
        assert_eq!(account().read_placed(&ok(other), "ck_1", 0), Err(PlatformError::Refused));
        assert_eq!(account().read_placed(&ok("<html>"), "ck_1", 0), Err(PlatformError::Malformed));
    }

    #[test]
    fn a_refusal_is_about_members_of_the_form() {
        let of = |body: &str| problems(&ok(body)).into_iter().map(|one| one.field.path()).collect::<Vec<_>>();
        assert_eq!(of(fixture!("order_create.error")), ["ordervariants[0].variant_unique_id"]);
        let many =
            r#"{"response":"failed","message":{"products.1.qty":["x"],"phone":["x"],"payment.date":["x"]}}"#;
        assert_eq!(of(many), ["customer_phone", "ordervariants[1].quantity"]);
        assert_eq!(of(fixture!("order_create.response")), [""; 0]);
    }

    #[test]
    fn an_order_is_read_back_by_its_whole_number() {
        let answer = ok(fixture!("orders.response"));
        let order = account().read_order("1115", &answer, 0).unwrap();
        assert_eq!(
            (order.gross_revenue, order.status),
            (Some(Rupiah::new(141_000)), Some(OrderStatus::InProcess))
        );
        assert_eq!((order.payment_status, order.shipment_receipt), (Some(PaymentStatus::Settled), None));
        assert_eq!(order.order_id.as_deref(), Some("10576"));
        assert_eq!(order.store.as_ref().and_then(|store| store.auto_expire_days), Some(1));
        assert_eq!(account().read_order("111", &answer, 0), Err(PlatformError::NotFound));
        assert!(!format!("{:?}", account().read_order("1115", &answer, 0)).contains("srono"));
        let canceled = account().read_order("566", &ok(fixture!("orders_canceled.response")), 0).unwrap();
        assert_eq!(canceled.status, Some(OrderStatus::Canceled));
        let detailed = account().read_order("34481623", &ok(fixture!("orders_details.response")), 0).unwrap();
        assert_eq!(detailed.gross_revenue, Some(Rupiah::new(110_376)));
    }

    #[test]
    fn an_id_is_a_number() {
        assert!(
            account().show("1115").unwrap().url.contains("type=ORDER_ID&keyword=1115&start_date=2020-01-01")
        );
        for id in ["", "1x", "../1", "1&x", "-1"] {
            assert!(account().show(id).is_none(), "{id}");
        }
    }
}
