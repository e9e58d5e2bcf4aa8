//! A merchant's endpoint: keeps what it is sent and answers as it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver as Inbox, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::sandbox::Endpoint;

/// What it signs with.
pub(super) const SECRET: &str = "whsec_of_the_tests";

/// A listening endpoint.
pub(super) struct Receiver {
    url: String,
    inbox: Inbox<Received>,
}

/// One delivery as it came over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Received {
    pub(super) signature: String,
    pub(super) body: String,
}

impl Received {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    pub(super) fn event(&self) -> String {
        self.json()["event"].as_str().unwrap_or_default().to_owned()
    }
}

impl Receiver {
    /// Answers the nth request with the nth status, the rest with the last of them.
    pub(super) fn answering(statuses: &'static [u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/hooks?of=scalev", listener.local_addr().expect("an address"));
        let (sender, inbox) = channel();
        thread::spawn(move || {
            for (nth, stream) in listener.incoming().flatten().enumerate() {
                let status = statuses.get(nth).or(statuses.last()).copied().unwrap_or(200);
                if answer(stream, status, &sender).is_none() {
                    return;
                }
            }
        });
        Self { url, inbox }
    }

    pub(super) fn endpoint(&self) -> Endpoint {
        Endpoint { retry_ms: 5, ..Endpoint::new(&self.url, SECRET) }
    }

    /// The next delivery.
    pub(super) fn next(&self) -> Received {
        self.inbox.recv_timeout(Duration::from_secs(10)).expect("a delivery")
    }

    /// The events of the next so many deliveries.
    pub(super) fn events(&self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.next().event()).collect()
    }
}

fn answer(mut stream: TcpStream, status: u16, sender: &Sender<Received>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let (mut signature, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(": ") {
            Some(("x-scalev-hmac-sha256", value)) => signature = value.to_owned(),
            Some(("content-length", value)) => length = value.parse().ok()?,
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    // Kept before it is answered: whoever sees the answer finds it here.
    sender.send(Received { signature, body: String::from_utf8(body).ok()? }).ok()?;
    write!(stream, "HTTP/1.1 {status} Told\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").ok()
}
