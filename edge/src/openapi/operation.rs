//! What each route takes and answers.

use utoipa::openapi::path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, HttpMethod, Ref, RefOr, Required, Response, ResponseBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::{PostalCodePage, page_name};
use crate::api::webhook::{Received, Success};
use crate::api::{Entry, Health, RouteName};
use crate::{channel, till};
use shared::checkout::Draft;
use shared::wire::{
    Bundle, Checkout, District, FollowedOrder, OrderState, PaymentMethod, Problem, Product, ShippingOptions,
    ShippingRequest, Store,
};

/// The method of an entry.
pub(super) fn verb(entry: Entry) -> HttpMethod {
    if entry.method == "POST" { HttpMethod::Post } else { HttpMethod::Get }
}

/// The operation of an entry.
pub(super) fn describe(entry: Entry) -> Operation {
    let operation = OperationBuilder::new().response("default", problem());
    match entry.name {
        RouteName::Health => ok::<Health>(operation, "health", "Whether the Worker runs"),
        RouteName::Stores => page::<Store>(operation, "stores", "The account's stores")
            .response("304", known())
            .parameter(query("search", "Words of the store's name."))
            .parameter(query("domain", "The store's own domain, exactly."))
            .parameter(query("next_cursor", CURSOR)),
        RouteName::PaymentMethods => {
            page::<PaymentMethod>(operation, "payment_methods", "How a store can be paid")
                .parameter(store())
                .response("304", known())
        }
        RouteName::Products => listing(page::<Product>(operation, "products", "What a store sells singly")),
        RouteName::Bundles => listing(page::<Bundle>(operation, "bundles", "What a store sells in sets")),
        RouteName::Checkout => ok::<Checkout>(operation, "checkout", "Everything the widget opens with")
            .parameter(store())
            .response("304", known()),
        RouteName::Districts => page::<District>(operation, "districts", "Districts by name, best first")
            .parameter(wanted())
            .parameter(query("store", "The store whose platform numbers the districts."))
            .parameter(query("next_cursor", CURSOR))
            .response("304", known()),
        RouteName::PostalCodes => {
            ok::<PostalCodePage>(operation, "postal_codes", "The postal codes of a district")
                .parameter(query("store", "The store whose platform numbers the districts."))
                .parameter(parameter("id", ParameterIn::Path, Required::True, "The district's id."))
                .response("304", known())
        }
        RouteName::ShippingOptions => ok::<ShippingOptions>(
            operation,
            "shipping_options",
            "What brings a cart to a district, and for how much; each option with a signed quote",
        )
        .request_body(Some(body::<ShippingRequest>())),
        RouteName::PlaceOrder => operation
            .operation_id(Some("place_order"))
            .summary(Some("Makes an order, once per Idempotency-Key"))
            .parameter(key())
            .request_body(Some(body::<Draft>()))
            .response("201", answer::<OrderState>("The platform has the order."))
            .response(
                "202",
                answer::<OrderState>(
                    "`confirming`: the platform's answer is unknown; nothing is sent again. `waiting`: it is too busy; the order is sent again by itself. `review`: only the seller can find out. Ask status_url.",
                ),
            ),
        RouteName::ShowOrder => {
            ok::<FollowedOrder>(operation, "order", "Where an order stands").parameter(token())
        }
        RouteName::ScalevWebhook => {
            let about = "What Scalev tells by itself: any JSON, signed over its raw bytes";
            ok::<Received>(operation, "scalev_webhook", about)
                .parameter(parameter("X-Scalev-Hmac-Sha256", ParameterIn::Header, Required::True, SIGNATURE))
                .request_body(Some(letter()))
        }
        RouteName::TillWebhook => {
            let about = "What DealPOS tells by itself: a product or a variant, whole";
            ok::<Success>(operation, "dealpos_webhook", about)
                .parameter(hook_token())
                .parameter(parameter("event", ParameterIn::Path, Required::True, TILL_EVENT))
                .request_body(Some(letter()))
        }
        RouteName::TillReport => {
            let about = "What the till does not sell, and why; and what cannot be joined to it";
            ok::<till::Report>(operation, "dealpos_report", about).parameter(hook_token())
        }
        RouteName::GercepWebhook => {
            let about = "What Gercep tells by itself: an order that is paid, it says";
            ok::<Received>(operation, "gercep_webhook", about)
                .parameter(hook_token())
                .parameter(parameter("X-Gercep-Event", ParameterIn::Header, Required::False, GERCEP_EVENT))
                .request_body(Some(letter()))
        }
        RouteName::GercepReport => {
            let about = "What Gercep has of the goods, what it did not take, and which orders it reported";
            ok::<channel::Report>(operation, "gercep_report", about).parameter(hook_token())
        }
        RouteName::WatchOrder => operation
            .operation_id(Some("watch_order"))
            .summary(Some("Where an order stands, at once and whenever it changes"))
            .parameter(token())
            .response("200", events()),
        RouteName::OrderPage
        | RouteName::ShopPage
        | RouteName::Asset
        | RouteName::Preflight
        | RouteName::None => operation,
    }
    .build()
}

const SIGNATURE: &str = "Base64 of HMAC-SHA256 over the body, by the secret that the dashboard shows.";
const TILL_EVENT: &str =
    "product-created, product-updated, product-deleted, variant-created or variant-updated.";
const GERCEP_EVENT: &str = "order.paid. Without it the order is in doubt.";
const CURSOR: &str = "The next_cursor of the answer before.";

fn ok<T: ToSchema>(operation: OperationBuilder, id: &str, summary: &str) -> OperationBuilder {
    operation.operation_id(Some(id)).summary(Some(summary)).response("200", answer::<T>(summary))
}

fn page<T: ToSchema>(operation: OperationBuilder, id: &str, summary: &str) -> OperationBuilder {
    let schema = RefOr::Ref(Ref::from_schema_name(page_name::<T>()));
    operation.operation_id(Some(id)).summary(Some(summary)).response("200", json(schema, summary))
}

fn listing(operation: OperationBuilder) -> OperationBuilder {
    operation
        .parameter(store())
        .parameter(query("search", "Words of its name, in any order."))
        .parameter(query("next_cursor", CURSOR))
        .response("304", known())
}

fn reference<T: ToSchema>() -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(T::name()))
}

fn answer<T: ToSchema>(description: &str) -> Response {
    json(reference::<T>(), description)
}

fn json(schema: RefOr<Schema>, description: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new().description(description).content("application/json", content).build()
}

fn events() -> Response {
    let content = ContentBuilder::new().schema(Some(String::schema())).build();
    ResponseBuilder::new()
        .description("Server-sent events; the data of each is a FollowedOrder in JSON. Ends after five minutes or with the order: come back, or ask `status_url`.")
        .content("text/event-stream", content)
        .build()
}

fn known() -> Response {
    ResponseBuilder::new().description("Nothing has changed since the ETag in If-None-Match.").build()
}

fn problem() -> Response {
    let content = ContentBuilder::new().schema(Some(reference::<Problem>())).build();
    ResponseBuilder::new()
        .description("What happened and what to do.")
        .content("application/problem+json", content)
        .build()
}

fn body<T: ToSchema>() -> RequestBody {
    let content = ContentBuilder::new().schema(Some(reference::<T>())).build();
    RequestBodyBuilder::new().required(Some(Required::True)).content("application/json", content).build()
}

/// Any JSON: it is the platform's.
fn letter() -> RequestBody {
    let content = ContentBuilder::new().schema(Some(ObjectBuilder::new())).build();
    RequestBodyBuilder::new().required(Some(Required::True)).content("application/json", content).build()
}

fn parameter(name: &str, place: ParameterIn, required: Required, description: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(Some(description))
        .schema(Some(String::schema()))
        .build()
}

fn query(name: &str, description: &str) -> Parameter {
    parameter(name, ParameterIn::Query, Required::False, description)
}

fn wanted() -> Parameter {
    let description = "Words of the names of kecamatan, kota or kabupaten and province, in any order.";
    let schema = ObjectBuilder::new().schema_type(Type::String).min_length(Some(3)).max_length(Some(60));
    ParameterBuilder::from(parameter("search", ParameterIn::Query, Required::True, description))
        .schema(Some(schema))
        .build()
}

fn store() -> Parameter {
    parameter("store", ParameterIn::Path, Required::True, "The store's unique_id.")
}

fn token() -> Parameter {
    parameter("token", ParameterIn::Path, Required::True, "The order's token.")
}

fn hook_token() -> Parameter {
    let about = "The secret that the seller gave away with this address.";
    parameter("token", ParameterIn::Path, Required::True, about)
}

fn key() -> Parameter {
    let schema = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255));
    let description = "A fresh UUID per order. The same key with the same body never orders twice.";
    ParameterBuilder::from(parameter("Idempotency-Key", ParameterIn::Header, Required::True, description))
        .schema(Some(schema))
        .build()
}
