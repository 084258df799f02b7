import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { formats, makeEvents } from '../events.mjs';
import { targets } from './targets.mjs';

const of = (median) => ({ median });
const page = (name, n, condition, { first = 100, interactive = 100, pan = 17, zoom = 17, filter = 20, driven = 0, after = 0, cls = 0 } = {}) => ({
  name, n, condition,
  passive: { load: { first_event: of(first), cls: of(cls) }, input: { pan: { p95: of(pan) }, zoom: { p95: of(zoom) }, filter_ms: of(filter), longest_driven: of(driven) } },
  probing: { interactive: of(interactive), longest_after: of(after) },
});
const verdict = (measured, start) => targets(measured).filter(({ text }) => text.startsWith(start)).map(({ met }) => met);

test('the first event has to be seen before that of every other', () => {
  const others = ['timelinejs', 'vis', 'd3'].map((name, i) => page(name, 100, 'none', { first: 100 + i }));
  deepEqual(verdict([page('ours', 100, 'none', { first: 101 }), ...others], 'first event'), [false, false, true]);
});

test('interactivity is compared on the slow machine alone, more strictly from 1000 events', () => {
  const at = (n, condition, interactive) => verdict([page('ours', n, condition, { interactive }), page('vis', n, condition), page('d3', n, condition)], 'interactive');
  deepEqual(at(100, 'none', 500), []);
  deepEqual(at(100, 'slow', 100), [true]);
  deepEqual(at(1000, 'slow', 61), [false, true]);
  deepEqual(at(10000, 'slow', 121), [false, false]);
});

test('a page that did not finish is behind one that did', () => {
  const lost = { name: 'vis', n: 1000, condition: 'slow', dnf: 'no event element visible within 120 s' };
  deepEqual(verdict([page('ours', 1000, 'slow'), lost], 'interactive'), [true]);
  deepEqual(verdict([{ ...lost, name: 'ours' }], '1000 events'), [false]);
});

test('the longest task counts those of input and those after the first reaction', () => {
  const at = (figures) => verdict([page('ours', 1000, 'none', figures)], 'longest task');
  deepEqual([at({}), at({ driven: 51 }), at({ after: 51 })], [[true], [false], [false]]);
});

test('a figure that is missing is neither met nor not met', () => {
  const blind = page('ours', 10000, 'none');
  delete blind.passive.input;
  deepEqual(verdict([blind], 'filter'), [null]);
});

test('our events have the weights of a rule and the date of the common ones', () => {
  const events = makeEvents(101), { title, events: ours } = formats.ours(events);
  equal(title, 'AI timeline: 101 events');
  deepEqual([0, 1, 10, 49, 50, 60, 100].map((i) => ours[i].weight), [3, 1, 2, 1, 3, 2, 3]);
  ok(ours.every((e, i) => e.id === `e${i}` && e.when.start === events[i].date && e.lanes.length === 1));
});
