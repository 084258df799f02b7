//! A question to vote on: every answer explains itself once one is chosen, and none is marked wrong.

use crate::model::page::{Sentence, VoteOption};
use crate::story::sentences::Paragraphs;
use crate::ui::erase::CollectAny;
use crate::ui::rich::RichText;
use crate::ui::shell::use_alive;
use leptos::prelude::*;

/// The sentences in question, and the answers. Without script all reasons are shown.
#[component]
pub fn VoteStage(
    /// The question.
    question: String,
    /// The sentences that it is about.
    sentences: Vec<Sentence>,
    /// The answers.
    options: Vec<VoteOption>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<String>);
    let alive = use_alive();
    let option = move |option: VoteOption| {
        let key = StoredValue::new(option.key);
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&key.get_value()));
        view! {
            <div class="question__option">
                <label>
                    <input
                        type="radio"
                        name="vote"
                        prop:checked=is_chosen
                        on:change=move |_| chosen.set(Some(key.get_value()))
                    />
                    <span>{option.label}</span>
                </label>
                <p class="question__reason" hidden=move || alive.get() && chosen.with(Option::is_none)>
                    <RichText rich=option.feedback/>
                </p>
            </div>
        }
    };
    let lit = sentences.iter().map(|sentence| sentence.id.clone()).collect::<Vec<_>>();
    view! {
        <div class="excerpt"><Paragraphs paragraphs=vec![sentences] lit/></div>
        <fieldset class="question">
            <legend class="question__ask">{question}</legend>
            {options.into_iter().map(option).collect_any()}
        </fieldset>
    }
}
