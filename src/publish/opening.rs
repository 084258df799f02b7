//! How a document begins: from where its links start, and what it may load and run.
//!
//! A page lies at a depth that is known. The document for addresses that no page has is shown at any depth: if nobody said where the site
//! will be, a script in its head looks for the language in the address and takes what stands before it for the root of the site. The
//! policy of that document, and of no other, allows the script, by its hash. Where the script cannot run, or the address
//! names no language, the links start from the root of the host.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html_escape::encode_double_quoted_attribute as attribute;
use sha2::{Digest, Sha256};

/// What a strict host would allow; the same for all pages.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'none'; \
     base-uri 'self'";

/// The first elements of a document's head. Nothing that loads stands before them.
pub struct Opening {
    base: String,
    script: Option<String>,
}

/// The first elements of the head of a document that stands alone: it has no base, for what it needs lies beside it or above. Its policy
/// allows the stylesheet that it carries.
#[must_use]
pub fn alone(style: &str, origin: Option<&str>) -> String {
    let policy = allowing(&guest_policy(origin), "style-src", style);
    let policy = attribute(&policy);
    format!(
        "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
    )
}

/// The policy of a document that may stand in a frame without an origin, where `'self'` names nobody: the host by its address if that is
/// known, and otherwise any.
#[must_use]
pub fn guest_policy(origin: Option<&str>) -> String {
    let host = origin.map_or("http: https:".to_owned(), |origin| {
        origin.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
    });
    CONTENT_SECURITY_POLICY.replace("'self'", &format!("'self' {host}"))
}

impl Opening {
    /// Of a document whose way to the root of the site is known: a path, with a slash at its end.
    #[must_use]
    pub fn with_base(base: String) -> Self {
        Self { base, script: None }
    }

    /// Of a document that has to find the root of the site. `languages` are those there are.
    #[must_use]
    pub fn anywhere(languages: &[String]) -> Self {
        Self { base: "/".to_owned(), script: Some(script(languages)) }
    }

    /// The elements.
    #[must_use]
    pub fn html(&self) -> String {
        let script = self.script.as_deref();
        let base = attribute(&self.base);
        let policy = script.map_or_else(
            || CONTENT_SECURITY_POLICY.to_owned(),
            |script| allowing(CONTENT_SECURITY_POLICY, "script-src", script),
        );
        let policy = attribute(&policy);
        let script = script.map(|script| format!("<script>{script}</script>")).unwrap_or_default();
        format!(
            "<meta charset=\"utf-8\"><base href=\"{base}\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{script}"
        )
    }
}

/// Sets the base to the part of the address before the first language in it. An empty segment is none of a site's: a base that began
/// with two slashes would be another host.
fn script(languages: &[String]) -> String {
    let languages = languages.join("|");
    format!(
        r#"document.querySelector("base").href=/^(\/(?:[^\/]+\/)*?)(?:{languages})(?:\/|$)/.exec(location.pathname)?.[1]??"/""#
    )
}

/// A policy with leave for one script or style that stands in the document, by its directive.
pub(super) fn allowing(policy: &str, directive: &str, text: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(text));
    let strict = format!("{directive} 'self'");
    policy.replace(&strict, &format!("{strict} 'sha256-{hash}'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_document_that_looks_for_its_base_runs_a_script() {
        let known = Opening::with_base("../../".to_owned()).html();
        assert!(known.contains("<base href=\"../../\">") && !known.contains("<script>"));
        assert!(!known.contains("sha256"));
        let sought = Opening::anywhere(&["en".to_owned(), "fr".to_owned()]).html();
        assert!(sought.contains("(?:en|fr)") && sought.ends_with("</script>"));
    }

    #[test]
    fn a_guest_names_its_host_where_that_is_known() {
        let known = guest_policy(Some("https://example.org/a/b/"));
        assert!(known.contains("script-src 'self' https://example.org 'wasm-unsafe-eval'"));
        assert!(guest_policy(None).contains("base-uri 'self' http: https:"));
    }

    #[test]
    fn the_hash_is_of_the_standard() {
        // The first test vector of FIPS 180-2, in base64.
        let policy = allowing(CONTENT_SECURITY_POLICY, "script-src", "abc");
        let leave = "script-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'wasm-unsafe-eval';";
        assert!(policy.contains(leave), "{policy}");
    }
}
