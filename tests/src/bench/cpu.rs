//! CPU time of another process, as the kernel counts it.

use std::time::Duration;

use anyhow::{Context, Result};

/// User and system time that process `pid` has used so far, all threads.
///
/// Read from `/proc/<pid>/stat`, so this works on Linux only; its unit is the
/// kernel's clock tick of 10 ms, which thousands of requests average out.
pub(super) fn used_by(pid: u32) -> Result<Duration> {
    let path = format!("/proc/{pid}/stat");
    let line = std::fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
    ticks(&line)
        .map(|ticks| Duration::from_millis(ticks * 10))
        .with_context(|| format!("{path} is odd: {line}"))
}

/// `utime + stime`: members 14 and 15, counted after the parenthesised name,
/// which may itself hold blanks.
fn ticks(line: &str) -> Option<u64> {
    let (_, after_name) = line.rsplit_once(')')?;
    let members: Vec<&str> = after_name.split_whitespace().collect();
    let user: u64 = members.get(11)?.parse().ok()?;
    let system: u64 = members.get(12)?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_blanks_and_brackets_does_not_shift_the_members() {
        let line = "42 (work (erd) x) S 1 42 42 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 9 0 100 0 0";
        assert_eq!(ticks(line), Some(300));
        assert_eq!(ticks("42 (cut) S 1"), None);
    }

    #[test]
    fn a_busy_process_uses_cpu_time() {
        let before = used_by(std::process::id()).unwrap();
        let mut sum = 0_u64;
        while used_by(std::process::id()).unwrap() == before {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(used_by(std::process::id()).unwrap() > before);
    }
}
