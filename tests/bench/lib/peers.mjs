// Which pages are measured, and how each is driven.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './figures.mjs';
import { serve } from '../server.mjs';

// event: one event's element; surface: what is dragged or wheeled; opened: where an opened event's text appears; filter, all: what a
// click shows one group and all groups with.
const OURS = { event: '[data-event]', surface: '[data-timeline]', opened: '[data-detail]', pan: 'drag', zoom: 'ctrl-wheel', filter: '[data-filter="foreign"]', all: '[data-filter="all"]' };
const FILTER = { filter: '[data-bench-filter="2"]', all: '[data-bench-filter=""]' };
export const PEERS = {
  ours: OURS,
  timelinejs: { event: '.tl-timemarker-content-container', surface: '.tl-timenav', opened: '.tl-slide-active', pan: 'drag', zoom: 'buttons', zoomIn: '.tl-menubar-button:has(.tl-icon-zoom-in)', zoomOut: '.tl-menubar-button:has(.tl-icon-zoom-out)', ...FILTER },
  vis: { event: '.vis-item.vis-box,.vis-item.vis-cluster', surface: '.vis-panel.vis-center', opened: '#detail', pan: 'drag', zoom: 'wheel', ...FILTER },
  d3: { event: '.ev', surface: '#timeline svg', opened: '#detail', pan: 'drag', zoom: 'wheel', ...FILTER },
  floor: { event: '.ev', surface: '#timeline', opened: '#detail', pan: 'drag', zoom: 'wheel' },
};
// The page of the site itself. Its filters are switches, so a second press on the same one undoes the first.
const SITE = { ...OURS, filter: '[data-filter]', all: '[data-filter][aria-pressed="true"]' };
const SITE_PATH = 'en/timeline/';
const SITE_EVENTS = 'data/en/events.json';

// The list of pages to measure, smaller sizes first, and the server that serves them.
export async function pages({ peers, sizes, site }) {
  const names = peers.split(','), list = [], open = [];
  const drawn = names.filter((name) => name !== 'site');
  const unknown = drawn.find((name) => !PEERS[name]);
  if (unknown) throw new Error(`there is no page ${unknown}: choose from ${[...Object.keys(PEERS), 'site']}`);
  if (drawn.length) {
    const server = await serve();
    open.push(server);
    for (const n of sizes.split(',').map(Number)) for (const name of drawn) {
      if (!existsSync(`${here}dist/${name}/${n}/index.html`)) throw new Error(`there is no page of ${name} with ${n} events: node build.mjs --sizes ${n} makes it, and cargo xtask bench all of them`);
      list.push({ name, n, url: `${server.origin}/${name}/${n}/`, cfg: PEERS[name] });
    }
  }
  if (names.includes('site')) {
    if (!site) throw new Error('--site DIR says where the built site lies');
    const server = await serve({ root: site, data: null });
    open.push(server);
    list.push({ name: 'site', n: eventsOf(site), url: `${server.origin}/${SITE_PATH}`, cfg: SITE });
  }
  return { list, close: () => open.forEach((server) => server.close()) };
}

// How many events the site publishes.
function eventsOf(site) {
  const published = JSON.parse(readFileSync(join(site, SITE_EVENTS), 'utf8'));
  return Object.values({ published, ...published }).find(Array.isArray).length;
}

