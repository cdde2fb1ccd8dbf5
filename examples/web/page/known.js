// What the reader knows: the questions, the fields, and the samples that fill them.
import { at, make } from "./dom.js";
import { say } from "./words.js";
import { maxBytes, samples } from "./tables.js";

// facts are the keys of classify.Facts: what changes the steps at once comes first,
// what is asked of others later.
const facts = [
  "harmed", "has_account", "received_money", "shown_in_app", "lender_confirms", "sender_confirmed",
  "number_on_other_record", "on_credit_report", "repaid", "amount_agrees", "knows_named", "overseas_ties",
];
const answers = ["yes", "no", "unknown"];
// asked are the facts that were answered where they were asked for, skipped those of them
// that could not be.
const asked = new Set(), skipped = new Set();
const fields = ["text", "name", "id_number", "phone", "sender", "received_at"];

// drawQuestions makes the questions and samples, once.
export function drawQuestions() {
  at("questions").append(...facts.map((fact) =>
    make("fieldset", { className: "question", id: `fact-${fact}` },
      make("legend", { "data-word": `fact.${fact}` }),
      make("p", { className: "hint", "data-word": `fact_why.${fact}` }),
      make("div", { className: "choices" }, ...answers.map((value) =>
        make("label", {},
          make("input", { type: "radio", name: fact, value, checked: value === "unknown" }),
          make("span", { "data-word": `answer.${value}` })))))));
  at("samples").append(
    make("span", { className: "hint", "data-word": "samples.label" }),
    ...samples.map((s) => make("button", { type: "button", value: s.key, "data-word": `sample.${s.key}` })));
}

// question returns an answer.Question. A text far too long is cut where it is too
// long still.
export function question() {
  const q = { ...given(), skipped: [...skipped] };
  q.text = q.text.slice(0, maxBytes + 1);
  const received = new Date(q.received_at);
  if (isNaN(received)) delete q.received_at;
  else q.received_at = rfc3339(received);
  q.now = rfc3339(new Date());
  return q;
}

// given returns what the reader gives, as a sample has it.
export function given() {
  const g = { facts: {} };
  for (const f of fields) g[f] = at(f).value;
  for (const r of document.querySelectorAll("#questions input:checked")) g.facts[r.name] = r.value;
  return g;
}

// rfc3339 returns a time with the offset of the place: the record tells it as the
// phone showed it.
export function rfc3339(time) {
  const two = (n) => String(n).padStart(2, "0");
  const offset = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offset * 60000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

// fillIn sets all of what the reader gives: a sample, or {} to clear.
export function fillIn(sample) {
  for (const f of fields) at(f).value = sample[f] ?? "";
  for (const f of facts) {
    choose(f, sample.facts?.[f] ?? "unknown");
  }
  asked.clear();
  skipped.clear();
}

function choose(fact, value) {
  document.querySelector(`#questions input[name=${fact}][value=${value}]`).checked = true;
}

// answerFact answers a question where it is asked. Who cannot is asked another.
export function answerFact(fact, value) {
  choose(fact, value);
  asked.add(fact);
  if (value === "unknown") skipped.add(fact);
}

// answeredFacts returns what was answered so, in that order.
export function answeredFacts() {
  const { facts } = given();
  return [...asked].map((fact) => ({ fact, value: facts[fact] }));
}

export const sampleOf = (key) => samples.find((s) => s.key === key);

// isUntouched reports whether there is nothing of the reader's own in the text.
export const isUntouched = () => at("text").value.trim() === "" || samples.some((s) => s.text === at("text").value);

// lead takes the reader to a question.
export function lead(fact) {
  at("known").open = true;
  const fieldset = at(`fact-${fact}`);
  fieldset.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  fieldset.querySelector("input:checked").focus({ preventScroll: true });
}

// drawWrong says beside a field why it cannot be read, unless it is being typed.
export function drawWrong(wrong) {
  for (const f of ["id_number", "phone"]) {
    const w = document.activeElement !== at(f) && wrong?.find((w) => w.field === f);
    at(`${f}-wrong`).textContent = w ? say(`wrong.${f}.${w.rule.replaceAll(" ", "_")}`) : "";
    at(f).setAttribute("aria-invalid", Boolean(w));
  }
}
