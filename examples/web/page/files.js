// Files of the page that are wanted later than the page: see policy in page.go.

// fetchLater returns the bytes of such a file, an ArrayBuffer, and tells progress how many
// have come. The page, cut off by then, has a worker fetch it, which knows nothing but its
// name.
export function fetchLater(name, progress = () => {}) {
  const worker = new Worker("later.js", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", reject);
    worker.addEventListener("message", ({ data }) => {
      if (typeof data === "number") progress(data);
      else if (data) resolve(data);
      else reject(new TypeError(`${name} cannot be loaded`));
    });
    worker.postMessage(name);
  }).finally(() => worker.terminate());
}
