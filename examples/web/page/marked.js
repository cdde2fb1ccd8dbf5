// The message with what was found in it, and whom it means.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";

export function drawMarked(a) {
  show("marked", a.state === "read");
  at("message").replaceChildren(...(a.pieces ?? []).map(piece));
  const fits = (a.comparison ?? []).map((f) =>
    make("li", { "data-outcome": f.outcome }, say("fits.line", say(`field.${f.field}`), say(`outcome.${f.outcome}`))));
  at("fits").replaceChildren(...fits);
  show("fits", fits.length > 0);
}

function piece(p) {
  if (!p.tone) return p.text;
  if (!p.names) return make("mark", { className: p.tone }, p.text);
  // A name stands over a piece that stays on one line: over the end of a long one.
  const at = width(p.text) > longest ? [...p.text].slice(0, -shortened).join("").length : 0;
  return make("span", {},
    at ? make("mark", { className: p.tone }, p.text.slice(0, at)) : "",
    make("ruby", {},
      make("mark", { className: p.tone }, p.text.slice(at)),
      make("rp", {}, "（"), make("rt", { className: p.tone, lang: document.documentElement.lang }, p.names.map((n) => say(n)).join(say("list.and"))), make("rp", {}, "）")));
}

// longest is the width of what stays on one line, in half Han characters; shortened
// how many characters of a longer piece do.
const longest = 28, shortened = 6;

const width = (text) => [...text].reduce((sum, c) => sum + (c > "\u2e80" ? 2 : 1), 0);
