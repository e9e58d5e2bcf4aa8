//! A request and what came of it, for shoppers and for the clients we compare with.

use std::time::Duration;

use serde_json::Value;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) text: String,
}

impl Reply {
    /// The body; `null` when it is no JSON.
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

/// No answer came: the time ran out, or the connection failed.
#[derive(Clone, Debug)]
pub(super) struct Lost;

/// Sends a request and waits so long for the whole answer.
pub(super) fn send(
    method: &str,
    url: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
    patience: Duration,
) -> Result<Reply, Lost> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(0)
        .timeout_global(Some(patience))
        .build()
        .into();
    let mut request = ureq::http::Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut answer = match body {
        Some(body) => {
            agent.run(request.header("content-type", "application/json").body(body).map_err(|_| Lost)?)
        }
        None => agent.run(request.body(()).map_err(|_| Lost)?),
    }
    .map_err(|_| Lost)?;
    let status = answer.status().as_u16();
    Ok(Reply { status, text: answer.body_mut().read_to_string().map_err(|_| Lost)? })
}
