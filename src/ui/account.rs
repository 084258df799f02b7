//! What an owner says: who, when, what, on what evidence and with what interest.

use super::link::PageLink;
use super::rich::RichText;
use super::shell::message;
use crate::model::Rich;
use crate::model::page::{Claim, Link};
use crate::ui::erase::{CollectAny, Erase, MaybeAny};
use leptos::prelude::*;

/// Claims side by side, in the order given.
#[component]
pub fn Accounts(
    /// The claims.
    claims: Vec<Claim>,
) -> impl IntoView {
    view! { <div class="accounts">{claims.into_iter().map(account).collect_any()}</div> }
}

fn account(claim: Claim) -> AnyView {
    let facts =
        [(message(|m| &m.evidence), claim.evidence), (message(|m| &m.interest), claim.interest)];
    let facts: Vec<(String, Rich)> =
        facts.into_iter().filter(|(_, rich)| !rich.is_empty()).collect();
    let fact = |(label, rich): (String, Rich)| view! { <dt>{label}</dt><dd><RichText rich/></dd> };
    view! {
        <article class="account">
            <h3 class="account__owner"><PageLink link=Link { to: claim.by.to, text: claim.label }/></h3>
            {claim.said.map(|said| view! { <p class="account__when">{said}</p> }).any()}
            <blockquote class="account__says"><p><RichText rich=claim.says/></p></blockquote>
            {(!facts.is_empty())
                .then(|| view! { <dl class="facts">{facts.into_iter().map(fact).collect_any()}</dl> }).any()}
        </article>
    }.erase()
}
