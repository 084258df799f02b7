// What a page does in a frame of somebody else's page: takes on what the address asks of its looks, tells the page around it how high
// it is, and hides its own scroll bar once that height was given. What a frame without an origin may not save or open it shows as text, to
// be copied. Nothing is sent about the reader, and nothing at all outside a frame.
(() => {
  const PROTOCOL = "mali-embed", VERSION = 1;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (asked.get("level") === "full") root.dataset.level = "full";
  if (window.parent === window) return;
  root.dataset.framed = "";

  // Nobody says beforehand whether a window may be opened: only one that was opened tells.
  const address = document.createElement("code");
  const leave = link => {
    let view;
    try {
      view = open(link.href);
      view.opener = null;
    } catch {}
    if (view) return;
    address.textContent = " " + link.href;
    link.after(address);
  };
  const save = box => {
    const [text, copy, said] = box.children;
    const select = () => {
      text.focus();
      text.select();
    };
    text.value = document.querySelector("[data-events]").textContent;
    box.hidden = false;
    select();
    copy.onclick = () => {
      select();
      said.textContent = document.execCommand("copy") ? said.dataset.copied : said.dataset.byHand;
    };
  };
  if (self.origin === "null") document.addEventListener("click", event => {
    const link = event.target.closest("a[download], a[target='_blank']");
    if (event.target !== address) address.remove();
    if (!link) return;
    event.preventDefault();
    const box = link.hasAttribute("download") && document.querySelector("[data-save]");
    if (box) save(box);
    else leave(link);
  });
  if (asked.get("height") === "box") return;

  const height = () => {
    const box = document.querySelector("[data-guest]")?.getBoundingClientRect();
    return box ? Math.ceil(box.bottom + scrollY) : 0;
  };
  const secret = /[#&?]secret=([\w-]+)/.exec(location.hash)?.[1];
  const child = asked.get("childId"), speak = asked.get("speak");
  let port, told = 0;
  const tell = () => {
    const now = height();
    if (!now || now === told) return;
    told = now;
    port?.postMessage({ type: "height", height: now });
    if (secret) parent.postMessage({ message: "height", value: now, secret }, "*");
    if (speak === "canvas") parent.postMessage({ subject: "lti.frameResize", height: now, token: asked.get("token") ?? undefined }, "*");
    if (child && speak !== "canvas") parent.postMessage(["pym", child, "height", now].join("xPYMx"), "*");
  };
  const again = () => {
    told = 0;
    tell();
  };
  const hear = ({ data }) => {
    if (data?.type === "applied") {
      root.toggleAttribute("data-fitted", data.height >= height() - 1);
      // A page without a scroll bar is wider.
      tell();
    }
    if (data?.type === "measure") again();
  };
  const greet = event => {
    if (event.source !== parent || event.data?.protocol !== PROTOCOL || event.data.version !== VERSION || !event.ports[0]) return;
    removeEventListener("message", greet);
    port = event.ports[0];
    port.onmessage = hear;
    port.postMessage({ type: "ready" });
    again();
  };
  addEventListener("message", greet);
  addEventListener("hashchange", () => {
    const place = document.querySelector(":target");
    port?.postMessage({ type: "state", fragment: location.hash });
    if (!place) return;
    const { top, height } = place.getBoundingClientRect();
    port?.postMessage({ type: "reveal", y: top + scrollY, height });
  });
  // A frame that is off screen is given no frames and no observations by Chromium: it measures whenever something may have changed.
  const soon = () => setTimeout(tell);
  addEventListener("load", tell);
  // A face is asked for once something is measured, so it may come after everything else.
  document.fonts?.addEventListener("loadingdone", tell);
  addEventListener("DOMContentLoaded", () => {
    tell();
    const box = document.querySelector("[data-guest]") ?? document.body;
    for (const kind of ["click", "input", "change", "keyup", "toggle"]) box.addEventListener(kind, soon, true);
    new ResizeObserver(tell).observe(box);
  });
})();
