// What the pages about citing and sharing can do with script: they know where the site is, draw the address, copy, and show what is chosen
// to be framed.
(() => {
  const main = document.querySelector("main");
  const root = document.baseURI;
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replaceAll(main.dataset.unknown, root);

  const drawing = document.querySelector("[data-qr]"), rows = drawing && qr(root + drawing.dataset.qr);
  if (rows) {
    const svg = drawing.firstElementChild, side = rows.length + 8; // with a quiet zone of four
    const square = (isDark, x, y) => isDark ? `M${x} ${y}h1v1h-1z` : "";
    svg.setAttribute("viewBox", `-4 -4 ${side} ${side}`);
    svg.lastElementChild.setAttribute("d", rows.flatMap((row, y) => row.map((isDark, x) => square(isDark, x, y))).join(""));
    drawing.hidden = false;
  }

  const copy = async button => {
    const box = button.parentElement, text = box.querySelector("[data-copy]"), said = box.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = main.dataset.copied;
    } catch {
      getSelection().selectAllChildren(text);
      said.textContent = main.dataset.byHand;
    }
  };
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }

  const form = document.querySelector("[data-builder]");
  if (!form) return;

  // Within a page of this site it has no head of its own, is as high as what it holds, and leads out of its frame.
  const whole = document.documentElement, outer = frameElement;
  if (outer) {
    whole.dataset.within = "";
    document.querySelector("base").target = "_top";
    new ResizeObserver(() => outer.style.blockSize = whole.offsetHeight + "px").observe(whole);
  }
  const fields = form.elements, frame = document.querySelector("[data-preview]");
  const escaped = text => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const query = kind => {
    const asked = new URLSearchParams();
    const add = name => {
      const { value, validity } = fields[name];
      if (value && validity.valid) asked.set(name, value);
    };
    add("theme");
    add("height");
    if (kind === "step") add("level");
    if (kind === "timeline") {
      ["from", "to", "asof"].forEach(add);
      const lanes = [...fields.lanes], chosen = lanes.filter(lane => lane.checked).map(lane => lane.value);
      if (chosen.length && chosen.length < lanes.length) asked.set("lanes", chosen.join(","));
    }
    const text = asked.toString().replaceAll("%2C", ",");
    return text && "?" + text;
  };
  const show = () => {
    const option = fields.what.selectedOptions[0], { kind, page, height } = option.dataset;
    for (const part of form.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== "" && part.dataset.of !== kind;
    const isBox = fields.height.value === "box";
    const source = root + option.value + query(kind), title = option.text + " · " + document.title.split(" · ").pop();
    const mark = isBox ? "" : kind === "timeline" ? ' data-mali data-max="900"' : " data-mali";
    document.querySelector("[data-copy]").textContent =
      `<iframe${mark} src="${escaped(source)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" ` +
      `sandbox="${form.dataset.sandbox}" referrerpolicy="no-referrer" style="border:0"></iframe>\n` +
      `<p><a href="${root + page}">${escaped(title)}</a></p>` +
      (isBox ? "" : `\n<script src="${root}mali-embed.js" defer></script>`);
    const link = document.querySelector("a[data-page]");
    link.href = root + page;
    link.textContent = option.text;
    frame.style.inlineSize = fields.width.value + "px";
    if (frame.src !== source) {
      frame.style.height = height + "px";
      frame.src = source;
    }
  };
  const asked = new URLSearchParams(location.search).get("show");
  const wanted = [...fields.what.options].find(option => option.dataset.page === asked);
  if (wanted) wanted.selected = true;
  fields.width.value = Math.min(fields.width.value, frame.parentElement.clientWidth);
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  show();
})();
