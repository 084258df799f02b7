//! Sentences of the story, each with a button that says whose words it is.
//!
//! The button and its popover work without script: the browser opens one by the other.

use crate::glossary::glosses::use_glosses;
use crate::model::Voice;
use crate::model::page::Sentence;
use crate::ui::cites::Notes;
use crate::ui::erase::CollectAny;
use crate::ui::link::PageLink;
use crate::ui::rich::RichText;
use crate::ui::shell::message;
use leptos::prelude::*;

/// Paragraphs of sentences.
#[component]
pub fn Paragraphs(
    /// The sentences by paragraph.
    paragraphs: Vec<Vec<Sentence>>,
    /// Ids of those that are lit.
    lit: Vec<String>,
) -> impl IntoView {
    let paragraph = move |sentences: Vec<Sentence>| {
        let sentence = |one: Sentence| {
            let is_lit = lit.contains(&one.id);
            view! { <SentenceView sentence=one is_lit/> }
        };
        view! { <p>{sentences.into_iter().map(sentence).collect_any()}</p> }
    };
    paragraphs.into_iter().map(paragraph).collect_any()
}

/// A sentence and its owner.
#[component]
pub fn SentenceView(
    /// The sentence.
    sentence: Sentence,
    /// Whether it is lit.
    is_lit: bool,
) -> impl IntoView {
    let class = if is_lit { "sentence sentence--lit" } else { "sentence" };
    let voice = sentence.voice.word();
    let dom_id = format!("owner-{}-{}", sentence.id, use_glosses().next_trigger());
    let closes = dom_id.clone();
    view! {
        <span class=class data-voice=voice><RichText rich=sentence.text/></span>
        <button type="button" class="owner" data-voice=voice popovertarget=dom_id.clone()>
            <span class="visually-hidden">{message(|m| &m.who_says_this)}</span>
            <span class="icon"></span>
        </button>
        <span popover="auto" class="definition definition--owner" id=dom_id.clone() role="group" aria-label=message(|m| &m.who_says_this)>
            <span class="definition__head">
                <span class="definition__name">{message(|m| &m.who_says_this)}</span>
                <button type="button" class="definition__close" popovertarget=closes popovertargetaction="hide">
                    <span class="visually-hidden">{message(|m| &m.close)}</span>
                    <span class="icon icon--close"></span>
                </button>
            </span>
            <span class="definition__simple">{sentence.attribution}</span>
            <span class="definition__full voices__item" data-voice=voice>
                <span class="icon"></span>
                {voice_name(sentence.voice)}
            </span>
            <span class="definition__foot">
                <PageLink link=sentence.by/>
                <Notes numbers=sentence.notes/>
            </span>
        </span>
        " "
    }
}

/// What the tints and marks of the voices mean.
#[component]
pub fn VoiceKey(
    /// The voices to name.
    voices: &'static [Voice],
) -> impl IntoView {
    let item = |voice: &Voice| {
        view! {
            <li class="voices__item" data-voice=voice.word()>
                <span class="voices__swatch"><span class="icon"></span></span>
                {voice_name(*voice)}
            </li>
        }
    };
    view! { <ul class="voices">{voices.iter().map(item).collect_any()}</ul> }
}

fn voice_name(voice: Voice) -> String {
    match voice {
        Voice::PassedOn => message(|m| &m.voice_passed_on),
        Voice::OwnWords => message(|m| &m.voice_own_words),
        Voice::Mixed => message(|m| &m.voice_mixed),
    }
}
