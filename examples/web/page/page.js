// The page: reads what is given, asks the library, draws the answer.
import { at, show } from "./dom.js";
import { fill, lang, say, setLang } from "./words.js";
import { drawQuestions, drawWrong, fillIn, given, isUntouched, question, rfc3339, sampleOf } from "./known.js";
import { drawSources, drawSteps, drawVerdict, spoken } from "./verdict.js";
import { drawNext } from "./next.js";
import { drawMarked } from "./marked.js";
import { drawWhy, forget } from "./why.js";
import { drawBreaches, drawLetters, save } from "./papers.js";
import { load } from "./module.js";
import { install } from "./install.js";
import { drawShot, forgetPicture, listenForPictures } from "./shot.js";

let library = null; // once it is loaded
let state = "loading"; // of a page without it; "unloaded" where it cannot be loaded

let wrong; // fields of the last answer
let givePicture; // of shot.js
let own = null; // what the reader gave, while a sample stands in its place

// lost is for a library that cannot be loaded, or that has ended by a fault.
function lost() {
  library = null;
  state = "unloaded";
  draw();
}

// answered asks the library.
function answered(q) {
  try {
    return library.answer(q);
  } catch {
    library = null;
    state = "unloaded";
    return { state };
  }
}

// draw asks the library and draws what it says.
function draw() {
  const q = { ...question(), lang: lang() };
  const a = library ? answered(q) : { state };
  document.body.dataset.state = a.state;
  at("privacy").textContent = say(library ? "private.cut_off" : "private.here");
  drawVerdict(a);
  wrong = a.wrong;
  drawWrong(wrong);
  drawSteps(a.do ?? [], a.dont ?? []);
  drawNext(a, answeredNext);
  drawSources(a.state === "read" ? [...(a.do ?? []), ...(a.dont ?? [])] : []);
  drawMarked(a);
  drawWhy(a);
  drawBreaches(a.breaches ?? []);
  drawLetters(a.letters ?? []);
  show("record", a.state === "read" && a.verdict !== "not_a_notice");
  if (!isUntouched()) own = null;
  show("own", own !== null);
  at("peek").textContent = at("verdict-title").textContent;
  show("clear", q.text !== "");
  speak(spoken(a));
}

// answeredNext draws the answer anew, and goes there from the button, which is gone.
function answeredNext() {
  draw();
  at("verdict").focus({ preventScroll: true });
  at("verdict").scrollIntoView({ block: "nearest" });
}

// later calls f when nothing has happened for a while.
function later(milliseconds, f) {
  let waiting = 0;
  return (...args) => {
    clearTimeout(waiting);
    waiting = setTimeout(f, milliseconds, ...args);
  };
}

const drawSoon = later(120, draw);

// speak tells a screen reader when the typing rests, and only what is new.
const speak = later(900, (text) => {
  if (at("spoken").textContent !== text) at("spoken").textContent = text;
});

function listen() {
  document.addEventListener("input", (event) => {
    if (event.target.name !== "story") drawSoon();
  });
  // A field is said to be wrong when it is left; what has the focus by then stays.
  for (const f of ["id_number", "phone"]) at(f).addEventListener("blur", () => setTimeout(() => drawWrong(wrong)));
  at("samples").addEventListener("click", (event) => {
    const sample = sampleOf(event.target.value);
    if (!sample) return;
    if (!isUntouched()) own = given();
    start(sample);
  });
  at("own").addEventListener("click", () => start(own));
  at("clear").addEventListener("click", () => {
    start({});
    at("text").focus();
  });
  for (const b of document.querySelectorAll("[data-lang]")) {
    b.addEventListener("click", () => {
      setLang(b.dataset.lang);
      fill();
      drawShot();
      draw();
    });
  }
  givePicture = listenForPictures((text) => library && answered({ ...question(), text, lang: lang() }), (message) => {
    for (const [field, value] of Object.entries(message)) if (value || field === "text") at(field).value = value;
    draw();
    at("answer").focus();
  });
  at("record-save").addEventListener("click", () => {
    const name = `dunsms-${rfc3339(new Date()).slice(0, 16).replace(/\D/g, "")}.json`;
    save(name, "application/json", library.record({ ...question(), lang: lang() }));
  });
}

// On a narrow screen the answer may be further down than can be seen: then it is
// named at the lower edge, by a bar 56 pixels high. What is above the screen counts as seen.
new IntersectionObserver((seen) => show("peek", !seen.at(-1).isIntersecting), { rootMargin: "1000000px 0px -56px 0px" }).observe(at("verdict-title"));

// On a wide screen what is known and what the message is made of stand below it, and the
// answer beside it. On a narrow one the answer comes first.
const wide = matchMedia("(min-width: 60rem)");
function place() {
  if (wide.matches) at("given-text").after(at("known"), at("marked"), at("why"));
  else at("ask").after(at("known"), at("marked"), at("why"));
}

// start begins with a sample, or anew.
function start(sample) {
  fillIn(sample);
  forgetPicture();
  forget();
  draw();
}

// received begins with what was shared into the page.
function received({ text, files }) {
  if (files?.length) givePicture(files[0]);
  else if (text) start({ text });
}

drawQuestions();
wide.addEventListener("change", place);
place();
fill();
drawShot();
listen();
draw();
load(lost).then((loaded) => {
  library = loaded;
  draw();
}, lost);
install({
  ready: () => show("app", true),
  received,
  isUntouched: () => isUntouched() && own === null,
});
