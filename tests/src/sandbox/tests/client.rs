//! Two clients: one that speaks HTTP well, and a bare socket for what is not HTTP.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use crate::sandbox::{API_KEY, Catalogue, Options, Sandbox, Store, Variant};

/// A fresh sandbox on a free port.
pub(in crate::sandbox) fn sandbox() -> Sandbox {
    Sandbox::start(Options::default()).expect("a free port")
}

/// What came back.
#[derive(Debug)]
pub(in crate::sandbox) struct Reply {
    pub(in crate::sandbox) status: u16,
    pub(in crate::sandbox) headers: ureq::http::HeaderMap,
    pub(in crate::sandbox) text: String,
}

impl Reply {
    /// The body as JSON.
    pub(in crate::sandbox) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error} in {}", self.text))
    }

    /// A header, when it is there.
    pub(in crate::sandbox) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Sends a request with this key.
pub(in crate::sandbox) fn send(
    sandbox: &Sandbox,
    method: &str,
    path: &str,
    key: &str,
    body: Option<&Value>,
) -> Reply {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(10)))
        .build()
        .into();
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(format!("{}{path}", sandbox.base_url()))
        .header("authorization", format!("Bearer {key}"))
        .header("x-scalev-storefront-api-key", key)
        .body(body.map(Value::to_string).unwrap_or_default())
        .expect("a request");
    let mut response = agent.run(request).expect("an answer");
    Reply {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: response.body_mut().read_to_string().expect("a text"),
    }
}

/// GET with the secret key.
pub(in crate::sandbox) fn get(sandbox: &Sandbox, path: &str) -> Reply {
    send(sandbox, "GET", path, API_KEY, None)
}

/// POST with the secret key.
pub(in crate::sandbox) fn post(sandbox: &Sandbox, path: &str, body: &Value) -> Reply {
    send(sandbox, "POST", path, API_KEY, Some(body))
}

/// The shop of digital things.
pub(in crate::sandbox) fn kreator() -> &'static Store {
    Catalogue::get().store("kreator").expect("a store")
}

/// The first variant of a product of any store.
pub(in crate::sandbox) fn variant(store: &'static Store, slug: &str) -> &'static Variant {
    &store.product(slug).expect("a product").variants[0]
}

/// A complete order of one e-book.
pub(in crate::sandbox) fn ebook_order() -> Value {
    json!({
        "store_unique_id": kreator().unique_id,
        "customer_name": "Sari Dewi",
        "customer_phone": "6281200000001",
        "customer_email": "sari@example.com",
        "ordervariants": [
            { "quantity": 1, "variant_unique_id": variant(kreator(), "ebook-caption").unique_id },
        ],
        "payment_method": "invoice",
    })
}

/// Posts an order over a bare socket and reads until the other side ends it:
/// what came, and how it ended.
pub(in crate::sandbox) fn raw_order(sandbox: &Sandbox, patience: Duration) -> (String, io::Result<()>) {
    let address = sandbox.base_url().trim_start_matches("http://");
    let body = ebook_order().to_string();
    let mut socket = TcpStream::connect(address).expect("a connection");
    socket.set_read_timeout(Some(patience)).expect("a timeout");
    let length = body.len();
    write!(
        socket,
        "POST /v3/orders HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {API_KEY}\r\n\
         content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
    .expect("a request");
    let (mut came, mut piece) = (Vec::new(), [0; 4096]);
    let end = loop {
        match socket.read(&mut piece) {
            Ok(0) => break Ok(()),
            Ok(read) => came.extend_from_slice(&piece[..read]),
            Err(error) => break Err(error),
        }
    };
    (String::from_utf8_lossy(&came).into_owned(), end)
}
