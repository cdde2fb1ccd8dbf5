// Recognizers-Text for the comparison. It reads and writes what peers.py does; the
// package is the one that is installed in the folder above.
const recognizers = require("@microsoft/recognizers-text-suite");
const { version } = require("@microsoft/recognizers-text-suite/package.json");

const culture = "zh-cn";
const currency = (text) => recognizers.recognizeCurrency(text, culture);
const phones = (text) => recognizers.recognizePhoneNumber(text, culture);
const urls = (text) => recognizers.recognizeURL(text, culture);
const times = (text) => recognizers.recognizeDateTime(text, culture);

const span = (text) => (r) => {
  const start = Buffer.byteLength(text.slice(0, r.start));
  return { start, end: start + Buffer.byteLength(text.slice(r.start, r.end + 1)) };
};

// fractions of a yuan by unit. The sign ¥ is read as yen, with the right value.
const fractions = { "Chinese yuan": 1, Jiao: 0.1, Fen: 0.01 };
const fraction = (r) => (r.resolution.unit === "Japanese yen" && r.text.includes("¥") ? 1 : fractions[r.resolution.unit]);

// amounts returns the amounts of yuan. A 人民币 with no number is not counted.
const amounts = (text) =>
  currency(text)
    .filter((r) => Number.isFinite(parseFloat(r.resolution.value)) && fraction(r))
    .map((r) => ({ ...span(text)(r), values: [String(r.resolution.value * fraction(r))] }));

const asked = {
  amounts: currency,
  "amounts, times, phones, links": (text) => currency(text).concat(times(text), phones(text), urls(text)),
};

const measure = (read, messages, seconds) => {
  let found = 0;
  for (const text of messages) found += read(text).length; // warm, and does anything come back?
  if (found === 0) throw new Error("nothing was recognized");
  const spent = () => (({ user, system }) => (user + system) * 1000)(process.cpuUsage());
  const begin = spent();
  let runs = 0;
  while (spent() - begin < seconds * 1e9) {
    for (const text of messages) read(text);
    runs += messages.length;
  }
  return (spent() - begin) / runs;
};

const { messages, seconds } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const answer = { version };
if (seconds) {
  answer.took = {};
  for (const [name, read] of Object.entries(asked)) answer.took[name] = measure(read, messages, seconds);
} else {
  answer.found = messages.map((t) => ({ amounts: amounts(t), ids: [], phones: phones(t).map(span(t)), urls: urls(t).map(span(t)) }));
}
process.stdout.write(JSON.stringify(answer));
