// The usual hand-written D3 timeline: one SVG group per event in the visible window, a lane per
// group, d3-zoom for pan and zoom, a click opens the text below. Off-screen events are culled by
// binary search and labels are only drawn where they do not overlap (so it is better than a naive
// page), but there is no aggregation and no canvas.
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom } from 'd3-zoom';
import { axisBottom } from 'd3-axis';
import { bisector, extent } from 'd3-array';
import { load, surface, show, onFilter, rtl } from './page.js';
import './d3.css';

const { groups, events } = await load('common');
for (const e of events) e.t = new Date(e.date);
const W = surface.clientWidth, H = surface.clientHeight, M = { top: 10, bottom: 30, side: 90 };
const laneH = (H - M.top - M.bottom) / groups.length;
const svg = select(surface).append('svg').attr('width', W).attr('height', H).attr('viewBox', [0, 0, W, H]);
const range = rtl ? [W - M.side, 20] : [M.side, W - 20];
const x0 = scaleUtc().domain(extent(events, (e) => e.t)).range(range).nice();
let x = x0, data = events;
const gx = svg.append('g').attr('transform', `translate(0,${H - M.bottom})`);
const dots = svg.append('g');
svg.append('g').selectAll('text').data(groups).join('text')
  .attr('class', 'lane').attr('x', rtl ? W - 6 : 6).attr('text-anchor', rtl ? 'start' : 'start').attr('y', (_, i) => M.top + laneH * (i + 0.5)).text((d) => d);
const at = bisector((e) => e.t);
const rows = Math.max(1, Math.floor(laneH / 20));
function draw() {
  const [a, b] = x.domain();
  const vis = data.slice(at.left(data, a), at.right(data, b));
  const end = groups.map(() => new Float64Array(rows).fill(-Infinity));
  let k = 0;
  for (const e of vis) {
    e.x = x(e.t);
    const px = rtl ? W - e.x : e.x, ends = end[e.group];
    let row = -1;
    for (let i = 0; i < rows; i++) if (ends[i] < px - 6) { row = i; break; }
    e.label = row >= 0;
    e.row = row >= 0 ? row : (k++ % rows);
    if (row >= 0) ends[row] = px + 14 + e.title.length * 6.2;
  }
  dots.selectAll('g.ev').data(vis, (e) => e.id).join((enter) => {
    const g = enter.append('g').attr('class', 'ev');
    g.append('circle').attr('r', 5);
    g.append('text').attr('x', rtl ? -9 : 9).attr('dy', '0.32em');
    return g;
  }).attr('transform', (e) => `translate(${e.x},${M.top + laneH * e.group + 12 + e.row * 20})`)
    .select('text').text((e) => (e.label ? e.title : ''));
  gx.call(axisBottom(x));
}
dots.on('click', (ev) => {
  const g = ev.target.closest('.ev');
  if (!g) return;
  const e = g.__data__;
  dots.selectAll('.selected').classed('selected', false);
  g.classList.add('selected');
  show(e.title, e.body, e.date);
});
const z = zoom().scaleExtent([1, 5000]).translateExtent([[0, 0], [W, H]]).on('zoom', ({ transform }) => { x = transform.rescaleX(x0); draw(); });
svg.call(z);
draw();
onFilter((g) => { data = g === null ? events : events.filter((e) => e.group === g); draw(); });
