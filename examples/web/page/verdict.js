// The verdict, what to do and not to do.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";

const confidences = ["low", "high", "certain"];

// drawVerdict says what a message is, why, and what to do now; of what was not read, why not.
export function drawVerdict(a) {
  const read = a.state === "read";
  at("verdict").dataset.verdict = a.verdict ?? a.state;
  at("verdict-title").textContent = read ? a.gist : say(`state.${a.state}.title`);
  at("verdict-headline").textContent = a.headline ?? "";
  show("verdict-headline", read && a.headline.replace(/[.。]$/, "") !== a.gist);
  at("verdict-reason").textContent = a.reason ?? "";
  show("verdict-reason", Boolean(a.reason));
  at("verdict-text").textContent = read ? a.now : say(`state.${a.state}.text`);
  const level = confidences.indexOf(a.confidence) + 1;
  show("confidence", level > 0);
  at("confidence").replaceChildren(
    ...confidences.map((_, i) => make("span", { className: i < level ? "dot full" : "dot", "aria-hidden": "true" })),
    say(`confidence.${a.confidence}`));
  const others = (a.also ?? []).map((v) => say(`verdict.${v}`)).join(say("list.comma"));
  at("also").textContent = others ? say("said.also", others) : a.leaning ? say("said.leaning", say(`verdict.${a.leaning}`)) : "";
  show("also", at("also").textContent !== "");
}

// spoken is what a screen reader is told of an answer.
export const spoken = (a) => (a.state === "read" ? say("said.spoken", a.headline, a.now) : say(`state.${a.state}.title`));

// firstSteps and firstNever are how many are seen without asking.
const firstSteps = 3, firstNever = 4;

export function drawSteps(all, never) {
  show("steps", all.length + never.length > 0);
  const calm = all.find((s) => s.list === "calm");
  at("calm").textContent = calm?.text ?? "";
  show("calm", Boolean(calm));
  const todo = all.filter((s) => s !== calm);
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
