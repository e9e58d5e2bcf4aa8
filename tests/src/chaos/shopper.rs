//! A shopper who wants one thing once, and does afterwards what the widget does.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::http::{Lost, Reply, send};
use crate::sandbox::Catalogue;

/// Longer than the Worker's own deadline for an order.
const PATIENCE: Duration = Duration::from_secs(40);
/// Between the first two questions about an order; each later pause is half as long again.
const PAUSE: Duration = Duration::from_millis(250);
/// Between two questions, at most.
const PAUSE_MAX: Duration = Duration::from_secs(1);

/// One intent to buy.
#[derive(Clone, Debug)]
pub(super) struct Shopper {
    /// Nobody else has it: orders at the platform are told apart by it.
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) key: String,
}

/// Where a shopper was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// There is an order, and somewhere to pay or to look.
    Ready { total: Option<i64>, token: String },
    /// The order is looked for.
    Confirming(String),
    /// It is sent again by itself.
    Waiting(String),
    /// Nothing was ordered, and that is proven.
    Absent(String),
    /// The seller has to find out.
    Review(String),
    /// Nothing was ordered; the code says why.
    Refused(String),
    /// The Worker cannot be reached.
    Offline,
    /// An answer that says nothing of this.
    Unclear(String),
}

impl End {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "ready",
            Self::Confirming(_) => "confirming",
            Self::Waiting(_) => "waiting",
            Self::Absent(_) => "absent",
            Self::Review(_) => "review",
            Self::Refused(_) => "refused",
            Self::Offline => "offline",
            Self::Unclear(_) => "unclear",
        }
    }

    /// The shopper was told that nothing was ordered.
    pub(super) fn denies(&self) -> bool {
        matches!(self, Self::Absent(_) | Self::Refused(_))
    }

    /// The button is there again, for the same key.
    fn invites(&self) -> bool {
        match self {
            Self::Offline | Self::Absent(_) => true,
            Self::Refused(code) => matches!(
                code.as_str(),
                "platform_busy" | "platform_timeout" | "platform_unavailable" | "internal"
            ),
            _ => false,
        }
    }

    fn of(answer: Result<Reply, Lost>) -> Self {
        let Ok(reply) = answer else { return Self::Offline };
        let json = reply.json();
        let text = |member: &str| json[member].as_str().map(str::to_owned);
        if let Some(code) = text("code") {
            return Self::Refused(code);
        }
        let (Some(token), Some(status)) = (text("token"), text("status")) else {
            return Self::Unclear(format!("{} {:.200}", reply.status, reply.text));
        };
        match status.as_str() {
            "confirming" => Self::Confirming(token),
            "waiting" => Self::Waiting(token),
            "absent" => Self::Absent(token),
            "review" => Self::Review(token),
            "refused" => Self::Refused(status),
            _ if json["order_id"].is_string() => Self::Ready { total: json["total"].as_i64(), token },
            _ => Self::Unclear(format!("{} {:.200}", reply.status, reply.text)),
        }
    }
}

impl Shopper {
    /// The nth shopper of a part; the same ones for the same seed.
    pub(super) fn new(part: &str, seed: u64, n: usize) -> Self {
        let name = format!("KENARI {part} {seed}-{n} Sari");
        // Equal orders from one phone would be asked about, so each name has a phone of its own.
        let dice =
            name.bytes().fold(7, |hash: u64, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte));
        let number = fastrand::Rng::with_seed(dice).u64(0..1_000_000_000);
        Self { name, phone: format!("62812{number:09}"), key: uuid::Uuid::now_v7().to_string() }
    }

    /// What is ordered: one e-book.
    pub(super) fn draft(&self) -> Value {
        let store = Catalogue::get().store("kreator").expect("a store of the sandbox");
        let variant = &store.product("ebook-caption").expect("a product of the store").variants[0];
        json!({
            "store_unique_id": store.unique_id,
            "customer_name": self.name,
            "customer_phone": self.phone,
            "customer_email": "kenari@example.com",
            "ordervariants": [{ "quantity": 1, "variant_unique_id": variant.unique_id }],
            "payment_method": "invoice",
        })
    }

    /// Presses the button once.
    pub(super) fn press(&self, worker: &str) -> End {
        let headers = [("idempotency-key", self.key.as_str())];
        let body = self.draft().to_string();
        End::of(send("POST", &format!("{worker}/v3/orders"), &headers, Some(&body), PATIENCE))
    }

    /// Asks where the order stands.
    pub(super) fn ask(worker: &str, token: &str) -> End {
        End::of(send("GET", &format!("{worker}/v3/orders/{token}"), &[], None, PATIENCE))
    }

    /// Presses, waits while there is something to wait for, and presses again, with the same key,
    /// when the button comes back.
    pub(super) fn buy(&self, worker: &str, patience: Duration) -> End {
        self.follow(worker, self.press(worker), patience)
    }

    /// The same from an answer on.
    pub(super) fn follow(&self, worker: &str, first: End, patience: Duration) -> End {
        let deadline = Instant::now() + patience;
        let (mut end, mut pause) = (first, PAUSE);
        while Instant::now() < deadline {
            let waits = matches!(end, End::Confirming(_) | End::Waiting(_)) || end.invites();
            if !waits {
                return end;
            }
            thread::sleep(pause);
            pause = (pause * 3 / 2).min(PAUSE_MAX);
            end = match &end {
                End::Confirming(token) | End::Waiting(token) => Self::ask(worker, token),
                _ => self.press(worker),
            };
        }
        end
    }
}
