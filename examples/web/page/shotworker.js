// The worker that reads pictures. It is made from a blob, under the policy of the page, and
// gets the models from it: it cannot connect to anything. It says {up}, takes {files} once and
// says {ready}; then {file}, a picture, says {done, of} for each line, and {found}, what
// conversation gives, with a small picture of each message. What goes wrong is {failed} and
// one of large, unreadable, no_text, failed.
import * as ort from "./ort.wasm.bundle.min.mjs";
import * as detect from "./shotdetect.js";
import * as read from "./shotread.js";
import { regions, sampled } from "./shotregions.js";
import { conversation, joinPieces } from "./shotbubbles.js";

// scaledTo is the width to which wider pictures are brought; no phone has text that is
// smaller then than can be read.
const scaledTo = 1440;

let models = null; // {detection, recognition, letters}

class Failure extends Error {}

addEventListener("message", async ({ data }) => {
  try {
    if (data.files) {
      await start(data.files);
      postMessage({ ready: true });
    } else {
      const found = await foundIn(data.file);
      postMessage({ found }, found.messages.map((m) => m.picture));
    }
  } catch (e) {
    postMessage({ failed: e instanceof Failure ? e.message : "failed" });
  }
});

// start makes the sessions from the bytes of the files.
async function start({ wasm, detection, recognition, letters }) {
  ort.env.logLevel = "fatal";
  ort.env.wasm.numThreads = 1; // more need headers that not every host can send
  ort.env.wasm.wasmBinary = wasm;
  const options = { executionProviders: ["wasm"], logSeverityLevel: 4 };
  models = {
    detection: await ort.InferenceSession.create(new Uint8Array(detection), options),
    recognition: await ort.InferenceSession.create(new Uint8Array(recognition), options),
    letters: read.alphabet(new TextDecoder().decode(letters)),
  };
}

// run gives a session its one input and returns its one output.
async function run(session, data, shape) {
  const input = new ort.Tensor("float32", data, shape);
  const output = (await session.run({ [session.inputNames[0]]: input }))[session.outputNames[0]];
  return { data: output.data, dims: output.dims };
}

async function foundIn(file) {
  const picture = await opened(file);
  try {
    const { width, height } = picture;
    const boxes = await boxesOf(picture);
    if (boxes.length === 0) throw new Failure("no_text");
    const scale = Math.min(1, sampled / width);
    const small = pixels(picture, [0, 0, width, height], Math.round(width * scale), Math.round(height * scale), false);
    const ground = regions(small, Math.round(width * scale), Math.round(height * scale), scale, boxes);
    const pieces = joinPieces(boxes, ground.of);
    const lines = [];
    for (const { of, ...box } of pieces) {
      lines.push({ box, of, text: await textOf(picture, box) });
      postMessage({ done: lines.length, of: pieces.length });
    }
    const found = conversation(lines, ground.regions, width, height);
    if (found.messages.length + found.sent === 0) throw new Failure("no_text");
    return { ...found, messages: found.messages.map((m) => message(m, picture)) };
  } finally {
    picture.close();
  }
}

// opened decodes a picture, scaled down where it is wide.
async function opened(file) {
  const picture = await createImageBitmap(file).catch(() => { throw new Failure("unreadable"); });
  if (picture.width <= scaledTo) return picture;
  try {
    return await createImageBitmap(picture, { resizeWidth: scaledTo, resizeHeight: Math.round((picture.height * scaledTo) / picture.width), resizeQuality: "high" });
  } finally {
    picture.close();
  }
}

// pixels returns a piece of a picture, [x, y, width, height], at another size.
function pixels(picture, piece, width, height, smooth = true) {
  return drawn(picture, piece, width, height, smooth).getImageData(0, 0, width, height).data;
}

function drawn(picture, piece, width, height, smooth) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff"; // below what is transparent
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, ...piece, 0, 0, width, height);
  return context;
}

async function boxesOf(picture) {
  const tiles = detect.plan(picture.width, picture.height);
  const lists = [];
  for (const t of tiles) {
    const rgba = pixels(picture, [0, t.y0, picture.width, t.y1 - t.y0], t.width, t.height);
    const { data } = await run(models.detection, detect.input(rgba, t.width, t.height), [1, 3, t.height, t.width]);
    lists.push(detect.toPicture(detect.boxes(data, t.width, t.height), t, picture.width));
  }
  return detect.joinTiles(lists, tiles);
}

async function textOf(picture, box) {
  const width = read.widthOf(box);
  const rgba = pixels(picture, [box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0], width, read.height);
  const { data, dims } = await run(models.recognition, read.input(rgba, width), [1, 3, read.height, width]);
  return read.decode(data, dims[1], dims[2], models.letters);
}

// shown is the width of the pictures of messages.
const shown = 640;

// message returns a message as the page shows it: lines are joined without a separator, so
// that what a line's end breaks is whole again.
function message({ lines, box, time }, picture) {
  const x0 = Math.max(0, box.x0), y0 = Math.max(0, box.y0);
  const w = Math.min(picture.width, box.x1) - x0, h = Math.min(picture.height, box.y1) - y0;
  const width = Math.max(1, Math.round(Math.min(w, shown))), height = Math.max(1, Math.round((h * width) / w));
  return { text: lines.flatMap((l) => l.text), time, picture: drawn(picture, [x0, y0, w, h], width, height, true).canvas.transferToImageBitmap() };
}

postMessage({ up: true });
