//! A record's page: what it is, who says what about it, what it rests on, and what leads to it.

use super::head::PageHead;
use crate::model::page::{Fact, Link, Record, Tie};
use crate::model::{Kind, Lane, Rich, Status};
use crate::ui::account::Accounts;
use crate::ui::cites::Cites;
use crate::ui::copy::CopyLink;
use crate::ui::erase::{CollectAny, MaybeAny};
use crate::ui::link::{Groups, PageLink};
use crate::ui::mark::{LaneTag, StatusBadge};
use crate::ui::rich::{Blocks, RichText, items};
use crate::ui::shell::{message, path_to};
use leptos::prelude::*;

/// The page of one record.
#[component]
pub fn RecordPage(record: Record) -> impl IntoView {
    let (lanes, kicker) = (record.lanes.clone(), record.kicker);
    let head = move || view! { <Kicker lanes=lanes.clone() words=kicker.clone()/> };
    let hook = |of: Kind| (record.kind == of).then(|| record.id.clone());
    view! {
        <article
            data-event=hook(Kind::Event)
            data-actor=hook(Kind::Actor)
            data-place=hook(Kind::Place)
            data-claim=hook(Kind::Dispute)
            data-source=hook(Kind::Source)
        >
            <PageHead kicker=head heading=record.name lang=record.lang>
                <Lead simple=record.simple lead=record.lead/>
                <p class="badges">{record.status.map(|status| view! { <StatusBadge status/> }).any()}<CopyLink/></p>
            </PageHead>
            <div class="split split--record">
                <div>
                    {(!record.claims.is_empty())
                        .then(|| {
                            view! {
                                <section class="part">
                                    <h2 class="part__title">{message(|m| &m.claims_heading)}</h2>
                                    <Accounts claims=record.claims/>
                                </section>
                            }
                        }).any()}
                    <Verdict established=record.established unknown=record.unknown/>
                    <Ties ties=record.ties/>
                    {(!record.tables.is_empty())
                        .then(|| view! { <div class="part"><Blocks blocks=record.tables/></div> }).any()}
                    {record
                        .remark
                        .map(|(heading, remark)| {
                            view! {
                                <section class="part">
                                    <h2 class="part__title">{heading}</h2>
                                    <p class="prose"><RichText rich=remark/></p>
                                </section>
                            }
                        }).any()}
                    <Cites cites=record.cites/>
                </div>
                <div class="aside aside--narrow">
                    <Facts facts=record.facts url=record.url/>
                    <Groups groups=record.related/>
                </div>
            </div>
            <Neighbours previous=record.previous next=record.next/>
        </article>
    }
}

#[component]
fn Kicker(lanes: Vec<Lane>, words: String) -> impl IntoView {
    let tags = lanes.into_iter().map(|lane| view! { <LaneTag lane/>" · " }).collect_any();
    view! { <p class="kicker">{tags}{words}</p> }
}

/// The plain words first, then the full ones.
#[component]
fn Lead(simple: Rich, lead: Rich) -> impl IntoView {
    let has_simple = !simple.is_empty();
    let class = if has_simple { "prose" } else { "standfirst" };
    view! {
        {has_simple.then(|| view! { <p class="standfirst"><RichText rich=simple/></p> }).any()}
        {(!lead.is_empty()).then(|| view! { <p class=class><RichText rich=lead/></p> }).any()}
    }
}

#[component]
fn Facts(facts: Vec<Fact>, url: Option<String>) -> impl IntoView {
    let is_empty = facts.is_empty() && url.is_none();
    let fact = |fact: Fact| view! { <dt>{fact.label}</dt><dd><RichText rich=fact.value/></dd> };
    let address = url.map(|url| {
        view! {
            <p class="section__foot">
                <a class="button" href=url rel="external noopener noreferrer">{message(|m| &m.open_source)}</a>
            </p>
        }
    }).any();
    (!is_empty)
        .then(|| {
            view! {
                <section class="part">
                    <h2 class="part__title">{message(|m| &m.at_a_glance)}</h2>
                    <dl class="facts">{facts.into_iter().map(fact).collect_any()}</dl>
                    {address}
                </section>
            }
        })
        .any()
}

/// What is established and what is not known.
#[component]
fn Verdict(established: Vec<Rich>, unknown: Vec<Rich>) -> impl IntoView {
    let is_empty = established.is_empty() && unknown.is_empty();
    let part = |status: Status, class: &'static str, heading: String, entries: Vec<Rich>| {
        view! {
            <div class=class>
                <h3 class=format!("verdict__title status status--{}", status.word())>{heading}</h3>
                <ul class="verdict__list">{items(entries)}</ul>
            </div>
        }
    };
    (!is_empty).then(|| {
        view! {
            <section class="part">
                <h2 class="part__title">{message(|m| &m.verdict)}</h2>
                <div class="verdict">
                    {part(Status::Documented, "verdict__part", message(|m| &m.established), established)}
                    {part(
                        Status::Unknown,
                        "verdict__part verdict__part--unknown",
                        message(|m| &m.not_known),
                        unknown,
                    )}
                </div>
            </section>
        }
    }).any()
}

#[component]
fn Ties(ties: Vec<Tie>) -> impl IntoView {
    let tie = |tie: Tie| {
        view! {
            <tr>
                <td>{tie.relation}</td>
                <th scope="row"><PageLink link=tie.with/></th>
                <td>{tie.span}</td>
            </tr>
        }
    };
    (!ties.is_empty())
        .then(|| {
            let heading = message(|m| &m.ties_heading);
            view! {
                <section class="part">
                    <h2 class="part__title">{heading.clone()}</h2>
                    <div class="table" role="region" tabindex="0" aria-label=heading>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{message(|m| &m.column_tie)}</th>
                                    <th scope="col">{message(|m| &m.column_with)}</th>
                                    <th scope="col">{message(|m| &m.column_when)}</th>
                                </tr>
                            </thead>
                            <tbody>{ties.into_iter().map(tie).collect_any()}</tbody>
                        </table>
                    </div>
                </section>
            }
        })
        .any()
}

#[component]
fn Neighbours(previous: Option<Link>, next: Option<Link>) -> impl IntoView {
    let link = |link: Option<Link>, class: &'static str, label: String| {
        link.map(|link| {
            view! {
                <a class=class href=path_to(link.to)>
                    <span class="between__hint">{label}</span>
                    <span class="between__title">{link.text}</span>
                </a>
            }
        })
        .any()
    };
    (previous.is_some() || next.is_some())
        .then(|| {
            view! {
                <nav class="between" aria-label=message(|m| &m.neighbours)>
                    {link(previous, "between__link", message(|m| &m.previous_one))}
                    {link(next, "between__link between__link--next", message(|m| &m.next_one))}
                </nav>
            }
        })
        .any()
}
