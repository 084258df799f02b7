//! Pages of text and tables: the three doors, the forces, the data, about, for teachers, search.

use super::pieces::Notes;
use super::{Composer, Draft, Drafts};
use crate::model::library::{Door, Essay};
use crate::model::page::{Article, Body, Item, Link};
use crate::model::record::{Office, Provision};
use crate::model::rich::{plain, text};
use crate::model::{Block, Inline, Kind, Lane, Rich, Room, Target};
use crate::publish::{builder, download};

impl Composer<'_> {
    pub(super) fn article_pages(&self, pages: &mut Drafts) {
        let library = self.library;
        for door in &library.doors {
            Self::room(pages, Room::of_door(door.lane), self.door(door));
        }
        Self::room(pages, Room::Forces, self.forces());
        Self::room(pages, Room::Data, self.data());
        Self::room(pages, Room::About, Self::essay(&library.about));
        let mut teach = library.teach.clone();
        teach.blocks.push(builder::within(&library.locale, &self.word("share", "builder-title")));
        Self::room(pages, Room::Teach, Self::essay(&teach));
        let search = self.article("search", Vec::new(), Notes::default());
        let draft = Draft {
            title: search.heading.clone(),
            description: self.label("search-intro"),
            body: Body::Search(search),
        };
        Self::room(pages, Room::Search, draft);
    }

    fn article(&self, heading: &str, blocks: Vec<Block>, notes: Notes) -> Article {
        Article {
            kicker: String::new(),
            heading: self.label(heading),
            blocks,
            cites: notes.cites(self),
            events: Vec::new(),
            related: Vec::new(),
        }
    }

    fn essay(essay: &Essay) -> Draft {
        let body = Article {
            kicker: String::new(),
            heading: essay.title.clone(),
            blocks: essay.blocks.clone(),
            cites: Vec::new(),
            events: Vec::new(),
            related: Vec::new(),
        };
        Draft {
            title: essay.title.clone(),
            description: essay.description.clone(),
            body: Body::Article(body),
        }
    }

    fn door(&self, door: &Door) -> Draft {
        let mut notes = Notes::default();
        let mut blocks: Vec<Block> = door
            .history
            .iter()
            .map(|statement| Block::Paragraph(notes.statement(statement)))
            .collect();
        blocks.push(Block::Drawn(self.lane_drawn(door.lane)));
        match door.lane {
            Lane::Accord => self.accord_blocks(&mut blocks, &mut notes),
            Lane::Government => self.government_blocks(&mut blocks, &mut notes),
            _ => self.foreign_blocks(&mut blocks, &mut notes),
        }
        let disputes =
            self.library.disputes.iter().filter(|dispute| dispute.topic == door.lane.word());
        let disputes = disputes
            .map(|dispute| Self::item(self.link(Kind::Dispute, &dispute.id), "", None))
            .collect();
        let in_lane = |event: &&crate::model::record::Event| {
            event.lanes.first() == Some(&door.lane) && event.weight > 1
        };
        let body = Article {
            kicker: self.label("door"),
            heading: door.title.clone(),
            blocks,
            cites: notes.cites(self),
            events: self
                .library
                .events
                .iter()
                .filter(in_lane)
                .map(|event| self.entry(event))
                .collect(),
            related: self.groups([("questions", disputes)]),
        };
        Draft {
            title: door.title.clone(),
            description: plain(&door.text),
            body: Body::Article(body),
        }
    }

    fn accord_blocks(&self, blocks: &mut Vec<Block>, notes: &mut Notes) {
        let accord = &self.library.accord;
        let table = |caption: &str, columns: &[&str], rows| {
            let columns = columns.iter().map(|key| self.label(key)).collect();
            Block::Table(self.label(caption), columns, rows)
        };
        blocks.push(Block::Heading(2, self.label("promises")));
        blocks.push(Block::Paragraph(text(accord.structure_note.clone())));
        for part in &accord.parts {
            let provisions: Vec<_> =
                accord.provisions.iter().filter(|one| one.part == part.key).collect();
            if !provisions.is_empty() {
                blocks.push(Block::Heading(3, part.name.clone()));
                blocks.push(Block::Drawn(self.provisions_drawn(&provisions)));
                let rows =
                    provisions.into_iter().map(|one| self.provision_row(one, notes)).collect();
                let columns =
                    ["promise", "what-it-says", "how-it-stood"].map(|key| self.label(key));
                blocks.push(Block::Table(part.name.clone(), columns.into(), rows));
            }
        }
        let signatories = accord.signatories.iter().map(|one| {
            let role = notes.noted(&text(one.role.clone()), &one.sources);
            vec![
                self.joined([self.link(Kind::Actor, &one.actor)]),
                text(self.words.date(one.when)),
                role,
            ]
        });
        let rows = signatories.collect();
        blocks.push(Block::Heading(2, self.label("signatories")));
        blocks.push(table("signatories", &["who", "when", "role"], rows));
        let mediators = accord.mediators.iter().map(|one| {
            let name = match &one.actor {
                Some(actor) => self.joined([self.link(Kind::Actor, actor)]),
                None => text(one.name.clone().unwrap_or_default()),
            };
            let role = notes.noted(&text(one.role.clone()), &one.sources);
            vec![name, text(self.words.span(one.since, None)), role]
        });
        let rows = mediators.collect();
        blocks.push(table("mediators", &["who", "when", "role"], rows));
        let steps = accord.steps.iter().map(|step| {
            let what = notes.noted(&step.what, &step.sources);
            let figure = step.figure.clone().unwrap_or_default();
            vec![
                text(self.words.date(step.when)),
                what,
                text(figure),
                text(self.word("pillars", &step.pillar)),
            ]
        });
        let rows = steps.collect();
        blocks.push(Block::Heading(2, self.label("carried-out")));
        blocks.push(table("carried-out", &["when", "what", "figure", "field"], rows));
        blocks.push(Block::Heading(2, self.label("why-it-failed")));
        let views = accord.views.iter().map(|view| {
            let says = notes.noted(&view.says, &view.sources);
            vec![text(view.label.clone()), says]
        });
        let rows = views.collect();
        blocks.push(table("why-it-failed", &["owner", "view"], rows));
    }

    fn provision_row(&self, provision: &Provision, notes: &mut Notes) -> Vec<Rich> {
        let mut history = Rich::new();
        for progress in &provision.history {
            let status = format!(
                "{}: {}. ",
                self.words.date(progress.when),
                self.word("accord_statuses", &progress.status)
            );
            history.push(Inline::Text(status));
            let note = progress.note.clone().unwrap_or_default();
            history.extend(notes.noted(&note, &progress.sources));
            history.push(Inline::Text(" ".to_owned()));
        }
        let mut says = notes.noted(&provision.text, &provision.sources);
        says.push(Inline::Text(format!(" ({})", self.word("basis", &provision.basis))));
        vec![text(provision.title.clone()), says, history]
    }

    fn government_blocks(&self, blocks: &mut Vec<Block>, notes: &mut Notes) {
        let library = self.library;
        let promises = library.promises.iter().map(|promise| {
            let happened = notes.noted(&promise.happened, &promise.sources);
            vec![text(self.words.date(promise.announced)), promise.promised.clone(), happened]
        });
        let rows = promises.collect();
        let columns = ["announced", "promised-end", "what-happened"].map(|key| self.label(key));
        blocks.push(Block::Heading(2, self.label("transition")));
        blocks.push(Block::Drawn(self.promises_drawn()));
        blocks.push(Block::Table(self.label("transition"), columns.into(), rows));
        blocks.push(Block::Heading(2, self.label("offices")));
        blocks.push(self.offices("heads-of-state", &library.heads_of_state, notes));
        blocks.push(self.offices("prime-ministers", &library.prime_ministers, notes));
        blocks
            .push(Block::List(false, library.government_notes.iter().cloned().map(text).collect()));
    }

    fn offices(&self, caption: &str, offices: &[Office], notes: &mut Notes) -> Block {
        let rows = offices.iter().map(|office| {
            let name = match &office.actor {
                Some(actor) => self.joined([self.link_as(Kind::Actor, actor, &office.name)]),
                None => text(office.name.clone()),
            };
            let how = notes.noted(&office.how, &office.sources);
            vec![name, text(self.words.span(Some(office.from), office.until)), how]
        });
        let rows = rows.collect();
        let columns = ["name", "when", "how"].map(|key| self.label(key));
        Block::Table(self.label(caption), columns.into(), rows)
    }

    fn foreign_blocks(&self, blocks: &mut Vec<Block>, notes: &mut Notes) {
        let interests = self.library.interests.iter().map(|interest| {
            let who = self.joined([self.link(Kind::Actor, &interest.actor)]);
            let others = notes.noted(&interest.others_say, &interest.sources);
            vec![who, text(interest.topic.clone()), interest.stated.clone(), others]
        });
        let rows = interests.collect();
        let columns = ["who", "about-what", "says", "others-say"].map(|key| self.label(key));
        blocks.push(Block::Heading(2, self.label("interests")));
        blocks.push(Block::Table(self.label("interests"), columns.into(), rows));
        let resolutions = self.library.resolutions.iter().map(|resolution| {
            let decided = notes.noted(&resolution.decided, &resolution.sources);
            vec![
                text(resolution.symbol.clone()),
                text(self.words.date(resolution.when)),
                decided,
                text(resolution.vote.clone()),
            ]
        });
        let rows = resolutions.collect();
        let columns = ["symbol", "when", "decided", "vote"].map(|key| self.label(key));
        blocks.push(Block::Heading(2, self.label("resolutions")));
        blocks.push(Block::Table(self.label("resolutions"), columns.into(), rows));
    }

    fn forces(&self) -> Draft {
        let mut notes = Notes::default();
        let intro = self.label("forces-intro");
        let mut blocks = vec![Block::Paragraph(text(intro.clone()))];
        blocks.push(Block::Drawn(self.forces_drawn()));
        blocks.push(Block::Heading(2, self.label("how-to-read-numbers")));
        blocks.push(Block::List(
            false,
            self.library.deployment_caveats.iter().cloned().map(text).collect(),
        ));
        for deployment in self.library.deployments.iter() {
            blocks.push(Block::Heading(2, deployment.name.clone()));
            let mut mandate = self.joined([self.link(Kind::Actor, &deployment.actor)]);
            mandate.push(Inline::Text(format!(
                ", {}. ",
                self.words.span(Some(deployment.start), deployment.end)
            )));
            mandate.extend(deployment.mandate.clone());
            mandate.push(Inline::Text(" ".to_owned()));
            mandate.extend(notes.noted(&deployment.legal_basis, &deployment.sources));
            blocks.push(Block::Paragraph(mandate));
            blocks.extend(deployment.departure.clone().map(Block::Paragraph));
            let strengths = deployment.strength.iter().map(|strength| {
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "counts of people are far below 2^52"
                )]
                let value = strength
                    .value
                    .map_or_else(String::new, |value| self.words.number(value as f64));
                let note = strength
                    .note
                    .iter()
                    .chain(&strength.why_not)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" · ");
                vec![
                    text(self.words.date(strength.when)),
                    text(value),
                    text(self.word("strength_kinds", &strength.kind)),
                    notes.noted(&text(note), &strength.sources),
                ]
            });
            let rows = strengths.collect();
            let columns =
                ["when", "number-of-people", "count", "remarks"].map(|key| self.label(key));
            blocks.push(Block::Table(deployment.name.clone(), columns.into(), rows));
        }
        let body = self.article("forces", blocks, notes);
        Draft { title: body.heading.clone(), description: intro, body: Body::Article(body) }
    }

    /// Downloads, the dictionary of their fields, and the series of numbers.
    fn data(&self) -> Draft {
        let mut notes = Notes::default();
        let intro = self.label("data-intro");
        let mut blocks = vec![Block::Paragraph(text(intro.clone()))];
        for dataset in download::dictionary() {
            let name = self.label(&format!("data-{}", dataset.name));
            blocks.push(Block::Heading(2, name.clone()));
            blocks.push(Block::Paragraph(self.files(dataset.name)));
            let rows = dataset
                .fields
                .into_iter()
                .map(|(field, about)| vec![text(field), text(about)])
                .collect();
            blocks.push(Block::Table(name, vec![self.label("field"), self.label("holds")], rows));
        }
        blocks.push(Block::Heading(2, self.label("figures")));
        for figure in self.library.figures.iter() {
            let rows = figure.points.iter().map(|point| {
                let value = point.value.map(|value| self.words.number(value));
                let remark = point
                    .label
                    .iter()
                    .chain(&point.why_not)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" · ");
                vec![
                    text(self.words.span(Some(point.when), point.until.or(Some(point.when)))),
                    text(value.or_else(|| point.text.clone()).unwrap_or_default()),
                    notes.noted(&text(remark), &point.sources),
                ]
            });
            let rows = rows.collect();
            let columns = vec![self.label("when"), figure.unit.clone(), self.label("remarks")];
            blocks.push(Block::Table(format!("{}. {}", figure.what, figure.caveat), columns, rows));
        }
        let body = self.article("data", blocks, notes);
        Draft { title: body.heading.clone(), description: intro, body: Body::Article(body) }
    }

    /// Links to the files of a dataset.
    fn files(&self, dataset: &str) -> Rich {
        let mut links = Rich::new();
        for (ending, name) in [("json", "json"), ("csv", "csv"), ("schema.json", "schema")] {
            if !links.is_empty() {
                links.push(Inline::Text(" · ".to_owned()));
            }
            links.push(Inline::File(
                format!("data/{}/{dataset}.{ending}", self.library.locale),
                self.label(name),
            ));
        }
        links
    }

    /// The rooms whose tables rest on a source.
    pub(super) fn rooms_resting_on(&self, id: &str) -> Vec<Item> {
        let library = self.library;
        let holds = |sources: &[String]| sources.iter().any(|source| source == id);
        let accord = &library.accord;
        let in_accord = accord
            .provisions
            .iter()
            .any(|one| holds(&one.sources) || one.history.iter().any(|at| holds(&at.sources)))
            || accord.signatories.iter().any(|one| holds(&one.sources))
            || accord.mediators.iter().any(|one| holds(&one.sources))
            || accord.steps.iter().any(|one| holds(&one.sources))
            || accord.views.iter().any(|one| holds(&one.sources) || one.by == id);
        let in_government = library
            .heads_of_state
            .iter()
            .chain(&library.prime_ministers)
            .any(|one| holds(&one.sources))
            || library.promises.iter().any(|one| holds(&one.sources));
        let in_foreign = library.interests.iter().any(|one| holds(&one.sources))
            || library.resolutions.iter().any(|one| holds(&one.sources));
        let in_forces = library
            .deployments
            .iter()
            .any(|one| holds(&one.sources) || one.strength.iter().any(|at| holds(&at.sources)));
        let in_data =
            library.figures.iter().any(|one| one.points.iter().any(|at| holds(&at.sources)));
        let door = |lane: Lane| library.doors.iter().find(|door| door.lane == lane);
        let in_door = |lane: Lane| {
            door(lane).is_some_and(|door| door.history.iter().any(|one| holds(&one.sources)))
        };
        let title = |lane: Lane| door(lane).map(|door| door.title.clone()).unwrap_or_default();
        [
            (in_accord || in_door(Lane::Accord), Room::Accord, title(Lane::Accord)),
            (in_government || in_door(Lane::Government), Room::Government, title(Lane::Government)),
            (in_foreign || in_door(Lane::Foreign), Room::Foreign, title(Lane::Foreign)),
            (in_forces, Room::Forces, self.label("forces")),
            (in_data, Room::Data, self.label("data")),
        ]
        .into_iter()
        .filter(|(rests, ..)| *rests)
        .map(|(_, room, text)| {
            Self::item(Link { to: Target::Room(room), text }, &self.word("kinds", "page"), None)
        })
        .collect()
    }
}
