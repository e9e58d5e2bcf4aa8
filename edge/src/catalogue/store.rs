//! The account's stores.

use shared::v3::{self, PaymentMethodCode, PaymentMethodItem};
use shared::wire::{PaymentMethod, Store};

use super::Search;
use crate::address;

/// A store, and what the platform needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// As shoppers see it.
    pub store: Store,
    /// Its number, for paths (scalev-v3 §0 trap 1).
    pub id: i64,
    /// Origin of the pages the platform hosts for it; orders need it (§3.1).
    pub custom_domain: Option<String>,
    legacy_banks: Vec<String>,
}

/// Every store of the account that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listings(Vec<Listing>);

impl Listings {
    /// Keeps the stores that are not switched off.
    pub fn new(stores: Vec<v3::Store>) -> Self {
        Self(stores.into_iter().filter(|store| store.is_active != Some(false)).map(Listing::from).collect())
    }

    /// The store of this id.
    pub fn find(&self, unique_id: &str) -> Option<&Listing> {
        self.0.iter().find(|listing| listing.store.unique_id == unique_id)
    }

    /// The stores whose name holds the words, and whose domain is the given one.
    pub fn matching(&self, search: &Search, domain: Option<&str>) -> Vec<&Store> {
        let found = self.0.iter().filter(|listing| search.finds([listing.store.name.as_str()]));
        found.filter(|listing| domain.is_none_or(|domain| listing.is_at(domain))).map(|l| &l.store).collect()
    }
}

impl Listing {
    /// How the store can be paid: the platform's own list for it, with its
    /// legacy banks folded in.
    pub(super) fn payment_methods(&self, items: Vec<PaymentMethodItem>) -> Vec<PaymentMethod> {
        let codes: Vec<_> = items.into_iter().filter_map(PaymentMethodItem::enabled_code).collect();
        let codes = PaymentMethodCode::fold_legacy(&codes, &self.legacy_banks);
        codes.into_iter().map(PaymentMethod::from).collect()
    }

    /// `domain` is the host alone or the whole origin.
    fn is_at(&self, domain: &str) -> bool {
        let origin = self.custom_domain.as_deref().unwrap_or_default();
        let host = address::split(origin).map_or("", |(_, authority)| authority);
        let wanted = domain.trim_end_matches('/');
        !host.is_empty() && (wanted.eq_ignore_ascii_case(host) || wanted.eq_ignore_ascii_case(origin))
    }
}

impl From<v3::Store> for Listing {
    fn from(store: v3::Store) -> Self {
        let payment_methods = store.methods();
        let domain = store.custom_domain.and_then(|domain| domain.full_url);
        Self {
            id: store.id,
            custom_domain: domain.map(|origin| origin.trim_end_matches('/').to_owned()),
            legacy_banks: store.sub_payment_methods,
            store: Store {
                unique_id: store.unique_id,
                name: store.name,
                logo: store.logo.filter(|logo| address::is_presentable(logo)),
                payment_methods,
            },
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn listing() -> Listing {
        let json = r#"{"id":4101,"unique_id":"store_a","name":"Toko Melati","logo":"http://x.example/l.png",
            "custom_domain":{"full_url":"https://melati.example/"},"payment_methods":["qris","va"],"sub_payment_methods":["BCA"]}"#;
        Listing::from(serde_json::from_str::<v3::Store>(json).unwrap())
    }

    #[test]
    fn a_store_is_cleaned() {
        let listing = listing();
        let codes: Vec<_> = listing.store.payment_methods.iter().map(PaymentMethodCode::as_str).collect();
        assert_eq!(codes, ["qris", "va_bca"]);
        assert_eq!(listing.store.logo, None);
        assert_eq!(listing.custom_domain.as_deref(), Some("https://melati.example"));
    }

    #[test]
    fn the_listing_of_methods_wins_and_the_banks_stay() {
        let items = serde_json::from_str(r#"["cod",{"code":"ovo","enabled":false},"marketplace"]"#).unwrap();
        let methods = listing().payment_methods(items);
        assert_eq!(methods.iter().map(|m| m.code.as_str()).collect::<Vec<_>>(), ["cod", "va_bca"]);
    }

    #[test]
    fn a_domain_matches_exactly() {
        for (domain, expect) in [
            ("melati.example", true),
            ("https://melati.example", true),
            ("https://melati.example/", true),
            ("lati.example", false),
            ("", false),
        ] {
            assert_eq!(listing().is_at(domain), expect, "{domain}");
        }
    }

    #[test]
    fn a_closed_store_is_not_found() {
        let json = r#"{"id":1,"unique_id":"store_b","name":"B","is_active":false}"#;
        let listings = Listings::new(vec![serde_json::from_str(json).unwrap()]);
        assert_eq!(listings.find("store_b"), None);
    }
}
