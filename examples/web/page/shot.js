// A screenshot instead of text: takes a picture, has it read in a worker, and shows what was
// read, to be corrected before it is judged.
import { at, make, show } from "./dom.js";
import { fetchLater } from "./files.js";
import { say } from "./words.js";
import { look, looked, refusal } from "./shotfile.js";
import { drawFound, dropFound, sayFound } from "./shotfound.js";
import { later } from "./tables.js";

// files are what the worker is given; what it imports is runtime.
const files = {
  wasm: "ort-wasm-simd-threaded.wasm", detection: "ch_PP-OCRv4_det_infer.onnx",
  recognition: "ch_PP-OCRv4_rec_infer.onnx", letters: "ppocr_keys_v1.txt",
};
const runtime = "ort.wasm.bundle.min.mjs";
const all = [...Object.values(files), runtime];
const isHere = all.every((name) => Object.hasOwn(later, name));
const total = all.reduce((sum, name) => sum + (later[name]?.bytes ?? 0), 0);
const megabytes = (bytes) => Math.round(bytes / 1e6);

// rest is after how long without a picture the worker is ended, in milliseconds. The browser
// keeps the files.
const rest = 60_000;

let agreed = false; // to loading the files, while the page is open
let waiting = null; // the picture that is to be read when it is agreed
let reader = null; // the worker: {worker, ready, tell}
let resting = 0;
let turn = 0; // of the picture at hand: what comes of an older one is dropped
let reading = 0; // turn of the picture that was last given to the worker: only with it the worker ends, or rests

const bad = {
  heic: "shot.heic", large: "shot.large", no_text: "shot.no_text", not_picture: "shot.not_picture", unreadable: "shot.unreadable", video: "shot.video",
};

let said = []; // key and values, to be said in another language too

function tell(...words) {
  said = words;
  at("shot-said").textContent = words.length ? say(...words) : "";
}

// drawShot says all anew, in the language chosen.
export function drawShot() {
  show("shot-pick", isHere);
  show("shot-none", !isHere);
  at("shot-offer-text").textContent = say("shot.offer", megabytes(total));
  if (said.length) tell(...said);
  sayFound();
}

// forgetPicture drops the picture at hand and what was read of it.
export function forgetPicture() {
  turn++;
  waiting = null;
  tell();
  show("shot-offer", false);
  show("shot-stop", false);
  dropFound();
}

// listenForPictures takes pictures that are chosen, dropped or pasted. judge returns what the
// library says of a text; use takes a message to the fields: {text, sender, received_at}. It
// returns what takes a picture from elsewhere.
export function listenForPictures(judge, use) {
  const give = (file) => take(file, judge, use).catch(() => tell("shot.failed"));
  at("shot-choose").addEventListener("click", () => at("shot-file").click());
  at("shot-file").addEventListener("change", () => {
    const file = at("shot-file").files[0];
    at("shot-file").value = "";
    if (file) give(file);
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    if (event.dataTransfer.files[0]) give(event.dataTransfer.files[0]);
  });
  document.addEventListener("paste", (event) => {
    const file = event.clipboardData.files[0];
    if (!file || event.clipboardData.types.includes("text/plain")) return; // some programs copy both
    event.preventDefault();
    give(file);
  });
  at("shot-agree").addEventListener("click", () => {
    agreed = true;
    show("shot-offer", false);
    if (waiting) readNow(waiting, judge, use);
  });
  at("shot-refuse").addEventListener("click", forgetPicture);
  at("shot-stop").addEventListener("click", () => {
    forgetPicture();
    end();
  });
  return give;
}

// take looks at a file and reads it, once it was agreed to load what that needs.
async function take(file, judge, use) {
  forgetPicture();
  const mine = turn;
  if (!isHere) return tell("shot.unavailable");
  const found = look(new Uint8Array(await file.slice(0, looked).arrayBuffer()));
  const why = refusal(found, file.size) || (await isOpened(file) ? "" : found.type === "heic" ? "heic" : "unreadable");
  if (mine !== turn) return undefined;
  if (why) return tell(bad[why]);
  waiting = file;
  show("shot-offer", !agreed);
  return agreed ? readNow(file, judge, use) : at("shot-agree").focus();
}

// isOpened reports whether the browser can decode a picture, before anything is loaded for it.
async function isOpened(file) {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}

async function readNow(file, judge, use) {
  const mine = turn;
  const current = (f) => (...args) => mine === turn && f(...args);
  reading = mine;
  clearTimeout(resting);
  show("shot-stop", true);
  try {
    reader ??= begin();
    reader.loaded = current((bytes) => tell("shot.loading", megabytes(bytes), megabytes(total)));
    await reader.ready;
    if (mine !== turn) return;
    const result = await ask(file, mine, current((done, of) => tell("shot.reading", done, of)));
    if (mine !== turn) return;
    tell();
    drawFound(result, judge, use);
  } catch (e) {
    if (mine === turn) tell(bad[e.message] ?? "shot.failed");
    if (mine === reading && !bad[e.message] && e.message !== "ended") end();
  } finally {
    if (mine === turn) show("shot-stop", false);
    if (mine === reading) resting = setTimeout(end, rest);
  }
}

// end ends the worker, and frees its memory.
function end() {
  reader?.worker?.terminate();
  reader?.stop(new Error("ended"));
  reader = null;
}

// begin loads the files and starts the worker: from a blob, so that it is under the policy of
// this page, which is cut off by now.
function begin() {
  const r = { worker: null, loaded: () => {} };
  r.stopped = new Promise((_, reject) => { r.stop = reject; });
  r.stopped.catch(() => {});
  r.ready = Promise.race([r.stopped, load(r)]);
  return r;
}

async function load(r) {
  const came = {};
  const bytes = await Promise.all(Object.entries(files).map(async ([key, name]) => [key, await fetchLater(name, (n) => {
    came[name] = n;
    r.loaded(Object.values(came).reduce((sum, n) => sum + n, 0));
  })]));
  if (reader !== r) throw new Error("ended");
  const source = `import ${JSON.stringify(new URL("shotworker.js", document.baseURI).href)};`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  r.worker = new Worker(url, { type: "module" });
  const given = Object.fromEntries(bytes);
  await new Promise((resolve, reject) => {
    r.worker.onmessage = ({ data }) => {
      if (data.up) r.worker.postMessage({ files: given }, Object.values(given));
      else if (data.ready) resolve();
      else reject(new Error("failed"));
    };
    r.worker.onerror = () => reject(new Error("failed"));
  }).finally(() => URL.revokeObjectURL(url));
  r.worker.onmessage = null;
}

// ask has the worker read a picture; turn tells what it says of it from what it says of others.
function ask(file, turn, progress) {
  const { worker, stopped } = reader;
  const answer = new Promise((resolve, reject) => {
    worker.addEventListener("message", function listen({ data }) {
      if (data.turn !== turn) return;
      if (data.of) return progress(data.done, data.of);
      worker.removeEventListener("message", listen);
      if (data.found) resolve(data.found);
      else reject(new Error(data.failed));
    });
    worker.addEventListener("error", () => reject(new Error("failed")), { once: true });
    worker.postMessage({ file, turn });
  });
  return Promise.race([stopped, answer]);
}
