//! Where an order goes and who carries it.

use crate::sandbox::catalogue::Store;
use crate::sandbox::members::Members;
use crate::sandbox::region::District;
use crate::sandbox::shipping::{Courier, Service, Warehouse};

/// The shipping members of an order; a digital order has none of them.
#[derive(Debug, Clone, Default)]
pub(in crate::sandbox::order) struct Parcel {
    pub(in crate::sandbox::order) address: Option<String>,
    pub(in crate::sandbox::order) district: Option<&'static District>,
    pub(in crate::sandbox::order) postal_code: Option<String>,
    pub(in crate::sandbox::order) warehouse: Option<&'static Warehouse>,
    pub(in crate::sandbox::order) service: Option<(&'static Courier, &'static Service)>,
    pub(in crate::sandbox::order) provider: Option<String>,
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
