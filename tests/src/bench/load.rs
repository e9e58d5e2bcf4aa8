//! A closed loop of requests over kept-alive connections: each connection
//! sends its next request when the last one was answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What is asked, over and over. The number of the request makes bodies and
/// keys unique where a route needs that.
pub(super) trait Question: Send + Sync {
    /// Method, path and body of request number `n`.
    fn request(&self, n: u64) -> hyper::Request<Full<Bytes>>;

    /// The status a good answer has.
    fn expects(&self) -> u16 {
        200
    }
}

/// What one round of questions measured.
#[derive(Debug)]
pub(super) struct Answers {
    /// Every answer's time, sorted.
    times: Vec<Duration>,
    elapsed: Duration,
}

impl Answers {
    /// Number of requests answered.
    pub(super) fn count(&self) -> usize {
        self.times.len()
    }

    /// Requests per second.
    #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are far below 2^52")]
    pub(super) fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64()
    }

    /// The time below which `percent` of the answers came.
    pub(super) fn percentile(&self, percent: usize) -> Duration {
        let index = (self.times.len() * percent / 100).min(self.times.len().saturating_sub(1));
        self.times.get(index).copied().unwrap_or_default()
    }
}

/// Asks `total` questions over `connections` connections.
pub(super) fn ask(
    to: SocketAddr,
    question: &Arc<dyn Question>,
    total: u64,
    connections: usize,
) -> Result<Answers> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let next = Arc::new(AtomicU64::new(0));
        let begun = Instant::now();
        let askers: Vec<_> = (0..connections)
            .map(|_| tokio::spawn(asker(to, Arc::clone(question), Arc::clone(&next), total)))
            .collect();
        let mut times = Vec::new();
        for asker in askers {
            times.extend(asker.await??);
        }
        let elapsed = begun.elapsed();
        times.sort_unstable();
        Ok(Answers { times, elapsed })
    })
}

async fn asker(
    to: SocketAddr,
    question: Arc<dyn Question>,
    next: Arc<AtomicU64>,
    total: u64,
) -> Result<Vec<Duration>> {
    let mut sender = connect(to).await?;
    let mut times = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        if n >= total {
            return Ok(times);
        }
        let begun = Instant::now();
        let answer = sender.send_request(question.request(n)).await.context("the Worker hung up")?;
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await?.to_bytes();
        if status != question.expects() {
            bail!("request {n} was answered {status}: {}", String::from_utf8_lossy(&body));
        }
        times.push(begun.elapsed());
    }
}

async fn connect(to: SocketAddr) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(to).await.with_context(|| format!("nothing listens on {to}"))?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
