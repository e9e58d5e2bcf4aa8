//! The seller's own system: an address that takes letters, or fails to, and keeps what came.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;
use tumbas_tests::stage::World;

const KEY: [u8; 32] = [7; 32];

/// A letter as it came.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) id: String,
    timestamp: String,
    signature: String,
    pub(super) body: String,
}

/// What the seller's address does with a letter.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mood {
    /// It answers 204.
    Takes,
    /// It says so only when another letter has come.
    WaitsForAnother,
    /// It answers 500.
    Fails,
    /// It has the letter, and hangs up before it says so.
    HangsUp,
}

/// Longest wait for another letter: the Worker gives up before.
const ANOTHER: Duration = Duration::from_secs(30);

/// The seller's address.
pub(super) struct Seller {
    url: String,
    door: Arc<Door>,
}

struct Door {
    desk: Mutex<Desk>,
    came: Condvar,
}

struct Desk {
    letters: Vec<Letter>,
    /// The last one lasts.
    moods: Vec<Mood>,
}

impl Desk {
    fn take(&mut self, letter: Letter) -> (Mood, usize) {
        self.letters.push(letter);
        let mood = if self.moods.len() > 1 { self.moods.remove(0) } else { self.moods[0] };
        (mood, self.letters.len())
    }
}

impl Door {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it meets, and its number.
    fn take(&self, letter: Letter) -> (Mood, usize) {
        let taken = self.desk().take(letter);
        self.came.notify_all();
        taken
    }

    fn wait_for_another_than(&self, number: usize) {
        let none_came = |desk: &mut Desk| desk.letters.len() <= number;
        drop(self.came.wait_timeout_while(self.desk(), ANOTHER, none_came));
    }
}

impl Seller {
    /// Opens an address that meets one letter after the other like this, and all later ones like
    /// the last of these.
    pub(super) fn open(moods: &[Mood]) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let desk = Desk { letters: Vec::new(), moods: moods.to_vec() };
        let door = Arc::new(Door { desk: Mutex::new(desk), came: Condvar::new() });
        let kept = Arc::clone(&door);
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let door = Arc::clone(&kept);
                thread::spawn(move || serve(&line, &door));
            }
        });
        Ok(Self { url, door })
    }

    /// Takes everything from now on.
    pub(super) fn recover(&self) {
        self.door.desk().moods = vec![Mood::Takes];
    }

    pub(super) fn letters(&self) -> Vec<Letter> {
        self.door.desk().letters.clone()
    }

    /// What a shop that remembers ids has done: each letter once.
    pub(super) fn applied(&self) -> BTreeSet<String> {
        self.letters().into_iter().map(|letter| letter.id).collect()
    }

    /// The letters of this kind.
    pub(super) fn of_kind(&self, kind: &str) -> Vec<Letter> {
        self.letters().into_iter().filter(|letter| letter.json()["type"] == kind).collect()
    }

    /// A world in which the seller is told.
    pub(super) fn world(&self, more: &[(&str, &str)]) -> Result<World> {
        let secret = format!("whsec_{}", BASE64_STANDARD.encode(KEY));
        let vars = [("SELLER_WEBHOOK_URL", self.url.as_str()), ("SELLER_WEBHOOK_SECRET", secret.as_str())];
        World::start(tumbas_tests::stage::built(), &[vars.as_slice(), more].concat())
    }
}

fn serve(line: &TcpStream, door: &Door) {
    let Some(letter) = read(line) else { return };
    let (mood, number) = door.take(letter);
    let status = match mood {
        Mood::HangsUp => return,
        Mood::Fails => "500 Oops",
        Mood::Takes => "204 No Content",
        Mood::WaitsForAnother => {
            door.wait_for_another_than(number);
            "204 No Content"
        }
    };
    let mut line = line;
    let _ = write!(line, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}

fn read(line: &TcpStream) -> Option<Letter> {
    let mut reader = BufReader::new(line);
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        headers.push(header.trim().to_owned());
    }
    let header = |name: &str| {
        let found = headers.iter().find_map(|header| {
            let (known, value) = header.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then(|| value.to_owned())
        });
        found.unwrap_or_default()
    };
    let mut body = vec![0; header("content-length").parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some(Letter {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body: String::from_utf8(body).ok()?,
    })
}

impl Letter {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a body in JSON")
    }

    pub(super) fn is_signed(&self) -> bool {
        let signed = format!("{}.{}.{}", self.id, self.timestamp, self.body);
        let mac = Hmac::<Sha256>::new_from_slice(&KEY).expect("a key").chain_update(signed);
        self.signature == format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()))
    }
}

/// All are the same letter, signed each time.
pub(super) fn are_one(letters: &[Letter]) {
    assert!(letters.iter().all(|letter| letter.id == letters[0].id && letter.is_signed()), "{letters:?}");
}
