// What a line of text stands on: the page, or a bubble, which is a flat area that
// reaches neither side of the picture. Pixels are RGBA of the picture at a small scale.

// sampled is the width of the small picture.
export const sampled = 360;

// near and far bound how much a colour may differ within an area, a channel: screens keep flat
// areas flat, JPEG within five, and the faintest bubbles differ from the page by ten.
const near = 5, far = 24;

// regions returns the areas that lines stand on, and for each line the index of its own,
// -1 where it stands on the page. An area is {x0, y0, x1, y1, colour}, in pixels of the
// picture; scale is that of the small one.
export function regions(rgba, width, height, scale, lines) {
  const labels = new Int32Array(width * height).fill(-1);
  const page = commonest(rgba, edges(width, height));
  const found = [], of = lines.map(() => -1);
  const order = lines.map((_, i) => i).sort((a, b) => area(lines[b]) - area(lines[a]));
  for (const i of order) {
    const rim = rimOf(lines[i], width, height, scale);
    const ground = commonest(rgba, rim);
    const label = commonLabel(labels, rim, rgba, ground, found);
    of[i] = label >= 0 ? label : flood(rgba, width, height, labels, rim, ground, page, found);
  }
  const bubble = found.map((r) => !r.edge);
  return {
    regions: found.map(({ x0, y0, x1, y1, colour }) => ({ x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale, colour })),
    of: of.map((label) => (label >= 0 && bubble[label] ? label : -1)),
  };
}

const area = (b) => (b.x1 - b.x0) * (b.y1 - b.y0);

// edges are the pixels of the two sides.
function edges(width, height) {
  const all = [];
  for (let y = 0; y < height; y++) for (const x of [0, 1, 2, width - 3, width - 2, width - 1]) all.push(y * width + x);
  return all;
}

// rimOf are the pixels just around a line, which are cleaner than those between its letters.
function rimOf(b, width, height, scale) {
  const x0 = Math.max(0, Math.floor(b.x0 * scale) - 1), x1 = Math.min(width - 1, Math.ceil(b.x1 * scale));
  const y0 = Math.max(0, Math.floor(b.y0 * scale) - 1), y1 = Math.min(height - 1, Math.ceil(b.y1 * scale));
  const all = [];
  for (let x = x0; x <= x1; x++) all.push(y0 * width + x, y1 * width + x);
  for (let y = y0 + 1; y < y1; y++) all.push(y * width + x0, y * width + x1);
  return all;
}

// commonest returns the commonest colour of some pixels: the mean of the fullest of cells of
// sixteen a channel.
function commonest(rgba, pixels) {
  const cells = new Map();
  for (const i of pixels) {
    const key = (rgba[4 * i] >> 4) * 256 + (rgba[4 * i + 1] >> 4) * 16 + (rgba[4 * i + 2] >> 4);
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = [0, 0, 0, 0]));
    cell[0]++;
    for (let c = 0; c < 3; c++) cell[c + 1] += rgba[4 * i + c];
  }
  let best = [1, 0, 0, 0];
  for (const cell of cells.values()) if (best[0] < cell[0] || best[0] === 1) best = cell;
  return best.slice(1).map((sum) => sum / best[0]);
}

export const differ = (a, b) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

const isLike = (rgba, i, colour, most) =>
  Math.abs(rgba[4 * i] - colour[0]) <= most && Math.abs(rgba[4 * i + 1] - colour[1]) <= most && Math.abs(rgba[4 * i + 2] - colour[2]) <= most;

// commonLabel returns the area that most of the ground around a line lies in already, or -1.
function commonLabel(labels, pixels, rgba, ground, found) {
  const counts = new Map();
  let all = 0;
  for (const i of pixels) {
    if (!isLike(rgba, i, ground, far / 2)) continue;
    all++;
    if (labels[i] >= 0) counts.set(labels[i], (counts.get(labels[i]) ?? 0) + 1);
  }
  for (const [label, n] of counts) if (n > all / 2 && differ(found[label].colour, ground) <= far) return label;
  return -1;
}

// flood fills the area around the ground of a line, adds it to those found, and returns its
// index.
function flood(rgba, width, height, labels, pixels, ground, page, found) {
  const most = Math.min(far, Math.max(near, differ(ground, page) / 2));
  const label = found.length, stack = [];
  const take = (i) => {
    if (labels[i] >= 0 || !isLike(rgba, i, ground, most)) return;
    labels[i] = label;
    stack.push(i);
  };
  pixels.forEach(take);
  let x0 = width, y0 = height, x1 = 0, y1 = 0;
  while (stack.length) {
    const i = stack.pop(), x = i % width, y = (i - x) / width;
    x0 = Math.min(x0, x), x1 = Math.max(x1, x), y0 = Math.min(y0, y), y1 = Math.max(y1, y);
    if (x > 0) take(i - 1);
    if (x < width - 1) take(i + 1);
    if (y > 0) take(i - width);
    if (y < height - 1) take(i + width);
  }
  found.push({ x0, y0, x1: x1 + 1, y1: y1 + 1, colour: ground, edge: x0 < 3 || x1 > width - 4 });
  return label;
}
