//! Where a parcel is.

use axum::Json;
use axum::extract::{Query, State};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::sandbox::App;
use crate::sandbox::ngorder::answer::{Answer, Refusal};
use crate::sandbox::ngorder::mark;
use crate::sandbox::ngorder::order::Order;
use crate::sandbox::ngorder::paging::Query as Wanted;
use crate::sandbox::ngorder::rates::Rate;

/// `GET /expedition/tracking`: asks for all three of its members.
pub(super) async fn tracking(State(app): State<App>, Query(query): Query<Wanted>) -> Answer {
    for name in ["awb_number", "expedition_id", "order_id"] {
        if query.get(name).is_none_or(String::is_empty) {
            let words = name.replace('_', " ");
            return Err(Refusal::about(name, &format!("The {words} field is required.")));
        }
    }
    let id = query["order_id"].parse().unwrap_or_default();
    app.world.read(|world| {
        let order =
            world.ngorder.order(id).filter(|order| order.awb_number.as_ref() == query.get("awb_number"));
        let order = order.ok_or(Refusal::Told("Awb number not found"))?;
        Ok(Json(json!({ "0": 200, "response": "success", "data": order.parcel() })))
    })
}

impl Order {
    fn parcel(&self) -> Value {
        let rate = Rate::by_id(self.rate_id);
        let sent = self.shipped_at.unwrap_or(self.updated_at);
        let arrived = self.delivered_at;
        let to = format!("{}, {}", self.receiver.district().subdistrict, self.receiver.district().city);
        json!({
            "awb_number": self.awb_number,
            "rate_name": rate.map_or("", |rate| rate.name),
            "delivery_date": mark::minute(sent),
            "delivery_time": mark::minute(sent),
            "weight": self.weight().div_ceil(1000),
            "sender_name": "Sekar Batik Grosir",
            "origin_city": "Pekalongan",
            "receiver_name": self.receiver.name,
            "receiver_address": to,
            "receiver_city": to,
            "status": if arrived.is_some() { "DELIVERED" } else { "ON PROCESS" },
            "consignees_name": arrived.map(|_| self.receiver.name.as_str()),
            "date_received": arrived.map(mark::day),
            "time_received": arrived.map(|time| mark::minute(time).split_off(11)),
            "history": self.steps(sent),
            "logistic_name": rate.map(|rate| rate.courier.to_lowercase()),
        })
    }

    fn steps(&self, sent: Timestamp) -> Vec<Value> {
        let step = |time: Timestamp, word: &str, place: String| json!({ "date": mark::clock(time), "desc": word, "location": place });
        let mut steps = vec![
            step(sent, "PICKREQ", "Terima permintaan pick up dari [Sekar Batik Grosir]".into()),
            step(sent, "IN", "Paket telah di input (manifested) di Pekalongan".into()),
        ];
        if let Some(arrived) = self.delivered_at {
            let by = &self.receiver.name;
            steps.push(step(arrived, "ANT", "Paket dibawa kurir".into()));
            steps.push(step(
                arrived,
                "DELIVERED",
                format!("Paket diterima oleh [{by} - (YBS) Yang Bersangkutan]"),
            ));
        }
        steps
    }
}
