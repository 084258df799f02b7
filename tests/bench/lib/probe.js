// Runs in the page before its own scripts. Records paints, long tasks, shifts, event timings; finds
// the first event element that a person could click; watches for a reaction to a click; counts frames.
(function (cfg) {
  if (window.top !== window || window.__bench) return;
  const B = (window.__bench = { driven: [], fcp: null, lcp: null, lcpWhat: null, cls: 0, long: [], ev: [], first: null, react: null, frames: null });
  const obs = (type, fn, more) => { try { new PerformanceObserver((l) => l.getEntries().forEach(fn)).observe({ type, buffered: true, ...more }); } catch {} };
  obs('paint', (e) => { if (e.name === 'first-contentful-paint') B.fcp = e.startTime; });
  obs('largest-contentful-paint', (e) => { B.lcp = e.startTime; B.lcpWhat = e.element ? e.element.tagName + '.' + String(e.element.className.baseVal ?? e.element.className).slice(0, 40) + ': ' + (e.element.textContent || '').slice(0, 40) : null; });
  obs('longtask', (e) => B.long.push([e.startTime, e.duration]));
  obs('layout-shift', (e) => { if (!e.hadRecentInput) B.cls += e.value; });
  obs('event', (e) => { if (e.interactionId || /^(click|pointer(down|up)|key)/.test(e.name)) B.ev.push([e.name, e.startTime, e.duration, e.processingStart - e.startTime]); }, { durationThreshold: 16 });

  // WebAssembly memory is outside the JS heap figure, so remember every memory that modules export.
  B.wasm = [];
  for (const k of ['instantiate', 'instantiateStreaming']) {
    const f = WebAssembly[k];
    WebAssembly[k] = async function (...a) { const r = await f.apply(this, a); try { for (const v of Object.values((r.instance || r).exports)) if (v instanceof WebAssembly.Memory) B.wasm.push(v); } catch {} return r; };
  }
  B.wasmBytes = () => B.wasm.reduce((s, m) => s + m.buffer.byteLength, 0);
  const afterPaint = (fn) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = fn; c.port2.postMessage(0); });
  B.afterPaint = afterPaint;
  // Event elements whose middle is on screen and on top. Looks at no more than `cap` elements.
  B.visible = (want = 1, cap = 400, from = 0) => {
    const out = [], els = document.querySelectorAll(cfg.event), W = innerWidth, H = innerHeight;
    for (let i = from; i < els.length && i < from + cap && out.length < want; i++) {
      const r = els[i].getBoundingClientRect();
      if (r.width < 1 || r.height < 1 || r.right < 0 || r.bottom < 0 || r.left > W || r.top > H) continue;
      // a point near the left end of what is seen, and the middle
      for (const [x, y] of [[(Math.max(0, r.left) + Math.min(W, r.right)) / 2, (Math.max(0, r.top) + Math.min(H, r.bottom)) / 2], [Math.max(0, r.left) + 4, r.top + r.height / 2]]) {
        const t = document.elementFromPoint(x, y);
        if (t && (els[i] === t || els[i].contains(t))) { out.push({ el: els[i], x, y }); break; }
      }
    }
    return out;
  };
  if (cfg.event) {
    const look = () => {
      if (B.first) return;
      let v = [];
      try { if (document.body) v = B.visible(2); } catch {}
      if (v.length) afterPaint(() => { if (!B.first) { B.first = { t: performance.now(), x: v[v.length - 1].x, y: v[v.length - 1].y }; window.__benchFirst?.(JSON.stringify(B.first)); } });
      else setTimeout(() => requestAnimationFrame(look), 16);
    };
    requestAnimationFrame(look);
  }
  // The stretches of time in which input is driven, and the longest task that began in one of them.
  B.begin = () => { B.driven.push([performance.now(), Infinity]); };
  B.end = () => { const last = B.driven.at(-1); if (last) last[1] = Math.min(last[1], performance.now()); };
  B.longestIn = (stretches) => Math.max(0, ...B.long.filter(([s]) => stretches.some(([a, b]) => s >= a && s <= b)).map((l) => l[1]));
  // What changes when an event opens: the element's own state, its near relatives', the open panel, the address.
  const st = (e) => (e && e.getAttributeNames ? (e.className.baseVal ?? e.className) + '|' + e.getAttributeNames().filter((a) => /^(aria-(selected|expanded|pressed|current|checked)|open|data-|hidden)/.test(a)).map((a) => a + e.getAttribute(a)).join() : '');
  B.sig = (el) => {
    const o = cfg.opened ? [...document.querySelectorAll(cfg.opened)].slice(0, 3).map((e) => e.textContent.slice(0, 300) + e.getClientRects().length).join() : '';
    const d = [...document.querySelectorAll('dialog[open],[role=dialog]')].length;
    return [st(el), st(el.parentElement), st(el.parentElement?.parentElement), st(el.firstElementChild), o, d, location.href].join('~');
  };
  // From now on every press on an event element starts a watch: the first change of what B.sig sees
  // is the reaction. Earlier presses stay watched (for 8 s) while later ones are made.
  B.watchPresses = () => {
    B.react = null;
    B.unwatch?.();
    const down = (e) => {
      const el = e.target.closest?.(cfg.event);
      if (!el) return;
      const s0 = B.sig(el), t0 = e.timeStamp;
      const tick = () => {
        if (B.react && B.react.t0 <= t0) return;
        if (B.sig(el) !== s0 || !el.isConnected) afterPaint(() => { if (B.react) return; B.react = { t0, t: performance.now() }; B.unwatch(); window.__benchReact?.(JSON.stringify(B.react)); });
        else if (performance.now() - t0 < 8000) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    };
    addEventListener('pointerdown', down, true);
    B.unwatch = () => removeEventListener('pointerdown', down, true);
  };
  // Frames: time of every animation frame, and in how many of them event elements stood somewhere else.
  // Positions are read after the paint, when layout is clean, so reading them costs next to nothing.
  B.startFrames = () => {
    const F = (B.frames = { t: [performance.now()], moved: 0, inputs: 0, on: true, long0: B.long.length, scroll0: [scrollX, scrollY] });
    const count = () => { F.inputs++; };
    F.off = () => ['wheel', 'pointermove'].forEach((t) => removeEventListener(t, count, { capture: true }));
    ['wheel', 'pointermove'].forEach((t) => addEventListener(t, count, { capture: true, passive: true }));
    let last = '', watch = [];
    // five event elements from all over the set, wherever they stand: panning and zooming move them all
    const pick = () => { const a = document.querySelectorAll(cfg.event), n = a.length - 1; return n < 0 ? [] : [...new Set([0, n >> 2, n >> 1, (3 * n) >> 2, n])].map((i) => a[i]); };
    const key = () => watch.map((e) => { const r = e.getBoundingClientRect(); return r.left.toFixed(1) + ',' + r.top.toFixed(1) + ',' + r.width.toFixed(1); }).join(';');
    const c = new MessageChannel();
    let i = 0;
    c.port1.onmessage = () => {
      if (!F.on) return;
      const n = watch.length;
      watch = watch.filter((e) => e.isConnected);
      if (n && watch.length === n) { const k = key(); if (k !== last) F.moved++; last = k; return; }
      if (n) F.moved++; // a watched element was taken away: the picture changed
      watch = pick(); last = key();
    };
    const tick = () => { if (!F.on) return; F.t.push(performance.now()); c.port2.postMessage(0); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  };
  B.stopFrames = () => { const F = B.frames; F.on = false; F.off(); return { t: F.t, moved: F.moved, inputs: F.inputs, scrolled: [scrollX - F.scroll0[0], scrollY - F.scroll0[1]], long: B.long.slice(F.long0) }; };
  // Redraw watch: time of the last DOM change after a click (400 ms without any = settled).
  B.watchChanges = () => {
    const R = (B.redraw = { t0: null, last: null, count: 0 });
    const mo = new MutationObserver((l) => { R.count += l.length; afterPaint(() => { R.last = performance.now(); }); });
    mo.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener('pointerdown', (e) => { R.t0 = e.timeStamp; }, { capture: true, once: true });
    R.stop = () => mo.disconnect();
  };
})
