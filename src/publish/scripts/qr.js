// A text as a QR code (ISO/IEC 18004): its bytes in UTF-8, readable with 15 % of it hidden (level M), in the least of versions 1 to 15 that
// holds it, which is for 412 bytes at most. What comes back are the rows: of each module whether it is dark. It is null for a longer text.
const qr = (() => {
  // For each version: how many words correct a block, and how many blocks there are.
  const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24], BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
  // Each turns a module over where it is 0.
  const MASKS = [
    (y, x) => (y + x) % 2, y => y % 2, (y, x) => x % 3, (y, x) => (y + x) % 3, (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2,
    (y, x) => y * x % 6, (y, x) => (y * x + y * x % 3) % 2, (y, x) => (y + x + y * x % 3) % 2,
  ];
  const has = (word, bit) => (word >> bit & 1) === 1;

  // A product in the field of 256 elements.
  const times = (one, other) => {
    let product = 0;
    for (; other; other >>= 1, one = one << 1 ^ (one >> 7) * 0x11d) if (other & 1) product ^= one;
    return product;
  };
  // The words that correct a block: what is left when it is divided by a polynomial whose zeros are the first powers of 2.
  const checks = (block, count) => {
    let divisor = [1];
    for (let at = 0, zero = 1; at < count; at += 1, zero = times(zero, 2)) divisor = [...divisor, 0].map((one, at) => one ^ times(divisor[at - 1], zero));
    const rest = [...block, ...Array(count).fill(0)];
    block.forEach((_, at) => {
      const lead = rest[at];
      divisor.forEach((one, next) => rest[at + next] ^= times(one, lead));
    });
    return rest.slice(-count);
  };
  // Up to six bits, and after them `count` that protect them.
  const guarded = (bits, count, divisor) => {
    let rest = bits << count;
    for (let at = 5; at >= 0; at -= 1) if (has(rest, count + at)) rest ^= divisor << at;
    return bits << count | rest;
  };

  // Says the level, which is 0, and the mask, in two places.
  const format = (rows, mask) => {
    const bits = guarded(mask, 10, 0x537) ^ 0x5412, size = rows.length;
    for (let at = 0; at < 15; at += 1) {
      rows[at < 6 ? at : at < 8 ? at + 1 : 8][at < 8 ? 8 : at < 9 ? 7 : 14 - at] = has(bits, at);
      rows[at < 8 ? 8 : size - 15 + at][at < 8 ? size - 1 - at : 8] = has(bits, at);
    }
  };
  // What is alike in all codes of a version. Where data will be is undefined.
  const frame = version => {
    const size = 17 + 4 * version, rows = Array.from({ length: size }, () => Array(size).fill());
    const rings = (y, x, dark) => rows.forEach((row, at) => row.forEach((_, beside) => {
      const ring = dark[Math.max(Math.abs(at - y), Math.abs(beside - x))];
      if (ring) row[beside] = ring === "1";
    }));
    for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) rings(y, x, "11010");
    const gaps = Math.floor(version / 7) + 1, gap = 2 * Math.ceil((size - 13) / gaps / 2);
    const places = version < 2 ? [] : [6, ...Array.from({ length: gaps }, (_, at) => size - 7 - at * gap)];
    for (const y of places) for (const x of places) if (rows[y][x] === undefined) rings(y, x, "101");
    for (let at = 8; at < size - 8; at += 1) rows[6][at] = rows[at][6] = at % 2 === 0;
    rows[size - 8][8] = true;
    format(rows, 0);
    for (let at = 0; at < 18 && version > 6; at += 1) {
      const y = Math.floor(at / 3), x = size - 11 + at % 3;
      rows[y][x] = rows[x][y] = has(guarded(version, 12, 0x1f25), at);
    }
    return rows;
  };
  // Where data will be, in its order: from the right in columns two wide, up and down in turn; the column of the timing pattern is left out.
  const free = rows => {
    const size = rows.length, places = [];
    for (let x = size - 1, isUp = true; x > 0; x -= x === 8 ? 3 : 2, isUp = !isUp) for (let at = 0; at < size; at += 1) {
      const y = isUp ? size - 1 - at : at;
      places.push([y, x], [y, x - 1]);
    }
    return places.filter(([y, x]) => rows[y][x] === undefined);
  };
  // How badly a code may read: long runs, what looks like a finder pattern, squares of one colour, too much of one.
  const penalty = rows => {
    let sum = 0, dark = 0;
    for (const line of [...rows, ...rows.map((_, x) => rows.map(row => row[x]))]) {
      const text = line.map(Number).join("");
      for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
      sum += 40 * [...text.matchAll(/(?=10111010000|00001011101)/g)].length;
    }
    rows.forEach((row, y) => row.forEach((one, x) => {
      dark += one;
      if (y && x && [row[x - 1], rows[y - 1][x], rows[y - 1][x - 1]].every(other => other === one)) sum += 3;
    }));
    return sum + 10 * Math.floor(Math.abs(20 * dark / rows.length ** 2 - 10));
  };

  // The code of bytes in a version; null if they are too many.
  const drawn = (bytes, version) => {
    const blank = frame(version), places = free(blank), count = CHECKS[version - 1], share = BLOCKS[version - 1];
    const room = (places.length >> 3) - count * share;
    const hex = (one, digits) => one.toString(16).padStart(digits, "0");
    // Four bits for the mode, the length, the bytes, four bits for the end; two words in turn fill what is left.
    const digits = `4${hex(bytes.length, version < 10 ? 2 : 4)}${bytes.map(byte => hex(byte, 2)).join("")}0`;
    const words = digits.match(/../g).map(word => parseInt(word, 16));
    if (words.length > room) return null;
    for (let isOdd = false; words.length < room; isOdd = !isOdd) words.push(isOdd ? 0x11 : 0xec);
    // Where the blocks cannot be equally long, the last are longer by a word. They are sent a word of each at a time.
    const blocks = Array.from({ length: share }, (_, at) => words.splice(0, Math.floor((room + at) / share)));
    const inTurn = lists => lists.at(-1).flatMap((_, at) => lists.flatMap(list => list[at] ?? []));
    const sent = [...inTurn(blocks), ...inTurn(blocks.map(block => checks(block, count)))];
    const codes = MASKS.map((mask, number) => {
      const rows = blank.map(row => [...row]);
      format(rows, number);
      places.forEach(([y, x], at) => rows[y][x] = has(sent[at >> 3], 7 - at % 8) !== (mask(y, x) === 0));
      return rows;
    });
    return codes.reduce((best, rows) => penalty(rows) < penalty(best) ? rows : best);
  };

  return text => {
    const bytes = [...new TextEncoder().encode(text)];
    for (let version = 1; version <= CHECKS.length; version += 1) {
      const rows = drawn(bytes, version);
      if (rows) return rows;
    }
    return null;
  };
})();
