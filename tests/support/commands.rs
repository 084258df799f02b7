//! Commands that browsers understand beyond those of the standard.

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command of a session: the end of its address, and what is sent.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Asks Chromium by its own protocol.
pub async fn chromium(
    client: &Client,
    command: &str,
    parameters: Value,
) -> Result<Value, CmdError> {
    client
        .issue_cmd(Command {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        })
        .await
}

/// What Chromium has logged since the last time, of a kind.
pub async fn chromium_log(client: &Client, kind: &str) -> Result<Vec<Value>, CmdError> {
    let entries =
        client.issue_cmd(Command { path: "se/log", body: json!({ "type": kind }) }).await?;
    Ok(entries.as_array().cloned().unwrap_or_default())
}

/// Runs a script in Firefox's own window, where the page is a thing to look at from outside. Its last argument takes the result.
pub async fn firefox(client: &Client, script: &str) -> Result<Value, CmdError> {
    let switch =
        |context: &str| Command { path: "moz/context", body: json!({ "context": context }) };
    client.issue_cmd(switch("chrome")).await?;
    let result = client.execute_async(script, Vec::new()).await;
    client.issue_cmd(switch("content")).await?;
    result
}
