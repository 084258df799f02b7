// Keeps the site for readers without a network. Documents and data come from the network while that answers in time, else from what was
// kept, all of it of one build; what is not kept is looked up in the one-page edition, which is. Files whose names tell builds apart come
// from what was kept. It minds the site's own paths and no others, and a new one takes over once no page of the old is open.
const BUILD = "%BUILD%", FILES = %FILES%, HASHED = new Set(%HASHED%), FOLDERS = %FOLDERS%, WHOLE = "%WHOLE%";
const PATIENCE = 4000; // milliseconds that the network is given if there is a kept copy
const scope = registration.scope, prefix = `mali-explained:${scope}:`, name = prefix + BUILD;

const keep = async () => {
  const cache = await caches.open(name);
  await cache.addAll(FILES.map(path => new Request(new URL(path, scope), { cache: "no-cache" })));
};
const clear = async () => {
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
};
const kept = async path => (await caches.open(name)).match(new URL(path, scope));
const inTime = (answer, copy) => Promise.race([answer, new Promise(done => setTimeout(() => done(copy), PATIENCE))]);
// At the root of a host other sites lie below this one's scope.
const isPage = path => !path || FOLDERS.some(folder => path.startsWith(folder));
const section = path => path.replace(/^[a-z-]+\//, "").replace(/\/$/, "").replace(/^event\//, "event-").replace(/^(term|actor|place)\//, "word/");

const answer = async (request, path) => {
  const copy = await kept(path);
  try {
    return await (copy ? inTime(fetch(request), copy) : fetch(request));
  } catch (error) {
    if (copy) return copy;
    if (request.destination === "document" && (await kept(WHOLE))) return Response.redirect(new URL(`${WHOLE}#${section(path)}`, scope));
    throw error;
  }
};

addEventListener("install", event => event.waitUntil(keep()));
addEventListener("activate", event => event.waitUntil(clear()));
addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = request.url.slice(scope.length).split(/[?#]/)[0].replace(/index\.html$/, "");
  if (HASHED.has(path)) event.respondWith(kept(path).then(copy => copy ?? fetch(request)));
  else if (FILES.includes(path) || (request.mode === "navigate" && isPage(path))) event.respondWith(answer(request, path));
});
