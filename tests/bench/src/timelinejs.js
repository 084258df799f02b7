// Glue for TimelineJS, which is used as its authors publish it (dist/js/timeline.js, global TL).
import { load, surface, onFilter, rtl } from './page.js';
const data = await load('timelinejs');
const groups = [...document.querySelectorAll('[data-bench-filter]')].map((b) => b.textContent);
function make(events) {
  surface.replaceChildren();
  window.timeline = new TL.Timeline('timeline', { events }, {
    script_path: new URL('/vendor/timelinejs/js/', location.href).href,
    font: null, // the default font file imports from fonts.googleapis.com; local assets only here
    language: rtl ? 'he' : 'en',
  });
}
make(data.events);
onFilter((g) => make(g === null ? data.events : data.events.filter((e) => e.group === groups[g + 1])));
