//! The sandbox's thread: a runtime, a listener, a task for each connection.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::thread::JoinHandle;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use hyper::body::Bytes;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tower::ServiceExt;

use super::{App, api, hook, webhook, wire};

/// A running server; it stops when dropped.
#[derive(Debug)]
pub(super) struct Server {
    runtime: Handle,
    router: Router,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Binds `port` on the loopback interface (0 takes a free one), then serves what
    /// `app` makes of the address.
    ///
    /// # Errors
    /// When the port is taken.
    pub(super) fn start(
        port: u16,
        app: impl FnOnce(SocketAddr) -> App + Send + 'static,
    ) -> io::Result<(Self, App)> {
        let (stop, stopped) = oneshot::channel();
        let (ready, started) = mpsc::channel();
        let thread = std::thread::Builder::new().name("sandbox".into()).spawn(move || {
            let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
            let outcome = runtime.and_then(|runtime| {
                let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))?;
                let app = app(listener.local_addr()?);
                Ok((runtime, listener, app))
            });
            match outcome {
                Err(error) => drop(ready.send(Err(error))),
                Ok((runtime, listener, app)) => {
                    let _ = ready.send(Ok((app.clone(), runtime.handle().clone())));
                    runtime.block_on(serve(listener, app, stopped));
                    runtime.shutdown_background();
                }
            }
        })?;
        let (app, runtime) = started.recv().map_err(|_| io::Error::other("the sandbox thread ended"))??;
        let router = api::router(app.clone());
        Ok((Self { runtime, router, stop: Some(stop), thread: Some(thread) }, app))
    }

    /// Does something that needs the sandbox's own thread.
    pub(super) fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// The answer that `request` would get over the network, without one. Faults
    /// below HTTP do not show.
    pub(super) fn ask(&self, request: Request<Body>) -> (StatusCode, Bytes) {
        self.runtime.block_on(async {
            let Ok(answer) = self.router.clone().oneshot(request).await;
            let status = answer.status();
            (status, to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default())
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn serve(listener: TcpListener, app: App, mut stopped: oneshot::Receiver<()>) {
    let router = api::router(app.clone());
    tokio::spawn(webhook::run(app.clone()));
    tokio::spawn(hook::run(app.clone()));
    loop {
        tokio::select! {
            _ = &mut stopped => return,
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                let released = app.world.released.subscribe();
                tokio::spawn(wire::serve(stream, router.clone(), released));
            },
        }
    }
}
