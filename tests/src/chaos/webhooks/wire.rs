//! The same over HTTP, as the Worker that ships takes it.

use std::time::Duration;

use anyhow::Result;
use fastrand::Rng;
use ureq::http::{HeaderValue, Request};

use super::letters::{Letter, SECRETS};
use super::row;
use crate::chaos::disk::Disk;
use crate::chaos::faults::side_by_side;
use crate::chaos::options::Options;
use crate::chaos::report::Report;
use crate::chaos::world;
use crate::sandbox::SIGNATURE_HEADER;

pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let mut world = world::silent(world::ships(), &[("SCALEV_WEBHOOK_SECRET", &SECRETS.join(","))])?;
    let url = format!("{}/webhooks/scalev", world.worker_url);
    let mut dice = Rng::with_seed(options.seed.wrapping_add(2));
    let genuine = options.count(20, 500, 10_000);
    let letters: Vec<(Letter, u16)> = (0..genuine * 3)
        .map(|n| match n % 3 {
            0 => (Letter::genuine(&mut dice), 200),
            _ => (Letter::genuine(&mut dice).spoilt(&mut dice), 401),
        })
        .collect();
    let wrong = side_by_side(&letters, 16, |(letter, expected)| {
        let status = post(&url, letter);
        (status != Some(*expected)).then(|| format!("{expected} was expected, not {status:?}, of {letter:?}"))
    });
    report.add(row("over HTTP: one in three genuine", letters.len(), wrong.into_iter().flatten().collect()));
    let genuine = letters.iter().filter(|(_, expected)| *expected == 200);
    report.add(Disk::of(&mut world)?.inbox(genuine.map(|(letter, _)| (letter.body.as_slice(), true))));
    Ok(())
}

pub(super) fn post(url: &str, letter: &Letter) -> Option<u16> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_idle_connections(0)
        .timeout_global(Some(Duration::from_secs(20)))
        .build()
        .into();
    let mut request = Request::post(url).header("content-type", "application/json");
    if let Some(header) = &letter.header {
        request = request.header(SIGNATURE_HEADER, HeaderValue::from_bytes(header.as_bytes()).ok()?);
    }
    Some(agent.run(request.body(letter.body.clone()).ok()?).ok()?.status().as_u16())
}
