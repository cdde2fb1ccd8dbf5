// What a line says: what goes into the recognition model of PP-OCRv4, what comes out
// of it, and what of that is to be checked.

// A line is read at height pixels and widened, which keeps runs of * apart; a longer one than
// widest pixels is narrowed.
export const height = 48;
const widened = 1.25, narrowest = 16, widest = 3200;

export const widthOf = (box) => Math.round(Math.min(widest, Math.max(narrowest, ((box.x1 - box.x0) / (box.y1 - box.y0)) * height * widened)));

// input returns the pixels of a line as the model takes them: planes of blue, green, red,
// from -1 to 1.
export function input(rgba, width) {
  const n = width * height, out = new Float32Array(3 * n);
  for (let c = 0; c < 3; c++) for (let i = 0; i < n; i++) out[c * n + i] = rgba[4 * i + 2 - c] / 127.5 - 1;
  return out;
}

// alphabet returns what the model's classes stand for: the first is none.
export const alphabet = (keys) => ["", ...keys.replace(/\n$/, "").split("\n").map((k) => k.replace("\r", "")), " "];

// decode returns the characters of a line, each {text, score, at}: the best class of each step,
// repeated ones once; at is where on the line it stands, from 0 to 1.
export function decode(scores, steps, classes, letters) {
  const line = [];
  let before = 0;
  for (let t = 0; t < steps; t++) {
    let best = 0;
    const at = t * classes;
    for (let c = 1; c < classes; c++) if (scores[at + c] > scores[at + best]) best = c;
    const score = scores[at + best];
    if (best !== 0 && best !== before) line.push({ text: letters[best], score, at: (t + 0.5) / steps });
    else if (best !== 0) line.at(-1).score = Math.max(line.at(-1).score, score);
    before = best;
  }
  return line;
}

// A run of longRun stars and more makes the model lose what is around it.
const longRun = 6;

// cutAt returns where to cut a line, from 0 to 1, so that a long run of stars is read in two: in
// the flattest column near its middle; -1 where there is no such run.
export function cutAt(line, rgba, width) {
  let from = 0, best = [];
  line.forEach((c, i) => {
    if (!isStar(c.text)) from = i + 1;
    else if (i + 1 - from > best.length) best = line.slice(from, i + 1);
  });
  if (best.length < longRun) return -1;
  const middle = ((best[0].at + best.at(-1).at) / 2) * width, reach = ((best.at(-1).at - best[0].at) * width) / best.length;
  let cut = Math.round(middle), flattest = Infinity;
  for (let x = Math.max(1, Math.floor(middle - reach)); x < Math.min(width - 1, middle + reach); x++) {
    const ink = inkOf(rgba, width, x - 1) + 2 * inkOf(rgba, width, x) + inkOf(rgba, width, x + 1);
    if (ink < flattest) flattest = ink, cut = x;
  }
  return (cut + 0.5) / width;
}

// joinCut joins what the two halves of such a line say; a star that was cut may have been read as
// a dot.
export function joinCut(left, right, cut) {
  if (left.length > 1 && isSpeck(left.at(-1).text) && isStar(left.at(-2).text)) left = left.slice(0, -1);
  if (right.length > 1 && isSpeck(right[0].text) && isStar(right[1].text)) right = right.slice(1);
  return [...left.map((c) => ({ ...c, at: c.at * cut })), ...right.map((c) => ({ ...c, at: cut + c.at * (1 - cut) }))];
}

const isSpeck = (c) => ".·,，'‘’\"“”`、-".includes(c);

const isStar = (c) => c === "*" || c === "＊";

// inkOf returns how much a column differs within itself.
function inkOf(rgba, width, x) {
  let low = 255, high = 0;
  for (let y = 0; y < height; y++) {
    const g = rgba[4 * (y * width + x) + 1];
    low = Math.min(low, g), high = Math.max(high, g);
  }
  return high - low;
}

// sure is the score from which on a character is not marked. It marks two thirds of the
// wrong ones and one in twenty-five of the right ones.
export const sure = 0.9;

// confusable are characters that look alike in many fonts, by what they fold to.
const confusable = { O: "0", o: "0", D: "0", Q: "0", I: "1", l: "1", i: "1", "|": "1", "!": "1", Z: "2", z: "2", S: "5", s: "5", B: "8", β: "8", g: "9", q: "9" };

export const isConfusable = (c) => "0125689".includes(c) || c in confusable;

// folded returns a text for comparison: in NFKC, without spaces, in small letters, with
// characters that look alike made the same.
export function folded(text) {
  return [...text.normalize("NFKC").replace(/\s/gu, "")].map((c) => confusable[c] ?? c).join("").toLowerCase();
}

// Where what looks like a digit within a number is one: in numbers of six digits and more, and
// those hidden in part, 4Q0-000-3381; and in sums, 29q.50元. mostMended is how many at most.
const numbers = /(?<![\w./:@])[\d*][\d*OoQDIlZSBqgβ-]*[\d*β]×?(?![\w./:@])/g;
const sums = /(?<=[¥￥])[\dOo][\d,，.OoQDIlZSBqgβ]*|(?<![A-Za-z])[\dOo][\d,，.OoQDIlZSBqgβ]*(?=元)/g;
const mostMended = 2;

// mended returns characters with such digits put right, and the × that ends a hidden number an X;
// they stay marked, as what one cannot be sure of.
export function mended(line) {
  const text = line.map((c) => (c.text.length === 1 ? c.text : " ")).join("");
  const out = [...line];
  const put = (i, text) => { out[i] = { ...line[i], text, score: Math.min(line[i].score, sure / 2) }; };
  const putAll = ({ 0: number, index }) => {
    const wrong = [...number.matchAll(/[A-Za-zβ]/g)];
    if (wrong.length <= mostMended) for (const m of wrong) put(index + m.index, confusable[m[0]]);
  };
  for (const m of text.matchAll(numbers)) {
    const hidden = /\*{2}/.test(m[0]);
    if (hidden || m[0].replace(/\D/g, "").length >= 6) putAll(m);
    if (hidden && m[0].endsWith("×")) put(m.index + m[0].length - 1, "X");
  }
  for (const m of text.matchAll(sums)) putAll(m);
  return out;
}

// A run of ASCII, single spaces in it looked through, is a link or a code, to be checked by a
// person: what has a dot or a slash and a letter, begins as a link does, or is long and mixed.
// A stop or a colon between letters may have been read as a Chinese one, an x as ×.
const run = /(?:[\x21\x23-\x27\x2b\x2d-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a\x7e] ?|(?<=[a-z0-9])[：．／。，×](?=[a-z0-9/-])){4,}/gi;
const isLink = (s) => /[a-z]/i.test(s) && (/(https?|www)/i.test(s) || /[a-z0-9][./][a-z0-9]/i.test(s) || (s.length >= 8 && /\d/.test(s)));

// links returns where in a text links and codes are: [from, to) in UTF-16 units.
export function links(text) {
  return [...text.matchAll(run)].filter((m) => isLink(m[0].normalize("NFKC").replaceAll(" ", ""))).map((m) => [m.index, m.index + m[0].trimEnd().length]);
}
