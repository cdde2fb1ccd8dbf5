// The page: reads what is given, asks the library, draws the answer.
import { at, show } from "./dom.js";
import { fill, lang, say, setLang } from "./words.js";
import { drawQuestions, drawWrong, fillIn, isUntouched, question, rfc3339, sampleOf } from "./known.js";
import { drawAsks, drawSources, drawSteps, drawVerdict, spoken } from "./verdict.js";
import { drawMarked } from "./marked.js";
import { drawWhy, forget } from "./why.js";
import { drawBreaches, drawLetters, save } from "./papers.js";
import { load } from "./module.js";
import { drawShot, forgetPicture, listenForPictures } from "./shot.js";

let library = null; // once it is loaded
let state = "loading"; // of a page without it; "unloaded" where it cannot be loaded

let wrong; // fields of the last answer

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
  drawAsks(a);
  drawSources(a.state === "read" ? [...(a.do ?? []), ...(a.dont ?? [])] : []);
  drawMarked(a);
  drawWhy(a);
  drawBreaches(a.breaches ?? []);
  drawLetters(a.letters ?? []);
  show("record", a.state === "read" && a.verdict !== "not_a_notice");
  show("samples", isUntouched());
  at("peek").textContent = at("verdict-title").textContent;
  show("clear", q.text !== "");
  speak(spoken(a));
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
    if (sample) start(sample);
  });
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
  listenForPictures((text) => library && answered({ ...question(), text, lang: lang() }), (message) => {
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
// named at the lower edge. What is above the screen counts as seen.
new IntersectionObserver((seen) => show("peek", !seen.at(-1).isIntersecting), { rootMargin: "1000000px 0px 0px 0px" }).observe(at("verdict"));

// On a wide screen what the message is made of stands below it, and what to do
// beside it. On a narrow one it comes after what to do.
const wide = matchMedia("(min-width: 60rem)");
function place() {
  at(wide.matches ? "known" : "ask").after(at("marked"), at("why"));
}

// start begins with a sample, or anew.
function start(sample) {
  fillIn(sample);
  forgetPicture();
  forget();
  draw();
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
