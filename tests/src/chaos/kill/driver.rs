//! Whom the chaos build asks at each moment: lets it go on, holds it there, or has it abort.

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
}

#[derive(Default)]
struct Plan {
    moment: &'static str,
    word: Word,
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
    /// Abort; said once, and afterwards everybody may go on.
    AbortOnce,
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
        *self.state.lock() = Plan { moment, word, held: Vec::new() };
    }

    /// Waits until so many are held, and says whether they came.
    pub(super) fn wait_for(&self, count: usize, patience: Duration) -> bool {
        let waiting = self
            .state
            .changed
            .wait_timeout_while(self.state.lock(), patience, |plan| plan.held.len() < count);
        !waiting.unwrap_or_else(PoisonError::into_inner).1.timed_out()
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
            let moment = first
                .split('/')
                .nth(2)
                .and_then(|rest| rest.split(' ').next())
                .unwrap_or_default()
                .to_owned();
            if lines.by_ref().find(String::is_empty).is_none() {
                return;
            }
            let mut plan = self.lock();
            let word = if plan.moment == moment { plan.word } else { Word::Go };
            match word {
                Word::Hold => {
                    plan.held.extend(stream.try_clone());
                    self.changed.notify_all();
                    return;
                }
                Word::AbortOnce => plan.word = Word::Go,
                Word::Go => {}
            }
            drop(plan);
            let text = if word == Word::AbortOnce { "abort" } else { "go" };
            if write!(&mut &*stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{text}", text.len())
                .is_err()
            {
                return;
            }
        }
    }
}
