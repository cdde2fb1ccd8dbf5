// The lines of text of a picture, by the two models: where they are, what they stand on, and what
// they say.
import { Tensor } from "./ort.wasm.bundle.min.mjs";
import * as detect from "./shotdetect.js";
import * as read from "./shotread.js";
import { regions, sampled } from "./shotregions.js";
import { joinPieces } from "./shotbubbles.js";

// linesOf returns {lines, regions} for conversation of shotbubbles.js. models are {detection,
// recognition, letters}: the sessions and what alphabet gives. progress is told, and waited for,
// how many of how many lines are read.
export async function linesOf(picture, models, progress) {
  const { width, height } = picture;
  const boxes = await boxesOf(picture, models);
  const scale = Math.min(1, sampled / width);
  const w = Math.round(width * scale), h = Math.round(height * scale);
  const ground = regions(pixels(picture, [0, 0, width, height], w, h, false), w, h, scale, boxes);
  const pieces = joinPieces(boxes, ground.of);
  const lines = [];
  for (const { of, ...box } of pieces) {
    lines.push({ box, of, text: await textOf(picture, box, models) });
    await progress(lines.length, pieces.length);
  }
  return { lines, regions: ground.regions };
}

// run gives a session its one input and returns its one output.
async function run(session, data, shape) {
  const input = new Tensor("float32", data, shape);
  const output = (await session.run({ [session.inputNames[0]]: input }))[session.outputNames[0]];
  return { data: output.data, dims: output.dims };
}

// pixels returns a piece of a picture, [x, y, width, height], at another size.
function pixels(picture, piece, width, height, smooth = true) {
  return drawn(picture, piece, width, height, smooth).getImageData(0, 0, width, height).data;
}

// drawn returns the context of a canvas with such a piece.
export function drawn(picture, piece, width, height, smooth) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff"; // below what is transparent
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, ...piece, 0, 0, width, height);
  return context;
}

async function boxesOf(picture, models) {
  const tiles = detect.plan(picture.width, picture.height);
  const lists = [];
  for (const t of tiles) {
    const rgba = pixels(picture, [0, t.y0, picture.width, t.y1 - t.y0], t.width, t.height);
    const { data } = await run(models.detection, detect.input(rgba, t.width, t.height), [1, 3, t.height, t.width]);
    lists.push(detect.toPicture(detect.boxes(data, t.width, t.height), t, picture.width));
  }
  return detect.joinTiles(lists, tiles);
}

// textOf reads a line; where it has a long run of stars, what is on either side of its middle by
// itself.
async function textOf(picture, box, models) {
  const whole = await readOnce(picture, box, models);
  const cut = read.cutAt(whole.text, whole.rgba, whole.width);
  if (cut < 0) return whole.text;
  const x = box.x0 + cut * (box.x1 - box.x0);
  const left = await readOnce(picture, { ...box, x1: x }, models), right = await readOnce(picture, { ...box, x0: x }, models);
  return read.joinCut(left.text, right.text, cut);
}

// pad is the margin that a line is given on either side, in parts of its height: its last
// character is lost without.
const pad = 0.08;

async function readOnce(picture, { x0, y0, x1, y1 }, models) {
  const margin = pad * (y1 - y0);
  const box = { x0: Math.max(0, x0 - margin), x1: Math.min(picture.width, x1 + margin), y0, y1 };
  const width = read.widthOf(box);
  const rgba = pixels(picture, [box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0], width, read.height);
  const { data, dims } = await run(models.recognition, read.input(rgba, width), [1, 3, read.height, width]);
  return { rgba, width, text: read.decode(data, dims[1], dims[2], models.letters) };
}
