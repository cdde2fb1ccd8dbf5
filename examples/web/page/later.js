// A worker that fetches a file that was not wanted when the page was loaded. It is told a
// name out of the list of such files, says how many bytes have come, and hands them over;
// null where they cannot be had. It never sees anything of the reader's: see policy in
// page.go.
import { later } from "./tables.js";

addEventListener("message", async ({ data: name }) => {
  try {
    const bytes = await get(name);
    postMessage(bytes.buffer, [bytes.buffer]);
  } catch {
    postMessage(null);
  }
});

// get returns the bytes of a file of the list, which the browser holds against their hash.
async function get(name) {
  if (!Object.hasOwn(later, name)) throw new TypeError("no such file");
  const { bytes: length, integrity } = later[name];
  const response = await fetch(name, { integrity, credentials: "omit" });
  if (!response.ok) throw new TypeError("not there");
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.set(value, at);
    at += value.length;
    postMessage(at);
  }
  if (at !== length) throw new TypeError("cut short");
  return bytes;
}
