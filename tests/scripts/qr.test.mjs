// The QR code of an address (src/publish/scripts/qr.js): what ISO/IEC 18004 says of its shape holds, and what is read back from it is the text.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const script = readFileSync(new URL('../../src/publish/scripts/qr.js', import.meta.url), 'utf8');
const qr = new Function(`${script}; return qr;`)();

// Of each version at level M: the places of its alignment patterns, the words that correct a block, and the words of data in each block.
const VERSIONS = [
  [[], 10, [16]], [[6, 18], 16, [28]], [[6, 22], 26, [44]], [[6, 26], 18, [32, 32]], [[6, 30], 24, [43, 43]],
  [[6, 34], 16, Array(4).fill(27)], [[6, 22, 38], 18, Array(4).fill(31)], [[6, 24, 42], 22, [38, 38, 39, 39]],
  [[6, 26, 46], 22, [36, 36, 36, 37, 37]], [[6, 28, 50], 26, [43, 43, 43, 43, 44]], [[6, 30, 54], 30, [50, 51, 51, 51, 51]],
  [[6, 32, 58], 22, [...Array(6).fill(36), 37, 37]], [[6, 34, 62], 22, [...Array(8).fill(37), 38]],
  [[6, 26, 46, 66], 24, [...Array(4).fill(40), ...Array(5).fill(41)]], [[6, 26, 48, 70], 24, [...Array(5).fill(41), ...Array(5).fill(42)]],
];
const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
const ALIGNMENT = ['#####', '#...#', '#.#.#', '#...#', '#####'];
const MASKS = [
  (i, j) => (i + j) % 2 === 0, (i) => i % 2 === 0, (i, j) => j % 3 === 0, (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0, (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0, (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

// Numbers from a seed, so that a failure comes again.
function* chance(seed) {
  for (let x = seed; ; ) { x = (x * 1664525 + 1013904223) >>> 0; yield x / 2 ** 32; }
}

// What bits leave when a polynomial over two elements divides them.
function remainder(bits, divisor) {
  let rest = bits;
  while (rest.toString(2).length >= divisor.toString(2).length) rest ^= divisor << (rest.toString(2).length - divisor.toString(2).length);
  return rest;
}

// A polynomial at a power of 2, in the field of 256 elements, by Horner's rule.
function at(words, power) {
  const twice = (one) => (one << 1) ^ (one > 127 ? 0x11d : 0);
  let sum = 0;
  for (const word of words) {
    for (let turn = 0; turn < power; turn += 1) sum = twice(sum);
    sum ^= word;
  }
  return sum;
}

// Checks the shape of a code, and reads its text.
function read(rows) {
  const size = rows.length, version = (size - 17) / 4;
  ok(Number.isInteger(version) && version >= 1 && version <= 15, `${size} modules`);
  ok(rows.every((row) => row.length === size && row.every((module) => typeof module === 'boolean')), 'a square of dark and light');
  const [places, checks, blocks] = VERSIONS[version - 1];
  const taken = rows.map((row) => row.map(() => false));
  const take = (top, start, height, width) => {
    for (let y = top; y < top + height; y += 1) for (let x = start; x < start + width; x += 1) taken[y][x] = true;
  };
  const shows = (top, start, pattern) => deepEqual(pattern.map((_, y) => rows[top + y].slice(start, start + pattern.length).map((dark) => (dark ? '#' : '.')).join('')), pattern);
  const bits = (cells) => cells.reduce((sum, [y, x]) => { taken[y][x] = true; return sum * 2 + Number(rows[y][x]); }, 0);
  const range = (length) => Array.from({ length }, (_, place) => place);

  for (const [y, x] of [[0, 0], [0, size - 7], [size - 7, 0]]) shows(y, x, FINDER);
  // A light line is between each of them and the rest.
  for (const [y, x, down, along] of [[7, 0, 0, 1], [0, 7, 1, 0], [7, size - 8, 0, 1], [0, size - 8, 1, 0], [size - 8, 0, 0, 1], [size - 8, 7, 1, 0]]) {
    equal(bits(range(8).map((step) => [y + down * step, x + along * step])), 0, 'a separator');
  }
  for (const [y, x] of [[0, 0], [0, size - 8], [size - 8, 0]]) take(y, x, 8, 8);
  for (const y of places) {
    for (const x of places) {
      if (taken[y][x]) continue;
      shows(y - 2, x - 2, ALIGNMENT);
      take(y - 2, x - 2, 5, 5);
    }
  }
  for (let step = 8; step < size - 8; step += 1) {
    deepEqual([rows[6][step], rows[step][6]], [step % 2 === 0, step % 2 === 0], 'the timing patterns');
    take(6, step, 1, 1);
    take(step, 6, 1, 1);
  }
  equal(bits([[size - 8, 8]]), 1, 'the dark module');

  const format = bits([...range(6).map((x) => [8, x]), [8, 7], [8, 8], [7, 8], ...range(6).map((y) => [5 - y, 8])]);
  equal(bits([...range(7).map((y) => [size - 1 - y, 8]), ...range(8).map((x) => [8, size - 8 + x])]), format, 'the format, twice');
  equal(remainder(format ^ 0x5412, 0x537), 0, 'the format is a word of its code');
  const level = (format ^ 0x5412) >> 13, mask = MASKS[((format ^ 0x5412) >> 10) & 7];
  equal(level, 0, 'level M');
  if (version > 6) {
    const cells = range(18).map((step) => [5 - Math.floor(step / 3), size - 9 - (step % 3)]);
    const said = bits(cells);
    equal(bits(cells.map(([y, x]) => [x, y])), said, 'the version, twice');
    equal(remainder(said, 0x1f25), 0, 'the version is a word of its code');
    equal(said >> 12, version);
  }

  // Up and down in columns of two, from the right.
  let stream = '';
  const columns = range(size).filter((x) => x !== 6).reverse();
  for (let pair = 0; pair < columns.length; pair += 2) {
    for (let step = 0; step < size; step += 1) {
      const y = pair % 4 === 0 ? size - 1 - step : step;
      for (const x of columns.slice(pair, pair + 2)) if (!taken[y][x]) stream += Number(rows[y][x] !== mask(y, x));
    }
  }
  const words = stream.match(/.{8}/g).map((word) => parseInt(word, 2));
  const total = blocks.reduce((sum, length) => sum + length + checks, 0);
  equal(words.length, total, 'as many words as the version holds');
  ok(/^0*$/.test(stream.slice(total * 8)), 'what remains is 0');

  const received = blocks.map(() => []);
  for (let place = 0; place < Math.max(...blocks); place += 1) blocks.forEach((length, block) => { if (place < length) received[block].push(words.shift()); });
  const content = received.flat();
  for (let place = 0; place < checks; place += 1) for (const block of received) block.push(words.shift());
  for (const block of received) for (let power = 0; power < checks; power += 1) equal(at(block, power), 0, 'a block has no error');

  const data = content.map((word) => word.toString(2).padStart(8, '0')).join('');
  const digits = version < 10 ? 8 : 16, start = 4 + digits;
  equal(data.slice(0, 4), '0100', 'bytes');
  const length = parseInt(data.slice(4, start), 2), end = start + 8 * length;
  equal(data.slice(end, end + 4), '0000', 'the end');
  data.slice(end + 4).match(/.{8}/g)?.forEach((word, place) => equal(parseInt(word, 2), place % 2 ? 0x11 : 0xec, 'what fills it'));
  const bytes = data.slice(start, end).match(/.{8}/g) ?? [];
  return { version, mask: MASKS.indexOf(mask), text: new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => parseInt(byte, 2))) };
}

test('what is read back is the text', () => {
  const random = chance(18004);
  const next = (below) => Math.floor(random.next().value * below);
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789-/.:?&=#%ABCé’ɓŋⵜ馬😀'];
  const seen = { versions: new Set(), masks: new Set() };
  for (let turn = 0; turn < 60; turn += 1) {
    // Every other text is as plain as an address.
    const text = Array.from({ length: 1 + next(250) }, () => letters[next(turn % 2 ? letters.length : 45)]).join('');
    const rows = qr(text);
    if (new TextEncoder().encode(text).length > 412) {
      equal(rows, null);
      continue;
    }
    const { version, mask, text: found } = read(rows);
    equal(found, text);
    seen.versions.add(version);
    seen.masks.add(mask);
  }
  ok(seen.versions.size > 8 && seen.masks.size > 4, `${seen.versions.size} versions, ${seen.masks.size} masks`);
});

test('the version is the least that holds the text', () => {
  const most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412];
  most.forEach((bytes, place) => {
    equal(read(qr('x'.repeat(bytes))).version, place + 1);
    equal(qr('x'.repeat(bytes + 1))?.length, place < 14 ? 21 + 4 * (place + 1) : undefined);
  });
  equal(read(qr('')).text, '');
});
