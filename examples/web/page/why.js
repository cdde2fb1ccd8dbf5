// Why: the four stories with their bits, and the waterfall of one of them.
import { at, make, show, unseen } from "./dom.js";
import { say } from "./words.js";

let chosen = ""; // by the reader, else the verdict or what leads
let drawn = [];

export function drawWhy(a) {
  show("why", a.state === "read");
  drawn = a.stories ?? [];
  show("notes", Boolean(a.notes));
  at("notes-list").replaceChildren(...(a.notes ?? []).map((n) => make("li", {}, n.text)));
  if (drawn.length > 0) drawStories();
}

// forget lets the page choose the story again, for another message.
export function forget() {
  chosen = "";
}

function drawStories() {
  const best = drawn.reduce((a, b) => (b.bits > a.bits ? b : a));
  const story = drawn.find((s) => s.story === chosen) ?? best;
  const scale = scaleOf(drawn.flatMap((s) => [0, s.bits]));
  const focused = document.activeElement?.name === "story";
  at("stories").replaceChildren(at("stories").firstElementChild, ...drawn.map((s) =>
    make("label", { className: "story" },
      make("input", { type: "radio", name: "story", value: s.story, checked: s === story, onchange: choose }),
      make("span", { className: "what" }, say(`verdict.${s.story}`)),
      bar(scale, 0, s.bits),
      make("span", { className: "bits" }, bits(s.bits), unseen(say("why.bits"))))));
  if (focused) at("stories").querySelector(":checked").focus();
  drawWaterfall(story);
}

function choose(event) {
  chosen = event.target.value;
  drawStories();
}

function drawWaterfall(s) {
  at("waterfall-title").textContent = say(s.lead >= 0 ? "why.leads" : "why.trails", say(`verdict.${s.story}`), say(`verdict.${s.rival}`));
  const rows = s.rows ?? [];
  const scale = scaleOf([0, ...rows.flatMap((r) => [r.from, r.to])]);
  at("waterfall").replaceChildren(
    ...rows.map((r) => make("li", {},
      make("span", { className: "what" }, r.text,
        r.weight ? make("span", { className: "hint" }, say("why.counted", bits(r.bits), bits(r.weight))) : ""),
      bar(scale, r.from, r.to, true),
      make("span", { className: "bits" }, bits(r.bits), unseen(say("why.sum", bits(r.to)))))),
    make("li", { className: "sum" },
      make("span", { className: "what" }, say("why.total")),
      bar(scale, 0, s.lead),
      make("span", { className: "bits" }, bits(s.lead), unseen(say("why.bits")))));
}

// bits are written with their sign, to a tenth.
function bits(x) {
  const tenth = Math.abs(x).toFixed(1);
  return (tenth === "0.0" ? "" : x < 0 ? "−" : "+") + tenth;
}

// scaleOf returns where on a bar a number stands, in percent.
function scaleOf(numbers) {
  const low = Math.min(...numbers), high = Math.max(...numbers);
  return (x) => (high > low ? ((x - low) / (high - low)) * 100 : 50);
}

// bar is a bar between two numbers, beside the line of zero. One of a waterfall
// is joined to those above and below it.
function bar(scale, from, to, joined) {
  const left = Math.min(scale(from), scale(to)), right = Math.max(scale(from), scale(to));
  const pieces = [piece("zero", scale(0)), piece(to < from ? "amount against" : "amount for", left, right - left)];
  if (joined) pieces.push(piece("above", scale(from)), piece("below", scale(to)));
  return make("span", { className: "bar", "aria-hidden": "true" }, ...pieces);
}

function piece(className, left, width) {
  const p = make("span", { className });
  p.style.left = `${left}%`;
  if (width !== undefined) p.style.width = `${width}%`;
  return p;
}
