//! Letters, genuine and spoilt, and the verifier of the Worker, natively.

use anyhow::Result;
use edge::webhook::{WebhookSecrets, verify};
use fastrand::Rng;
use serde_json::json;

use super::row;
use crate::chaos::options::Options;
use crate::chaos::report::Report;
use crate::sandbox::sign;

/// A body with the header it comes with.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) header: Option<String>,
    pub(super) body: Vec<u8>,
}

/// The secret in use, and the one that takes its place.
pub(super) const SECRETS: [&str; 2] = ["whsec_chaos_old", "whsec_chaos_new_Ünïcödé"];

pub(super) fn run(options: &Options, report: &mut Report) -> Result<()> {
    let secrets: WebhookSecrets = SECRETS.join(",").parse()?;
    let mut dice = Rng::with_seed(options.seed);
    let (genuine, spoilt) =
        (options.count(2_000, 100_000, 1_000_000), options.count(4_000, 200_000, 2_000_000));
    let mut wrong = Vec::new();
    for _ in 0..genuine {
        let letter = Letter::genuine(&mut dice);
        if !verify(&secrets, letter.header.as_deref(), &letter.body) {
            wrong.push(format!("a genuine webhook was refused: {letter:?}"));
        }
    }
    report.add(row("genuine, under either of two secrets", genuine, std::mem::take(&mut wrong)));
    for _ in 0..spoilt {
        let letter = Letter::genuine(&mut dice).spoilt(&mut dice);
        if verify(&secrets, letter.header.as_deref(), &letter.body) {
            wrong.push(format!("a spoilt webhook was taken: {letter:?}"));
        }
    }
    report.add(row(
        "spoilt: flipped bits, cut, re-encoded, under other keys, tricks with the header",
        spoilt,
        wrong,
    ));
    Ok(())
}

impl Letter {
    pub(super) fn genuine(dice: &mut Rng) -> Self {
        let names = ["Sari", "Nur’aini 🧕", "Bu \"Ketua\" RT\\", "名前", ""];
        let id: String = (0..24).map(|_| dice.alphanumeric()).collect();
        let body = json!({
            "event": (["order.created", "payment.received", "order.status_changed", "something.new"])[dice.usize(0..4)],
            "unique_id": format!("event_{id}"),
            "timestamp": "2026-11-22T04:00:00.000000Z",
            "data": {
                "id": uuid::Uuid::from_u128(dice.u128(..)).to_string(),
                "gross_revenue": format!("{}.00", dice.u32(..)),
                "customer": { "name": names[dice.usize(0..names.len())] },
                "notes": (0..dice.usize(0..200)).map(|_| dice.char(..)).collect::<String>(),
            },
        });
        let body = body.to_string().into_bytes();
        Self { header: Some(sign(SECRETS[dice.usize(0..2)], &body)), body }
    }

    /// The same with one thing that makes it another's.
    pub(super) fn spoilt(self, dice: &mut Rng) -> Self {
        let Self { header, mut body } = self;
        let mut header = header.unwrap_or_default();
        match dice.u8(0..14) {
            0 => flip(dice, &mut body),
            1 => {
                let mut bytes = header.into_bytes();
                let at = dice.usize(0..bytes.len());
                bytes[at] = if bytes[at] == b'Q' { b'R' } else { b'Q' };
                header = String::from_utf8(bytes).unwrap_or_default();
            }
            2 => body.truncate(dice.usize(0..body.len())),
            3 => body.push(b"\n \0}"[dice.usize(0..4)]),
            4 => header = sign("whsec_of_somebody_else", &body),
            5 => header = sign("", &body),
            6 => return Self { header: None, body },
            7 => header.clear(),
            8 => header.retain(|letter| letter != '='),
            9 => header = header.to_lowercase() + "=",
            10 => header = format!("sha256={header}"),
            11 => header = format!("{header},{header}"),
            12 => header = header.bytes().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")),
            // Read and written anew: the same JSON, other bytes.
            _ => body = format!(" {}", String::from_utf8_lossy(&body)).into_bytes(),
        }
        Self { header: Some(header), body }
    }
}

fn flip(dice: &mut Rng, body: &mut [u8]) {
    let at = dice.usize(0..body.len());
    body[at] ^= 1 << dice.u8(0..8);
}
