//! One POST to an address of this machine.

use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::sign::HEADER;

/// How long the receiver may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The status that came back.
///
/// # Errors
/// When none did, in words.
pub(super) async fn post(url: &str, signature: &str, body: String) -> Result<u16, String> {
    let answer = tokio::time::timeout(TIMEOUT, exchange(url, &[(HEADER, signature)], body)).await;
    answer.unwrap_or_else(|_| Err(format!("no answer in {TIMEOUT:?}")))
}

/// The same without a signature, with these headers, for as long as it takes.
///
/// # Errors
/// When nobody answers, in words.
pub(in crate::sandbox) async fn exchange(
    url: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Result<u16, String> {
    let uri: Uri = url.parse().map_err(|error| format!("{url} is no address: {error}"))?;
    let host = uri.authority().ok_or_else(|| format!("{url} names no host"))?.to_string();
    let address = format!("{}:{}", uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(80));
    let stream = TcpStream::connect(address).await.map_err(|error| error.to_string())?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::post(path).header("host", host).header("content-type", "application/json");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let request = request.body(Full::new(Bytes::from(body))).map_err(|error| error.to_string())?;
    let answer = sender.send_request(request).await.map_err(|error| error.to_string())?;
    Ok(answer.status().as_u16())
}
