//! A question to vote on: every answer explains itself once one is chosen, and none is marked wrong.
//!
//! The answer is kept until the tab is closed, if the browser keeps anything, and nowhere else. Where the question is asked again, what was answered before
//! is told, and whether the reader has moved; without storage it is asked as if for the first time.

use crate::model::messages::fill;
use crate::model::page::{Vote, VoteOption};
use crate::story::sentences::Paragraphs;
use crate::ui::erase::{CollectAny, MaybeAny};
use crate::ui::rich::RichText;
use crate::ui::shell::{message, use_alive};
use crate::ui::storage::{self, Kept};
use leptos::prelude::*;

/// The vote with what it is about. Without script all reasons are shown.
#[component]
pub fn VoteStage(
    /// The vote.
    vote: Vote,
) -> impl IntoView {
    let Vote { question, sentences, options, step, is_again } = vote;
    let chosen = RwSignal::new(None::<String>);
    let before = RwSignal::new(None::<String>);
    let alive = use_alive();
    let name = StoredValue::new(["vote-", &step].concat());
    if is_again {
        Effect::new(move || before.set(storage::read(Kept::Visit, &name.get_value())));
    }
    let choose = move |label: String| {
        if !is_again {
            storage::write(Kept::Visit, &name.get_value(), &label);
        }
        chosen.set(Some(label));
    };
    let option = move |VoteOption { label, feedback }| {
        let kept = StoredValue::new(label.clone());
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&kept.get_value()));
        view! {
            <div class="question__option">
                <label>
                    <input
                        type="radio"
                        name="vote"
                        prop:checked=is_chosen
                        on:change=move |_| choose(kept.get_value())
                    />
                    <span>{label}</span>
                </label>
                <p class="question__reason" hidden=move || alive.get() && chosen.with(Option::is_none)>
                    <RichText rich=feedback/>
                </p>
            </div>
        }
    };
    let told = move || {
        let Some(answer) = before.get() else { return String::new() };
        let told = fill(&message(|m| &m.vote_before), &[("answer", &answer)]);
        let moved = match chosen.get() {
            None => return told,
            Some(now) if now == answer => message(|m| &m.vote_stayed),
            Some(_) => message(|m| &m.vote_moved),
        };
        [&*told, " ", &moved].concat()
    };
    let told = is_again.then(|| view! { <p class="question__before" role="status">{told}</p> });
    let lit = sentences.iter().map(|sentence| sentence.id.clone()).collect::<Vec<_>>();
    view! {
        <div class="excerpt"><Paragraphs paragraphs=vec![sentences] lit/></div>
        <fieldset class="question">
            <legend class="question__ask">{question}</legend>
            {options.into_iter().map(option).collect_any()}
            {told.any()}
        </fieldset>
    }
}
