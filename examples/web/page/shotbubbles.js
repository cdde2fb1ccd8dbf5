// Which lines are a message, whose, and when: lines are {box, text: characters with their
// scores}, regions are those of shotregions.js.
import { folded } from "./shotread.js";
import { differ } from "./shotregions.js";
import { timeIn } from "./shottime.js";

// joinPieces joins the boxes that are pieces of one line: on the same ground, at the same
// height, less than gap heights apart. It returns boxes, each with the index of its ground.
const gap = 1.6;
export function joinPieces(boxes, of) {
  const lines = [];
  boxes.map((b, i) => ({ ...b, of: of[i] })).sort((a, b) => a.x0 - b.x0).forEach((b) => {
    const h = b.y1 - b.y0;
    const left = lines.find((l) => l.of === b.of && level(l, b) > 0.6 && b.x0 - l.x1 < gap * h && b.x0 > l.x0 + h / 4);
    if (!left) lines.push({ ...b });
    else Object.assign(left, { x1: Math.max(left.x1, b.x1), y0: Math.min(left.y0, b.y0), y1: Math.max(left.y1, b.y1) });
  });
  return lines.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

// level returns how far two boxes are at the same height: 1 where one is within the other's.
const level = (a, b) => (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)) / Math.min(a.y1 - a.y0, b.y1 - b.y0);

const middle = (b) => (b.y0 + b.y1) / 2;
const plain = (line) => line.text.map((c) => c.text).join("");

// Parts of the width of a picture: the status bar of a phone is above bar; the field to
// write in, and what is around it, within field of the lower end; an icon is narrower than
// icon; the chevron that leads back is left of back, and the menu right of menu.
const bar = 0.15, field = 0.24, icon = 0.13, back = 0.085, menu = 0.9;

// placeholder is what fields to write in say.
const placeholder = /^[+＋]?(iMessage|(发送?|编辑|输入|请输入|写|回复|文本)?(短信|信息|消息|彩信|内容|文字)(\/?彩信)?[.…·。]*|TextMessage|短信[/·]?彩信.*|发送|智能短信|菜单)$/i;

// conversation returns {sender, messages, sent}: the messages that came in, from above, each
// {lines, box, time}, and how many were sent. A time is as timeIn gives it, null where
// none is shown.
export function conversation(lines, regions, width, height) {
  const rest = withoutFrame(lines, regions, width, height);
  let bubbles = inRegions(rest, regions, width);
  if (bubbles.length === 0) bubbles = byPitch(rest.filter((l) => l.of < 0 && !timeIn(plain(l))), rest, width);
  const within = new Set(bubbles.flatMap((b) => b.lines));
  const outside = rest.filter((l) => !within.has(l));
  const first = Math.min(...bubbles.map((b) => b.box.y0));
  setTimes(bubbles, rowsOf(outside), width);
  setSides(bubbles, width);
  return {
    sender: senderIn(outside.filter((l) => middle(l.box) < first), width),
    messages: bubbles.filter((b) => b.side < 0).map(({ lines, box, time }) => ({ lines, box, time: time ?? null })),
    sent: bubbles.filter((b) => b.side > 0).length,
  };
}

// withoutFrame leaves out the bar on top, which tells the time, the field below, and icons.
function withoutFrame(lines, regions, width, height) {
  const isClock = (l) => l.of < 0 && middle(l.box) < bar * width && l.box.x1 < width / 2 && /^\D{0,3}\d{1,2}[:.]\d{2}/.test(folded(plain(l))) && !timeIn(plain(l))?.dated;
  const top = lines.filter(isClock).sort((a, b) => a.box.y0 - b.box.y0)[0];
  return lines.filter((l) => {
    const text = plain(l), r = regions[l.of];
    if (text.trim() === "") return false;
    if (top && (l.box.y1 <= top.box.y1 || level(l.box, top.box) > 0.4)) return false;
    if (r && r.x1 - r.x0 < icon * width && l.text.length <= 2) return false;
    const alone = r ? r.y1 - r.y0 < 0.17 * width : true;
    return !(alone && height - middle(l.box) < field * width && (placeholder.test(text.replace(/\s/g, "")) || l.text.length <= 1));
  });
}

// inRegions returns the bubbles that areas of colour make.
function inRegions(lines, regions, width) {
  const groups = new Map();
  for (const l of lines) {
    if (l.of < 0) continue;
    if (!groups.has(l.of)) groups.set(l.of, []);
    groups.get(l.of).push(l);
  }
  return [...groups].map(([of, lines]) => ({ lines: inOrder(lines), box: regions[of], colour: regions[of].colour }))
    .filter((b) => b.lines.length > 1 || !timeIn(plain(b.lines[0]))) // a time may have a ground of its own
    .sort((a, b) => a.box.y0 - b.box.y0);
}

// newBubble is from how many of the usual distance of lines on another bubble begins,
// where no colour tells.
const newBubble = 1.45;

function byPitch(lines, all, width) {
  const head = all.findIndex((l) => timeIn(plain(l)));
  const body = rowsOf(lines).filter((row) => head < 0 || middle(row[0].box) > middle(all[head].box));
  const pitches = body.slice(1).map((row, i) => middle(row[0].box) - middle(body[i][0].box)).sort((a, b) => a - b);
  const usual = pitches[pitches.length >> 1] ?? 0;
  const bubbles = [];
  body.forEach((row, i) => {
    if (i === 0 || middle(row[0].box) - middle(body[i - 1][0].box) > newBubble * usual) bubbles.push([]);
    bubbles.at(-1).push(...row);
  });
  return bubbles.map((lines) => {
    const box = { x0: Math.min(...lines.map((l) => l.box.x0)), y0: lines[0].box.y0, x1: Math.max(...lines.map((l) => l.box.x1)), y1: lines.at(-1).box.y1 };
    return { lines, box: { ...box, x1: Math.min(box.x1, width) }, colour: [0, 0, 0] };
  });
}

// rowsOf returns lines as rows, from above, each from the left.
function rowsOf(lines) {
  const rows = [];
  for (const l of [...lines].sort((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.at(-1);
    if (row && level(row[0].box, l.box) > 0.5) row.push(l);
    else rows.push([l]);
  }
  return rows.map((row) => row.sort((a, b) => a.box.x0 - b.box.x0));
}

const inOrder = (lines) => rowsOf(lines).flat();

// setSides tells what came in from what was sent, by colour where colours differ: what came in
// begins at one edge and ends anywhere, what was sent ends at one edge. Alike as they are, the
// wider margin tells.
function setSides(bubbles, width) {
  const lean = (b) => (b.box.x0 - (width - b.box.x1)) / width;
  const spread = (all) => (Math.max(...all) - Math.min(...all)) / width;
  for (const b of bubbles) {
    const alike = bubbles.filter((c) => differ(b.colour, c.colour) <= 6);
    const left = spread(alike.map((c) => c.box.x0)), right = spread(alike.map((c) => c.box.x1));
    const mixed = left > 0.05 && right > 0.05;
    if (!mixed && Math.abs(left - right) > 0.02) b.side = left > right ? 1 : -1;
    else b.side = (mixed ? lean(b) : alike.reduce((sum, c) => sum + lean(c), 0) / alike.length) > 0.04 ? 1 : -1;
  }
}

// setTimes gives each bubble the time that is shown for it: one in the middle is of those
// below it until the next, one at the side of the bubble above it. A date alone goes with the
// times below it.
function setTimes(bubbles, rows, width) {
  let date = "";
  const marks = rows.flatMap((row) => {
    const time = timeIn(row.map(plain).join(""));
    if (!time) return [];
    const x = (row[0].box.x0 + row.at(-1).box.x1) / 2;
    return [{ time, y: middle(row[0].box), centred: Math.abs(x - width / 2) < 0.08 * width, top: row[0].box.y0 }];
  });
  const all = [...marks, ...bubbles.map((bubble) => ({ bubble, y: bubble.box.y0 }))].sort((a, b) => a.y - b.y);
  let above = null, last = null;
  for (const e of all) {
    if (e.bubble) {
      e.bubble.time = above;
      last = e.bubble;
      continue;
    }
    if (e.time.dated) date = e.time.date;
    const time = { ...e.time, date };
    if (e.centred || !last) above = time;
    else if (time.clock) last.time = time;
  }
}

// senderIn returns who writes, as the head of a conversation names it: a number, or what
// stands highest.
function senderIn(lines, width) {
  const within = (l) => l.text.filter((c) => {
    const x = l.box.x0 + c.at * (l.box.x1 - l.box.x0);
    return x > back * width && x < menu * width;
  }).map((c) => c.text).join("");
  const named = rowsOf(lines).map((row) => digitsIn(row.map(within).join("").replace(/[>›〉＞]+$/, "").trim()))
    .filter((s) => s.length > 1 && !timeIn(s) && !placeholder.test(s) && !/^(编辑|返回|更多|完成|\d{1,3}%?)$/.test(s));
  return named.find((s) => /^[+\d][\d\s-]{4,}$/.test(s)) ?? named[0] ?? "";
}

// digitsIn returns a number as such, where one or two of its digits were read as what looks like
// them.
const digitsIn = (s) => (/[A-Za-z|!]/.test(s) && s.replace(/\D/g, "").length > 4 && /^[+\d][\d-]{4,}$/.test(folded(s)) ? folded(s) : s);
