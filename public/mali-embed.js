// For pages that show a part of Mali, explained in a frame: gives the frame the height of what is in it. It is optional; without it
// the frame keeps its height and scrolls inside. No other file is needed. Licence: MIT.
//
//   <script src="https://…/mali-embed.js" defer></script>
//   <mali-embed src="https://…/en/embed/timeline/" title="…"><a href="https://…/en/timeline/">…</a></mali-embed>
//
// or `data-mali` on an iframe. `max` (on an iframe `data-max`) is the greatest height in pixels; `no-scroll` (`data-no-scroll`) keeps
// the page where it is when something is opened in the frame. What a frame says is taken as a number and nothing else.
(() => {
  const PROTOCOL = "mali-embed", VERSION = 1;
  const LEAST = 120, MOST = 20000;
  const GAP = 100; // at least so many milliseconds between two heights
  const RISES = 20; // a frame that has grown so often, though nobody did anything in between, grows for ever
  const attended = new WeakSet();

  const attend = (frame, isThere) => {
    if (attended.has(frame)) return;
    attended.add(frame);
    const most = Math.min(MOST, Math.max(LEAST, Number(frame.dataset.max) || MOST));
    const isSandboxed = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    const target = isSandboxed ? "*" : new URL(frame.src, document.baseURI).origin;
    let port, applied = 0, rises = 0, last = 0, wanted, waiting;

    const apply = () => {
      waiting = undefined;
      const height = Math.min(most, Math.max(LEAST, Math.floor(wanted)));
      if (Math.abs(height - applied) >= 2) {
        rises = height > applied && !navigator.userActivation?.isActive ? rises + 1 : 0;
        last = performance.now();
        if (rises <= RISES) {
          applied = height;
          frame.style.height = height + "px";
        }
      }
      port.postMessage({ type: "applied", height: applied });
      view();
    };
    const reveal = (y, height) => {
      const box = frame.getBoundingClientRect();
      if (box.bottom < 0 || box.top > innerHeight || "noScroll" in frame.dataset) return;
      const top = box.top + y;
      if (top < 0 || top + Math.min(height, innerHeight) > innerHeight) scrollBy({ top: top - 16 });
    };
    const hear = ({ data }) => {
      if (data?.type === "height" && Number.isFinite(data.height)) {
        wanted = data.height;
        waiting ??= setTimeout(apply, Math.max(0, last + GAP - performance.now()));
      } else if (data?.type === "reveal" && Number.isFinite(data.y) && Number.isFinite(data.height)) {
        reveal(data.y, data.height);
      } else if (data?.type === "state" && typeof data.fragment === "string") {
        frame.dispatchEvent(new CustomEvent("mali-state", { bubbles: true, detail: data.fragment.slice(0, 200) }));
      }
    };
    let asked;
    const view = () => {
      asked ??= requestAnimationFrame(() => {
        asked = undefined;
        const { top, height } = frame.getBoundingClientRect();
        const bottom = Math.min(height, innerHeight - top);
        if (bottom > 0 && top < innerHeight) port?.postMessage({ type: "view", top: Math.max(0, -top), bottom });
      });
    };
    // A document answers the first greeting that reaches it and no other; its port is the one that is heard.
    const greet = to => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = event => {
        port = port1;
        hear(event);
      };
      frame.contentWindow?.postMessage({ protocol: PROTOCOL, version: VERSION }, to, [port2]);
    };
    frame.addEventListener("load", () => greet(target));
    if (isThere) greet("*"); // it may be loaded already, or not yet be anybody's; what is said is no secret
    addEventListener("scroll", view, { passive: true });
    addEventListener("resize", view);
    let width = 0;
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === width) return;
      width = contentRect.width;
      rises = 0; // the page around it has changed
      port?.postMessage({ type: "measure" });
    }).observe(frame);
  };

  class MaliEmbed extends HTMLElement {
    connectedCallback() {
      const address = new URL(this.getAttribute("src") ?? "", document.baseURI);
      if (this.querySelector("iframe") || !/^https?:$/.test(address.protocol)) return;
      const frame = document.createElement("iframe");
      frame.title = this.getAttribute("title") || "Mali, explained";
      frame.loading = "lazy";
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      frame.referrerPolicy = "no-referrer";
      frame.style.cssText = "display:block;inline-size:100%;border:0";
      frame.style.height = (Number(this.getAttribute("height")) || 480) + "px";
      if (this.hasAttribute("max")) frame.dataset.max = this.getAttribute("max");
      if (this.hasAttribute("no-scroll")) frame.dataset.noScroll = "";
      frame.src = address.href;
      this.style.display = "block";
      this.removeAttribute("title");
      this.replaceChildren(frame);
      attend(frame);
    }
  }
  customElements.get("mali-embed") ?? customElements.define("mali-embed", MaliEmbed);
  const attendAll = () => document.querySelectorAll("iframe[data-mali]").forEach(frame => attend(frame, true));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", attendAll);
  else attendAll();
})();
