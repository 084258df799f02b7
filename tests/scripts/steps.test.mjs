// What is kept of a reading (src/publish/scripts/steps.js): small whatever was read, whole when it is given back, and nothing where it is garbage.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const script = readFileSync(new URL('../../src/publish/scripts/steps.js', import.meta.url), 'utf8');
const followSteps = new Function('addEventListener', 'setTimeout', 'clearTimeout', `${script}; return followSteps;`);

// As much of an edition as the script touches: `count` steps, which `read` brings into view by their places, each for long enough.
// `timers` are those of the window; without them no time passes.
function edition(count, { kept = '', last = '', isDone = false, isRecorded = true, timers = { set: (act) => act(), clear() {} } } = {}) {
  const heard = {};
  const element = () => ({ children: [], style: {}, setAttribute() {}, focus() {}, replaceChildren() {}, append(...more) { for (const one of more) { this.children.push(one); if (typeof one === 'object') one.parentElement = this; } } });
  const steps = Array.from({ length: count }, (_, place) => Object.assign(element(), { id: `walk/chapter/step-${place}` }));
  const head = element(), whole = { dataset: { lmsRead: '{n} of {total}', lmsExit: 'Save and exit', lmsSaved: 'Saved', lmsLeave: 'Exit', lmsLeft: 'Left', lmsOn: 'Go on' } };
  let seen, told = [], left = [];
  const document = {
    querySelector: (what) => (what === '.whole' ? whole : head),
    querySelectorAll: () => steps,
    addEventListener() {},
    createElement: element,
    getElementById: (id) => steps.find((step) => step.id === id),
  };
  const view = { document, IntersectionObserver: class { constructor(heard) { seen = heard; } observe() {} } };
  followSteps((kind, act) => { heard[kind] = act; }, timers.set, timers.clear)(view, { kept, last, isDone, isRecorded, note: (one) => told.push(one), leave: (isByButton) => left.push(isByButton) });
  const [said, , exit, , on] = head.children[0].children;
  const sees = (isIntersecting) => (places) => seen(places.map((place) => ({ target: steps[place].children[0], isIntersecting })));
  return { told, said: () => said.textContent, exit, on, left, heard, read: sees(true), pass: sees(false) };
}

// Numbers from a seed, so that a failure comes again.
function* chance(seed) {
  for (let x = seed; ; ) { x = (x * 1664525 + 1013904223) >>> 0; yield x / 2 ** 32; }
}

test('what is kept is small, and is the same reading when it is given back', () => {
  const random = chance(46);
  const next = () => random.next().value;
  for (let turn = 0; turn < 300; turn += 1) {
    const count = 1 + Math.floor(next() * 400), share = next();
    const places = Array.from({ length: count }, (_, place) => place).filter(() => next() < share);
    const first = edition(count);
    first.read(places);
    equal(first.said(), `${places.length} of ${count}`);
    equal(first.told.length, places.length, 'each step is told once');
    first.read(places);
    equal(first.told.length, places.length, 'and not again');
    if (!places.length) continue;
    const { kept, last, share: part } = first.told.at(-1);
    ok(kept.length <= 2 + Math.ceil(count / 4) && kept.length <= 4096, `${kept.length} characters for ${count} steps`);
    ok(/^1:[0-9a-f]+$/.test(kept), kept);
    equal(part === 1, places.length === count);
    const second = edition(count, { kept, last, isDone: part === 1 });
    equal(second.said(), `${places.length} of ${count}`);
    equal(second.on.href, `#${last}`);
    second.read(places);
    equal(second.told.length, 0, 'what was read before is not told again');
  }
});

test('garbage, and what another number of steps left, is no reading and no fault', () => {
  for (const kept of ['', '1:', '2:ff', 'null', '1:zz', '1:-1', '{"a":1}', '\u0000']) equal(edition(9, { kept, last: 'nowhere' }).said(), '0 of 9', kept);
  const all = edition(5, { kept: '1:ffffff' });
  equal(all.said(), '5 of 5');
  equal(all.told[0].share, 1, 'whoever comes with all read is told as done');
  equal(edition(5, { kept: '1:ffffff', isDone: true }).told.length, 0);
});

test('whoever leaves, leaves once, and nothing is told afterwards', async () => {
  const one = edition(3);
  await one.exit.onclick();
  await one.exit.onclick();
  one.read([0]);
  one.heard.pagehide();
  deepEqual(one.left, [true]);
  equal(one.told.length, 0);
});

test('a page that is shown again after it was left says that the visit is over', () => {
  const one = edition(3);
  one.heard.pagehide();
  one.heard.pageshow({ persisted: false });
  equal(one.said(), '0 of 3');
  one.heard.pageshow({ persisted: true });
  deepEqual([one.said(), one.left], ['Saved', [false]]);
});

test('a step is read once its end has been in view for a second, not when it passes', () => {
  const waiting = new Map();
  const timers = { set: (act, ms) => { waiting.set(waiting.size + 1, { act, ms }); return waiting.size; }, clear: (one) => waiting.delete(one) };
  const one = edition(3, { timers });
  one.read([0, 1]);
  equal(one.told.length, 0);
  one.pass([0]);
  deepEqual([...waiting.values()].map(({ ms }) => ms), [1000]);
  for (const { act } of waiting.values()) act();
  deepEqual(one.told.map(({ last }) => last), ['walk/chapter/step-1']);
});

test('whoever looks on is not told that it was saved', async () => {
  const said = async (isRecorded) => {
    const one = edition(3, { isRecorded }), before = one.exit.textContent;
    await one.exit.onclick();
    return [before, one.said()];
  };
  deepEqual(await said(true), ['Save and exit', 'Saved']);
  deepEqual(await said(false), ['Exit', 'Left']);
});
