// Seeded events of random words, the same for every page, written into data/ in each page's own format.
//   node events.mjs [--sizes 100,1000,10000]
// Every title ends in a token of its own, T000042, and every body in B000042, so no two are alike.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const GROUPS = ['Models', 'Hardware', 'Research', 'Policy', 'Products'];

const W = ('ability access accuracy agent algorithm alignment analysis approach architecture argument attention audit author average backward balance baseline batch behaviour benchmark bias board bottleneck branch bridge budget camera capability capital caption carbon centre chain challenge chapter chip choice circuit citation claim classifier classroom cloud cluster code collapse committee company compiler compute concept conference context contract control corpus correction cost critic culture curve cycle data debate decade decision decoder defence degree delay demand depth design device dialogue dictionary diffusion digit discovery dispute distance doctor document domain draft driver economy edge editor effect effort embedding emission encoder energy engine ensemble entropy episode error essay estimate ethics evaluation evidence example exam expert export factor failure feature feedback field filter finding forecast format founder framework frequency function funding future game gradient grammar graph group growth guideline hardware harm hearing history horizon human hypothesis idea image impact incentive index industry inference institute interface island judge kernel keyboard knowledge label laboratory language lattice launch law layer leader learning lecture lesson letter library licence limit logic loss machine manual margin market matrix measure mechanism medicine memory message method metric milestone mind mirror mission model module moment motion museum network neuron noise notebook novel number objective object observer office operator opinion optimiser outcome output paper parameter partner patent pattern penalty perception perceptron period phase photograph physics pilot pipeline pixel planner platform player policy pooling portrait power practice prediction press price prize probability problem processor product professor program project prompt proof proposal protein protocol prototype public publisher purpose puzzle quality query question radio random ranking rate reader reasoning record recurrence reform region register regression regulation relation release report request research residual resource response result retrieval review reward rhythm risk robot rollout rule safety sample satellite scale scene schedule scholar school science score script search sector seminar sensor sentence sequence server session shift signal silicon simulator skill society software solution sound source space speaker specification speech speed standard startup statement station statistics step storage story strategy student study subject summary supply support survey symbol system table target task teacher team technique telescope template tensor term test text theorem theory threshold token tool topic trace tradition traffic training transfer transformer transistor translation treaty trend trial trust tutor union unit university update upgrade user value variable variance vector vendor verdict version video vision vocabulary voice volume voter wafer warning weather website weight window winter word worker workshop world writer').split(' ');
const V = ('adopts announces answers approves backs beats begins blocks boosts breaks brings builds challenges changes claims closes compares connects corrects cuts defines delays demonstrates describes doubles drives ends expands explains extends fails finds follows forms funds halves helps improves informs inspires introduces joins launches leads learns limits links loses maps matches measures meets models moves names needs offers opens outlines passes plans predicts proposes proves publishes questions reaches records reduces regulates rejects releases repeats replaces reports rewrites rules scales seeks sets shapes shares shows signs solves sparks splits starts studies surpasses teaches tests tracks trains translates tries turns unveils updates uses warns widens wins').split(' ');
const A = ('academic ambitious annual bold broad careful cheaper civic clinical common complex critical curious daily deep dense detailed digital direct distant dynamic early efficient electric emerging empirical essential famous faster federal final first formal free general global gradual hidden hybrid independent joint large late leading linear local modern narrow national neural notable novel open optical parallel popular practical private public quiet rapid rare recent regional robust second shared simple slow small social sparse special statistical steady strong subtle symbolic technical third unusual useful visual wide younger').split(' ');

export function rng(seed) { // mulberry32
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeEvents(n, seed = 20261122) {
  const r = rng(seed ^ n);
  const pick = (a) => a[Math.floor(r() * a.length)];
  const cap = (s) => s[0].toUpperCase() + s.slice(1);
  const DAY = 86400000;
  const t0 = Date.UTC(1960, 0, 1), t1 = Date.UTC(2012, 0, 1), t2 = Date.UTC(2026, 11, 31);
  const times = [];
  for (let i = 0; i < n; i++) {
    // 20 % before 2012, spread evenly; 80 % after, denser towards the present.
    const t = r() < 0.2 ? t0 + r() * (t1 - t0) : t1 + Math.sqrt(r()) * (t2 - t1);
    times.push(Math.floor(t / DAY) * DAY);
  }
  times.sort((a, b) => a - b);
  return times.map((t, i) => {
    const tok = String(i).padStart(6, '0');
    const max = 20 + Math.floor(r() * 41) - 8; // room for ' T000042'
    const words = [cap(pick(A)), pick(W), pick(V), pick(A), pick(W), pick(W), pick(W)];
    let title = words[0];
    for (const w of words.slice(1)) { if ((title + ' ' + w).length > Math.max(max, 12)) break; title += ' ' + w; }
    title += ' T' + tok;
    while (title.length < 20) title = title.replace(' T', ' ' + pick(W) + ' T');
    const ns = 1 + Math.floor(r() * 3);
    const sent = [];
    for (let s = 0; s < ns; s++) {
      sent.push(`${cap(pick(A))} ${pick(W)} ${pick(V)} the ${pick(A)} ${pick(W)} of ${pick(W)} and ${pick(V)} a ${pick(A)} ${pick(W)}${r() < 0.5 ? `, which ${pick(V)} ${pick(W)} and ${pick(W)}` : ''}.`);
    }
    return { id: i, date: new Date(t).toISOString().slice(0, 10), group: Math.floor(r() * 5), title, body: sent.join(' ') + ' B' + tok };
  });
}

export const formats = {
  common: (ev) => ({ groups: GROUPS, events: ev }),
  timelinejs: (ev) => ({
    events: ev.map((e) => {
      const [year, month, day] = e.date.split('-').map(Number);
      return { unique_id: 'e' + e.id, start_date: { year, month, day }, group: GROUPS[e.group], text: { headline: e.title, text: `<p>${e.body}</p>` } };
    }),
  }),
  vis: (ev) => ({
    groups: GROUPS.map((g, i) => ({ id: i, content: g })),
    items: ev.map((e) => ({ id: e.id, group: e.group, start: e.date, content: e.title, body: e.body })),
  }),
  // What `site timeline FILE DIR` reads. A rule gives the weight: the 1st, 51st, 101st… event 3, the 11th, 21st… 2, the others 1.
  ours: (ev) => ({
    title: `AI timeline: ${ev.length} events`,
    events: ev.map((e) => ({ id: 'e' + e.id, title: e.title, summary: e.body, when: { start: e.date }, lanes: [GROUPS[e.group]], weight: e.id % 50 === 0 ? 3 : e.id % 10 === 0 ? 2 : 1 })),
  }),
};

if (process.argv[1] && import.meta.url === new URL('file://' + process.argv[1]).href) {
  const { values: o } = parseArgs({ options: { sizes: { type: 'string', default: '100,1000,10000' } } });
  const data = new URL('./data', import.meta.url).pathname;
  mkdirSync(data, { recursive: true });
  for (const n of o.sizes.split(',').map(Number)) {
    const ev = makeEvents(n);
    for (const [name, f] of Object.entries(formats)) writeFileSync(`${data}/${name}-${n}.json`, JSON.stringify(f(ev)));
  }
}
