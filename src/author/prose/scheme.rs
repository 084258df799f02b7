//! Where the links of prose lead: `[words](scheme:ID)`.

use crate::author::desk::Desk;
use crate::author::family::Family;
use crate::author::fault::FaultKind;
use crate::author::link::{Node, plain};
use crate::author::nearest::nearest;
use crate::author::text::Spot;
use crate::model::Kind;

/// What may stand before the colon.
const SCHEMES: &[&str] =
    &["term", "event", "actor", "place", "source", "claim", "said", "lang", "nolink"];

/// What leads out of the site.
const WEB: &[&str] = &["http", "https", "mailto", "ftp", "tel"];

/// The node of a link with a target and words; none if it is faulty. `spot` gives the place of a byte of the target.
pub fn node<'a>(
    desk: &Desk,
    target: &str,
    words: Vec<Node>,
    spot: impl Fn(usize) -> Spot<'a>,
) -> Option<Node> {
    let (scheme, id) = target.split_once(':').unwrap_or((target, ""));
    let at_id = spot(scheme.len() + 1);
    let is_empty = words.is_empty() || target.is_empty() || (id.is_empty() && scheme != "nolink");
    if WEB.contains(&scheme) {
        spot(0).fault(FaultKind::WebLink);
        return None;
    }
    if !SCHEMES.contains(&scheme) && !target.is_empty() {
        let nearest = nearest(scheme, SCHEMES.iter().copied());
        spot(0).fault(FaultKind::UnknownScheme { scheme: scheme.to_owned(), nearest });
        return None;
    }
    if is_empty {
        spot(0).fault(FaultKind::EmptyLink);
        return None;
    }
    let link = |kind, families: &[Family]| {
        desk.check(families, id, at_id);
        Node::Link(kind, id.to_owned(), words.clone())
    };
    Some(match scheme {
        "event" => link(Kind::Event, &[Family::EVENT]),
        "source" => link(Kind::Source, &[Family::SOURCE]),
        "claim" => link(Kind::Dispute, &[Family::DISPUTE]),
        "actor" => link(desk.defined_as(id, Kind::Actor), &[Family::ACTOR]),
        "place" => link(desk.defined_as(id, Kind::Place), &[Family::PLACE]),
        "term" => {
            link(desk.defined_as(id, Kind::Term), &[Family::TERM, Family::ACTOR, Family::PLACE])
        }
        "said" => {
            desk.check(&[Family::ACTOR], id, at_id);
            Node::Said(id.to_owned(), words)
        }
        "lang" => {
            if !is_language(id) {
                at_id.fault(FaultKind::NoLanguage { tag: id.to_owned() });
            }
            Node::Foreign(id.to_owned(), words)
        }
        _ => Node::Plain(plain(&words)),
    })
}

/// True for what looks like a BCP 47 tag: letters and digits in parts of two to eight.
fn is_language(tag: &str) -> bool {
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    tag.split('-').all(is_part)
}
