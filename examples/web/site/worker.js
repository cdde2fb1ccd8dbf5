// The service worker of the site: it keeps the site's files, answers for them with and
// without a network, and takes what a phone shares, which so goes nowhere. Before this,
// export.go writes `policy`, and `files`: by path, {integrity, type, later}.
//
// It answers GETs of the files by their exact path, without a query, and refuses every
// other request of a page of the site: see policy in page.go.

const scope = new URL("./", location.href).href;
const cacheName = `dunsms ${scope}`;

// A file is kept under its hash, so that what a new version leaves as it is is not loaded
// again, and a page never gets files of two versions.
const keyOf = (file) => `${scope}?${encodeURIComponent(file.integrity)}`;

// get returns a file, kept or else loaded and kept; the browser holds it against its hash.
async function get(path) {
  const file = files[path], cache = await caches.open(cacheName);
  const kept = await cache.match(keyOf(file));
  if (kept) return kept;
  const loaded = await fetch(scope + path, {
    integrity: file.integrity, cache: "no-cache", credentials: "omit", referrerPolicy: "no-referrer",
  });
  if (!loaded.ok) throw new TypeError("a file of the site is not there");
  const headers = {
    "Content-Type": file.type, "Content-Security-Policy": policy,
    "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
  };
  await cache.put(keyOf(file), new Response(await loaded.blob(), { headers }));
  return cache.match(keyOf(file));
}

// A new version is there as a whole or not at all, and waits until no page uses the old
// one, or a page into which nothing was written asks for it.
addEventListener("install", (event) => {
  const first = Object.keys(files).filter((path) => !files[path].later);
  event.waitUntil(Promise.all(first.map(get)));
});

addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const cache = await caches.open(cacheName), wanted = new Set(Object.values(files).map(keyOf));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && mode === "navigate" && url === `${scope}share`) event.respondWith(take(event));
  else event.respondWith(answer(method, mode, url.replace(/#.*/s, "")));
});

async function answer(method, mode, url) {
  const path = url.startsWith(scope) ? url.slice(scope.length) : null;
  if (method === "GET" && Object.hasOwn(files, path)) return get(path);
  // Whoever comes by a link with more to it, ?from=…, gets the page.
  if (method === "GET" && mode === "navigate" && path !== null) return Response.redirect(scope, 302);
  return Response.error();
}

// shared is what was shared last, until the page that is opened for it asks, and for a
// minute at most. It is in memory alone.
let shared = null, forget = () => {};
const longest = 60000;

async function take(event) {
  const form = await event.request.formData().catch(() => new FormData());
  shared = { text: form.get("text") || form.get("title") || "", files: form.getAll("files") };
  event.waitUntil(new Promise((done) => {
    const mine = shared;
    const end = () => {
      if (shared === mine) shared = null;
      done();
    };
    forget = end;
    setTimeout(end, longest);
  }));
  return Response.redirect(`${scope}#shared`, 303);
}

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "shared?") {
    event.ports[0].postMessage(shared);
    forget();
  }
});
