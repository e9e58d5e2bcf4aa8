//! Whom the chaos build asks at each moment: lets it go on, holds it there, or says a word to it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;

/// A listening driver. It lives as long as the process.
pub(super) struct Driver {
    url: String,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    plan: Mutex<Plan>,
    changed: Condvar,
    /// What came out of the queue.
    carried: Mutex<Vec<String>>,
}

#[derive(Default)]
struct Plan {
    moment: &'static str,
    word: Word,
    /// How often the word was said.
    said: usize,
    /// Whoever waits at the moment. Never answered: dropped when the next plan comes.
    held: Vec<TcpStream>,
}

/// What is said to who reaches the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Word {
    /// Go on.
    #[default]
    Go,
    /// Nothing, ever.
    Hold,
    /// This, so often; afterwards everybody may go on.
    Say(&'static str, usize),
}

impl Driver {
    pub(super) fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                thread::spawn(move || state.meet(&stream));
            }
        });
        Ok(Self { url, state })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// What happens at `moment` from now on; everywhere else the work goes on.
    pub(super) fn plan(&self, moment: &'static str, word: Word) {
        *self.state.lock() = Plan { moment, word, ..Plan::default() };
    }

    /// Waits until so many were held or spoken to, and says whether they came.
    pub(super) fn wait_for(&self, count: usize, patience: Duration) -> bool {
        let few = |plan: &mut Plan| plan.held.len() + plan.said < count;
        let waiting = self.state.changed.wait_timeout_while(self.state.lock(), patience, few);
        !waiting.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// What came out of the queue so far, percent-encoded.
    pub(super) fn carried(&self) -> Vec<String> {
        self.state.carried.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads requests of one connection until one of them is held.
    fn meet(&self, stream: &TcpStream) {
        let Ok(reader) = stream.try_clone() else { return };
        let mut lines = BufReader::new(reader).lines().map_while(Result::ok);
        while let Some(first) = lines.next() {
            let mut path = first.split(['/', ' ']).skip(2);
            let (kind, name) = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
            if lines.by_ref().find(String::is_empty).is_none() {
                return;
            }
            if kind == "carried" {
                self.carried.lock().unwrap_or_else(PoisonError::into_inner).push(name.to_owned());
            }
            let Some(text) = self.word(name, stream) else { return };
            if write!(&mut &*stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{text}", text.len())
                .is_err()
            {
                return;
            }
        }
    }

    /// What is said at a moment; `None` keeps the line for ever.
    fn word(&self, moment: &str, stream: &TcpStream) -> Option<&'static str> {
        let mut plan = self.lock();
        match plan.word {
            Word::Hold if plan.moment == moment => {
                plan.held.extend(stream.try_clone());
                self.changed.notify_all();
                None
            }
            Word::Say(text, times) if plan.moment == moment && plan.said < times => {
                plan.said += 1;
                self.changed.notify_all();
                Some(text)
            }
            _ => Some("go"),
        }
    }
}
