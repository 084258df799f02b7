//! Parts of the site in pages of others: as high as they are, alive in a sandbox, deaf to hostile hosts, harmless where they are hostile
//! themselves.

use crate::support::browser::Browser;
use crate::support::host::Host;
use crate::support::page::{Outcome, Page};
use fantoccini::key::Key;

journeys! {
    everywhere:
    one_timeline_in_three_frames_gets_its_height: PLAIN,
    a_sandboxed_timeline_answers: DEEP_PLAIN,
    parts_without_a_program_get_their_height: PLAIN,
    a_face_that_comes_late_is_reckoned_with: PLAIN,
}

journeys! {
    a_frame_that_nobody_heeds_scrolls: PLAIN,
    a_box_keeps_its_height_beside_a_frame_that_fits: PLAIN,
    a_hostile_frame_stays_within_bounds: PLAIN,
    a_hostile_host_changes_nothing: PLAIN,
    a_place_in_a_frame_is_brought_into_view: PLAIN,
    a_frame_is_told_which_part_of_it_is_seen: PLAIN,
    other_hosts_are_told_in_their_words: PLAIN,
    the_smallest_frame_holds_every_part: PLAIN,
    nothing_in_a_frame_takes_the_focus: PLAIN,
    looks_are_asked_for_in_the_address: PLAIN,
}

const TIMELINE: &str = "en/embed/timeline/";
const STEP: &str = "en/embed/walk/ten-to-four/three-accounts/";

/// A page of somebody else's around what is given, with the script of ours that gives frames their height.
fn page_around(page: &Page, body: &str) -> String {
    let script = page.site().url("mali-embed.js");
    bare_page(&format!("<h1>A lesson</h1>{body}<script src=\"{script}\"></script>"))
}

/// A page of somebody else's around what is given, and nothing more.
pub(super) fn bare_page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><title>A lesson</title><link rel=icon href=icon.svg><body>{body}"
    )
}

/// Waits until a frame is as high as what it holds, which then does not scroll. The frame is measured from outside: in Chromium a document
/// that nobody sees may learn late how large its window is.
pub(super) async fn fits(page: &Page, frame: u16) -> Outcome {
    let holds = "const box = document.querySelector('[data-guest]').getBoundingClientRect();
        return document.documentElement.hasAttribute('data-fitted') && box.height > 200 ? box.bottom + scrollY : 0";
    // Chromium's driver counts frames as they stand in the document, the others as they came.
    let one = if page.browser() == Browser::Chromium {
        format!("document.querySelectorAll('iframe')[{frame}]")
    } else {
        format!(
            "[...document.querySelectorAll('iframe')].find((one) => one.contentWindow === frames[{frame}])"
        )
    };
    let given = format!("return {one}.clientHeight");
    page.until("a frame as high as what it holds", async || {
        let held = page.inside(frame, async |page| Ok(page.ask(holds).await?.as_f64())).await;
        let sizes = held.ok().flatten().zip(page.ask(&given).await?.as_f64());
        Ok(sizes.filter(|(held, given)| (held - given).abs() <= 2.0))
    })
    .await
    .map(drop)
}

async fn one_timeline_in_three_frames_gets_its_height(page: &Page) -> Outcome {
    let url = page.site().url(TIMELINE);
    let host = Host::with(&[(
        "index.html",
        &page_around(
            page,
            &format!(
                "<iframe data-mali src=\"{url}\" title=One width=820 height=200></iframe>
                 <mali-embed src=\"{url}\" title=Two></mali-embed><div style=\"height:5000px\"></div>
                 <iframe data-mali sandbox=\"allow-scripts\" src=\"{url}\" title=Three width=900 height=200></iframe>"
            ),
        ),
    )]);
    page.go_abroad(&host.url("")).await?;
    for frame in 0..3 {
        fits(page, frame).await.map_err(|error| format!("frame {frame}: {error}"))?;
    }
    // What is opened in it makes a frame higher, and what is closed lower.
    let height = async || {
        page.ask("return document.querySelector('iframe').clientHeight")
            .await
            .map(|px| px.as_f64().unwrap_or_default())
    };
    let before = height().await?;
    for (selector, is_higher) in
        [("[data-timeline] [data-event='accord-completed-2015']", true), ("[data-do=close]", false)]
    {
        page.inside(0, async |page| {
            page.mounted().await?;
            // WebKitGTK does not scroll a page to what is pressed in its frame.
            Ok(page
                .ask(&format!("document.querySelector(\"{selector}\").click()"))
                .await
                .map(drop)?)
        })
        .await?;
        page.until(&format!("a frame that is higher: {is_higher}"), async || {
            Ok(((height().await? > before + 60.0) == is_higher).then_some(()))
        })
        .await?;
        fits(page, 0).await?;
    }
    Ok(())
}

async fn a_sandboxed_timeline_answers(page: &Page) -> Outcome {
    let url = page.site().url("en/embed/timeline/?lanes=accord");
    let frame = format!(
        "<iframe sandbox=\"allow-scripts\" src=\"{url}\" title=One width=900 height=700></iframe>"
    );
    let host = Host::with(&[("index.html", &page_around(page, &frame))]);
    page.go_abroad(&host.url("")).await?;
    page.inside(0, async |page| {
        page.mounted().await?;
        assert_eq!(page.ask("return self.origin").await?, "null");
        page.shows("[data-timeline]", "The CMA signs").await?;
        page.lacks("[data-timeline]", "Coup against President Touré").await?;
        page.click("[data-timeline] [data-event='accord-completed-2015']").await?;
        page.shows("[data-part=detail]", "20").await?;
        page.shows(".source-line", "Facts checked").await?;

        // What such a frame may not open or save it shows.
        page.expect_trouble(); // Chromium tells of the window that it does not open
        // WebKitGTK does not scroll a page to what is pressed in its frame.
        let press = async |selector: &str| {
            page.ask(&format!("document.querySelector(\"{selector}\").click()")).await.map(drop)
        };
        press(".source-line a").await?;
        page.shows(".source-line code", &page.site().url("en/timeline/")).await?;
        press("[data-part=table] a").await?;
        let text = "return document.querySelector('[data-save] textarea').value.includes('accord-completed-2015')";
        page.until("the events as text", async || Ok((page.ask(text).await? == true).then_some(())))
            .await?;
        page.has_focus("[data-save] textarea").await?;
        press("[data-save] button").await?;
        page.shows("[data-save] [role=status]", "Cop").await
    })
    .await
}

async fn parts_without_a_program_get_their_height(page: &Page) -> Outcome {
    let frames: String = [
        STEP,
        "en/embed/term/azawad/",
        "en/embed/map/",
        "en/embed/claim/q-ber-first/",
    ]
    .map(|path| {
        format!(
            "<iframe data-mali sandbox=\"allow-scripts\" src=\"{}\" title=Part width=700></iframe>",
            page.site().url(path)
        )
    })
    .concat();
    let host = Host::with(&[("index.html", &page_around(page, &frames))]);
    page.go_abroad(&host.url("")).await?;
    for frame in 0..4 {
        fits(page, frame).await.map_err(|error| format!("frame {frame}: {error}"))?;
    }
    page.inside(0, async |page| {
        page.shows("h1", "").await?;
        page.click("a[rel=next]").await?;
        page.shows(".source-line", "Cite or share").await
    })
    .await?;
    fits(page, 0).await
}

/// Text in other letters breaks elsewhere. The frame is off screen, where Chromium observes nothing.
async fn a_face_that_comes_late_is_reckoned_with(page: &Page) -> Outcome {
    let url = page.site().url("en/embed/claim/q-ber-first/");
    let frame = format!(
        "<div style=\"height:5000px\"></div><iframe data-mali src=\"{url}\" title=One width=500></iframe>"
    );
    let host = Host::with(&[("index.html", &page_around(page, &frame))]);
    page.go_abroad(&host.url("")).await?;
    fits(page, 0).await?;
    let before = page.ask("return document.querySelector('iframe').clientHeight").await?;
    let late = "const done = arguments[0], at = new URL('fonts/serif-display.woff2', document.baseURI);
        const face = new FontFace('Late', `url(${at})`);
        document.fonts.add(face);
        document.body.style.fontFamily = 'Late';
        for (const one of document.querySelectorAll('p, li, span, a')) one.style.fontFamily = 'Late';
        face.load().then(() => done(true), reason => done(String(reason)))";
    let came = page.inside(0, async |page| page.ask_slowly(late).await).await?;
    assert_eq!(came, true);
    page.until("another height", async || {
        let now = page.ask("return document.querySelector('iframe').clientHeight").await?;
        Ok((now != before).then_some(()))
    })
    .await?;
    fits(page, 0).await
}

async fn a_frame_that_nobody_heeds_scrolls(page: &Page) -> Outcome {
    let frame = format!(
        "<iframe src=\"{}\" title=One width=700 height=300></iframe>",
        page.site().url(STEP)
    );
    let host = Host::with(&[("index.html", &bare_page(&frame))]);
    page.go_abroad(&host.url("")).await?;
    page.inside(0, async |page| {
        page.find("html[data-framed]:not([data-fitted])").await?;
        let scrolls = "scrollTo(0, 200); return scrollY > 100 && getComputedStyle(document.documentElement).overflowY !== 'hidden'";
        page.until("a frame that scrolls", async || Ok((page.ask(scrolls).await? == true).then_some(()))).await
    })
    .await
}

async fn a_box_keeps_its_height_beside_a_frame_that_fits(page: &Page) -> Outcome {
    let frame = |query: &str| {
        format!(
            "<iframe data-mali src=\"{}\" title=Claim width=700 height=300></iframe>",
            page.site().url(&format!("en/embed/claim/q-ber-first/{query}"))
        )
    };
    let both = frame("?height=box") + &frame("");
    let host = Host::with(&[("index.html", &page_around(page, &both))]);
    page.go_abroad(&host.url("")).await?;
    fits(page, 1).await?;
    assert_eq!(page.ask("return document.querySelector('iframe').clientHeight").await?, 300);
    page.inside(0, async |page| page.find("html[data-framed]:not([data-fitted])").await.map(drop))
        .await
}

/// Says what it likes about its height, and grows for ever.
const HOSTILE: &str = "<!DOCTYPE html><body><script>
    addEventListener('message', ({ ports: [port] }) => {
      const say = height => port.postMessage({ type: 'height', height });
      ['400px', NaN, Infinity, null, [300], {}, -5].forEach(say);
      port.postMessage({ type: 'state', fragment: { html: '<b>x</b>' } });
      port.postMessage({ type: 'reveal', y: 'x', height: 1 });
      port.postMessage('height');
      parent.postMessage({ type: 'height', height: 19000 }, '*');
      let height = 200;
      port.onmessage = ({ data }) => { if (data.type === 'applied') say(height += 50); };
      setTimeout(() => say(height), 300);
    });</script>";

/// Grows each time that it has been loaded, and loads itself anew.
const RESTLESS: &str = "<!DOCTYPE html><script>
    addEventListener('message', ({ ports: [port] }) => {
      const turn = window.name = Number(window.name) + 1;
      port.onmessage = ({ data }) => { if (data.type === 'applied' && turn < 60) location.reload(); };
      port.postMessage({ type: 'height', height: 200 + 50 * turn });
    })</script>";

async fn a_hostile_frame_stays_within_bounds(page: &Page) -> Outcome {
    let frames = "<iframe data-mali src=hostile.html title=One height=200></iframe>
        <iframe data-mali data-max=900 src=huge.html title=Two height=200></iframe>
        <iframe data-mali src=restless.html title=Three height=200></iframe>";
    let huge = "<!DOCTYPE html><script>addEventListener('message', ({ ports: [port] }) => port.postMessage({ type: 'height', height: 1e9 }))</script>";
    let host = Host::with(&[
        ("index.html", &page_around(page, frames)),
        ("hostile.html", HOSTILE),
        ("huge.html", huge),
        ("restless.html", RESTLESS),
    ]);
    page.go_abroad(&host.url("")).await?;
    let heights =
        "return [...document.querySelectorAll('iframe')].map(frame => frame.clientHeight)";
    page.until("the bound that the author set", async || {
        Ok((page.ask(heights).await?[1] == 900).then_some(()))
    })
    .await?;
    // Twenty rises of 50 pixels, from the least height: then the host has had enough.
    for frame in [0, 2] {
        let rested = format!(
            "const done = arguments[0], frame = document.querySelectorAll('iframe')[{frame}]; let last = -1;
            const look = () => {{ if (frame.clientHeight === last && last > 200) done(last); else {{ last = frame.clientHeight; setTimeout(look, 1500); }} }};
            look()"
        );
        let height = page.ask_slowly(&rested).await?;
        assert!(height.as_f64().is_some_and(|px| (300.0..=1400.0).contains(&px)), "{height} px");
    }
    assert_eq!(page.ask("return document.querySelectorAll('b').length").await?, 0);
    Ok(())
}

/// What is opened in a frame far below is scrolled to by its host, unless the host's author does not want that.
async fn a_place_in_a_frame_is_brought_into_view(page: &Page) -> Outcome {
    let frame = |marks: &str| {
        format!(
            "<iframe data-mali {marks} src=\"{}\" title=Claim width=800></iframe>",
            page.site().url("en/embed/claim/q-ber-first/")
        )
    };
    let heard = "<script>addEventListener('mali-state', ({ detail }) => { document.body.dataset.state = detail; })</script>";
    let host = Host::with(&[
        ("index.html", &page_around(page, &(heard.to_owned() + &frame("")))),
        ("still.html", &page_around(page, &(heard.to_owned() + &frame("data-no-scroll")))),
    ]);
    for (name, is_moved) in [("index.html", true), ("still.html", false)] {
        page.go_abroad(&host.url(name)).await?;
        fits(page, 0).await?;
        let last = "const last = [...document.querySelectorAll('main [id]')].at(-1); location.hash = last.id; return last.id";
        let place = page.inside(0, async |page| Ok(page.ask(last).await?)).await?;
        let state = format!("body[data-state='#{}']", place.as_str().unwrap_or_default());
        page.find(&state).await?;
        // What is asked of the host comes in order: once it was told of another place, it has done what this one asked for.
        page.inside(0, async |page| Ok(page.ask("location.hash = '#%'").await?)).await?;
        page.find("body[data-state='#%']").await?;
        let y = page.ask("return scrollY").await?;
        assert_eq!(y.as_f64().is_some_and(|y| y > 500.0), is_moved, "{name}: {y}");
    }
    Ok(())
}

async fn a_frame_is_told_which_part_of_it_is_seen(page: &Page) -> Outcome {
    let child = "<!DOCTYPE html><script>addEventListener('message', ({ ports: [port] }) => {
        port.onmessage = ({ data }) => { if (data.type === 'view') document.documentElement.dataset.view = Math.round(data.top) + ' ' + Math.round(data.bottom - data.top); };
        port.postMessage({ type: 'height', height: 5000 });
    })</script>";
    let host = Host::with(&[
        (
            "index.html",
            &page_around(
                page,
                "<iframe data-mali src=child.html title=One style=\"display:block;border:0\"></iframe>",
            ),
        ),
        ("child.html", child),
    ]);
    page.go_abroad(&host.url("")).await?;
    let seen = "const box = document.querySelector('iframe').getBoundingClientRect();
        if (box.height < 5000) return null;
        scrollTo(0, 900);
        const { top } = document.querySelector('iframe').getBoundingClientRect();
        return Math.round(-top) + ' ' + innerHeight";
    let wanted = page
        .until("a frame of the height that it asked for", async || {
            Ok(page.ask(seen).await?.as_str().map(str::to_owned))
        })
        .await?;
    page.inside(0, async |page| page.find(&format!("html[data-view='{wanted}']")).await.map(drop))
        .await
}

async fn a_hostile_host_changes_nothing(page: &Page) -> Outcome {
    let url = page.site().url("en/embed/term/azawad/");
    let script = format!(
        "<script>const frame = document.createElement('iframe'); frame.width = 500; frame.height = 300; frame.title = 'One';
         frame.onload = () => {{
           const say = (message, ports) => frame.contentWindow.postMessage(message, '*', ports);
           for (const message of ['x', null, 7, {{ protocol: 'mali-embed', version: 1 }}, {{ protocol: 'mali-embed', version: 2 }}, {{ type: 'applied', height: 1e9 }}]) say(message);
           say({{ protocol: 'other', version: 1 }}, [new MessageChannel().port2]);
           document.body.dataset.said = '';
         }};
         frame.src = '{url}'; document.body.append(frame);</script>"
    );
    let host = Host::with(&[("index.html", &bare_page(&script))]);
    page.go_abroad(&host.url("")).await?;
    page.find("body[data-said]").await?;
    page.inside(0, async |page| {
        page.shows("h1", "Azawad").await?;
        page.find("html[data-framed]:not([data-fitted])").await.map(drop)
    })
    .await
}

async fn other_hosts_are_told_in_their_words(page: &Page) -> Outcome {
    let at = |query: &str| page.site().url(&format!("en/embed/term/azawad/{query}"));
    let body = format!(
        "<pre></pre><script>addEventListener('message', event => document.querySelector('pre').append(JSON.stringify(event.data) + '\\n'))</script>
         <iframe src=\"{}\" title=WordPress></iframe><iframe src=\"{}\" title=Canvas></iframe><iframe src=\"{}\" title=pym></iframe><iframe src=\"{}\" title=None></iframe>",
        at("#?secret=abc123"), at("?speak=canvas"), at("?childId=p1&initialWidth=300"), at("")
    );
    let host = Host::with(&[("index.html", &bare_page(&body))]);
    page.go_abroad(&host.url("")).await?;
    for words in [
        "\"message\":\"height\"",
        "\"secret\":\"abc123\"",
        "lti.frameResize",
        "pymxPYMxp1xPYMxheightxPYMx",
    ] {
        page.shows("pre", words).await?;
    }
    // Nothing but heights is told, and nothing at all by the frame that nobody asked.
    let said = page.text("pre").await?;
    for line in said.lines() {
        assert!(
            ["\"height\"", "lti.frameResize", "xPYMxheightxPYMx"]
                .iter()
                .any(|known| line.contains(known)),
            "{line}"
        );
    }
    Ok(())
}

async fn the_smallest_frame_holds_every_part(page: &Page) -> Outcome {
    for path in [
        "map/",
        "accord/",
        "government/",
        "foreign/",
        "forces/",
        "term/azawad/",
        "claim/q-ber-first/",
        "walk/ten-to-four/three-accounts/",
        "timeline/",
    ] {
        let url = page.site().url(&format!("en/embed/{path}"));
        let frame = format!(
            "<iframe src=\"{url}\" title=One width=320 height=240 style=\"border:0\"></iframe>"
        );
        let host = Host::with(&[("index.html", &bare_page(&frame))]);
        page.go_abroad(&host.url("")).await?;
        page.inside(0, async |page| {
            page.shows("h1", "").await?;
            page.shows(".source-line", "Mali, explained").await?;
            let wide = page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
            assert_eq!(wide, 0, "{path} is too wide");
            // Its window is the frame, however high the host makes it: nothing may stick to it.
            let stuck = page.ask("return [...document.querySelectorAll('*')].filter((one) => one.checkVisibility()
                && (one.matches('dialog[open]') || ['fixed', 'sticky'].includes(getComputedStyle(one).position))).length").await?;
            assert_eq!(stuck, 0, "{path} sticks to its window");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn nothing_in_a_frame_takes_the_focus(page: &Page) -> Outcome {
    let frame = |path: &str| {
        format!(
            "<iframe data-mali src=\"{}\" title=Part width=800></iframe>",
            page.site().url(path)
        )
    };
    let body = format!(
        "<input aria-label=Name autofocus>{}{}",
        frame(TIMELINE),
        frame(&format!("{STEP}#text"))
    );
    let host = Host::with(&[("index.html", &page_around(page, &body))]);
    page.go_abroad(&host.url("")).await?;
    for place in 0..2 {
        fits(page, place).await?;
    }
    page.has_focus("input").await?;
    assert_eq!(page.ask("return scrollY").await?, 0);
    // Nor does it hear keys that are not meant for it.
    page.write("ab").await?;
    page.key(Key::Left).await?;
    page.write("c").await?;
    assert_eq!(page.ask("return document.querySelector('input').value").await?, "acb");
    Ok(())
}

async fn looks_are_asked_for_in_the_address(page: &Page) -> Outcome {
    page.open("en/embed/walk/ten-to-four/three-accounts/?theme=dark&level=full&height=box").await?;
    page.find("html[data-theme=dark]").await?;
    page.shows(".walk__words--full", "").await?;
    page.open("en/embed/walk/ten-to-four/three-accounts/?theme=purple&level=9").await?;
    page.find("html:not([data-theme])").await?;
    page.hides(".walk__words--full").await?;
    page.open_alive("en/embed/timeline/?theme=light&height=box&childId=x").await?;
    page.find("html[data-theme=light]").await?;
    page.lacks("main", "childId").await
}
