//! Where an order goes and who carries it.

use serde_json::{Value, json};

use crate::sandbox::catalogue::Store;
use crate::sandbox::members::Members;
use crate::sandbox::region::District;
use crate::sandbox::shipping::{Courier, Service, Warehouse};

/// The shipping members of an order; a digital order has none of them.
#[derive(Debug, Clone, Default)]
pub(in crate::sandbox) struct Parcel {
    pub(in crate::sandbox) address: Option<String>,
    pub(in crate::sandbox) district: Option<&'static District>,
    pub(in crate::sandbox) postal_code: Option<String>,
    pub(in crate::sandbox) warehouse: Option<&'static Warehouse>,
    pub(in crate::sandbox) service: Option<(&'static Courier, &'static Service)>,
    pub(in crate::sandbox) provider: Option<String>,
}

impl Parcel {
    pub(super) fn read(members: &mut Members<'_>, store: &Store) -> Self {
        Self {
            address: members.text("address"),
            district: known(members, "location_id", District::by_id),
            postal_code: members.text("postal_code"),
            warehouse: warehouse(members, store),
            service: known(members, "courier_service_id", Service::by_id),
            provider: provider(members),
        }
    }

    /// As the ground truth shows it; `null` for an order that goes nowhere.
    pub(in crate::sandbox::order) fn truth(&self) -> Value {
        if self.address.is_none() && self.district.is_none() && self.warehouse.is_none() {
            return Value::Null;
        }
        json!({
            "address": self.address,
            "district": self.district.map(District::display),
            "location_id": self.district.map(|district| district.id),
            "postal_code": self.postal_code,
            "warehouse": self.warehouse.map(|warehouse| warehouse.name),
            "courier": self.service.map(|(courier, _)| courier.name),
            "courier_service_id": self.service.map(|(_, service)| service.id),
            "shipment_provider_code": self.provider,
        })
    }

    /// Nothing is missing that the guide asks of a physical order.
    pub(super) fn is_complete(&self) -> bool {
        self.address.is_some()
            && self.district.is_some()
            && self.warehouse.is_some()
            && self.service.is_some()
    }
}

fn known<T>(members: &mut Members<'_>, member: &str, find: impl Fn(u64) -> Option<T>) -> Option<T> {
    let id = members.id(member)?;
    let thing = find(id);
    if thing.is_none() {
        members.complain(member, "does not exist");
    }
    thing
}

fn warehouse(members: &mut Members<'_>, store: &Store) -> Option<&'static Warehouse> {
    let unique_id = members.text("warehouse_unique_id")?;
    let warehouse = Warehouse::of(store).find(|warehouse| warehouse.unique_id() == unique_id);
    if warehouse.is_none() {
        members.complain("warehouse_unique_id", "does not exist");
    }
    warehouse
}

fn provider(members: &mut Members<'_>) -> Option<String> {
    let code = members.text("shipment_provider_code")?;
    if !["mengantar", "lincah", "ninja"].contains(&code.as_str()) {
        members.complain("shipment_provider_code", "is invalid");
    }
    Some(code)
}
