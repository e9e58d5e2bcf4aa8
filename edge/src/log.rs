//! One line per request, in JSON. Every field has a type that cannot hold what
//! a stranger typed: no address, no body, no text from outside.

use serde::{Deserialize, Serialize};
use shared::wire::ErrorCode;

use crate::api::{Method, RouteName};
use crate::catalogue::{Listing, Verdict};
use crate::config::Complaint;
use crate::intent::Notice;
use crate::outbox::Kind;
use crate::platform::{PlatformError, dealpos};
use crate::webhook::EventName;

/// Names one request, in its answer and its line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct RequestId(String);

impl RequestId {
    /// From a number drawn once per isolate and the count of its requests.
    pub fn new(isolate: u64, count: u32) -> Self {
        Self(format!("{isolate:013x}-{count:x}"))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The id of a store that exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct KnownStore(String);

impl From<&Listing> for KnownStore {
    fn from(listing: &Listing) -> Self {
        Self(listing.store.unique_id.clone())
    }
}

/// What one request came to.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename = "request")]
pub struct Line<'a> {
    /// Its name.
    pub request_id: &'a RequestId,
    /// How.
    pub method: Method,
    /// What, without its path.
    pub route: RouteName,
    /// The answer's status.
    pub status: u16,
    /// Milliseconds spent waiting for platforms.
    pub platform_ms: u32,
    /// Milliseconds besides.
    pub edge_ms: u32,
    /// Where a catalogue answer came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cache: Option<Verdict>,
    /// What it failed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<&'a ErrorCode>,
    /// Which store it was for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub store: Option<&'a KnownStore>,
}

/// What an isolate says once, when it begins.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename = "configured")]
pub struct Start<'a> {
    /// Whether the v3 order platform is on.
    pub scalev: bool,
    /// Whether Ngorder is on.
    pub ngorder: bool,
    /// How many storefronts may use the checkout.
    pub origins: usize,
    /// What is missing or wrong.
    pub complaints: &'a [Complaint],
}

/// A page for the shopper that we would not show.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "withheld")]
pub struct Withheld {
    /// The member it came in.
    pub member: &'static str,
}

/// An order whose answer was lost.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "unconfirmed")]
pub struct Unconfirmed<'a> {
    /// How it was lost.
    pub reason: &'a PlatformError,
}

/// What those who listen are told of an intent.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "intent")]
pub struct Told {
    /// What.
    pub notice: Notice,
}

/// An object that could not do its work, and tries again.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "untended")]
pub struct Untended {}

/// What became of a letter of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// The platform tried whether we answer.
    Tried,
    /// It is written down.
    Received,
    /// It came before.
    Repeated,
    /// The platform did not sign it.
    Forged,
    /// The intent heard it.
    Delivered,
    /// No order of ours is meant.
    Foreign,
    /// It could not be delivered, and is tried again.
    PutOff,
    /// It could not be delivered for too long.
    GivenUp,
}

/// A letter of the platform.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "webhook")]
pub struct Heard {
    /// What it is about; unknown of one that is forged, and after it was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<EventName>,
    /// What became of it.
    #[serde(rename = "verdict")]
    pub post: Post,
}

/// An event of the point of sale.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "till_event")]
pub struct TillHeard {
    /// What it is.
    pub name: dealpos::EventName,
    /// It is written down; otherwise it could not be read, or not be written.
    pub taken: bool,
}

/// Something that the other channel told.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "channel_event")]
pub struct ChannelHeard {
    /// It is written down; otherwise it could not be read, or not be written.
    pub taken: bool,
}

/// A call that the other channel did not answer as it should.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "channel_failed")]
pub struct ChannelFailed<'a> {
    /// Why not.
    pub error: &'a PlatformError,
}

/// A nightly comparison with the other channel: how much had to be mended.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "channel_compared")]
pub struct ChannelCompared {
    /// Things that were not there.
    pub missing: u32,
    /// Things that were otherwise.
    pub changed: u32,
    /// Things that should have been gone.
    pub left_over: u32,
    /// Stocks that had changed without a word.
    pub counted: usize,
}

/// A question that the point of sale did not answer.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "till_asked")]
pub struct TillAsked<'a> {
    /// Why not.
    pub error: &'a PlatformError,
}

/// An order that left without the gate, which could not be asked.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "ungated")]
pub struct Ungated {}

/// What the seller was to be told and did not take.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "event", rename = "dead_letter")]
pub struct DeadLetter {
    /// What it told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// It is not sent any more; otherwise only the queue gave up, for now.
    pub given_up: bool,
}

/// How the seller's letters stand, while some are not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename = "outbox")]
pub struct Untaken {
    /// Orders with letters that are still tried after some minutes.
    pub late: u32,
    /// Letters that no round of tries could deliver, those given up included.
    pub dead: u32,
}

impl Untaken {
    /// Whether the seller took everything.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// As it is written.
pub fn line<T: Serialize>(entry: &T) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_json_object() {
        let request_id = RequestId::new(0xabc, 17);
        let entry = Line {
            request_id: &request_id,
            method: Method::Get,
            route: RouteName::Checkout,
            status: 200,
            platform_ms: 0,
            edge_ms: 1,
            cache: Some(Verdict::Hit),
            error: None,
            store: None,
        };
        assert_eq!(
            line(&entry),
            r#"{"event":"request","request_id":"0000000000abc-11","method":"GET","route":"checkout","status":200,"platform_ms":0,"edge_ms":1,"cache":"hit"}"#
        );
    }

    #[test]
    fn a_letter_is_told_by_the_words_we_know() {
        let heard = Heard { name: Some(EventName::from("<script>")), post: Post::Received };
        assert_eq!(line(&heard), r#"{"event":"webhook","name":"other","verdict":"received"}"#);
        assert_eq!(
            line(&Heard { name: None, post: Post::Forged }),
            r#"{"event":"webhook","verdict":"forged"}"#
        );
    }

    #[test]
    fn a_start_names_what_is_missing() {
        let start = Start {
            scalev: false,
            ngorder: false,
            origins: 0,
            complaints: &[Complaint::Missing("SCALEV_API_KEY")],
        };
        assert_eq!(
            line(&start),
            r#"{"event":"configured","scalev":false,"ngorder":false,"origins":0,"complaints":[{"complaint":"missing","variable":"SCALEV_API_KEY"}]}"#
        );
    }
}
