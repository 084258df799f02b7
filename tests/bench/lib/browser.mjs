// Starts a browser of its own for every load, with an empty profile and no way to any other host.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const VIEW = { width: 1280, height: 800 };
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps', '--disable-domain-reliability', '--no-pings', '--mute-audio', '--hide-scrollbars', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', `--window-size=${VIEW.width},${VIEW.height}`, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--lang=en-GB'];

// `cargo xtask bench` says which Chromium it found.
const CHROMIUM = process.env.MALI_CHROMIUM || 'chromium';

export async function startBrowser() {
  const dir = mkdtempSync(join(tmpdir(), 'bench-chromium-'));
  const child = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${dir}`, '--remote-debugging-port=0', 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ws = await new Promise((ok, no) => {
    let s = '';
    const t = setTimeout(() => no(new Error('chromium did not start: ' + s.slice(-400))), 30000);
    child.stderr.on('data', (d) => { s += d; const m = s.match(/DevTools listening on (ws:\S+)/); if (m) { clearTimeout(t); ok(m[1]); } });
    child.on('error', (e) => no(new Error(`${CHROMIUM} does not start: ${e.message}`)));
    child.on('exit', (c) => no(new Error('chromium ended ' + c + ' ' + s.slice(-400))));
  });
  child.stderr.resume();
  const browser = await chromium.connectOverCDP(ws);
  return {
    browser, pid: child.pid, port: Number(new URL(ws).port),
    async close() {
      await Promise.race([browser.close().catch(() => {}), sleep(3000)]);
      try { process.kill(-child.pid, 'SIGTERM'); } catch {} // only the group that this script started
      await sleep(200);
      try { process.kill(-child.pid, 'SIGKILL'); } catch {}
      for (let i = 0; i < 5; i++) try { rmSync(dir, { recursive: true, force: true }); break; } catch { await sleep(300); }
    },
  };
}

export const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
export const withTimeout = (p, ms, what) => { let t; return Promise.race([p, new Promise((_, no) => { t = setTimeout(() => no(new Error('timeout: ' + what)), ms); })]).finally(() => clearTimeout(t)); };
