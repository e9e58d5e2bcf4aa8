//! The OpenAPI document of this API, made from the router's own table and the
//! types that answers are written from, so that it cannot say something else.

mod operation;

use utoipa::openapi::schema::{AdditionalProperties, ComponentsBuilder, ObjectBuilder, Type};
use utoipa::openapi::{Components, InfoBuilder, OpenApiBuilder, PathItem, PathsBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::api::webhook::{Received, Success};
use crate::api::{Entry, Health, TABLE};
use crate::channel::{self, Counted, Night, Sold, Untaken};
use crate::orders::{ATTRIBUTION, ATTRIBUTION_MAX};
use crate::till::{self, Stopped};
use shared::checkout::Draft;
use shared::v3::WholesalePrice;
use shared::wire::{
    Bundle, Checkout, District, FollowedOrder, Movement, OrderState, Page, ParcelStep, PaymentMethod,
    Problem, Product, ShippingOptions, ShippingRequest, Store,
};

const DESCRIPTION: &str = "\
Checkout at the edge: what a store sells, and orders on the seller's own platform. \
Money is whole rupiah as a JSON integer. Errors are application/problem+json with a stable `code`. \
Every answer carries X-Request-Id and Server-Timing. Words in answers may be newer than this document: \
keep what you do not know.";

/// The document as JSON.
pub fn document() -> String {
    let info = InfoBuilder::new()
        .title("Tumbas edge API")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(utoipa::openapi::License::new(env!("CARGO_PKG_LICENSE"))));
    let paths = TABLE.iter().fold(PathsBuilder::new(), |paths, entry| paths.path(entry.path, item(*entry)));
    let api = OpenApiBuilder::new().info(info).paths(paths).components(Some(components())).build();
    api.to_json().unwrap_or_default()
}

fn item(entry: Entry) -> PathItem {
    PathItem::new(operation::verb(entry), operation::describe(entry))
}

fn components() -> Components {
    let pages = [
        with_page::<Store>,
        with_page::<PaymentMethod>,
        with_page::<Product>,
        with_page::<Bundle>,
        with_page::<District>,
    ];
    let others = [
        with::<Health>,
        with::<Checkout>,
        with::<Draft>,
        with::<OrderState>,
        with::<FollowedOrder>,
        with::<Movement>,
        with::<ParcelStep>,
        with::<WholesalePrice>,
        with::<Problem>,
        with::<ShippingRequest>,
        with::<ShippingOptions>,
        with::<PostalCodePage>,
        with::<Received>,
        with::<Success>,
        with::<till::Report>,
        with::<Stopped>,
        with::<channel::Report>,
        with::<Untaken>,
        with::<Night>,
        with::<Counted>,
        with::<Sold>,
    ];
    let all = pages.into_iter().chain(others);
    let components = all.fold(ComponentsBuilder::new(), |components, add| add(components));
    components.schema(Draft::name(), order_body()).build()
}

/// A page of postal codes, which are plain text and have no schema of their own.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described")]
struct PostalCodePage {
    /// Five digits each.
    data: Vec<String>,
    /// Whether more follow.
    has_next: bool,
    /// Give this back as the query member of the same name.
    next_cursor: Option<String>,
}

/// The body of `POST /v3/orders`: a draft, and where the shopper came from.
fn order_body() -> RefOr<Schema> {
    let word = |name: &str| {
        let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(ATTRIBUTION_MAX));
        (name.to_owned(), RefOr::T(Schema::from(text)))
    };
    let metadata = ObjectBuilder::new()
        .description(Some("By which advertisement or link the shopper came. It makes no other order."))
        .additional_properties(Some(AdditionalProperties::FreeForm(false)));
    let metadata =
        ATTRIBUTION.into_iter().map(word).fold(metadata, |all, (name, text)| all.property(name, text));
    let mut body = Draft::schema();
    if let RefOr::T(Schema::Object(members)) = &mut body {
        members.properties.insert("metadata".to_owned(), metadata.into());
    }
    body
}

/// The schema of a type and of everything in it.
fn with<T: ToSchema>(components: ComponentsBuilder) -> ComponentsBuilder {
    let mut inner = Vec::new();
    T::schemas(&mut inner);
    components.schemas_from_iter(inner).schema_from::<T>()
}

/// The schema of a page of a type. A generic type gives every page one name.
fn with_page<T: ToSchema>(components: ComponentsBuilder) -> ComponentsBuilder {
    with::<T>(components).schema(page_name::<T>(), Page::<T>::schema())
}

fn page_name<T: ToSchema>() -> String {
    [&T::name(), "Page"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    fn parsed() -> Value {
        serde_json::from_str(&document()).unwrap()
    }

    #[test]
    fn every_route_is_described_and_no_other() {
        let document = parsed();
        let described: BTreeSet<_> = document["paths"].as_object().unwrap().keys().cloned().collect();
        let routed: BTreeSet<_> = TABLE.iter().map(|entry| entry.path.to_owned()).collect();
        assert_eq!(described, routed);
        for entry in TABLE {
            let operation = &document["paths"][entry.path][entry.method.to_lowercase()];
            assert!(operation["summary"].is_string(), "{} {}", entry.method, entry.path);
            assert!(operation["responses"]["default"].is_object(), "{}", entry.path);
        }
    }

    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref") {
                    found.insert(target.clone());
                }
                members.values().for_each(|member| references(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = parsed();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.len() > 10, "{found:?}");
        for target in found {
            let pointer = target.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{target}");
        }
    }

    #[test]
    fn each_page_says_what_is_on_it() {
        let document = parsed();
        for (page, item) in [
            ("StorePage", "Store"),
            ("ProductPage", "Product"),
            ("BundlePage", "Bundle"),
            ("DistrictPage", "District"),
        ] {
            let items = &document["components"]["schemas"][page]["properties"]["data"]["items"];
            assert_eq!(items["$ref"], format!("#/components/schemas/{item}"), "{page}");
        }
        let products = &document["paths"]["/v3/stores/{store}/products"]["get"]["responses"]["200"];
        assert_eq!(
            products["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/ProductPage"
        );
    }

    #[test]
    fn path_members_are_declared() {
        let document = parsed();
        for entry in TABLE.iter().filter(|entry| entry.path.contains('{')) {
            let operation = &document["paths"][entry.path][entry.method.to_lowercase()];
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|p| p["in"] == "path" && p["required"] == true), "{}", entry.path);
        }
    }
}
