//! Who ordered from whom.

use serde_json::{Map, Value, json};

use super::members;
use crate::sandbox::catalogue::Store;
use crate::sandbox::identity;
use crate::sandbox::order::Order;

/// Who answers when a buyer asks.
pub(in crate::sandbox::order) const HANDLER_PHONE: &str = "6281200000099";

impl Order {
    pub(super) fn people_json(&self) -> Map<String, Value> {
        let customer = &self.content.customer;
        let phone = customer.phone.as_deref().unwrap_or(&customer.name);
        members(json!({
            "customer": {
                "id": number_of(phone),
                "name": customer.name,
                "email": customer.email,
                "phone": customer.phone,
            },
            "store": store_json(self.content.store()),
            "business": business_json(),
            "handler": null,
            "handler_phone": HANDLER_PHONE,
            "is_dropshipping": self.request.get("is_dropshipping").unwrap_or(&json!(false)),
            "dropshipper_name": self.request.get("dropshipper_name"),
            "dropshipper_phone": self.request.get("dropshipper_phone"),
        }))
    }
}

fn store_json(store: &Store) -> Value {
    json!({
        "id": store.id,
        "unique_id": store.unique_id,
        "uuid": identity::uuid(&store.unique_id),
        "name": store.name,
        "is_unique_code": store.largest_unique_code.is_some(),
        "max_unique_code_amount": store.largest_unique_code,
        "is_postal_code": true,
        "postal_code_requirement": "autofill",
        "is_auto_expire": true,
        "auto_expire_days": 3,
        "is_dropshipping_allowed": true,
        "is_transferproof_required": false,
    })
}

/// The one business that owns every store.
pub(in crate::sandbox) fn business_json() -> Value {
    json!({
        "id": 77,
        "username": "tumbas",
        "account_holder": "Sandbox Tumbas",
        "email": "toko@example.com",
        "is_banned": false,
        "unique_id": identity::unique_id("business", "tumbas"),
    })
}

/// A small number that is always the same for one text.
pub(in crate::sandbox::order) fn number_of(text: &str) -> u64 {
    identity::digits(text, 6).trim_start_matches('0').parse().unwrap_or(1)
}
