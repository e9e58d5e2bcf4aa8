//! Which route a method and a path mean.

use serde::Serialize;

use super::Failure;

/// The methods we tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Reads.
    Get,
    /// Reads without a body.
    Head,
    /// Makes.
    Post,
    /// A browser's preflight.
    Options,
    /// Anything else.
    Other,
}

impl From<&str> for Method {
    fn from(method: &str) -> Self {
        match method {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "POST" => Self::Post,
            "OPTIONS" => Self::Options,
            _ => Self::Other,
        }
    }
}

/// A route with what its path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// Whether the Worker runs.
    Health,
    /// The account's stores.
    Stores,
    /// How a store can be paid.
    PaymentMethods(&'a str),
    /// What a store sells singly.
    Products(&'a str),
    /// What a store sells in sets.
    Bundles(&'a str),
    /// All of it, for the widget.
    Checkout(&'a str),
    /// Districts by name.
    Districts,
    /// The postal codes of a district.
    PostalCodes(&'a str),
    /// What brings a cart to a district, and for how much.
    ShippingOptions,
    /// Makes an order.
    PlaceOrder,
    /// Where an order stands.
    ShowOrder(&'a str),
    /// The same as it changes.
    WatchOrder(&'a str),
    /// An order's own page, for people.
    OrderPage(&'a str),
    /// A store's own checkout page, for people.
    ShopPage(&'a str),
    /// What the v3 platform tells by itself.
    ScalevWebhook,
    /// What the point of sale tells: a secret, and the name of an event.
    TillWebhook(&'a str, &'a str),
    /// What the seller should know of the point of sale's goods.
    TillReport(&'a str),
    /// What the other channel tells: a secret.
    GercepWebhook(&'a str),
    /// What the seller should know of the other channel.
    GercepReport(&'a str),
    /// A file: the loader, the widget, this API's description.
    Asset,
}

/// The name of a route in logs, where a path could hold somebody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteName {
    /// [`Route::Health`]
    Health,
    /// [`Route::Stores`]
    Stores,
    /// [`Route::PaymentMethods`]
    PaymentMethods,
    /// [`Route::Products`]
    Products,
    /// [`Route::Bundles`]
    Bundles,
    /// [`Route::Checkout`]
    Checkout,
    /// [`Route::Districts`]
    Districts,
    /// [`Route::PostalCodes`]
    PostalCodes,
    /// [`Route::ShippingOptions`]
    ShippingOptions,
    /// [`Route::PlaceOrder`]
    PlaceOrder,
    /// [`Route::ShowOrder`]
    ShowOrder,
    /// [`Route::WatchOrder`]
    WatchOrder,
    /// [`Route::OrderPage`]
    OrderPage,
    /// [`Route::ShopPage`]
    ShopPage,
    /// [`Route::ScalevWebhook`]
    ScalevWebhook,
    /// [`Route::TillWebhook`]
    TillWebhook,
    /// [`Route::TillReport`]
    TillReport,
    /// [`Route::GercepWebhook`]
    GercepWebhook,
    /// [`Route::GercepReport`]
    GercepReport,
    /// [`Route::Asset`]
    Asset,
    /// A browser's question before its request.
    Preflight,
    /// No route at all.
    None,
}

impl Route<'_> {
    /// Its name.
    pub const fn name(self) -> RouteName {
        match self {
            Self::Health => RouteName::Health,
            Self::Stores => RouteName::Stores,
            Self::PaymentMethods(_) => RouteName::PaymentMethods,
            Self::Products(_) => RouteName::Products,
            Self::Bundles(_) => RouteName::Bundles,
            Self::Checkout(_) => RouteName::Checkout,
            Self::Districts => RouteName::Districts,
            Self::PostalCodes(_) => RouteName::PostalCodes,
            Self::ShippingOptions => RouteName::ShippingOptions,
            Self::PlaceOrder => RouteName::PlaceOrder,
            Self::ShowOrder(_) => RouteName::ShowOrder,
            Self::WatchOrder(_) => RouteName::WatchOrder,
            Self::OrderPage(_) => RouteName::OrderPage,
            Self::ShopPage(_) => RouteName::ShopPage,
            Self::ScalevWebhook => RouteName::ScalevWebhook,
            Self::TillWebhook(..) => RouteName::TillWebhook,
            Self::TillReport(_) => RouteName::TillReport,
            Self::GercepWebhook(_) => RouteName::GercepWebhook,
            Self::GercepReport(_) => RouteName::GercepReport,
            Self::Asset => RouteName::Asset,
        }
    }

    /// Whether other sites' pages need our permission to use it.
    pub const fn is_guarded(self) -> bool {
        !self.is_open() && !self.is_away_from_pages()
    }

    /// Whether any page may read it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Health | Self::Asset)
    }

    /// Whether no page's script has anything to do with it: it knows no
    /// origins and gives none permission to read.
    pub const fn is_away_from_pages(self) -> bool {
        matches!(
            self,
            Self::OrderPage(_)
                | Self::ShopPage(_)
                | Self::ScalevWebhook
                | Self::TillWebhook(..)
                | Self::TillReport(_)
                | Self::GercepWebhook(_)
                | Self::GercepReport(_)
        )
    }

    /// The methods it takes, as `Allow` lists them.
    pub const fn allow(self) -> &'static str {
        match self {
            Self::PlaceOrder | Self::ShippingOptions => "POST, OPTIONS",
            Self::ScalevWebhook => "GET, HEAD, POST",
            Self::TillWebhook(..) | Self::GercepWebhook(_) => "POST",
            Self::TillReport(_) | Self::GercepReport(_) => "GET, HEAD",
            Self::WatchOrder(_) => "GET, OPTIONS",
            _ => "GET, HEAD, OPTIONS",
        }
    }

    const fn takes(self, method: Method) -> bool {
        match self {
            Self::PlaceOrder | Self::ShippingOptions => matches!(method, Method::Post | Method::Options),
            Self::ScalevWebhook => matches!(method, Method::Get | Method::Head | Method::Post),
            Self::TillWebhook(..) | Self::GercepWebhook(_) => matches!(method, Method::Post),
            Self::TillReport(_) | Self::GercepReport(_) => matches!(method, Method::Get | Method::Head),
            Self::WatchOrder(_) => matches!(method, Method::Get | Method::Options),
            _ => matches!(method, Method::Get | Method::Head | Method::Options),
        }
    }
}

/// One line of the API's table of contents.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// As HTTP writes it.
    pub method: &'static str,
    /// With `{names}` for what differs.
    pub path: &'static str,
    /// The route it is.
    pub name: RouteName,
}

const fn get(path: &'static str, name: RouteName) -> Entry {
    Entry { method: "GET", path, name }
}

const fn post(path: &'static str, name: RouteName) -> Entry {
    Entry { method: "POST", path, name }
}

/// Every route of the API, as its description lists them; files and pages are not in it.
pub const TABLE: &[Entry] = &[
    get("/health", RouteName::Health),
    get("/v3/stores/simplified", RouteName::Stores),
    get("/v3/stores/{store}/payment-methods", RouteName::PaymentMethods),
    get("/v3/stores/{store}/products", RouteName::Products),
    get("/v3/stores/{store}/bundles", RouteName::Bundles),
    get("/v3/stores/{store}/checkout", RouteName::Checkout),
    get("/v3/locations", RouteName::Districts),
    get("/v3/locations/{id}/postal-codes", RouteName::PostalCodes),
    post("/v3/shipping-options", RouteName::ShippingOptions),
    post("/v3/orders", RouteName::PlaceOrder),
    get("/v3/orders/{token}", RouteName::ShowOrder),
    get("/v3/orders/{token}/events", RouteName::WatchOrder),
    post("/webhooks/scalev", RouteName::ScalevWebhook),
    post("/webhooks/dealpos/{token}/{event}", RouteName::TillWebhook),
    get("/webhooks/dealpos/{token}", RouteName::TillReport),
    post("/webhooks/gercep/{token}", RouteName::GercepWebhook),
    get("/webhooks/gercep/{token}/report", RouteName::GercepReport),
];

/// The route of a path, if it takes the method.
pub fn resolve(method: Method, path: &str) -> Result<Route<'_>, Failure> {
    let route = at(path).ok_or(Failure::RouteNotFound)?;
    if route.takes(method) { Ok(route) } else { Err(Failure::MethodNotAllowed { allow: route.allow() }) }
}

fn at(path: &str) -> Option<Route<'_>> {
    let mut parts = path.strip_prefix('/')?.split('/');
    let segments =
        [parts.next()?, parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or("")];
    let short = parts.next().is_none() && !(path.len() > 1 && path.ends_with('/'));
    match segments {
        ["" | "tumbas.js" | "openapi.json" | "order.png", "", "", ""] if short => Some(Route::Asset),
        ["widget", file, "", ""] if short && !file.is_empty() => Some(Route::Asset),
        ["health", "", "", ""] if short => Some(Route::Health),
        ["webhooks", "scalev", "", ""] if short => Some(Route::ScalevWebhook),
        ["webhooks", "dealpos", token, ""] if short && !token.is_empty() => Some(Route::TillReport(token)),
        ["webhooks", "dealpos", token, event] if short && !token.is_empty() => {
            Some(Route::TillWebhook(token, event))
        }
        ["webhooks", "gercep", token, ""] if short && !token.is_empty() => Some(Route::GercepWebhook(token)),
        ["webhooks", "gercep", token, "report"] if short && !token.is_empty() => {
            Some(Route::GercepReport(token))
        }
        ["v3", "stores", "simplified", ""] if short => Some(Route::Stores),
        ["v3", "stores", store, what] if short && !store.is_empty() => match what {
            "payment-methods" => Some(Route::PaymentMethods(store)),
            "products" => Some(Route::Products(store)),
            "bundles" => Some(Route::Bundles(store)),
            "checkout" => Some(Route::Checkout(store)),
            _ => None,
        },
        ["v3", "locations", "", ""] if short => Some(Route::Districts),
        ["v3", "locations", id, "postal-codes"] if short && !id.is_empty() => Some(Route::PostalCodes(id)),
        ["v3", "shipping-options", "", ""] if short => Some(Route::ShippingOptions),
        ["v3", "orders", "", ""] if short => Some(Route::PlaceOrder),
        ["v3", "orders", token, ""] if short => Some(Route::ShowOrder(token)),
        ["v3", "orders", token, "events"] if short && !token.is_empty() => Some(Route::WatchOrder(token)),
        ["c", store, "", ""] if short && !store.is_empty() => Some(Route::ShopPage(store)),
        ["o", token, "", ""] if short && !token.is_empty() => Some(Route::OrderPage(token)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_router_agree() {
        for entry in TABLE {
            let path = entry
                .path
                .replace("{store}", "store_1")
                .replace("{token}", "ck_1")
                .replace("{id}", "6033")
                .replace("{event}", "product-updated");
            let route = resolve(Method::from(entry.method), &path).unwrap();
            assert_eq!(route.name(), entry.name, "{}", entry.path);
        }
    }

    #[test]
    fn paths_name_stores_and_tokens() {
        assert_eq!(resolve(Method::Get, "/v3/stores/store_1/bundles").unwrap(), Route::Bundles("store_1"));
        assert_eq!(resolve(Method::Head, "/v3/orders/ck_1").unwrap(), Route::ShowOrder("ck_1"));
        assert_eq!(resolve(Method::Get, "/widget/checkout-1a.wasm").unwrap(), Route::Asset);
        assert_eq!(resolve(Method::Get, "/").unwrap(), Route::Asset);
        assert_eq!(resolve(Method::Get, "/o/ck_1").unwrap(), Route::OrderPage("ck_1"));
        assert_eq!(resolve(Method::Get, "/c/store_1").unwrap(), Route::ShopPage("store_1"));
    }

    #[test]
    fn anything_else_is_no_route() {
        for path in [
            "/v3",
            "/v3/",
            "/v3/stores",
            "/v3/stores/simplified/",
            "/v3/stores//products",
            "/v3/stores/s/secrets",
            "/v3/stores/s/products/1",
            "/v3/orders/a/b",
            "/v3/locations/",
            "/v3/locations/6033",
            "/v3/locations//postal-codes",
            "/v3/locations/6033/postal-codes/40132",
            "/v3/shipping-options/",
            "/v3/orders/",
            "/o/",
            "/o/ck_1/success",
            "/c/",
            "/c/store_1/",
            "/health/",
            "/widget/",
            "/widget/a/b",
            "//",
            "/__sandbox/orders",
            "/index.html",
            "/webhooks",
            "/webhooks/",
            "/webhooks/scalev/",
            "/webhooks/dealpos",
            "/webhooks/dealpos/",
            "/webhooks/dealpos//product-updated",
            "/webhooks/dealpos/secret/product-updated/1",
            "/webhooks/gercep",
            "/webhooks/gercep/",
            "/webhooks/gercep//report",
            "/webhooks/gercep/secret/",
            "/webhooks/gercep/secret/orders",
        ] {
            assert!(matches!(resolve(Method::Get, path), Err(Failure::RouteNotFound)), "{path}");
        }
    }

    #[test]
    fn a_known_path_says_which_methods_it_takes() {
        let refused = |method, path| match resolve(method, path) {
            Err(Failure::MethodNotAllowed { allow }) => allow,
            _ => "",
        };
        assert_eq!(refused(Method::Get, "/v3/orders"), "POST, OPTIONS");
        assert_eq!(refused(Method::Post, "/v3/orders/ck_1"), "GET, HEAD, OPTIONS");
        assert_eq!(refused(Method::Other, "/health"), "GET, HEAD, OPTIONS");
        assert_eq!(refused(Method::Options, "/webhooks/scalev"), "GET, HEAD, POST");
    }
}
