// Small static server, 127.0.0.1 only: brotli (compressed into .cache/ before the first request), cache headers, ETag,
// keep-alive HTTP/1.1. The same for every page that is measured.
//   node server.mjs [--port 8099] [--root dist]     to look at the pages
import http from 'node:http';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants as z } from 'node:zlib';
import { parseArgs } from 'node:util';

const here = new URL('.', import.meta.url).pathname;
const MIME = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif', '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml', '.webmanifest': 'application/manifest+json', '.bin': 'application/octet-stream', '.ico': 'image/x-icon' };
const COMPRESS = new Set(['.html', '.js', '.mjs', '.css', '.json', '.wasm', '.svg', '.txt', '.xml', '.webmanifest', '.bin', '.ttf']);
const cacheDir = here + '.cache/br/';

const brQuality = (len) => (len > 4 * 1024 * 1024 ? 9 : 11);
function load(file) {
  const raw = readFileSync(file), ext = extname(file), hash = createHash('sha1').update(raw).digest('hex');
  const e = { type: MIME[ext] || 'application/octet-stream', etag: `"${hash.slice(0, 16)}"`, raw, br: null, html: ext === '.html' };
  if (COMPRESS.has(ext) && raw.length > 200) {
    mkdirSync(cacheDir, { recursive: true });
    const c = cacheDir + hash + '.br';
    if (!existsSync(c)) writeFileSync(c, brotliCompressSync(raw, { params: { [z.BROTLI_PARAM_QUALITY]: brQuality(raw.length), [z.BROTLI_PARAM_LGWIN]: raw.length > 4e6 ? 24 : 22, [z.BROTLI_PARAM_SIZE_HINT]: raw.length } }));
    e.br = readFileSync(c);
  }
  return e;
}
export function serve({ root = here + 'dist', data = here + 'data', port = 0 } = {}) {
  const mem = new Map();
  // now, so that no page pays for it while it is measured
  for (const folder of [root, data]) if (folder) for (const f of readdirSync(folder, { recursive: true, withFileTypes: true })) if (f.isFile()) load(join(f.parentPath ?? f.path, f.name));
  const server = http.createServer((q, s) => {
    let p = decodeURIComponent(new URL(q.url, 'http://x').pathname);
    p = normalize(p);
    let f = data && p.startsWith('/data/') && existsSync(join(data, p.slice(6))) ? join(data, p.slice(6)) : join(root, p);
    if (!existsSync(f)) { s.writeHead(404, { 'content-type': 'text/plain' }).end('not found'); return; }
    if (statSync(f).isDirectory()) f = join(f, 'index.html');
    if (!existsSync(f)) { s.writeHead(404, { 'content-type': 'text/plain' }).end('not found'); return; }
    const mt = statSync(f).mtimeMs;
    let e = mem.get(f);
    if (!e || e.mt !== mt) { e = load(f); e.mt = mt; mem.set(f, e); }
    const h = { 'content-type': e.type, etag: e.etag, vary: 'accept-encoding', 'cache-control': e.html ? 'no-cache' : 'public, max-age=31536000, immutable',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'x-content-type-options': 'nosniff' };
    if (q.headers['if-none-match'] === e.etag) { s.writeHead(304, h).end(); return; }
    const br = e.br && /\bbr\b/.test(q.headers['accept-encoding'] || '');
    const body = br ? e.br : e.raw;
    if (br) h['content-encoding'] = 'br';
    h['content-length'] = body.length;
    s.writeHead(200, h);
    s.end(q.method === 'HEAD' ? undefined : body);
  });
  server.keepAliveTimeout = 30000;
  return new Promise((ok) => server.listen(port, '127.0.0.1', () => ok({ server, origin: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } })));
}
if (process.argv[1] && import.meta.url === new URL('file://' + process.argv[1]).href) {
  const { values: o } = parseArgs({ options: { port: { type: 'string', default: '8099' }, root: { type: 'string' }, } });
  const { origin } = await serve({ port: Number(o.port), ...(o.root ? { root: o.root, data: null } : {}) });
  console.log(origin);
}
