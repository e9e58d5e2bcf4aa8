//! A child with everything it starts: one process group, its output kept line by line, and
//! its end certain, also when we are interrupted.

use std::collections::{BTreeSet, VecDeque};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process_group};

/// The groups that are alive now, for an interrupt to end.
static ALIVE: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());
/// Lines kept of one child; a busy Worker logs a line for each request.
const KEPT: usize = 50_000;
/// How long a group may take to end by itself before it is killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// A running child and its group.
pub struct Group {
    name: String,
    child: Child,
    output: Output,
    killed: bool,
}

/// What a child has printed so far, on both streams.
#[derive(Clone, Default)]
pub struct Output(Arc<Printed>);

#[derive(Default)]
struct Printed {
    lines: Mutex<VecDeque<String>>,
    changed: Condvar,
    echo: Mutex<Option<fn(&str)>>,
}

impl Group {
    /// Starts `command` in a process group of its own.
    pub fn spawn(name: &str, command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        held(&ALIVE).extend(i32::try_from(child.id()));
        let output = Output::default();
        output.follow(child.stdout.take());
        output.follow(child.stderr.take());
        Ok(Self { name: name.to_owned(), child, output, killed: false })
    }

    /// What the child has printed.
    pub fn output(&self) -> &Output {
        &self.output
    }

    /// How the child ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Says that the child is gone and what it said last.
    pub fn obituary(&self) -> String {
        format!("{} has ended by itself; its last words:\n{}", self.name, self.output.last(30).join("\n"))
    }

    /// Ends the group as a power cut does, and waits until it is gone.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        let _ = self.child.wait();
        self.killed = true;
    }

    fn signal(&self, signal: Signal) {
        if let Ok(id) = i32::try_from(self.child.id()) {
            end(id, signal);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if !self.killed {
            self.signal(Signal::TERM);
            let deadline = Instant::now() + PATIENCE;
            while self.ended().is_none() && Instant::now() < deadline {
                thread::sleep(Duration::from_millis(20));
            }
            self.kill();
        }
        held(&ALIVE).retain(|id| u32::try_from(*id) != Ok(self.child.id()));
    }
}

impl Output {
    fn follow(&self, stream: Option<impl Read + Send + 'static>) {
        let Some(stream) = stream else { return };
        let output = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                output.keep(String::from_utf8_lossy(&line).into_owned());
            }
        });
    }

    fn keep(&self, line: String) {
        if let Some(echo) = *held(&self.0.echo) {
            echo(&line);
        }
        let mut lines = held(&self.0.lines);
        if lines.len() == KEPT {
            lines.pop_front();
        }
        lines.push_back(line);
        self.0.changed.notify_all();
    }

    /// Also shows each line from now on.
    pub fn echo(&self, show: fn(&str)) {
        *held(&self.0.echo) = Some(show);
    }

    /// All lines so far.
    pub fn lines(&self) -> Vec<String> {
        held(&self.0.lines).iter().cloned().collect()
    }

    /// The last `count` lines.
    pub fn last(&self, count: usize) -> Vec<String> {
        let lines = held(&self.0.lines);
        lines.iter().skip(lines.len().saturating_sub(count)).cloned().collect()
    }

    /// Waits for a line from which `find` makes something, among those there are and those to come.
    pub fn wait_for<T>(&self, within: Duration, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let deadline = Instant::now() + within;
        let mut lines = held(&self.0.lines);
        loop {
            if let Some(found) = lines.iter().find_map(|line| find(line)) {
                return Some(found);
            }
            let left = deadline.checked_duration_since(Instant::now())?;
            (lines, _) = self.0.changed.wait_timeout(lines, left).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// From now on an interrupt kills every group that is alive before it ends us.
///
/// # Errors
/// When somebody else handles interrupts already.
pub fn end_all_on_interrupt() -> Result<()> {
    let handled = ctrlc::set_handler(|| {
        end_all();
        std::process::exit(130);
    });
    handled.context("Ctrl-C cannot be caught")
}

/// Kills every group that is alive.
pub fn end_all() {
    for id in held(&ALIVE).iter() {
        end(*id, Signal::KILL);
    }
}

fn end(id: i32, signal: Signal) {
    if let Some(group) = Pid::from_raw(id) {
        let _ = kill_process_group(group, signal);
    }
}

/// A lock is still good after a panic elsewhere: lines and numbers have no half-written state.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Group {
        Group::spawn("the shell", Command::new("sh").args(["-c", script])).unwrap()
    }

    #[test]
    fn a_line_can_be_awaited() {
        let group = shell("echo starting; echo ready on 4711; sleep 60");
        let port = group
            .output()
            .wait_for(Duration::from_secs(10), |line| line.strip_prefix("ready on ")?.parse().ok());
        assert_eq!(port, Some(4711));
        assert_eq!(group.output().last(1), ["ready on 4711"]);
    }

    #[test]
    fn grandchildren_end_with_the_group() {
        let group = shell("sleep 60 & echo $!; wait");
        let grandchild: i32 =
            group.output().wait_for(Duration::from_secs(10), |line| line.parse().ok()).unwrap();
        let alive = || {
            std::fs::read_to_string(format!("/proc/{grandchild}/stat"))
                .is_ok_and(|stat| !stat.contains(") Z "))
        };
        assert!(alive());
        drop(group);
        let deadline = Instant::now() + PATIENCE;
        while alive() && Instant::now() < deadline {
            thread::yield_now();
        }
        assert!(!alive());
    }

    #[test]
    fn an_early_end_is_told_with_the_last_words() {
        let mut group = shell("echo no such binding; exit 1");
        while group.ended().is_none() {
            thread::yield_now();
        }
        let said = group.output().wait_for(Duration::from_secs(10), |line| Some(line.to_owned()));
        assert_eq!(said.as_deref(), Some("no such binding"));
        assert!(group.obituary().starts_with("the shell has ended by itself"));
    }
}
