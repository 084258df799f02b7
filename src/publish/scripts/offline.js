// Keeps the site on this device if the reader asks for it, and says so once it is kept. Where that cannot be, nothing is offered.
(async () => {
  const workers = navigator.serviceWorker, place = document.getElementById("offline");
  if (!workers || !place || window.top !== window) return;
  const button = place.querySelector("button"), said = place.querySelector("[role=status]");
  const isKept = async () => (await workers.getRegistration())?.active && (await caches.match(new URL("favicon.svg", document.baseURI)));
  const tell = ready => {
    button.hidden = ready;
    said.textContent = ready ? place.dataset.ready : "";
  };
  try {
    void localStorage.length; // where storage is closed, to ask for workers would be reported as an error
    tell(Boolean(await isKept()));
    place.hidden = false;
  } catch {
    return;
  }
  button.onclick = async () => {
    said.textContent = place.dataset.coming;
    try {
      const { installing, waiting, active } = await workers.register("sw.js");
      const worker = active ?? waiting ?? installing;
      await new Promise((done, fail) => {
        const look = () => {
          if (worker.state === "activated") done();
          if (worker.state === "redundant") fail(new Error("it was not kept"));
        };
        worker.addEventListener("statechange", look);
        look();
      });
      tell(Boolean(await isKept()));
    } catch {
      said.textContent = place.dataset.failed;
    }
  };
})();
