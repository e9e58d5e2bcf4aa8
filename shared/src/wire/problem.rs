//! Errors as they travel: RFC 9457 `application/problem+json`.

use serde::{Deserialize, Serialize};

use super::ShippingOption;
use crate::checkout::{Field, ProblemCode};
use crate::open_enum::open_enum;
use crate::value::Rupiah;

open_enum! {
    /// The stable code of an error; what a program decides on.
    ErrorCode {
        /// The body is not JSON, or not an object of the route's form.
        InvalidJson = "invalid_json",
        /// Fields of the body are wrong; `errors` names each.
        ValidationFailed = "validation_failed",
        /// The body is larger than the route takes.
        BodyTooLarge = "body_too_large",
        /// The body is not `application/json`.
        UnsupportedMediaType = "unsupported_media_type",
        /// Orders need an `Idempotency-Key` header.
        IdempotencyKeyMissing = "idempotency_key_missing",
        /// The header is longer than 255 characters or not printable ASCII.
        IdempotencyKeyInvalid = "idempotency_key_invalid",
        /// The key was used for a different order.
        IdempotencyKeyReused = "idempotency_key_reused",
        /// A query member is wrong.
        InvalidQuery = "invalid_query",
        /// The page's origin may not use this checkout.
        OriginNotAllowed = "origin_not_allowed",
        /// No such route.
        RouteNotFound = "route_not_found",
        /// The route does not take this method.
        MethodNotAllowed = "method_not_allowed",
        /// No such store.
        StoreNotFound = "store_not_found",
        /// No such district.
        DistrictNotFound = "district_not_found",
        /// No such order.
        OrderNotFound = "order_not_found",
        /// The platform refused the order for a reason of its own.
        OrderRefused = "order_refused",
        /// The courier's price, or the goods', is not what the shopper saw. `shipping_option`
        /// is what it is now.
        PriceChanged = "price_changed",
        /// The same shopper ordered the same a few minutes ago, under another key. Send
        /// `confirm_duplicate: true` to order it once more; `order_url` shows the first.
        PossibleDuplicate = "possible_duplicate",
        /// The seller has to mend the configuration: a key is missing or refused.
        SellerConfiguration = "seller_configuration",
        /// The platform asks us to wait; `Retry-After` says how long.
        PlatformBusy = "platform_busy",
        /// The platform did not answer in time.
        PlatformTimeout = "platform_timeout",
        /// The platform cannot be reached, or answers with errors or nonsense.
        PlatformUnavailable = "platform_unavailable",
        /// The seller has not given the Worker the platform's webhook secret.
        WebhooksOff = "webhooks_off",
        /// A webhook that the platform did not sign.
        SignatureInvalid = "signature_invalid",
        /// A bug of ours.
        Internal = "internal",
    }
}

/// An error answer. `detail` says what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`, or the address of a page about this code.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short and the same for every error of this code.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This case, in one or two sentences.
    pub detail: String,
    /// What a program decides on.
    pub code: ErrorCode,
    /// Find the log line by this.
    pub request_id: String,
    /// The fields that are wrong, every one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// With `price_changed`: the same service at today's price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_option: Option<Box<ShippingOption>>,
    /// With `price_changed`: the sum of the lines today, in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_total: Option<Rupiah>,
    /// With `possible_duplicate`: the page of the order that is there already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_url: Option<String>,
}

/// One field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Path of the member, such as `ordervariants[0].quantity`.
    pub field: Field,
    /// What is wrong with it.
    pub code: ProblemCode,
    /// The same for developers, in one sentence.
    pub message: String,
}
