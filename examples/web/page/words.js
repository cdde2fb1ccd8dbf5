// What the page says, in the language chosen. See words.tsv, and words.tsv of package plain.
import { words } from "./tables.js";

const languages = ["zh", "en"];
let language = navigator.language.toLowerCase().startsWith("zh") ? 0 : 1;

export const lang = () => languages[language];

export function setLang(name) {
  language = Math.max(languages.indexOf(name), 0);
}

// say returns the words of a key, with values in the place of {0}, {1} …. A code
// that is not in the table, as a newer library may have, is said as it is.
export function say(key, ...values) {
  const row = words[key];
  if (!row) return key.slice(key.indexOf(".") + 1);
  return row[language].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// fill writes the words of all that stands still.
export function fill() {
  document.documentElement.lang = ["zh-CN", "en"][language];
  document.title = say("page.tab");
  for (const e of document.querySelectorAll("[data-word]")) e.textContent = say(e.dataset.word);
  for (const e of document.querySelectorAll("[data-label]")) e.setAttribute("aria-label", say(e.dataset.label));
  for (const e of document.querySelectorAll("[data-placeholder]")) e.placeholder = say(e.dataset.placeholder);
  for (const e of document.querySelectorAll("[data-lang]")) e.setAttribute("aria-pressed", e.dataset.lang === lang());
}
