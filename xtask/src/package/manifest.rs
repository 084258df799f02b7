//! The descriptions that packages carry, as their formats want them.

use super::{About, INDEX, Scorm};
use html_escape::encode_double_quoted_attribute as attribute;
use html_escape::encode_text;

/// The page of the site that a course opens.
const COURSE: &str = "lms/cmi5.en.html";
/// What every description begins with.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

impl About {
    /// What it is, from when, under which licence, in which version.
    fn described(&self) -> String {
        format!("{} {}. Version {}.", self.lead, self.dated.trim_end_matches('.'), self.version)
    }
}

/// `imsmanifest.xml` of a package with one page, by SCORM.
pub fn scorm(about: &About, version: Scorm) -> String {
    let About { name, version: build, .. } = about;
    let name = encode_text(name);
    let (spaces, schema, kind, delivery) = match version {
        Scorm::Old => (
            "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"",
            "1.2",
            "adlcp:scormtype",
            "",
        ),
        Scorm::New => (
            "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" \
             xmlns:adlseq=\"http://www.adlnet.org/xsd/adlseq_v1p3\" xmlns:adlnav=\"http://www.adlnet.org/xsd/adlnav_v1p3\" \
             xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\"",
            "2004 4th Edition",
            "adlcp:scormType",
            "<imsss:sequencing><imsss:deliveryControls completionSetByContent=\"true\" objectiveSetByContent=\"true\"/></imsss:sequencing>",
        ),
    };
    format!(
        "{XML}<manifest identifier=\"mali-explained-en\" version=\"{build}\" {spaces}>\n\
         <metadata><schema>ADL SCORM</schema><schemaversion>{schema}</schemaversion></metadata>\n\
         <organizations default=\"course\"><organization identifier=\"course\"><title>{name}</title>\
         <item identifier=\"item\" identifierref=\"page\"><title>{name}</title>{delivery}</item></organization></organizations>\n\
         <resources><resource identifier=\"page\" type=\"webcontent\" {kind}=\"sco\" href=\"{INDEX}\"><file href=\"{INDEX}\"/></resource></resources>\n\
         </manifest>\n"
    )
}

/// `imsmanifest.xml` of a thin Common Cartridge 1.3 and its web links, by name and text.
///
/// # Panics
/// If it is not known where the site is.
pub fn cartridge(about: &About) -> (String, Vec<(String, String)>) {
    let origin = about.origin.as_deref().expect("a cartridge leads somewhere");
    let name = encode_text(&about.name);
    let parts: Vec<(String, String, String)> = about
        .parts
        .iter()
        .enumerate()
        .map(|(place, (path, title))| {
            let title = encode_text(title);
            let file = file(place);
            let item = format!(
                "<item identifier=\"item-{place}\" identifierref=\"link-{place}\"><title>{title}</title></item>"
            );
            let resource = format!(
                "<resource identifier=\"link-{place}\" type=\"imswl_xmlv1p3\"><file href=\"{file}\"/></resource>"
            );
            let link = format!(
                "{XML}<webLink xmlns=\"http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3\"><title>{title}</title>\
                 <url href=\"{}\" target=\"_blank\"/></webLink>\n",
                attribute(&format!("{origin}{path}"))
            );
            (item, resource, link)
        })
        .collect();
    let items: Vec<&str> = parts.iter().map(|(item, ..)| item.as_str()).collect();
    let resources: Vec<&str> = parts.iter().map(|(_, resource, _)| resource.as_str()).collect();
    let (items, resources) = (items.concat(), resources.concat());
    let manifest = format!(
        "{XML}<manifest identifier=\"mali-explained-en\" xmlns=\"http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1\" \
         xmlns:lomimscc=\"http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest\">\n\
         <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>\
         <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language=\"en\">{name}</lomimscc:string></lomimscc:title>\
         <lomimscc:description><lomimscc:string language=\"en\">{}</lomimscc:string></lomimscc:description>\
         </lomimscc:general></lomimscc:lom></metadata>\n\
         <organizations><organization identifier=\"course\" structure=\"rooted-hierarchy\"><item identifier=\"root\">{items}</item></organization></organizations>\n\
         <resources>{resources}</resources>\n</manifest>\n",
        encode_text(&about.described()),
    );
    let links = parts.into_iter().enumerate().map(|(place, (.., link))| (file(place), link));
    (manifest, links.collect())
}

/// The name of a web link in a cartridge.
fn file(place: usize) -> String {
    format!("links/{place:02}.xml")
}

/// `cmi5.xml` of a course of one unit, the page of the published site that reports by cmi5; done when every step was read.
///
/// # Panics
/// If it is not known where the site is.
pub fn cmi5(about: &About) -> String {
    let origin = about.origin.as_deref().expect("a course leads somewhere");
    let words = |text: &str| format!("<langstring lang=\"en\">{}</langstring>", encode_text(text));
    let (name, lead) = (words(&about.name), words(&about.described()));
    let (course, url) = (attribute(origin), format!("{origin}{COURSE}"));
    format!(
        "{XML}<courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\">\n\
         <course id=\"{course}\"><title>{name}</title><description>{lead}</description></course>\n\
         <au id=\"{}\" moveOn=\"Completed\"><title>{name}</title><description>{lead}</description><url>{}</url></au>\n</courseStructure>\n",
        attribute(&format!("{url}#au")),
        encode_text(&url)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About {
            name: "Mali & more".to_owned(),
            lead: "All of it.".to_owned(),
            dated: "Checked today · CC".to_owned(),
            checked: "2026-11-22".to_owned(),
            version: "0".to_owned(),
            origin: Some("https://example.org/a/".to_owned()),
            parts: vec![
                ("en/".to_owned(), "Story".to_owned()),
                ("en/map/".to_owned(), "Places".to_owned()),
            ],
        }
    }

    #[test]
    fn each_version_of_scorm_writes_its_type_in_its_way() {
        let old = scorm(&about(), Scorm::Old);
        assert!(old.contains("adlcp:scormtype=\"sco\"") && old.contains("<schemaversion>1.2<"));
        assert!(old.contains("<title>Mali &amp; more</title>"));
        let new = scorm(&about(), Scorm::New);
        assert!(new.contains("adlcp:scormType=\"sco\"") && new.contains("completionSetByContent"));
    }

    #[test]
    fn a_cartridge_has_a_link_for_each_part() {
        let (manifest, links) = cartridge(&about());
        assert_eq!(links.len(), 2);
        assert!(links[1].1.contains("href=\"https://example.org/a/en/map/\""));
        assert!(manifest.contains("<file href=\"links/01.xml\"/>"));
        assert!(cmi5(&about()).contains("<url>https://example.org/a/lms/cmi5.en.html</url>"));
        assert!(manifest.contains("All of it. Checked today · CC. Version 0."));
    }
}
