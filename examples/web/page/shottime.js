// The times that conversations show, in the forms of the phones' own programs.

const date = String.raw`(?:(?<y>\d{4})[年/.\-](?<m>\d{1,2})[月/.\-](?<d>\d{1,2})[日号]?|(?<m2>\d{1,2})(?:月(?<d2>\d{1,2})[日号]?|[/\-](?<d3>\d{1,2}))|今天|昨天|前天|刚刚)`;
const day = String.raw`[,，(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?`;
const half = String.raw`(?<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|AM|PM)`;
const clock = String.raw`(?<h>\d{1,2})[:：](?<min>\d{2})(?::\d{2})?(?<half2>AM|PM)?`;
// around is what else stands in such a row: the kind of message, the card, what came of it.
const around = String.raw`(?:短信|彩信|信息|iMessage|SMS|[·•.|/,，]|卡[12一二]|SIM[12]|HD|中国(?:移动|联通|电信|广电)|已读|已送达|送达|已发送)*`;
const row = new RegExp(`^${around}(?:${date})?(?:${day})?${around}(?:${half}?${clock})?${around}$`, "i");

// timeIn returns what a row says where it is a time or a date and nothing else, null where
// it is not: shown, as it is written; date, as 2026-11-20, "" where the year is not told;
// clock, as 21:05, "" where it is not told.
export function timeIn(text) {
  return timeOf(text.trim()) ?? timeOf(text.trim().replace(/[OoQDIlq|]/g, (c) => digits[c]));
}

// digits are what is read for digits, in a time: q:28.
const digits = { O: "0", o: "0", Q: "0", D: "0", I: "1", l: "1", "|": "1", q: "9" };

function timeOf(shown) {
  const m = row.exec(shown.normalize("NFKC").replace(/\s/g, ""));
  const g = m?.groups;
  if (!m || !/\d|今天|昨天|前天|刚刚|星期|周/.test(shown)) return null;
  const two = (n) => String(n).padStart(2, "0");
  const hour = g.h === undefined ? NaN : hourOf(Number(g.h), (g.half ?? g.half2 ?? "").toUpperCase());
  const clock = hour < 24 && Number(g.min) < 60 ? `${two(hour)}:${g.min}` : "";
  const dated = g.y !== undefined || g.m2 !== undefined || /今天|昨天|前天|刚刚|星期|周/.test(shown);
  if (!clock && !dated) return null;
  return { shown, date: isDate(g.y, g.m, g.d) ? `${g.y}-${two(g.m)}-${two(g.d)}` : "", clock, dated };
}

function hourOf(h, half) {
  if (/下午|傍晚|晚上|PM/.test(half) && h < 12) return h + 12;
  if (/凌晨|上午|AM/.test(half) && h === 12) return 0;
  return half === "中午" && h < 3 ? h + 12 : h;
}

const isDate = (y, m, d) => y !== undefined && m >= 1 && m <= 12 && d >= 1 && d <= new Date(y, m, 0).getDate();
