//! One TCP connection: HTTP by hyper, until a fault takes the socket over.
//!
//! A handler that must misbehave below HTTP (a reset, a body that stops) hands
//! a [`Script`] to its [`Line`]; the connection drops hyper and plays the
//! script on the bare socket.

use std::future::pending;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, watch};
use tower::ServiceExt;

/// What is done to the bare socket, in order. The socket closes at the end.
pub(super) type Script = Vec<Step>;

/// One act on the bare socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// These bytes, as they are.
    Write(Bytes),
    /// Silence.
    Pause(Duration),
    /// Silence until the client leaves or the faults are cleared.
    Hold,
    /// A TCP RST instead of a farewell.
    Reset,
}

/// A handler's hold on its own connection.
#[derive(Debug, Clone)]
pub(super) struct Line(mpsc::UnboundedSender<(Script, u64)>);

impl Line {
    /// Takes the socket away from HTTP. The answer never comes. A [`Step::Hold`] ends
    /// when the releases are no longer those of `since`.
    pub(super) async fn play(self, script: Script, since: u64) -> Response {
        // The receiver lives as long as the connection; without it nobody listens anyway.
        let _ = self.0.send((script, since));
        pending().await
    }
}

/// Serves one connection to its end. `released` changes when held connections must go.
pub(super) async fn serve(stream: TcpStream, app: Router, released: watch::Receiver<u64>) {
    let _ = stream.set_nodelay(true);
    let (line, mut scripts) = mpsc::unbounded_channel();
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Line(line.clone()));
        app.clone().oneshot(request)
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let script = tokio::select! {
        _ = &mut connection => None,
        script = scripts.recv() => script,
    };
    if let Some((script, since)) = script {
        play(connection.into_parts().io.into_inner(), script, since, released).await;
    }
}

async fn play(mut stream: TcpStream, script: Script, since: u64, mut released: watch::Receiver<u64>) {
    for step in script {
        match step {
            Step::Write(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Step::Pause(time) => tokio::time::sleep(time).await,
            Step::Hold => hold(&mut stream, since, &mut released).await,
            Step::Reset => {
                let _ = stream.set_zero_linger();
                return;
            }
        }
    }
    let _ = stream.shutdown().await;
}

/// Waits until the client closes its side, or until the faults are cleared.
async fn hold(stream: &mut TcpStream, since: u64, released: &mut watch::Receiver<u64>) {
    let mut rest = [0; 256];
    let mut changed = pin!(released.wait_for(|now| *now != since));
    loop {
        tokio::select! {
            _ = &mut changed => return,
            read = stream.read(&mut rest) => if !matches!(read, Ok(1..)) { return },
        }
    }
}
