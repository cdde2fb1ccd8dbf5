// The worker that reads pictures. It is made from a blob, under the policy of the page, and
// gets the models from it: it cannot connect to anything. It says {up}, takes {files} once and
// says {ready}; then it takes {file, turn}, a picture and its number, and says {turn, done, of}
// for each line, and {turn, found}: what conversation gives, with a small picture of each message.
// What goes wrong is {turn, failed}: unreadable, no_text or failed.
import * as ort from "./ort.wasm.bundle.min.mjs";
import { conversation } from "./shotbubbles.js";
import { drawn, linesOf } from "./shotlines.js";
import { alphabet, mended } from "./shotread.js";

// scaledTo is the width to which wider pictures are brought; no phone has text that is
// smaller then than can be read.
const scaledTo = 1440;

let models = null; // {detection, recognition, letters}
let latest = 0; // number of a picture: older ones are given up

class Failure extends Error {}

addEventListener("message", async ({ data: { files, file, turn } }) => {
  try {
    if (files) {
      await start(files);
      postMessage({ ready: true });
    } else {
      latest = turn;
      const found = await foundIn(file, async (done, of) => {
        postMessage({ turn, done, of });
        await new Promise((resolve) => setTimeout(resolve)); // so that another picture is heard of
        if (turn !== latest) throw new Failure("failed");
      });
      postMessage({ turn, found }, found.messages.map((m) => m.picture));
    }
  } catch (e) {
    postMessage({ turn, failed: e instanceof Failure ? e.message : "failed" });
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
    letters: alphabet(new TextDecoder().decode(letters)),
  };
}

async function foundIn(file, progress) {
  const picture = await opened(file);
  try {
    const { lines, regions } = await linesOf(picture, models, progress);
    const found = conversation(lines, regions, picture.width, picture.height);
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

// shown is the width of the pictures of messages.
const shown = 640;

// message returns a message as the page shows it: lines are joined without a separator, so
// that what a line's end breaks is whole again.
function message({ lines, box, time }, picture) {
  const x0 = Math.max(0, box.x0), y0 = Math.max(0, box.y0);
  const w = Math.min(picture.width, box.x1) - x0, h = Math.min(picture.height, box.y1) - y0;
  const width = Math.max(1, Math.round(Math.min(w, shown))), height = Math.max(1, Math.round((h * width) / w));
  return { text: mended(lines.flatMap((l) => l.text)), time, picture: drawn(picture, [x0, y0, w, h], width, height, true).canvas.transferToImageBitmap() };
}

postMessage({ up: true });
