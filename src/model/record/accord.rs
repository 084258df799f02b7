//! The accord of 2015: its parts and promises, who signed it, how it came about and how its progress was seen.

use crate::model::date::Date;
use crate::model::rich::Rich;
use serde::Serialize;

records! {
    /// A part of the accord's text.
    Part {
        /// Identifier: i to vii, annexes.
        key: String,
        /// Its name.
        name: String,
        /// Its articles.
        articles: Option<String>,
        /// Its chapters.
        chapters: Vec<String>,
    }

    /// How a provision stood at a date.
    Progress {
        /// The date.
        when: Date,
        /// The word for it, a key of the vocabulary.
        status: String,
        /// A remark.
        note: Option<Rich>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// Something that the accord promises.
    Provision {
        /// Identifier, the same in every language.
        id: String,
        /// The promise in at most eight words.
        title: String,
        /// The promise.
        text: Rich,
        /// The part of the accord that holds it.
        part: String,
        /// The field it belongs to.
        pillar: String,
        /// What was read of it: passage-read, press-quotation-read, general-knowledge.
        basis: String,
        /// How it stood over time.
        history: Vec<Progress>,
        /// Ids of events about it.
        events: Vec<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A signature or initialling.
    Signatory {
        /// Identifier within the accord.
        key: String,
        /// Id of the actor.
        actor: String,
        /// When.
        when: Date,
        /// In what role.
        role: String,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A mediator of the accord.
    Mediator {
        /// Identifier within the accord.
        key: String,
        /// Id of the actor, if it has a record.
        actor: Option<String>,
        /// Its name, if it has no record.
        name: Option<String>,
        /// In what role.
        role: String,
        /// Since when.
        since: Option<Date>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// A step in carrying out the accord.
    AccordStep {
        /// Identifier within the accord.
        key: String,
        /// When.
        when: Date,
        /// The field it belongs to.
        pillar: String,
        /// What happened.
        what: Rich,
        /// A figure with its unit, in words.
        figure: Option<String>,
        /// Id of the event.
        event: Option<String>,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// Why the accord failed, as one owner sees it.
    View {
        /// Identifier within the accord.
        key: String,
        /// Id of the actor or source whose view it is.
        by: String,
        /// The owner as named there.
        label: String,
        /// The view, in our words.
        says: Rich,
        /// Ids of its sources.
        sources: Vec<String>,
    }

    /// The peace accord of 2015.
    Accord {
        /// Identifier, that of its term.
        id: String,
        /// Its full name.
        name: String,
        /// Other names.
        other_names: Vec<String>,
        /// When it was initialled.
        initialled: Vec<Date>,
        /// When it was first signed.
        first_signature: Date,
        /// When all had signed.
        completed: Date,
        /// When it was declared ended.
        ended: Date,
        /// Id of the place of signature.
        signed_at: String,
        /// Id of the place of the talks.
        negotiated_at: String,
        /// Ids of actors that were no parties to it.
        not_parties: Vec<String>,
        /// How its text is built and what of it was read.
        structure_note: String,
        /// Its parts.
        parts: Vec<Part>,
        /// Its promises.
        provisions: Vec<Provision>,
        /// Who signed.
        signatories: Vec<Signatory>,
        /// Who mediated.
        mediators: Vec<Mediator>,
        /// How it was carried out.
        steps: Vec<AccordStep>,
        /// Why it failed, by owner.
        views: Vec<View>,
    }
}
