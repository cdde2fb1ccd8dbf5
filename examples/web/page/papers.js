// What the reader takes along: breaches to complain of, the letter, the record.
import { at, make, show } from "./dom.js";
import { say } from "./words.js";

export function drawBreaches(all) {
  show("breaches", all.length > 0);
  at("breaches-count").textContent = say("breaches.count", all.length);
  at("breaches-list").replaceChildren(...all.map((b) =>
    make("li", {}, b.text, make("span", { className: "hint" }, b.citations.join(say("list.semicolon"))))));
}

// drawLetters keeps a letter open that the reader has opened.
export function drawLetters(all) {
  const open = new Set([...document.querySelectorAll("#letters details[open]")].map((d) => d.id));
  at("letters").replaceChildren(...all.map((l) => {
    const id = `letter-${l.matter}`;
    const text = make("pre", { className: "letter", tabIndex: 0, "aria-labelledby": `${id}-title` }, l.text);
    text.setAttribute("lang", "zh-CN");
    const said = make("span", { className: "hint", role: "status" });
    return make("details", { className: "card", id, open: open.has(id) },
      make("summary", {}, make("h2", { id: `${id}-title` }, say(`letter.${l.matter}`)), make("span", { className: "hint" }, say("letter.hint"))),
      make("p", {}, say("letter.text")),
      text,
      make("p", { className: "actions" },
        make("button", { type: "button", className: "copy", onclick: async () => { said.textContent = say(await copy(l.text, text) ? "letter.copied" : "letter.not_copied"); } }, say("letter.copy")),
        make("button", { type: "button", className: "save", onclick: () => save(say("letter.file"), "text/plain", l.text) }, say("letter.save")),
        said));
  }));
}

// copy puts text on the clipboard. Where the browser keeps that for secure pages,
// the text is selected and copied the old way.
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

// save has the browser save a file.
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
