// What the timeline of the site has to reach beside the others: pure, from the summaries that measure.mjs writes.
// Figures are medians over the runs, in ms unless said.

export const MEDIANS = {
  first: (s) => s.passive?.load?.first_event?.median,
  interactive: (s) => s.probing?.interactive?.median,
  pan: (s) => s.passive?.input?.pan?.p95?.median,
  zoom: (s) => s.passive?.input?.zoom?.p95?.median,
  filter: (s) => s.passive?.input?.filter_ms?.median,
  cls: (s) => s.passive?.load?.cls?.median,
  // The longest task that began while input was driven, or between the first reaction and quiet. Tasks under 50 ms are not reported: 0.
  longest: (s) => [s.passive?.input?.longest_driven?.median, s.probing?.longest_after?.median].reduce((a, b) => (known(a) && known(b) ? Math.max(a, b) : undefined)),
};
const FRAME = 18, FILTER = 50, TASK = 50, CLS = 0.0005;
const OTHERS = ['timelinejs', 'vis', 'd3'];
const known = (x) => Number.isFinite(x);
const short = (x) => (known(x) ? String(+x.toFixed(x < 1 ? 3 : 1)) : 'no figure');

// One target per size and condition that was measured: { met: true, false or null where a figure is missing, text }.
export function targets(measured) {
  const of = (name, n, condition) => measured.find((s) => s.name === name && s.n === n && s.condition === condition);
  const found = [];
  const atMost = (what, value, limit, why = '') => found.push({ met: known(value) && known(limit) ? value <= limit : null, text: `${what}: ${short(value)}, at most ${short(limit)}${why}` });
  for (const ours of measured.filter((s) => s.name === 'ours')) {
    const { n, condition } = ours, place = `${n} events, ${condition}`;
    if (ours.dnf) { found.push({ met: false, text: `${place}: did not finish (${ours.dnf})` }); continue; }
    const beside = (name) => of(name, n, condition);
    for (const other of OTHERS.map(beside).filter(Boolean)) {
      const value = MEDIANS.first(ours), limit = MEDIANS.first(other);
      if (other.dnf) found.push({ met: known(value), text: `first event, ${place}: ${short(value)}, before ${other.name}, which did not finish` });
      else found.push({ met: known(value) && known(limit) ? value < limit : null, text: `first event, ${place}: ${short(value)}, before ${other.name} with ${short(limit)}` });
    }
    if (condition === 'slow') {
      for (const [name, share] of n < 1000 ? [['vis', 1]] : [['vis', 0.6], ['d3', 1.2]]) {
        const other = beside(name);
        if (other?.dnf) found.push({ met: known(MEDIANS.interactive(ours)), text: `interactive, ${place}: ${short(MEDIANS.interactive(ours))}; ${name} did not finish` });
        else if (other) atMost(`interactive, ${place}`, MEDIANS.interactive(ours), share * MEDIANS.interactive(other), ` (${share} of ${name} with ${short(MEDIANS.interactive(other))})`);
      }
    }
    if (condition === 'none') {
      atMost(`pan p95, ${place}`, MEDIANS.pan(ours), FRAME);
      atMost(`zoom p95, ${place}`, MEDIANS.zoom(ours), FRAME);
      if (n === 10000) atMost(`filter, ${place}`, MEDIANS.filter(ours), FILTER);
      if (n === 1000) atMost(`longest task after load, ${place}`, MEDIANS.longest(ours), TASK);
    }
    const cls = MEDIANS.cls(ours);
    found.push({ met: known(cls) ? cls < CLS : null, text: `CLS, ${place}: ${short(cls)}, is to be 0` });
  }
  return found;
}
