import { startBrowser, sleep, VIEW } from './lib/browser.mjs';
import { serve } from './server.mjs';
const [path, slow] = [process.argv[2], process.argv[3]==='slow'];
const server = await serve();
const b = await startBrowser();
const ctx = await b.browser.newContext({ viewport: VIEW, deviceScaleFactor: 1, locale: 'en-GB' });
const page = await ctx.newPage();
const cdp = await ctx.newCDPSession(page);
if (slow) { await cdp.send('Network.enable'); await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }); await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 }); }
const bs = await b.browser.newBrowserCDPSession();
const evs=[]; bs.on('Tracing.dataCollected', e => evs.push(...e.value));
await bs.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline','blink.user_timing','loading','disabled-by-default-devtools.timeline'] }, transferMode: 'ReportEvents' });
await page.goto(server.origin + path, { waitUntil: 'load' }); await sleep(1500);
const done = new Promise(r => bs.once('Tracing.tracingComplete', r)); await bs.send('Tracing.end'); await done;
const nav = evs.filter(e => e.name==='navigationStart' && (e.args?.data?.documentLoaderURL||'').startsWith(server.origin)).at(-1); const t0 = nav.ts;
const pid = nav.pid, tid=nav.tid;
const rows = evs.filter(e => e.pid===pid && e.tid===tid && e.ts>=t0 && (e.ph==='X' && e.dur>3000 || /firstContentfulPaint|firstPaint|ResourceSendRequest|ResourceFinish|ResourceReceiveResponse|domInteractive|loadEventStart/.test(e.name))).sort((a,b)=>a.ts-b.ts);
for (const e of rows) console.log(((e.ts-t0)/1000).toFixed(0).padStart(6), ((e.dur||0)/1000).toFixed(1).padStart(7), e.name, (e.args?.data?.url||e.args?.data?.functionName||e.args?.beginData?.url||'').slice(-40), e.args?.beginData?JSON.stringify(e.args.beginData).slice(0,80):'', e.name==='UpdateLayoutTree'?JSON.stringify(e.args).slice(0,80):'');
await b.close(); server.close();
