// The site as an app: its service worker, what a phone shares into it, and installing it.
// The page that the program serves by itself has none of it.
import { at, make, show } from "./dom.js";

// The browser's own offer to install, while it stands.
let offer = null;

// install has the worker keep the site, and calls ready once it does, and received with
// what was shared. A new version takes over where nothing was written yet: isUntouched.
export async function install({ ready, received, isUntouched }) {
  const script = document.querySelector("meta[name=service-worker]")?.content;
  if (!script || !navigator.serviceWorker) return;
  const workers = navigator.serviceWorker;
  try {
    let before = Boolean(workers.controller);
    workers.addEventListener("controllerchange", () => {
      if (before && isUntouched()) location.reload();
      before = true;
    });
    if (location.hash === "#shared") receive(workers.controller, received);
    const registration = await workers.register(script, { updateViaCache: "none" });
    if (isUntouched()) registration.waiting?.postMessage("take over");
    await workers.ready;
    offerLater();
    ready();
  } catch {
    // The site works without it, but is no app then: a private window, or a host that changes its files.
  }
}

// receive asks the worker for what was shared.
function receive(worker, received) {
  history.replaceState(null, "", location.pathname);
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data }) => {
    port1.close();
    if (data) received(data);
  });
  port1.start();
  worker?.postMessage("shared?", [port2]);
}

// offerLater makes the site an app, which it must not be sooner: a phone that shares into
// an app without its worker would send the text to the host.
function offerLater() {
  if (document.querySelector("link[rel=manifest]")) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    show("install", true);
  });
  addEventListener("appinstalled", () => {
    show("install", false);
    navigator.storage?.persist?.(); // what the browser removed would be no worker, see above
  });
  at("install").addEventListener("click", async () => {
    show("install", false);
    await offer?.prompt();
    offer = null;
  });
  document.head.append(make("link", { rel: "manifest", href: "manifest.webmanifest" }));
}
