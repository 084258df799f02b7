//! Contested questions, each with the answers of its owners.

use crate::author::desk::{Desk, Record};
use crate::author::family::{Family, OWNERS};
use crate::author::fault::FaultKind;
use crate::author::fields::stretch;
use crate::author::parts::Parts;
use crate::author::prose::Manner;
use crate::author::table::Table;
use crate::model::record::{Claim, Dispute};
use std::collections::BTreeSet;

/// The fewest answers that make a question contested.
const VOICES: usize = 2;

/// Reads the contested questions.
pub fn disputes(desk: &Desk) -> Vec<Dispute> {
    desk.each(Family::DISPUTE, |Record { id, facts, words }| {
        let sources = desk.sources(facts);
        let manner = Manner::own(id).owned(true);
        words.for_editors("note");
        Dispute {
            id: id.clone(),
            question: desk.words(words, "question", manner),
            topic: desk.word(facts, "topic", "dispute_topics"),
            status: facts.need("status"),
            claims: claims(desk, facts, words, id),
            established: desk.prose_list(words, "established", 1, manner),
            unknown: desk.prose_list(words, "unknown", 1, manner),
            classroom_note: desk.maybe_prose(words, "classroom_note", manner).unwrap_or_default(),
            events: desk.references_needed(facts, "events", &[Family::EVENT], 1),
            sources,
        }
    })
}

fn claims<'a>(
    desk: &Desk<'a>,
    facts: &mut Table<'a>,
    words: &mut Table<'a>,
    id: &str,
) -> Vec<Claim> {
    let mut parts = Parts::new(words, "claims", "claim");
    let mut keys = BTreeSet::new();
    let claims = facts.each("claims", |claim| {
        let key: String = claim.need("key");
        if !key.is_empty() && !keys.insert(key.clone()) {
            claim.spot_of("key").fault(FaultKind::Twice { entry: key.clone() });
        }
        let mut words = parts.table_needed(&key, claim.spot_of("key"));
        let (from, until) = stretch(claim, "from", "until");
        let reported = Manner::reported(id);
        let made = Claim {
            by: desk.reference(claim, "by", OWNERS),
            label: words.need("label"),
            says: desk.prose(&mut words, "says", reported),
            from,
            until,
            circa: claim.flag("circa"),
            said: words.need("said"),
            evidence: desk.prose(&mut words, "evidence", reported),
            interest: desk.prose(&mut words, "interest", reported),
            key,
        };
        words.finish();
        made
    });
    parts.finish();
    if claims.len() < VOICES && !facts.is_blank() {
        facts.spot_of("claims").fault(FaultKind::OneVoice { found: claims.len() });
    }
    claims
}
