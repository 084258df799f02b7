// How many cores other processes used during a run (the bench and its browser left out).
import { readFileSync, readdirSync } from 'node:fs';
import { sleep } from './browser.mjs';

const HZ = 100;
function busyJiffies() { const f = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number); return f[0] + f[1] + f[2] + f[5] + f[6] + f[7]; }
function ownJiffies(sessions) {
  let s = 0;
  for (const d of readdirSync('/proc')) if (/^\d+$/.test(d)) try {
    const st = readFileSync(`/proc/${d}/stat`, 'utf8'), f = st.slice(st.lastIndexOf(')') + 2).split(' ');
    if (sessions.has(Number(f[3])) || Number(d) === process.pid) s += Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14]);
  } catch {}
  return s;
}
export function noiseStart(sessions = []) { const set = new Set(sessions); return { t: Date.now(), busy: busyJiffies(), own: ownJiffies(set), set }; }
export function noiseEnd(a) { const dt = (Date.now() - a.t) / 1000; return Math.max(0, +(((busyJiffies() - a.busy) - (ownJiffies(a.set) - a.own)) / HZ / dt).toFixed(2)); }
export async function waitQuiet(maxS, limit = 0.25) {
  const end = Date.now() + maxS * 1000;
  let ok = 0;
  while (Date.now() < end) {
    const a = noiseStart(); await sleep(700);
    if (noiseEnd(a) <= limit) { if (++ok >= 2) return true; } else { ok = 0; await sleep(800); }
  }
  return false;
}
