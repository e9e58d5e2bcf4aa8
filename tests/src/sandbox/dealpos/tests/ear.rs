//! Listens where the till posts, and keeps what it hears.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// Something that answers posts.
pub(in crate::sandbox) struct Ear {
    pub(in crate::sandbox) url: String,
    heard: Receiver<Heard>,
}

/// One post as it came over the wire.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct Heard {
    pub(in crate::sandbox) path: String,
    /// Names in lower case.
    pub(in crate::sandbox) headers: Vec<(String, String)>,
    pub(in crate::sandbox) body: Value,
}

impl Ear {
    /// Answers the nth post with the nth status, the rest with the last.
    pub(in crate::sandbox) fn answering(statuses: &'static [u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/hooks", listener.local_addr().expect("an address"));
        let (sender, heard) = channel();
        thread::spawn(move || {
            for (nth, stream) in listener.incoming().flatten().enumerate() {
                let status = statuses.get(nth).or(statuses.last()).copied().unwrap_or(200);
                if hear(stream, status, &sender).is_none() {
                    return;
                }
            }
        });
        Self { url, heard }
    }

    /// The next post.
    pub(in crate::sandbox) fn next(&self) -> Heard {
        self.heard.recv_timeout(Duration::from_secs(10)).expect("a post")
    }

    /// The next so many, sorted by their last segment: no order is promised.
    pub(in crate::sandbox) fn next_sorted(&self, count: usize) -> Vec<Heard> {
        let mut heard: Vec<Heard> = (0..count).map(|_| self.next()).collect();
        heard.sort_by(|one, other| one.path.cmp(&other.path));
        heard
    }
}

fn hear(mut stream: TcpStream, status: u16, sender: &Sender<Heard>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        if line.trim_end().is_empty() {
            break;
        }
        lines.push(line.trim_end().to_owned());
    }
    let path = lines.first()?.split(' ').nth(1)?.to_owned();
    let header =
        |line: &String| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    let headers: Vec<_> = lines.iter().skip(1).filter_map(header).collect();
    let length = headers.iter().find(|(name, _)| name == "content-length")?.1.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    // Kept before it is answered: whoever sees the answer finds it here.
    sender.send(Heard { path, headers, body: serde_json::from_slice(&body).ok()? }).ok()?;
    write!(stream, "HTTP/1.1 {status} Heard\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").ok()
}
