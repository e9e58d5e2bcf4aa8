//! `GET /v3/orders/{token}/events`: states of an order as they come, in the
//! format of server-sent events.

/// How a stream begins: who loses it comes back after five seconds.
pub const OPENING: &str = "retry: 5000\n\n";
/// Says that the line is still open.
pub const HEARTBEAT: &str = ":\n\n";

/// One state, written as JSON on one line.
pub fn frame(json: &str) -> String {
    ["data: ", json, "\n\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_one_event() {
        let json = serde_json::json!({ "status": "two\nlines" }).to_string();
        let event = frame(&json);
        assert_eq!(event.lines().collect::<Vec<_>>(), [format!("data: {json}"), String::new()]);
    }
}
