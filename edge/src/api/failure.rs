//! Everything a request can fail with, and the problem it is told as (RFC 9457).

use shared::checkout::{Field, ProblemCode};
use shared::value::Rupiah;
use shared::wire::{ErrorCode, FieldError, Problem, ShippingOption};

use super::Reply;
use crate::catalogue::PAGE_SIZE;
use crate::platform::PlatformError;

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No such route.
    RouteNotFound,
    /// The route exists; these are its methods.
    MethodNotAllowed {
        /// For the header of that name.
        allow: &'static str,
    },
    /// The page asking is not of a storefront we know.
    OriginNotAllowed,
    /// A member of the query is wrong.
    Query {
        /// Which.
        member: &'static str,
    },
    /// The body is not declared as JSON.
    UnsupportedMediaType,
    /// The body is larger than we read.
    BodyTooLarge,
    /// The body is no JSON object.
    InvalidJson,
    /// Members of the body are wrong.
    Validation(Vec<FieldError>),
    /// No `Idempotency-Key`.
    KeyMissing,
    /// An `Idempotency-Key` of another form.
    KeyInvalid,
    /// The key belongs to another order.
    KeyReused,
    /// No such store.
    StoreNotFound,
    /// The order is for a store that does not exist.
    StoreOfOrderNotFound,
    /// No such district.
    DistrictNotFound,
    /// No such order.
    OrderNotFound,
    /// The courier or the goods cost something else than the shopper saw.
    PriceChanged {
        /// The same service, quoted anew.
        option: Box<ShippingOption>,
        /// Sum of the lines today, in rupiah.
        items_total: Rupiah,
    },
    /// The same shopper ordered the same a few minutes ago.
    PossibleDuplicate {
        /// The page of that order.
        order_url: String,
    },
    /// The platform said no.
    OrderRefused,
    /// The seller has to act.
    SellerConfiguration,
    /// Wait.
    Busy {
        /// Seconds.
        retry_after: u32,
    },
    /// The platform took too long.
    PlatformTimeout,
    /// The platform is away, failing or speaking nonsense.
    PlatformUnavailable,
    /// What became of the order is not known here; its own key tells.
    OrderUndecided,
    /// The seller has not given us the platform's webhook secret.
    WebhooksOff,
    /// The platform did not sign this.
    SignatureInvalid,
    /// As many watch this order as may.
    Watched,
    /// A bug of ours.
    Internal,
}

impl From<PlatformError> for Failure {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Unauthorized => Self::SellerConfiguration,
            PlatformError::Busy { retry_after } => Self::Busy { retry_after },
            PlatformError::Timeout => Self::PlatformTimeout,
            PlatformError::Refused
            | PlatformError::Faulty(_)
            | PlatformError::NotFound
            | PlatformError::Unreachable
            | PlatformError::Failing { .. }
            | PlatformError::Malformed => Self::PlatformUnavailable,
        }
    }
}

impl Failure {
    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Query { .. } | Self::InvalidJson | Self::KeyMissing | Self::KeyInvalid => 400,
            Self::SignatureInvalid => 401,
            Self::OriginNotAllowed => 403,
            Self::RouteNotFound
            | Self::StoreNotFound
            | Self::StoreOfOrderNotFound
            | Self::DistrictNotFound
            | Self::OrderNotFound
            | Self::WebhooksOff => 404,
            Self::MethodNotAllowed { .. } => 405,
            Self::PriceChanged { .. } | Self::PossibleDuplicate { .. } => 409,
            Self::BodyTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::Validation(_) | Self::KeyReused | Self::OrderRefused => 422,
            Self::Internal => 500,
            Self::PlatformUnavailable => 502,
            Self::SellerConfiguration | Self::Busy { .. } | Self::OrderUndecided | Self::Watched => 503,
            Self::PlatformTimeout => 504,
        }
    }

    /// What a program decides on.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::RouteNotFound => ErrorCode::RouteNotFound,
            Self::MethodNotAllowed { .. } => ErrorCode::MethodNotAllowed,
            Self::OriginNotAllowed => ErrorCode::OriginNotAllowed,
            Self::Query { .. } => ErrorCode::InvalidQuery,
            Self::UnsupportedMediaType => ErrorCode::UnsupportedMediaType,
            Self::BodyTooLarge => ErrorCode::BodyTooLarge,
            Self::InvalidJson => ErrorCode::InvalidJson,
            Self::Validation(_) => ErrorCode::ValidationFailed,
            Self::KeyMissing => ErrorCode::IdempotencyKeyMissing,
            Self::KeyInvalid => ErrorCode::IdempotencyKeyInvalid,
            Self::KeyReused => ErrorCode::IdempotencyKeyReused,
            Self::StoreNotFound | Self::StoreOfOrderNotFound => ErrorCode::StoreNotFound,
            Self::DistrictNotFound => ErrorCode::DistrictNotFound,
            Self::OrderNotFound => ErrorCode::OrderNotFound,
            Self::PriceChanged { .. } => ErrorCode::PriceChanged,
            Self::PossibleDuplicate { .. } => ErrorCode::PossibleDuplicate,
            Self::OrderRefused => ErrorCode::OrderRefused,
            Self::SellerConfiguration => ErrorCode::SellerConfiguration,
            Self::Busy { .. } | Self::OrderUndecided | Self::Watched => ErrorCode::PlatformBusy,
            Self::PlatformTimeout => ErrorCode::PlatformTimeout,
            Self::PlatformUnavailable => ErrorCode::PlatformUnavailable,
            Self::WebhooksOff => ErrorCode::WebhooksOff,
            Self::SignatureInvalid => ErrorCode::SignatureInvalid,
            Self::Internal => ErrorCode::Internal,
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::RouteNotFound => "No such route",
            Self::MethodNotAllowed { .. } => "Method not allowed",
            Self::OriginNotAllowed => "Origin not allowed",
            Self::Query { .. } => "Invalid query",
            Self::UnsupportedMediaType => "Unsupported media type",
            Self::BodyTooLarge => "Body too large",
            Self::InvalidJson => "Invalid JSON",
            Self::Validation(_) => "Validation failed",
            Self::KeyMissing => "Idempotency key missing",
            Self::KeyInvalid => "Idempotency key invalid",
            Self::KeyReused => "Idempotency key reused",
            Self::StoreNotFound | Self::StoreOfOrderNotFound => "No such store",
            Self::DistrictNotFound => "No such district",
            Self::OrderNotFound => "No such order",
            Self::PriceChanged { .. } => "The price has changed",
            Self::PossibleDuplicate { .. } => "Perhaps ordered already",
            Self::OrderRefused => "Order refused",
            Self::SellerConfiguration => "The seller's configuration needs attention",
            Self::Busy { .. } | Self::OrderUndecided | Self::Watched => "Please wait",
            Self::PlatformTimeout => "The platform took too long",
            Self::PlatformUnavailable => "The platform is unavailable",
            Self::WebhooksOff => "Webhooks are off",
            Self::SignatureInvalid => "Signature not valid",
            Self::Internal => "Internal error",
        }
    }

    fn detail(&self) -> String {
        let sentence = match self {
            Self::RouteNotFound => "This API has no such route. GET /openapi.json lists every route.",
            Self::MethodNotAllowed { allow } => {
                return format!("This route does not take that method. It takes {allow}.");
            }
            Self::OriginNotAllowed => {
                "Pages of this origin may not use this checkout. Add the origin to ALLOWED_ORIGINS of the Worker."
            }
            Self::Query { member } => {
                return format!(
                    "The query member `{member}` is not valid. Leave it out, or use a next_cursor from the answer before; a page has {PAGE_SIZE} items and a search at most 100 characters, for a district 3 to 60."
                );
            }
            Self::UnsupportedMediaType => {
                "The body must be JSON. Send it with Content-Type: application/json."
            }
            Self::BodyTooLarge => {
                "The body is larger than this route reads: 64 KiB, a webhook 256 KiB. Send a smaller one."
            }
            Self::InvalidJson => "The body is not a JSON object. Check its syntax and send it again.",
            Self::Validation(_) => {
                "Some members are not valid. Mend each one that `errors` names and send it again."
            }
            Self::KeyMissing => {
                "An order needs an Idempotency-Key header, so that sending it twice makes one order. Send a fresh UUID per order."
            }
            Self::KeyInvalid => {
                "The Idempotency-Key must be 1 to 255 printable ASCII characters. Send a fresh UUID."
            }
            Self::KeyReused => {
                "This Idempotency-Key was used for a different order. Send a new key for a new order, or the same body as before."
            }
            Self::StoreNotFound | Self::StoreOfOrderNotFound => {
                "There is no such open store. GET /v3/stores/simplified lists the stores."
            }
            Self::OrderNotFound => "There is no order with this token. Check that the token is complete.",
            Self::DistrictNotFound => {
                "The platform knows no district of this number. GET /v3/locations?search= finds districts."
            }
            Self::PriceChanged { .. } => {
                "The courier or the goods cost something else now, and nothing was ordered. Show the shopper `shipping_option` and `items_total`, and send the order with the new shipping_quote."
            }
            Self::PossibleDuplicate { .. } => {
                "The same shopper ordered the same a few minutes ago, and nothing was ordered now. Show the shopper `order_url`; to order once more, send the order again with `confirm_duplicate: true`."
            }
            Self::OrderRefused => {
                "The platform refused this order, and nothing was ordered. Change the order, or ask the seller."
            }
            Self::SellerConfiguration => {
                "The shop cannot reach its platform with its present settings, and nothing was ordered. The seller has to check the platform's address and key."
            }
            Self::Busy { .. } => {
                "The platform asks to wait, and nothing was ordered. Try again after Retry-After seconds."
            }
            Self::PlatformTimeout => "The platform did not answer in time. Try again in a moment.",
            Self::PlatformUnavailable => {
                "The platform cannot be reached or gave no usable answer. Try again in a moment."
            }
            Self::OrderUndecided => {
                "It is not known yet whether this order was placed. Send the same order with the same Idempotency-Key again after Retry-After seconds; it cannot be made twice."
            }
            Self::WebhooksOff => {
                "This checkout takes no webhooks of this platform yet. Set SCALEV_WEBHOOK_SECRET of the Worker to the secret that the platform's dashboard shows."
            }
            Self::SignatureInvalid => {
                "This body was not signed with a secret that the Worker knows, and nothing was done. Check X-Scalev-Hmac-Sha256 and SCALEV_WEBHOOK_SECRET."
            }
            Self::Watched => {
                "Too many pages watch this order at once. Ask GET /v3/orders/{token} instead, or try again after Retry-After seconds."
            }
            Self::Internal => {
                "Something went wrong in this Worker. Try again, and tell the seller the request_id if it stays."
            }
        };
        sentence.to_owned()
    }

    const fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Busy { retry_after } => Some(*retry_after),
            Self::PlatformTimeout | Self::PlatformUnavailable => Some(5),
            Self::OrderUndecided => Some(2),
            Self::Watched => Some(20),
            _ => None,
        }
    }

    /// The problem as it is told.
    pub fn problem(self, request_id: &str) -> Problem {
        let (shipping_option, items_total) = match &self {
            Self::PriceChanged { option, items_total } => (Some(option.clone()), Some(*items_total)),
            _ => (None, None),
        };
        let order_url = match &self {
            Self::PossibleDuplicate { order_url } => Some(order_url.clone()),
            _ => None,
        };
        Problem {
            kind: "about:blank".to_owned(),
            title: self.title().to_owned(),
            status: self.status(),
            detail: self.detail(),
            code: self.code(),
            request_id: request_id.to_owned(),
            shipping_option,
            items_total,
            order_url,
            errors: self.errors(),
        }
    }

    fn errors(self) -> Vec<FieldError> {
        match self {
            Self::Validation(errors) => errors,
            Self::StoreOfOrderNotFound => vec![FieldError {
                field: Field::Store,
                code: ProblemCode::NotSold,
                message: "There is no such open store.".to_owned(),
            }],
            _ => Vec::new(),
        }
    }

    /// The problem as an answer.
    pub fn reply(self, request_id: &str) -> Reply {
        let mut reply = Reply::problem(&self.clone().problem(request_id));
        reply.retry_after = self.retry_after();
        if let Self::MethodNotAllowed { allow } = self {
            reply.allow = Some(allow);
        }
        reply
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each() -> Vec<Failure> {
        vec![
            Failure::RouteNotFound,
            Failure::MethodNotAllowed { allow: "GET" },
            Failure::OriginNotAllowed,
            Failure::Query { member: "search" },
            Failure::UnsupportedMediaType,
            Failure::BodyTooLarge,
            Failure::InvalidJson,
            Failure::Validation(vec![]),
            Failure::KeyMissing,
            Failure::KeyInvalid,
            Failure::KeyReused,
            Failure::StoreNotFound,
            Failure::StoreOfOrderNotFound,
            Failure::DistrictNotFound,
            Failure::OrderNotFound,
            Failure::PriceChanged { option: Box::new(option()), items_total: Rupiah::new(50_000) },
            Failure::PossibleDuplicate { order_url: "https://kasir.example/o/ck_x".into() },
            Failure::OrderRefused,
            Failure::SellerConfiguration,
            Failure::Busy { retry_after: 7 },
            Failure::PlatformTimeout,
            Failure::PlatformUnavailable,
            Failure::OrderUndecided,
            Failure::WebhooksOff,
            Failure::SignatureInvalid,
            Failure::Watched,
            Failure::Internal,
        ]
    }

    fn option() -> ShippingOption {
        crate::shipping::tests::offer().option("v1.x.y".into())
    }

    #[test]
    fn a_changed_price_is_told_with_what_it_is_now() {
        let changed = Failure::PriceChanged { option: Box::new(option()), items_total: Rupiah::new(50_000) };
        let problem = changed.problem("r-1");
        assert_eq!((problem.status, problem.code.as_str()), (409, "price_changed"));
        assert_eq!(problem.items_total, Some(Rupiah::new(50_000)));
        assert_eq!(problem.shipping_option.map(|option| option.shipping_cost), Some(Rupiah::new(19_000)));
    }

    #[test]
    fn every_problem_says_what_happened_and_what_to_do() {
        for failure in each() {
            let problem = failure.clone().problem("r-1");
            assert_eq!(problem.status, failure.status());
            assert!(
                problem.detail.matches(". ").count() >= 1 && problem.detail.ends_with('.'),
                "{}",
                problem.detail
            );
            assert!(!matches!(problem.code, ErrorCode::Unknown(_)));
        }
    }

    #[test]
    fn the_platforms_failures_are_never_the_clients_fault() {
        for error in [
            PlatformError::Refused,
            PlatformError::Faulty(vec![]),
            PlatformError::NotFound,
            PlatformError::Unauthorized,
            PlatformError::Busy { retry_after: 1 },
            PlatformError::Timeout,
            PlatformError::Unreachable,
            PlatformError::Failing { status: 500 },
            PlatformError::Malformed,
        ] {
            assert!(Failure::from(error).status() >= 500);
        }
    }

    #[test]
    fn headers_carry_what_a_program_needs() {
        let busy = Failure::Busy { retry_after: 7 }.reply("r-1");
        assert_eq!((busy.status, busy.retry_after), (503, Some(7)));
        let method = Failure::MethodNotAllowed { allow: "GET" }.reply("r-1");
        assert_eq!((method.status, method.allow), (405, Some("GET")));
    }
}
