//! What an order is about: read from the request, checked against the catalogue.

mod line;
mod parcel;

use serde_json::{Map, Value, json};

use super::amounts::Amounts;
use super::vocabulary::METHODS;
use crate::sandbox::answer::Refusal;
use crate::sandbox::catalogue::{Catalogue, PaymentAccount, Store};
use crate::sandbox::members::Members;
use crate::sandbox::stock::Stock;
pub use line::Line;
pub(in crate::sandbox) use parcel::Parcel;

/// What was ordered, by whom, paid how, sent where.
#[derive(Debug, Clone)]
pub struct Content {
    /// Short name of the store.
    pub store_key: &'static str,
    /// Who ordered.
    pub customer: Customer,
    /// Variants, bundles expanded.
    pub lines: Vec<Line>,
    /// Names of price options with their quantity.
    pub bundles: Vec<(String, u32)>,
    /// The method as sent, later the concrete one behind a payment link.
    pub payment_method: Option<String>,
    /// Amounts.
    pub amounts: Amounts,
    /// Nothing is missing: `pending` rather than `draft`.
    pub is_complete: bool,
    /// Grams of packing.
    pub weight_bump: u64,
    pub(in crate::sandbox) parcel: Parcel,
    pub(in crate::sandbox) account: Option<&'static PaymentAccount>,
}

/// The customer as sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the members say it")]
pub struct Customer {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

impl Customer {
    pub(super) fn truth(&self) -> Value {
        json!({ "name": self.name, "phone": self.phone, "email": self.email })
    }
}

impl Content {
    /// Reads and checks a request; its pieces have to be in stock.
    ///
    /// # Errors
    /// Every complaint about the request at once, with this status.
    pub(in crate::sandbox) fn read(
        request: &Map<String, Value>,
        stock: &Stock,
        status: u16,
    ) -> Result<Self, Refusal> {
        let mut members = Members::new(request);
        let customer = customer(&mut members);
        let Some(store) = store(&mut members) else {
            return Err(members.finish(status).err().unwrap_or(Refusal::NOT_FOUND));
        };
        let goods = line::read(&mut members, store);
        line::check_stock(&mut members, &goods.lines, stock);
        let amounts = Amounts::read(&mut members, goods.price());
        let parcel = Parcel::read(&mut members, store);
        let payment_method = method(&mut members, store);
        let account = account(&mut members, store);
        check_kinds(&mut members);
        members.finish(status)?;
        let reachable = customer.phone.is_some() && customer.email.is_some();
        let is_physical = goods.lines.iter().any(Line::is_physical);
        let has_way = if is_physical {
            parcel.is_complete() && request.contains_key("shipping_cost")
        } else {
            reachable
        };
        Ok(Self {
            store_key: store.key,
            is_complete: has_way && !goods.lines.is_empty() && payment_method.is_some(),
            customer,
            lines: goods.lines,
            bundles: goods.bundles,
            weight_bump: goods.weight_bump,
            payment_method,
            amounts,
            parcel,
            account,
        })
    }

    /// The store.
    ///
    /// # Panics
    /// Never: the key came from the catalogue.
    pub fn store(&self) -> &'static Store {
        Catalogue::get().store(self.store_key).expect("the key came from the catalogue")
    }

    /// The same with what the store adds and takes off on this order.
    pub(super) fn charged(self, order: &str) -> Self {
        let method = self.payment_method.as_deref();
        Self { amounts: self.amounts.charged_by(self.store(), method, order), ..self }
    }

    /// Pieces in all.
    pub fn total_quantity(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// Grams of the products.
    pub fn product_weight(&self) -> u64 {
        self.lines.iter().map(Line::weight).sum()
    }
}

fn customer(members: &mut Members<'_>) -> Customer {
    let name = members.text("customer_name");
    let name = members.required("customer_name", name).unwrap_or_default();
    let email = members.text("customer_email");
    if email.as_deref().is_some_and(|email| !email.contains('@')) {
        members.complain("customer_email", "has invalid format");
    }
    Customer { name, phone: members.text("customer_phone"), email }
}

fn store(members: &mut Members<'_>) -> Option<&'static Store> {
    let unique_id = members.text("store_unique_id");
    let unique_id = members.required("store_unique_id", unique_id)?;
    let store = Catalogue::get().store_by_unique_id(&unique_id);
    if store.is_none() {
        members.complain("store_unique_id", "does not exist");
    }
    store
}

fn method(members: &mut Members<'_>, store: &Store) -> Option<String> {
    let method = members.text("payment_method")?;
    if !METHODS.contains(&method.as_str()) {
        members.complain("payment_method", "is invalid");
    } else if !store.accepted_methods().contains(&method) {
        members.complain("payment_method", "is not enabled for this store");
    }
    Some(method)
}

fn account(members: &mut Members<'_>, store: &'static Store) -> Option<&'static PaymentAccount> {
    let unique_id = members.text("payment_account_unique_id")?;
    let account = store.accounts.iter().find(|account| account.unique_id == unique_id);
    if account.is_none() {
        members.complain("payment_account_unique_id", "does not exist");
    }
    account
}

/// Members that are only kept: their types still have to be right.
fn check_kinds(members: &mut Members<'_>) {
    for name in [
        "payment_account_holder",
        "payment_account_number",
        "transferproof_url",
        "other_income_name",
        "dropshipper_name",
        "dropshipper_phone",
        "page_unique_id",
        "channel_unique_id",
        "notes",
    ] {
        members.text(name);
    }
    for name in ["is_dropshipping", "is_probably_spam"] {
        members.flag(name);
    }
    for name in ["metadata", "agent_context"] {
        members.object(name);
    }
    members.id("financial_entity_id");
}
