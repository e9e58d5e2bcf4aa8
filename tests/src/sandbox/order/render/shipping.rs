//! Where it goes and who carries it; all `null` for what is not shipped.

use serde_json::{Map, Value, json};

use super::members;
use super::people::{business_json, number_of};
use crate::sandbox::identity::moment;
use crate::sandbox::order::Order;
use crate::sandbox::order::content::Parcel;

impl Order {
    pub(super) fn shipping_json(&self) -> Map<String, Value> {
        let parcel = &self.content.parcel;
        members(json!({
            "destination_address": self.destination_json(),
            "origin_address": parcel.warehouse.map(|warehouse| {
                let mut address = members(warehouse.address_json());
                address.insert("warehouse".into(), warehouse.id.into());
                address
            }),
            "warehouse": parcel.warehouse.map(|warehouse| json!({
                "id": warehouse.id, "name": warehouse.name, "business": business_json(),
            })),
            "courier": parcel.service.map(|(courier, _)| courier.id),
            "courier_service": parcel.service.map(|(courier, service)| courier.service_json(service)),
            "shipment_provider_code": parcel.provider,
            "shipment_receipt": self.receipt,
            "shipment_status": self.receipt.as_ref().map(|_| "picked_up"),
            "awb_status": if self.receipt.is_some() { "created" } else { "unavailable" },
            "shipment_status_history": self.parcel_history(),
        }))
    }

    /// What the courier reported: that it has the parcel, or nothing yet.
    pub(in crate::sandbox::order) fn parcel_history(&self) -> Value {
        let shipped = self.statuses.since("shipped").filter(|_| self.receipt.is_some());
        let picked_up = |time| {
            json!({
                "timestamp_source": moment(time),
                "status": "picked_up",
                "description": "Paket sudah diterima kurir",
            })
        };
        shipped.into_iter().map(picked_up).collect()
    }

    /// The address; `null` for an order that goes nowhere.
    pub(in crate::sandbox::order) fn destination_json(&self) -> Value {
        let Parcel { address, district, postal_code, .. } = &self.content.parcel;
        let (Some(address), Some(district)) = (address, district) else {
            return Value::Null;
        };
        json!({
            "id": number_of(&self.id),
            "name": self.content.customer.name,
            "phone": self.content.customer.phone,
            "address": address,
            "subdistrict": district.subdistrict,
            "city": district.city,
            "province": district.province,
            "postal_code": postal_code,
            "location": district.id,
        })
    }
}
