// The one question that is put next, with its answers at hand, and what was answered so.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";
import { answeredFacts, answerFact, lead } from "./known.js";

const answers = ["yes", "no", "unknown"];

// drawNext puts the question into the verdict where there is none yet, else after what to
// do. changed is called when it is answered.
export function drawNext(a, changed) {
  const read = a.state === "read", open = a.verdict === "undetermined";
  const next = read ? a.next : null;
  at(open ? "also" : "ask")[open ? "after" : "append"](at("next"));
  show("next", Boolean(next) || (read && open));
  show("ask", Boolean(next) && !open);
  at("next-title").textContent = next ? say(open ? "next.title" : "next.sure") : say("next.none");
  at("next-text").textContent = next ? textOf(next) : "";
  at("next-why").textContent = next?.why ?? "";
  at("next-answers").replaceChildren(...(next ? answers.map((value) => button(next, value, open, changed)) : []));
  for (const id of ["next-text", "next-why", "next-answers"]) show(id, Boolean(next));
  drawGiven(read);
}

// textOf is the question; "the lender named" is not said where none is.
const textOf = (next) => (next.nameless && next.fact === "has_account" ? say("next.nameless") : next.text);

// button is an answer, with what it leads to where that is not known yet.
function button(next, value, open, changed) {
  const to = next.if?.find((o) => o.answer === value)?.gist ?? say(value === "unknown" ? "next.another" : "next.further");
  return make("button", { type: "button", value, onclick: () => {
    answerFact(next.fact, value);
    changed();
  } }, make("span", {}, say(`answer.${value}`)), open ? make("small", {}, to) : "");
}

// drawGiven lists what was answered; each answer leads to where it can be changed.
function drawGiven(read) {
  const all = read ? answeredFacts() : [];
  show("given", all.length > 0);
  at("given-list").replaceChildren(...all.map(({ fact, value }) =>
    make("li", {}, make("button", { type: "button", title: say("given.change"), onclick: () => lead(fact) },
      make("span", {}, say(`fact.${fact}`)), make("strong", {}, say(`answer.${value}`))))));
}
