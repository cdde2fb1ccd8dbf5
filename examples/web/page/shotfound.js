// What was read of a screenshot: a message each, beside its picture, with what is to be
// checked marked; the reader corrects it and chooses which is judged.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";
import { isConfusable, links, sure } from "./shotread.js";

// drawFound shows messages, the newest that looks like a notice chosen. judge and use are
// those of listenForPictures.
export function drawFound(found, judge, use) {
  const items = found.messages.map((m, i) => item(m, i, found.messages.length));
  const several = items.length > 1;
  const chosen = Math.max(0, items.findLastIndex((it) => it.text.value && isNotice(judge(it.text.value))));
  const notice = chosen > 0 || isNotice(judge(items[0]?.text.value ?? "")) ? chosen : items.length - 1;
  const all = make("input", { type: "radio", name: "shot-message", value: "all" });
  const open = () => items.forEach((it) => {
    it.body.hidden = several && !all.checked && !it.radio.checked;
    if (!all.checked) it.said.textContent = "";
  });
  items.forEach((it) => { it.radio.onchange = open; });
  all.onchange = open;
  if (items[notice]) items[notice].radio.checked = true;
  at("shot-title").textContent = say("shot.title", items.length);
  at("shot-about").textContent = [
    found.sender ? say("shot.from", found.sender) : "", items.length ? say("shot.unsure") : say("shot.only_sent"), found.sent ? say("shot.sent", found.sent) : "",
  ].filter(Boolean).join(" ");
  at("shot-about").dataset.sender = found.sender;
  at("shot-list").replaceChildren(...items.map((it) => it.element),
    ...(several ? [make("li", { className: "shot-message" }, make("label", {}, all, make("span", {}, say("shot.all"))))] : []));
  at("shot-use").textContent = say("shot.use");
  at("shot-use").onclick = () => {
    if (all.checked) for (const it of items) it.said.textContent = judge(it.text.value)?.headline ?? "";
    const it = items.find((it) => it.radio.checked) ?? items[notice];
    use({ text: it.text.value, sender: numberIn(found.sender), received_at: momentOf(it.message.time) });
  };
  show("shot-use", items.length > 0);
  open();
  show("shot-found", true);
  at("shot-found").focus({ preventScroll: true });
}

const isNotice = (a) => Boolean(a && a.state === "read" && a.verdict !== "not_a_notice");

// numberIn returns a sender that is a number, without what only sets its digits apart; a name
// is shown and not taken for a number.
const numberIn = (sender) => (/^[+\d][\d\s()-]{2,}$/.test(sender) ? sender.replace(/[\s()-]/g, "") : "");

// momentOf returns a time as an input of type datetime-local takes it, "" where its date or
// its time is not shown: a year is never guessed.
const momentOf = (time) => (time?.date && time.clock ? `${time.date}T${time.clock}` : "");

function item(message, i, n) {
  const whole = message.text.map((c) => c.text).join("");
  const radio = make("input", { type: "radio", name: "shot-message", value: String(i), hidden: n === 1 });
  const canvas = make("canvas", { width: message.picture.width, height: message.picture.height, role: "img", "aria-label": say("shot.picture") });
  canvas.getContext("bitmaprenderer").transferFromImageBitmap(message.picture);
  const text = make("textarea", { rows: 4, value: whole, autocomplete: "off", spellcheck: false, "aria-label": say("shot.text") });
  const said = make("p", { className: "shot-said", role: "status" });
  const urls = links(whole).map(([from, to]) => whole.slice(from, to));
  const body = make("div", {}, canvas, make("p", { className: "shot-read", lang: "zh-CN" }, ...marked(message.text, whole)),
    ...urls.map((url) => make("p", { className: "shot-link" }, say("shot.link"), " ", make("b", {}, url))),
    text, said);
  const label = make("span", {}, make("b", {}, say("shot.number", i + 1, n)), " ",
    message.time ? make("span", { className: "shot-time" }, message.time.shown) : "", " ", make("span", { className: "hint" }, `${[...whole].slice(0, 16).join("")}…`));
  const element = make("li", { className: "shot-message" }, make("label", {}, radio, label), body);
  return { message, radio, text, said, body, element };
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
