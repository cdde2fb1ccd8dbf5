// The library, as WebAssembly. Once it is loaded, or cannot be, the page is cut off.

// load returns {answer, record}: see wasm/main.go. What the module would print, as
// Go does when it ends by a fault, is dropped: it might hold a piece of a message.
export async function load(ended) {
  const go = new Go();
  globalThis.fs.writeSync = (_, data) => data.length;
  go.exit = () => {};
  try {
    const { instance } = await instantiate(await fetch("dunsms.wasm"), go.importObject);
    go.run(instance).then(ended);
  } finally {
    disconnect();
  }
  const { answer, record } = globalThis.dunsms;
  return {
    answer: (question) => JSON.parse(answer(JSON.stringify(question))),
    record: (question) => record(JSON.stringify(question)),
  };
}

// instantiate compiles as it loads where the host names the type of the file, as a browser
// wants it, else afterwards.
async function instantiate(response, imports) {
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// closed is the policy of the page from then on, with that of page.go. What a worker made
// from a blob may do is this, too.
const closed = "connect-src 'none'";

// disconnect has the browser refuse every connection of this page from now on.
function disconnect() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = closed;
  document.head.append(policy);
}
