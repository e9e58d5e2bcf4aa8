//! Reads what the searches are asked: numeric ids, each checked.

use serde_json::{Map, Value};

use crate::sandbox::App;
use crate::sandbox::catalogue::{Catalogue, Store, Variant};
use crate::sandbox::members::Members;
use crate::sandbox::region::District;
use crate::sandbox::shipping::Warehouse;

pub(super) fn store(members: &mut Members<'_>) -> Option<&'static Store> {
    let id = members.id("store_id");
    let store = Catalogue::get().store_by_id(members.required("store_id", id)?);
    if store.is_none() {
        members.complain("store_id", "does not exist");
    }
    store
}

pub(super) fn district(members: &mut Members<'_>, member: &str) -> Option<&'static District> {
    let id = members.id(member);
    let district = District::by_id(members.required(member, id)?);
    if district.is_none() {
        members.complain(member, "does not exist");
    }
    district
}

pub(super) fn warehouse(members: &mut Members<'_>, store: Option<&Store>) -> Option<&'static Warehouse> {
    let id = members.id("warehouse_id");
    let id = members.required("warehouse_id", id)?;
    let stores = Catalogue::get().stores.iter().filter(|of| store.is_none_or(|store| store.id == of.id));
    let warehouse = stores.flat_map(Warehouse::of).find(|warehouse| warehouse.id == id);
    if warehouse.is_none() {
        members.complain("warehouse_id", "does not exist");
    }
    warehouse
}

/// Each variant with its wanted pieces.
pub(super) fn variants(
    members: &mut Members<'_>,
    store: Option<&'static Store>,
) -> Vec<(&'static Variant, u32)> {
    let rows = members.rows("variants");
    members.required("variants", rows.first());
    let read = |row: &&Map<String, Value>| {
        let id = row.get("variant_id")?.as_u64()?;
        let pieces = u32::try_from(row.get("qty")?.as_u64()?).ok()?;
        let (_, variant) = store?.variant_by_id(id)?;
        Some((variant, pieces))
    };
    let wanted: Vec<_> = rows.iter().filter_map(read).collect();
    if wanted.len() < rows.len() {
        members.complain("variants", "is invalid");
    }
    wanted
}

impl App {
    /// Status of a validation error.
    pub(super) fn validation_status(&self) -> u16 {
        self.world.read(|world| world.settings.validation_status)
    }
}
