// What the worker answers (src/publish/scripts/sw.js): the site's own documents and files, and nothing of what lies beside them.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const scope = 'https://example.org/', whole = 'mali-explained.en.html';
const values = { BUILD: 'b', FILES: `["en/","en/about/","a-0123abcd.js","names.json","${whole}"]`, HASHED: '["a-0123abcd.js"]', FOLDERS: '["en/","lms/"]', WHOLE: whole };
const text = readFileSync(new URL('../../src/publish/scripts/sw.js', import.meta.url), 'utf8');
const script = Object.entries(values).reduce((script, [name, value]) => script.replace(`%${name}%`, value), text);
const work = new Function('registration', 'caches', 'addEventListener', 'fetch', 'setTimeout', script);

// A worker without a network, whose cache holds what is given. It is asked for an address, and gives what it answers with; nothing if it leaves the
// answer to the browser.
function worker(kept = []) {
  const heard = {};
  const cache = { match: async (url) => (kept.includes(url.href.slice(scope.length)) ? `kept ${url.href.slice(scope.length)}` : undefined) };
  work({ scope }, { open: async () => cache }, (kind, act) => { heard[kind] = act; }, async () => { throw new TypeError('no network'); }, () => {});
  return (url, { method = 'GET', mode = 'navigate', destination = 'document' } = {}) => {
    let answer;
    heard.fetch({ request: { url, method, mode, destination }, respondWith: (given) => { answer = given; } });
    return answer;
  };
}

test('every placeholder has a value', () => deepEqual(script.match(/%[A-Z]+%/g), null));

test('a visit to a page of the site is answered from what was kept', async () => {
  const ask = worker(['', 'en/about/', whole]);
  equal(await ask(`${scope}en/about/?x=1#y`), 'kept en/about/');
  equal(await ask(`${scope}en/about/index.html`), 'kept en/about/');
  equal(await ask(scope), 'kept ');
  equal(await ask(scope + whole), `kept ${whole}`);
});

test('what is not kept leads to its place in the one-page edition', async () => {
  const answer = await worker([whole])(`${scope}en/timeline/?x`);
  deepEqual([answer.status, answer.headers.get('location')], [302, `${scope}${whole}#timeline`]);
});

test('a frame is not led there', async () => {
  await rejects(worker([whole])(`${scope}en/embed/map/`, { destination: 'iframe' }), /no network/);
});

test('files are answered if they are listed', async () => {
  const ask = worker(['a-0123abcd.js', 'names.json']), file = { mode: 'cors', destination: '' };
  equal(await ask(`${scope}a-0123abcd.js`, file), 'kept a-0123abcd.js');
  equal(await ask(`${scope}names.json`, file), 'kept names.json');
  equal(ask(`${scope}en/other.json`, file), undefined);
});

test('a neighbour, another host and what is sent are left alone', () => {
  const ask = worker([whole]);
  for (const url of ['blog/', 'blog/en/', 'english/', 'sitemap.xml']) equal(ask(scope + url), undefined, url);
  equal(ask('https://example.com/en/'), undefined);
  equal(ask(`${scope}en/`, { method: 'POST' }), undefined);
  ok(ask(`${scope}lms/cmi5.en.html`).catch(() => {}));
});
