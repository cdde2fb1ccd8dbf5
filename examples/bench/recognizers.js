// Reads {"messages": [...], "seconds": n} from standard input, runs recognizers
// over the messages for that long, and writes the nanoseconds for each message, by
// what was asked for. Only what dunsms reads too is asked for.
const recognizers = require("@microsoft/recognizers-text-suite");

const culture = "zh-cn";
const amounts = (text) => recognizers.recognizeCurrency(text, culture);
const times = (text) => recognizers.recognizeDateTime(text, culture);
const contacts = (text) => recognizers.recognizePhoneNumber(text, culture).concat(recognizers.recognizeURL(text, culture));
const asked = {
  amounts,
  "amounts, times, phones, links": (text) => amounts(text).concat(times(text), contacts(text)),
};

const { messages, seconds } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const took = {};
for (const [name, read] of Object.entries(asked)) {
  let found = 0;
  for (const text of messages) found += read(text).length; // warm, and does anything come back?
  if (found === 0) throw new Error(`${name}: nothing was recognized`);
  const begin = process.hrtime.bigint();
  let runs = 0;
  while (process.hrtime.bigint() - begin < BigInt(seconds * 1e9)) {
    for (const text of messages) read(text);
    runs += messages.length;
  }
  took[name] = Number(process.hrtime.bigint() - begin) / runs;
}
console.log(JSON.stringify(took));
