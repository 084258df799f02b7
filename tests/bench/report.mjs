// Prints the tables and the targets of a file of results; measure.mjs does so at its end.
//   node report.mjs [results/<time>.json]     without a file, the newest
import { readFileSync, readdirSync } from 'node:fs';
import { here, round, table } from './lib/figures.mjs';
import { targets } from './lib/targets.mjs';

const CONDITIONS = { none: 'unthrottled', slow: 'slow: CPU 4 times slower, 1.6 Mbit/s, 150 ms' };
const HEAD = ['page', 'runs', 'noisy', 'first event', 'interactive', 'TBT', 'CLS', 'longest task', 'longest after load', 'KiB no data', 'KiB', 'pan p95', 'moves/s', 'zoom p95', 'moves/s', 'filter', 'JS heap MB', 'wasm MB', 'PSS MB'];

// A median, with the range of the runs where they differ.
const figure = (x, digits = 0, unit = 1) => {
  if (!x) return null;
  const [median, min, max] = [x.median, x.min, x.max].map((value) => round(value / unit, digits));
  return x.runs > 1 && min !== max ? `${median} (${min}-${max})` : median;
};
const later = (a, b) => (a && b ? (a.median >= b.median ? a : b) : null);

function row(s) {
  if (s.dnf) return [s.name, `DNF: ${s.dnf}`, ...HEAD.slice(2).map(() => null)];
  const { load = {}, bytes = {}, memory = {}, input = {} } = s.passive, { pan = {}, zoom = {} } = input;
  return [s.name, s.runs, s.noisy_runs, figure(load.first_event), figure(s.probing.interactive), figure(load.tbt), figure(load.cls, 3), figure(load.longest_task), figure(later(input.longest_driven, s.probing.longest_after)), figure(bytes.without_data, 0, 1024), figure(bytes.total, 0, 1024), figure(pan.p95, 1), figure(pan.moved_per_s), figure(zoom.p95, 1), figure(zoom.moved_per_s), figure(input.filter_ms), figure(memory.js_heap_mb, 1), figure(load.wasm_memory, 1, 1e6), figure(memory.renderer_pss_mb)];
}

export function report(file) {
  const { machine, measured } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`\n${file}\n${machine.cpu}, ${machine.cores} cores; times in ms, medians (and ranges) of the runs`);
  const own = measured.filter((s) => s.name === 'site');
  for (const condition of Object.keys(CONDITIONS)) {
    for (const n of new Set(measured.filter((s) => s.name !== 'site').map((s) => s.n))) {
      const rows = measured.filter((s) => s.name !== 'site' && s.n === n && s.condition === condition);
      if (rows.length) console.log(`\n${n} events, ${CONDITIONS[condition]}\n${table(rows.map(row), HEAD)}`);
    }
    const rows = own.filter((s) => s.condition === condition);
    if (rows.length) console.log(`\nThe site's own ${rows[0].n} events, ${CONDITIONS[condition]}\n${table(rows.map(row), HEAD)}`);
  }
  const goals = targets(measured);
  if (goals.length) console.log('\nTargets');
  for (const { met, text } of goals) console.log(`${met === null ? 'unknown' : met ? 'met    ' : 'NOT MET'}  ${text}`);
  for (const s of measured.filter((one) => one.passive)) {
    const faults = [...s.raw.passive, ...s.raw.probing].flatMap((run) => [run.error, ...(run.errors || [])]).filter(Boolean);
    if (faults.length) console.log(`${s.name}, ${s.n}, ${s.condition}: ${[...new Set(faults)].join('; ')}`);
  }
}

if (process.argv[1] && import.meta.url === new URL('file://' + process.argv[1]).href) {
  report(process.argv[2] || here + 'results/' + readdirSync(here + 'results').sort().at(-1));
}
