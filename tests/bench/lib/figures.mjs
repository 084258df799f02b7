// Medians and percentiles, the file of results, and tables.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

export const here = new URL('..', import.meta.url).pathname;

export const med = (a) => { const v = a.filter((x) => Number.isFinite(x)).sort((x, y) => x - y); if (!v.length) return null; const m = v.length >> 1; return v.length % 2 ? v[m] : (v[m - 1] + v[m]) / 2; };
export const pct = (a, p) => { if (!a.length) return null; const v = [...a].sort((x, y) => x - y); return v[Math.min(v.length - 1, Math.ceil((p / 100) * v.length) - 1)]; };
export const round = (x, d = 0) => (Number.isFinite(x) ? +x.toFixed(d) : null);
// {a:{b:1}} of several runs -> the same shape with {median,min,max,runs}
export function summarise(runs) {
  const keys = new Set(runs.flatMap((r) => Object.keys(r || {})));
  const o = {};
  for (const k of keys) {
    const v = runs.map((r) => r?.[k]).filter((x) => x !== undefined && x !== null);
    if (!v.length) continue;
    if (v.every((x) => typeof x === 'number')) o[k] = { median: round(med(v), 3), min: round(Math.min(...v), 3), max: round(Math.max(...v), 3), runs: v.length };
    else if (v.every((x) => typeof x === 'object' && !Array.isArray(x))) o[k] = summarise(v);
    else o[k] = v.every((x) => JSON.stringify(x) === JSON.stringify(v[0])) ? v[0] : v;
  }
  return o;
}

function machine() {
  return { cpu: cpus()[0].model, cores: cpus().length, memory_gib: round(totalmem() / 2 ** 30, 1), kernel: readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim(), node: process.version, loadavg: loadavg().map((x) => round(x, 2)), gpu: 'none (--disable-gpu, software compositing)' };
}
// One file per run of the bench, written again after each page.
export class Results {
  constructor(conditions) {
    this.file = join(here, 'results', new Date().toISOString().slice(0, 19).replaceAll(':', '') + '.json');
    this.content = { machine: machine(), ...conditions, measured: [] };
    mkdirSync(dirname(this.file), { recursive: true });
  }
  add(page) {
    this.content.measured.push(page);
    writeFileSync(this.file, JSON.stringify(this.content, null, 1));
  }
}
export function table(rows, head) {
  const all = [head, ...rows].map((r) => r.map((c) => (c === null || c === undefined ? '-' : String(c))));
  const w = head.map((_, i) => Math.max(...all.map((r) => r[i].length)));
  const line = (r) => '| ' + r.map((c, i) => (i ? c.padStart(w[i]) : c.padEnd(w[i]))).join(' | ') + ' |';
  return [line(all[0]), '|' + w.map((x) => '-'.repeat(x + 2)).join('|') + '|', ...all.slice(1).map(line)].join('\n');
}
