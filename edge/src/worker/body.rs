//! Reading bodies, never more of them than agreed.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, ReadableStream, ReadableStreamDefaultReader};

/// Bytes of a refused body that we listen to before we hang up.
const HEARD_MAX: u32 = 4 << 20;

/// Why a body was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is longer than agreed.
    TooLarge,
    /// The connection broke.
    Broken,
}

impl From<JsValue> for Unread {
    fn from(_: JsValue) -> Self {
        Self::Broken
    }
}

/// Whether the declared length can be believed and is at most `cap`: then the
/// whole body is read at once, which is much cheaper. A compressed body may
/// unfold to anything.
pub(super) fn is_surely_within(headers: &Headers, cap: usize) -> bool {
    let get = |name| headers.get(name).ok().flatten();
    let length = get("content-length").and_then(|length| length.parse::<usize>().ok());
    length.is_some_and(|length| length <= cap) && get("content-encoding").is_none()
}

/// Reads a stream to its end, chunk by chunk.
pub(super) async fn read(stream: Option<ReadableStream>, cap: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let Some(stream) = stream else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while let Some(chunk) = next(&reader).await? {
        let length = usize::try_from(chunk.length()).map_err(|_| Unread::TooLarge)?;
        if bytes.len().saturating_add(length) > cap {
            hear_out(&reader, chunk.length()).await?;
            return Err(Unread::TooLarge);
        }
        bytes.extend_from_slice(&chunk.to_vec());
    }
    Ok(bytes)
}

/// Takes what is left of a body that will be refused, and drops it.
pub(super) async fn discard(stream: Option<ReadableStream>) -> Result<(), Unread> {
    let Some(stream) = stream else { return Ok(()) };
    Ok(hear_out(&stream.get_reader().unchecked_into(), 0).await?)
}

/// Someone who is still sending when the answer comes may see a broken
/// connection in its place: so we listen on, for a while.
async fn hear_out(reader: &ReadableStreamDefaultReader, heard: u32) -> Result<(), JsValue> {
    let mut heard = heard;
    while let Some(chunk) = next(reader).await? {
        heard = heard.saturating_add(chunk.length());
        if heard > HEARD_MAX {
            // Nobody waits for the cancellation, and it may fail.
            let _ = reader.cancel();
            break;
        }
    }
    Ok(())
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let read = JsFuture::from(reader.read()).await?;
    let done = Reflect::get(&read, &JsValue::from_str("done"))?.is_truthy();
    if done {
        return Ok(None);
    }
    Reflect::get(&read, &JsValue::from_str("value"))?.dyn_into().map(Some)
}
