//! Reads what the searches are asked. Numbers of the wrong kind are complained
//! about, all at once (400); a number of nothing is not found (404).

use serde_json::{Map, Value};

use crate::sandbox::App;
use crate::sandbox::answer::Refusal;
use crate::sandbox::catalogue::{Catalogue, Product, Store, Variant};
use crate::sandbox::members::Members;
use crate::sandbox::region::District;
use crate::sandbox::shipping::Warehouse;

const NO_STORE: Refusal = Refusal::NotFound("Store not found");
const NO_LOCATION: Refusal = Refusal::NotFound("Location not found");
const NO_WAREHOUSE: Refusal = Refusal::NotFound("Warehouse not found");
const NO_VARIANT: Refusal = Refusal::NotFound("Variant not found");

/// A required whole number above zero.
pub(super) fn number(members: &mut Members<'_>, member: &str) -> u64 {
    let number = members.id(member);
    members.required(member, number).unwrap_or_default()
}

pub(super) fn store(id: u64) -> Result<&'static Store, Refusal> {
    Catalogue::get().store_by_id(id).ok_or(NO_STORE)
}

pub(super) fn district(id: u64) -> Result<&'static District, Refusal> {
    District::by_id(id).ok_or(NO_LOCATION)
}

/// A warehouse of this store; another store's does not exist for it.
pub(super) fn warehouse(id: u64, store: &Store) -> Result<&'static Warehouse, Refusal> {
    Warehouse::of(store).find(|warehouse| warehouse.id == id).ok_or(NO_WAREHOUSE)
}

/// A warehouse of any store.
pub(super) fn any_warehouse(id: u64) -> Result<&'static Warehouse, Refusal> {
    Catalogue::get().stores.iter().find_map(|store| warehouse(id, store).ok()).ok_or(NO_WAREHOUSE)
}

/// Numbers of variants with their wanted pieces.
pub(super) fn pieces(members: &mut Members<'_>) -> Vec<(u64, u32)> {
    let rows = members.rows("variants");
    members.required("variants", rows.first());
    let read = |row: &&Map<String, Value>| {
        let id = row.get("variant_id")?.as_u64()?;
        let pieces = u32::try_from(row.get("qty")?.as_u64()?).ok()?;
        (pieces > 0).then_some((id, pieces))
    };
    let wanted: Vec<_> = rows.iter().filter_map(read).collect();
    if wanted.len() < rows.len() {
        members.complain("variants", "is invalid");
    }
    wanted
}

/// A variant of this store, with its product.
pub(super) fn variant(
    id: u64,
    store: &'static Store,
) -> Result<(&'static Product, &'static Variant), Refusal> {
    store.variant_by_id(id).ok_or(NO_VARIANT)
}

impl App {
    /// Status of a validation error.
    pub(super) fn validation_status(&self) -> u16 {
        self.world.read(|world| world.settings.validation_status)
    }
}
