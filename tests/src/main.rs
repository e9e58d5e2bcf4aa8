//! The stage's commands: `cargo run` builds and runs everything on this machine.

use std::env;
use std::process::ExitCode;

use anyhow::Result;
use tumbas_tests::stage::recorded::Recorded;
use tumbas_tests::stage::{Purpose, dist, publish, run, suite};
use tumbas_tests::{bench, chaos};

const HELP: &str = "\
cargo run                 build everything and run it here, until Ctrl-C
cargo run -- dev          the same, quick to build, rebuilt on change
cargo run -- build        leave the deployable Worker and its assets in dist/
cargo run -- site ORIGIN  leave front page, demo shops and documentation in dist/site, for any host of
                          files; the shops order from the Worker at ORIGIN
cargo run -- sizes        say what each file weighs, raw, gzip and brotli
cargo run -- bench edge   measure the Worker beside a hand-written JavaScript one; with a word such as
                          \"catalogue\" the routes that have it in their name
cargo run -- bench shipping
                          measure the way from a chosen district to couriers' prices
cargo run -- bench widget measure the checkout in a page beside what a seller would use instead; --rounds N
cargo run -- chaos         break everything on purpose and print what survived; --seed N, --long,
                          --only faults|kill|submits|model|webhooks|baseline
cargo run -- help         this

TUMBAS_PORT moves the Worker's port (8787); storefront and sandbox take the next two.
To sell on a real account set SCALEV_BASE_URL and SCALEV_API_KEY, in the environment
or in edge/.dev.vars.";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    match carry_out(command.as_deref(), arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Option<&str>, mut rest: impl Iterator<Item = String>) -> Result<ExitCode> {
    match command {
        None => run::run(Purpose::Ship)?,
        Some("dev") => run::run(Purpose::Develop)?,
        Some("build") => {
            let built = dist::build(Purpose::Ship)?;
            print!("{}", built.sizes);
            built.sizes.check()?;
            println!("  left in {}", built.root.display());
        }
        Some("site") => match rest.next() {
            Some(checkout) => println!("  left in {}", publish::publish(&checkout)?.display()),
            None => return Ok(unknown("site")),
        },
        Some("sizes") => {
            let sizes = dist::build(Purpose::Ship)?.sizes;
            print!("{sizes}");
            sizes.check()?;
            Recorded::latest()?.check(&Recorded::of(&sizes)?)?;
        }
        Some("bench") => match rest.next().as_deref() {
            Some("edge") => bench::edge(&rest.next().unwrap_or_default())?,
            Some("shipping") => bench::shipping()?,
            Some("widget") => bench::widget(rest)?,
            _ => return Ok(unknown("bench")),
        },
        Some("chaos") => return chaos::command(rest),
        Some(suite::RUNNER) => suite::wasm_test_runner(rest)?,
        Some("help" | "--help" | "-h") => println!("{HELP}"),
        Some(command) => return Ok(unknown(command)),
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(command: &str) -> ExitCode {
    eprintln!("there is no command `{command}`, or not like this\n\n{HELP}");
    ExitCode::from(2)
}
