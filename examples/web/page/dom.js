// The smallest part of a way to make elements. Text is only ever set as text, so
// that nothing of a message is read as HTML.

export const at = (id) => document.getElementById(id);

// make returns an element with properties, and children: elements or text.
export function make(tag, properties = {}, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-")) e.setAttribute(key, value);
    else e[key] = value;
  }
  e.append(...children.filter((c) => c !== null && c !== ""));
  return e;
}

// show shows or hides what has an id.
export function show(id, shown) {
  at(id).hidden = !shown;
}

// unseen is text for a screen reader alone.
export const unseen = (text) => make("span", { className: "unseen" }, text);
