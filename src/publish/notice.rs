//! What a page says when its program does not come, or has come to an end: notices that every document carries hidden, and the script that
//! starts the program and shows them. The program itself reports through it that a file of the page did not come.

use crate::model::messages::Messages;
use html_escape::encode_text;

/// Shows a notice. A program that panics ends in a trap, which the browser reports as an error of the page.
const WATCH: &str = r#"const say = (id, reason) => {
  const notice = document.getElementById(id);
  notice.hidden = false;
  notice.querySelector("[data-reason]").textContent = reason;
  notice.querySelector("button").onclick = () => location.reload();
  document.documentElement.dataset.failed = "";
};
const isTrap = reason => reason instanceof WebAssembly.RuntimeError;
const watch = reason => { if (isTrap(reason)) say("notice-crashed", ""); };
addEventListener("error", event => watch(event.error));
addEventListener("unhandledrejection", event => watch(event.reason));
globalThis.sayLoadFailed = reason => say("notice-load", reason);
const fail = reason => { if (isTrap(reason)) { watch(reason); } else { sayLoadFailed(reason); } throw reason; };
"#;

/// The notices.
#[must_use]
pub fn notices(messages: &Messages) -> String {
    [("notice-load", &messages.no_program), ("notice-crashed", &messages.crashed)]
        .map(|(id, words)| {
            format!(
                "<div class=\"notice notice--page\" id=\"{id}\" role=\"alert\" hidden><p class=\"notice__title\">{}</p>\
                 <p data-reason></p><button type=\"button\" class=\"button button--primary\">{}</button></div>",
                encode_text(words),
                encode_text(&messages.retry),
            )
        })
        .concat()
}

/// The script of a module's program, from the addresses of its two files.
#[must_use]
pub fn start_module(script: &str, wasm: &str) -> String {
    format!(
        "{WATCH}import(\"{script}\").then(program => program.default({{ module_or_path: \"{wasm}\" }})).catch(fail);\n"
    )
}

/// Asks for the stylesheet beside the page where the policy of the host forbids the one in it.
const DRESS: &str = r#"const style = document.querySelector("style[data-sheet]");
if (style && !style.sheet) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = style.dataset.sheet;
  document.head.append(sheet);
}
"#;

/// The other half of a classic program. A frame without an origin is given no file but a script: there it comes as one, a letter for each byte.
const FILE: &str = r#"const here = document.currentScript.src;
const letters = () => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = here.replace(/\.js$/, ".wasm.js");
  script.onload = () => done(bytes(wasm_bindgen.letters));
  script.onerror = () => fail(new Error(script.src));
  document.head.append(script);
});
const file = self.origin === "null" ? letters() : fetch(here.replace(/\.js$/, "_bg.wasm"));
"#;

/// Letters as the bytes that they stand for.
const BYTES: &str =
    "const bytes = letters => Uint8Array.from(letters, letter => letter.charCodeAt(0) & 255);\n";

/// Starts a classic program a little after what is drawn has been shown, or after a second where no frames are: its work would keep the first
/// from being seen, and whoever presses at once is answered by a link. Its file is on the way meanwhile.
const BEGIN: &str = r"let begin = () => {
  begin = () => {};
  wasm_bindgen({ module_or_path: file }).catch(fail);
};
requestAnimationFrame(() => setTimeout(() => begin(), 200));
setTimeout(() => begin(), 1000);
";

/// The script of a classic program, from what wasm-bindgen wrote.
#[must_use]
pub fn start_classic(script: &str) -> String {
    format!("{DRESS}{}{script}\n{WATCH}{BYTES}{FILE}{BEGIN}", super::guests::SCRIPT)
}

/// The same for a document that has both halves inside, the second as letters.
#[must_use]
pub fn start_inside(script: &str, letters: &str) -> String {
    let file = format!("const file = Promise.resolve(bytes(\"{letters}\"));\n");
    format!("{}{script}\n{WATCH}{BYTES}{file}{BEGIN}", super::guests::SCRIPT)
}
