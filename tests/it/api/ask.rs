//! One request to the Worker and its answer: the only place here that knows HTTP.

use std::io::{Cursor, Write};
use std::net::TcpStream;
use std::sync::{Barrier, LazyLock};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use shared::wire::{ErrorCode, Problem};
use tumbas_tests::stage::World;
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Request};
use ureq::{Agent, SendBody};

/// Longer than the Worker's own deadline for an order.
const PATIENCE: Duration = Duration::from_secs(40);

static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .max_redirects(0)
        .accept_encoding("identity")
        .max_idle_connections(0)
        .timeout_global(Some(PATIENCE))
        .build()
        .into()
});

/// A request.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    method: &'static str,
    path: String,
    headers: HeaderMap,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    None,
    Whole(Vec<u8>),
    /// Without `Content-Length`.
    Chunked(Vec<u8>),
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
}

impl Ask {
    pub(super) fn new(method: &'static str, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), headers: HeaderMap::new(), body: Body::None }
    }

    pub(super) fn get(path: impl Into<String>) -> Self {
        Self::new("GET", path)
    }

    /// An order as the widget sends it.
    pub(super) fn order(draft: &Value, key: &str) -> Self {
        Self::post(draft.to_string(), key)
    }

    /// Any body where an order belongs.
    pub(super) fn post(body: impl Into<Vec<u8>>, key: &str) -> Self {
        let ask = Self::new("POST", "/v3/orders").header("content-type", "application/json");
        ask.header("idempotency-key", key).body(body)
    }

    /// Sets a header, in place of an earlier one of this name.
    pub(super) fn header(mut self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        let value = HeaderValue::from_bytes(value.as_ref()).expect("a header that HTTP can carry");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    pub(super) fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    pub(super) fn origin(self, origin: impl AsRef<[u8]>) -> Self {
        self.header("origin", origin)
    }

    pub(super) fn body(self, body: impl Into<Vec<u8>>) -> Self {
        Self { body: Body::Whole(body.into()), ..self }
    }

    /// The same body, of undeclared length.
    pub(super) fn chunked(self) -> Self {
        match self.body {
            Body::Whole(bytes) => Self { body: Body::Chunked(bytes), ..self },
            _ => self,
        }
    }

    /// Asks the Worker of this world.
    pub(super) fn of(&self, world: &World) -> Answer {
        let mut request =
            Request::builder().method(self.method).uri(format!("{}{}", world.worker_url, self.path));
        request.headers_mut().expect("a well-formed request").extend(self.headers.clone());
        let body = match self.body.clone() {
            Body::None => None,
            Body::Whole(bytes) => Some(AGENT.run(built(&request, bytes))),
            Body::Chunked(bytes) => {
                Some(AGENT.run(built(&request, SendBody::from_owned_reader(Cursor::new(bytes)))))
            }
        };
        let answer = body.unwrap_or_else(|| AGENT.run(built(&request, ())));
        let answer = answer.unwrap_or_else(|error| panic!("{} {}: {error}", self.method, self.path));
        let (parts, mut body) = answer.into_parts();
        let bytes =
            body.read_to_vec().unwrap_or_else(|error| panic!("{} {}: {error}", self.method, self.path));
        Answer { status: parts.status.as_u16(), headers: parts.headers, bytes }
    }

    /// Asks, and leaves without waiting for the answer once `until` is over.
    pub(super) fn and_leave(&self, world: &World, until: impl FnOnce()) {
        let host = world.worker_url.trim_start_matches("http://");
        let mut line = TcpStream::connect(host).expect("the Worker listens");
        let Body::Whole(body) = &self.body else { panic!("a body of known length") };
        let mut head = format!(
            "{} {} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {}\r\n",
            self.method,
            self.path,
            body.len()
        );
        for (name, value) in &self.headers {
            let value = value.to_str().expect("a plain header");
            head.extend([name.as_str(), ": ", value, "\r\n"]);
        }
        line.write_all(format!("{head}\r\n").as_bytes())
            .and_then(|()| line.write_all(body))
            .expect("the Worker reads");
        until();
    }

    /// Asks `times` times at the same moment.
    pub(super) fn burst(&self, world: &World, times: usize) -> Vec<Answer> {
        let together = Barrier::new(times);
        thread::scope(|scope| {
            let ask = || {
                together.wait();
                self.of(world)
            };
            let asked: Vec<_> = (0..times).map(|_| scope.spawn(ask)).collect();
            asked.into_iter().map(|answer| answer.join().expect("an answer")).collect()
        })
    }
}

fn built<B>(request: &ureq::http::request::Builder, body: B) -> Request<B> {
    let mut made = Request::new(body);
    made.method_mut().clone_from(request.method_ref().expect("a method"));
    made.uri_mut().clone_from(request.uri_ref().expect("an address"));
    made.headers_mut().clone_from(request.headers_ref().expect("headers"));
    made
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(super) fn request_id(&self) -> &str {
        self.header("x-request-id").unwrap_or_else(|| panic!("no request id in {self:?}"))
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error} in {} {}", self.status, self.text()))
    }

    /// The body of a good answer.
    pub(super) fn good(&self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.text());
        self.json()
    }

    /// The problem it tells, which must be one in every respect.
    pub(super) fn problem(&self) -> Problem {
        let told = format!("{} {}", self.status, self.text());
        assert!(self.status >= 400, "{told}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{told}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{told}");
        let problem: Problem =
            serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error} in {told}"));
        assert_eq!(problem.status, self.status, "{told}");
        assert_eq!(problem.request_id, self.request_id(), "{told}");
        assert!(!matches!(problem.code, ErrorCode::Unknown(_)), "{told}");
        assert!(problem.detail.ends_with('.') && problem.detail.contains(". "), "no way on in {told}");
        problem
    }

    /// The problem, which must have this status and code.
    pub(super) fn refused(&self, status: u16, code: &str) -> Problem {
        let problem = self.problem();
        assert_eq!((problem.status, problem.code.as_str()), (status, code), "{}", self.text());
        problem
    }
}
