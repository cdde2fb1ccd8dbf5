// Where the lines of text are: what goes into the detection model of PP-OCRv4, and
// what comes out of it. Pixels are RGBA, boxes are {x0, y0, x1, y1} in pixels of the picture.

// longest is the longest side of what the model is given; a screen is seldom longer than
// tall times its width. Tiles of a longer picture overlap by overlap pixels of the model.
const longest = 960, tall = 2.3, overlap = 96, step = 32, maxScale = 2;

// plan returns the tiles of a picture: the source rows y0 to y1, and the width and height
// at which the model is given them.
export function plan(width, height) {
  const scale = Math.min(longest / Math.max(width, Math.min(height, width * tall)), maxScale);
  const w = rounded(width * scale);
  const rows = longest / scale, lap = overlap / scale;
  const tiles = [];
  for (let y0 = 0; ; y0 += rows - lap) {
    const last = y0 + rows * 1.1 >= height;
    const y1 = last ? height : Math.round(y0 + rows);
    tiles.push({ y0: Math.round(y0), y1, width: w, height: rounded((y1 - Math.round(y0)) * scale) });
    if (last) return tiles;
  }
}

const rounded = (n) => Math.max(step, Math.round(n / step) * step);

// input returns pixels as the model takes them: planes of blue, green, red.
export function input(rgba, width, height) {
  const n = width * height, out = new Float32Array(3 * n);
  const mean = [0.485, 0.456, 0.406], deviation = [0.229, 0.224, 0.225];
  for (let c = 0; c < 3; c++) {
    const channel = 2 - c;
    for (let i = 0; i < n; i++) out[c * n + i] = (rgba[4 * i + channel] / 255 - mean[c]) / deviation[c];
  }
  return out;
}

// A pixel is text from isText on, a box from isBox on in the mean (0.6, the usual, loses
// lines with ****), if it is minSide high and wide. The model sees the heart of a line: a box
// is expanded by its area times unclip over its perimeter.
const isText = 0.3, isBox = 0.45, minSide = 3, unclip = 1.6;

// boxes returns the lines of a map of probabilities, in its own pixels.
export function boxes(map, width, height) {
  const seen = new Uint8Array(width * height), stack = [], found = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start] < isText) continue;
    let x0 = width, y0 = height, x1 = 0, y1 = 0;
    seen[start] = 1;
    stack.push(start);
    while (stack.length) {
      const i = stack.pop(), x = i % width, y = (i - x) / width;
      x0 = Math.min(x0, x), x1 = Math.max(x1, x), y0 = Math.min(y0, y), y1 = Math.max(y1, y);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx, ny = y + dy, j = ny * width + nx;
          if (nx >= 0 && nx < width && ny >= 0 && ny < height && !seen[j] && map[j] >= isText) {
            seen[j] = 1;
            stack.push(j);
          }
        }
      }
    }
    const box = grown({ x0, y0, x1: x1 + 1, y1: y1 + 1 }, map, width, height);
    if (box) found.push(box);
  }
  return found;
}

function grown({ x0, y0, x1, y1 }, map, width, height) {
  const w = x1 - x0, h = y1 - y0;
  if (Math.min(w, h) < minSide) return null;
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += map[y * width + x];
  if (sum / (w * h) < isBox) return null;
  const d = (w * h * unclip) / (2 * (w + h));
  return { x0: Math.max(0, x0 - d), y0: Math.max(0, y0 - d), x1: Math.min(width, x1 + d), y1: Math.min(height, y1 + d) };
}

// toPicture returns the boxes of a tile in pixels of the picture.
export function toPicture(found, tile, width) {
  const sx = width / tile.width, sy = (tile.y1 - tile.y0) / tile.height;
  return found.map((b) => ({ x0: b.x0 * sx, x1: b.x1 * sx, y0: tile.y0 + b.y0 * sy, y1: tile.y0 + b.y1 * sy }));
}

// joinTiles returns the boxes of all tiles, each once: what two tiles have is of the one in which it
// is further from the edge, where the model sees the whole of it.
export function joinTiles(lists, tiles) {
  const all = [];
  lists.forEach((list, k) => {
    const top = k > 0 ? (tiles[k - 1].y1 + tiles[k].y0) / 2 : -Infinity;
    const bottom = k < tiles.length - 1 ? (tiles[k].y1 + tiles[k + 1].y0) / 2 : Infinity;
    for (const b of list) {
      const middle = (b.y0 + b.y1) / 2;
      if (middle >= top && middle <= bottom && !all.some((a) => covered(a, b) > 0.5)) all.push(b);
    }
  });
  return all.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

// covered returns how much of the smaller of two boxes lies in the other.
function covered(a, b) {
  const w = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0), h = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
}
