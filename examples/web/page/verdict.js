// The verdict, what to find out, and the steps.
import { at, make, show } from "./dom.js";
import { knows, say } from "./words.js";
import { lead } from "./known.js";

// sort returns which row of words.tsv says what came of a question.
function sort(a) {
  if (a.state !== "read") return `state.${a.state}`;
  if (a.two_matters) return "verdict.two_matters";
  const kind = `verdict.${a.verdict}.${a.kind}`;
  return knows(`${kind}.title`) ? kind : `verdict.${a.verdict}`;
}

const confidences = ["low", "high", "certain"];

export function drawVerdict(a) {
  const key = sort(a);
  at("verdict").dataset.verdict = a.verdict ?? a.state;
  at("verdict-title").textContent = say(`${key}.title`);
  at("verdict-text").textContent = say(`${key}.text`);
  const level = confidences.indexOf(a.confidence) + 1;
  show("confidence", level > 0);
  at("confidence").replaceChildren(
    ...confidences.map((_, i) => make("span", { className: i < level ? "dot full" : "dot", "aria-hidden": "true" })),
    say(`confidence.${a.confidence}`));
  const others = (a.also ?? []).map((v) => say(`story.${v}`)).join(say("list.comma"));
  at("also").textContent = others ? say("verdict.also", others) : a.leading ? say("verdict.leans", say(`story.${a.leading}`)) : "";
  show("also", at("also").textContent !== "");
  at("ask-title").textContent = say(a.confidence === "certain" ? "ask.sure" : "ask.title");
  drawAsks(a.ask_next ?? []);
}

// asked is how many questions are put at once.
const asked = 3;

function drawAsks(asks) {
  show("ask", asks.length > 0);
  at("asks").replaceChildren(...asks.slice(0, asked).map((ask) =>
    make("li", {}, make("button", { type: "button", onclick: () => lead(ask.fact) }, say(`fact.${ask.fact}`)))));
}

// spoken is what a screen reader is told of an answer.
export const spoken = (a) =>
  a.state === "read" && a.confidence !== "none"
    ? say("verdict.spoken", say(`${sort(a)}.title`), say(`confidence.${a.confidence}`))
    : say(`${sort(a)}.title`);

// firstSteps and firstNever are how many are seen without asking.
const firstSteps = 3, firstNever = 4;

export function drawSteps(all) {
  show("steps", all.length > 0);
  const calm = all.find((s) => s.list === "calm");
  at("calm").textContent = calm?.text ?? "";
  show("calm", Boolean(calm));
  const never = all.filter((s) => s.list === "never");
  const todo = all.filter((s) => s.list !== "never" && s.list !== "calm");
  // What is to be done at once is never folded away.
  show("steps-title", todo.length > 0);
  const first = todo.reduce((n, s, i) => (s.within ? Math.max(n, i + 1) : n), firstSteps);
  drawList("steps", todo, first, "steps.more");
  at("steps-rest").start = first + 1;
  drawList("never", never, firstNever, "never.more");
}

function drawList(id, steps, first, more) {
  const rest = steps.slice(first);
  at(`${id}-first`).replaceChildren(...steps.slice(0, first).map(step));
  at(`${id}-rest`).replaceChildren(...rest.map(step));
  show(`${id}-more`, rest.length > 0);
  at(`${id}-more`).querySelector("summary").textContent = say(more, rest.length);
}

const step = (s) => make("li", {},
  s.within ? make("strong", { className: "within" }, say(`within.${s.within}`)) : "",
  s.text);

// drawSources says where the steps were read, each source once.
export function drawSources(steps) {
  show("sources", steps.length > 0);
  const lines = new Set(steps.map((s) => say("sources.line", s.source, s.checked, say(`trust.${s.trust}`))));
  at("sources-list").replaceChildren(...[...lines].map((l) => make("li", {}, l)));
}
