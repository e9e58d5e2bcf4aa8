//! The seller's own system: it fails now and then, and applies what it takes once for each id.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::Result;
use serde_json::Value;

/// Of so many letters one is not taken.
const FAILS: usize = 5;

/// A listening seller. It lives as long as the process.
pub(super) struct Seller {
    pub(super) url: String,
    books: Arc<Mutex<Books>>,
}

/// What it knows.
#[derive(Clone, Default)]
pub(super) struct Books {
    arrived: usize,
    /// How often each id arrived.
    pub(super) letters: BTreeMap<String, usize>,
    /// The ids applied for each order and kind.
    pub(super) applied: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Seller {
    pub(super) fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let books = Arc::new(Mutex::new(Books::default()));
        let kept = Arc::clone(&books);
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let status = match read(&line) {
                    Some((id, letter)) => lock(&kept).enter(&id, &letter),
                    None => 400,
                };
                let _ =
                    write!(&line, "HTTP/1.1 {status} -\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            }
        });
        Ok(Self { url, books })
    }

    /// What it knows by now.
    pub(super) fn books(&self) -> Books {
        lock(&self.books).clone()
    }
}

impl Books {
    fn enter(&mut self, id: &str, letter: &Value) -> u16 {
        self.arrived += 1;
        if self.arrived.is_multiple_of(FAILS) {
            return 500;
        }
        *self.letters.entry(id.to_owned()).or_default() += 1;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        // A conversion names its order by its number.
        let order = ["token", "transaction_id"].map(|member| text(&letter["data"][member])).concat();
        self.applied.entry((order, text(&letter["type"]))).or_default().insert(id.to_owned());
        204
    }
}

fn lock(books: &Mutex<Books>) -> MutexGuard<'_, Books> {
    books.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The id and the body of a letter.
fn read(line: &TcpStream) -> Option<(String, Value)> {
    let mut reader = BufReader::new(line);
    let (mut id, mut length) = (String::new(), 0);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        match header.split_once(": ") {
            Some(("webhook-id", value)) => value.clone_into(&mut id),
            Some(("content-length", value)) => length = value.parse().ok()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((id, serde_json::from_slice(&body).ok()?))
}
