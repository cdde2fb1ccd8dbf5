// What was read of a screenshot: a message each, beside its picture, with what is to be
// checked marked; the reader corrects it and chooses which is judged.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";
import { isConfusable, links, sure } from "./shotread.js";

let found = null; // what is shown, with items: what item returns of each message
let all = null; // the choice of all of them

// drawFound shows messages, the newest that looks like a notice chosen. judge and use are
// those of listenForPictures.
export function drawFound(read, judge, use) {
  found = { ...read, items: read.messages.map((m, i) => item(m, i, read.messages.length > 1)) };
  const { items } = found;
  all = choice("all");
  const notice = items.findLastIndex((it) => isNotice(judge(it.text.value)));
  const first = items[notice < 0 ? items.length - 1 : notice];
  if (first) first.radio.checked = true;
  at("shot-about").dataset.sender = found.sender;
  at("shot-list").replaceChildren(...items.map((it) => it.element));
  if (items.length > 1) at("shot-list").append(make("li", { className: "shot-message" }, make("label", {}, all, make("span", { "data-word": "shot.all" }))));
  at("shot-use").onclick = () => {
    if (all.checked) for (const it of items) it.said.textContent = judge(it.text.value)?.headline ?? "";
    const { text, message } = items.find((it) => it.radio.checked) ?? first;
    use({ text: text.value, sender: numberIn(found.sender), received_at: momentOf(message.time) });
  };
  show("shot-use", items.length > 0);
  show("shot-found", true);
  sayFound();
  open();
  at("shot-found").focus();
}

// sayFound says anew, in the language chosen, what is not of the picture itself.
export function sayFound() {
  if (!found) return;
  const n = found.items.length;
  at("shot-title").textContent = say("shot.title", n);
  at("shot-about").textContent = [
    found.sender ? say("shot.from", found.sender) : "", say(n ? "shot.unsure" : "shot.only_sent"), found.sent ? say("shot.sent", found.sent) : "",
  ].filter(Boolean).join(" ");
  found.items.forEach((it, i) => { it.number.textContent = say("shot.number", i + 1, n); });
  for (const e of at("shot-list").querySelectorAll("[data-word]")) e.textContent = say(e.dataset.word);
  for (const e of at("shot-list").querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
}

// dropFound lets go of what was read.
export function dropFound() {
  found = all = null;
  show("shot-found", false);
  at("shot-list").replaceChildren();
}

// open shows the messages chosen whole.
function open() {
  for (const it of found.items) it.body.hidden = !all.checked && !it.radio.checked;
}

const isNotice = (a) => Boolean(a && a.state === "read" && a.verdict !== "not_a_notice");

// numberIn returns a sender that is a number, without what only sets its digits apart; a name
// is shown and not taken for a number.
const numberIn = (sender) => (/^[+\d][\d\s()-]{2,}$/.test(sender) ? sender.replace(/[\s()-]/g, "") : "");

// momentOf returns a time as an input of type datetime-local takes it, "" where its date or
// its time is not shown: a year is never guessed.
const momentOf = (time) => (time?.date && time.clock ? `${time.date}T${time.clock}` : "");

const choice = (value) => make("input", { type: "radio", name: "shot-message", value, onchange: open });

function item(message, i, several) {
  const whole = message.text.map((c) => c.text).join("");
  const radio = choice(String(i));
  radio.hidden = !several;
  const canvas = make("canvas", { width: message.picture.width, height: message.picture.height, role: "img", "data-label": "shot.picture" });
  canvas.getContext("bitmaprenderer").transferFromImageBitmap(message.picture);
  const said = make("p", { className: "shot-said", role: "status" });
  const text = make("textarea", { rows: 4, value: whole, autocomplete: "off", spellcheck: false, "data-label": "shot.text", oninput: () => { said.textContent = ""; } });
  const body = make("div", {}, canvas, make("p", { className: "shot-read", lang: "zh-CN" }, ...marked(message.text, whole)),
    ...links(whole).map(([from, to]) => make("p", { className: "shot-link" }, make("span", { "data-word": "shot.link" }), make("b", {}, whole.slice(from, to)))),
    make("p", { className: "hint", "data-word": "shot.text" }), text, said);
  const number = make("b");
  const element = make("li", { className: "shot-message" }, make("label", {}, radio, make("span", {}, number, " ",
    make("span", { className: "shot-time" }, message.time?.shown ?? ""), " ", make("span", { className: "hint" }, `${[...whole].slice(0, 16).join("")}…`))), body);
  return { message, radio, number, text, said, body, element };
}

// marked returns a text with what is to be checked marked: characters that the model is unsure
// of, links, and in them what looks like another character.
function marked(characters, whole) {
  const spans = links(whole), nodes = [];
  let at = 0;
  for (const c of characters) {
    const inLink = spans.some(([from, to]) => at >= from && at < to);
    const kind = c.score < sure || (inLink && isConfusable(c.text)) ? "unsure" : inLink ? "link" : "";
    at += c.text.length;
    const last = nodes.at(-1);
    if (last?.kind === kind) last.text += c.text;
    else nodes.push({ kind, text: c.text });
  }
  return nodes.map(({ kind, text }) => (kind ? make("mark", { className: kind }, text) : text));
}
