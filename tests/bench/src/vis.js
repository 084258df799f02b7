import { Timeline } from 'vis-timeline/esnext';
import { DataSet, DataView } from 'vis-data/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { load, surface, show, onFilter, rtl, n } from './page.js';

// One design choice depends on N, as a developer would make it: stacking boxes on top of each
// other (the default) is quadratic in overlapping items, so above 1 000 items the page
// turns stacking off and asks for clustering (both documented options).
const big = n > 1000;
const { groups, items } = await load('vis');
const set = new DataSet(items);
let group = null;
const view = new DataView(set, { filter: (i) => group === null || i.group === group });
const timeline = new Timeline(surface, view, new DataSet(groups), {
  height: '100%',
  verticalScroll: true,
  horizontalScroll: false,
  rtl,
  ...(big ? { stack: false, cluster: { maxItems: 1, titleTemplate: '{count} events' } } : {}),
});
timeline.on('select', ({ items: sel }) => {
  const it = sel.length && set.get(sel[0]);
  if (it) show(it.content, it.body, it.start);
});
onFilter((g) => { group = g; view.refresh(); });
