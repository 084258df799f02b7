// Builds the pages of the others into dist/: bundles (esbuild, minified, production), one HTML page per peer and size with
// its data preloaded, and the files of TimelineJS as published. The events are there already (events.mjs).
//   node build.mjs [--sizes 100,1000,10000]
import { build } from 'esbuild';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { GROUPS } from './events.mjs';

const root = new URL('.', import.meta.url).pathname;
const dist = root + 'dist/';
const { values: o } = parseArgs({ options: { sizes: { type: 'string', default: '100,1000,10000' } } });
// dist/ours stays: another command makes it
for (const old of ['assets', 'vendor', 'timelinejs', 'vis', 'd3', 'floor']) rmSync(dist + old, { recursive: true, force: true });
mkdirSync(dist + 'assets', { recursive: true });

const r = await build({
  entryPoints: { vis: root + 'src/vis.js', d3: root + 'src/d3.js', floor: root + 'src/floor.js', timelinejs: root + 'src/timelinejs.js', shell: root + 'src/shell.css' },
  outdir: dist + 'assets', bundle: true, minify: true, format: 'esm', target: 'es2022', splitting: false,
  define: { 'process.env.NODE_ENV': '"production"' }, entryNames: '[name]-[hash]', metafile: true, legalComments: 'none', logLevel: 'warning',
  loader: { '.png': 'dataurl', '.svg': 'dataurl' },
});
const out = {};
for (const [f, m] of Object.entries(r.metafile.outputs)) {
  const base = f.split('/').pop();
  const [, name, ext] = base.match(/^(\w+?)-\w+\.(js|css)$/) || [];
  if (name) (out[name] ??= {})[ext] = '/assets/' + base;
}
cpSync(root + 'node_modules/@knight-lab/timelinejs/dist/js/timeline.js', dist + 'vendor/timelinejs/js/timeline.js');
cpSync(root + 'node_modules/@knight-lab/timelinejs/dist/js/locale', dist + 'vendor/timelinejs/js/locale', { recursive: true });
cpSync(root + 'node_modules/@knight-lab/timelinejs/dist/css/timeline.css', dist + 'vendor/timelinejs/css/timeline.css');
cpSync(root + 'node_modules/@knight-lab/timelinejs/dist/css/icons', dist + 'vendor/timelinejs/css/icons', { recursive: true });

const PEERS = {
  timelinejs: { title: 'TimelineJS', fmt: 'timelinejs', css: ['/vendor/timelinejs/css/timeline.css'], pre: ['/vendor/timelinejs/js/timeline.js'], detail: false },
  vis: { title: 'vis-timeline', fmt: 'vis', css: [out.vis.css], detail: true },
  d3: { title: 'D3', fmt: 'common', css: [out.d3.css], detail: true },
  floor: { title: 'one dot', css: [out.floor.css], inside: '<span class="ev">One event</span>', detail: true },
};
for (const [id, p] of Object.entries(PEERS)) for (const n of o.sizes.split(',').map(Number)) {
  const dir = `${dist}${id}/${n}/`;
  mkdirSync(dir, { recursive: true });
  writeFileSync(dir + 'index.html', `<!doctype html>
<html lang="en" data-n="${n}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AI timeline, ${n} events (${p.title})</title>
<meta name="description" content="An interactive timeline of ${n} events in five lanes, drawn with ${p.title}.">
<link rel="icon" href="data:,">
${p.fmt ? `<link rel="preload" href="/data/${p.fmt}-${n}.json" as="fetch" crossorigin>\n` : ''}<link rel="stylesheet" href="${out.shell.css}">
${p.css.map((c) => `<link rel="stylesheet" href="${c}">`).join('\n')}
${(p.pre || []).map((s) => `<script defer src="${s}"></script>`).join('\n')}
<script type="module" src="${out[id].js}"></script>
</head>
<body>
<header><h1>AI timeline: ${n} events</h1>
<div class="filters" role="group" aria-label="Show group">
<button type="button" data-bench-filter="" aria-pressed="true">All</button>
${GROUPS.map((g, i) => `<button type="button" data-bench-filter="${i}" aria-pressed="false">${g}</button>`).join('\n')}
</div></header>
<main><div class="wrap"><div id="timeline">${p.inside || ''}</div></div>${p.detail ? '<section id="detail" aria-live="polite" aria-label="Selected event"></section>' : ''}</main>
</body>
</html>
`);
}
