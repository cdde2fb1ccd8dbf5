// What a file is, by its first bytes: its name and type may be wrong.

// looked is how many bytes of a file are enough to tell; maxBytes and maxPixels are what
// is not opened any more.
export const looked = 1 << 18, maxBytes = 40_000_000, maxPixels = 60_000_000;

// look returns the type of a file, and width and height where its head has them.
// The type is png, jpeg, gif, webp, bmp, heic, avif, video or "".
export function look(bytes) {
  const b = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (i, n) => String.fromCharCode(...bytes.subarray(i, i + n));
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return b.byteLength < 24 ? { type: "png" } : { type: "png", width: b.getUint32(16), height: b.getUint32(20) };
  if (text(0, 3) === "\xff\xd8\xff") return { type: "jpeg", ...jpegSize(b) };
  if (/^GIF8[79]a/.test(text(0, 6))) return b.byteLength < 10 ? { type: "gif" } : { type: "gif", width: b.getUint16(6, true), height: b.getUint16(8, true) };
  if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP") return { type: "webp", ...webpSize(b, text(12, 4)) };
  if (text(0, 4) === "RIFF" && text(8, 3) === "AVI") return { type: "video" };
  if (text(0, 2) === "BM" && b.byteLength >= 26) return { type: "bmp", width: b.getInt32(18, true), height: Math.abs(b.getInt32(22, true)) };
  if (text(4, 4) === "ftyp") return { type: ofBrand(text(8, 4)) };
  if (text(0, 4) === "\x1a\x45\xdf\xa3" || text(0, 3) === "FLV" || text(0, 4) === "\0\0\x01\xba") return { type: "video" };
  return { type: "" };
}

// ofBrand tells the pictures from the films among the files of ISO/IEC 14496-12.
function ofBrand(brand) {
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return "heic";
  return /^avi[fs]$/.test(brand) ? "avif" : "video";
}

// jpegSize reads the first frame header.
function jpegSize(b) {
  for (let i = 2; i + 9 < b.byteLength;) {
    if (b.getUint8(i) !== 0xff) return {};
    const marker = b.getUint8(i + 1);
    if (marker === 0xff) {
      i++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: b.getUint16(i + 7), height: b.getUint16(i + 5) };
    i += 2 + b.getUint16(i + 2);
  }
  return {};
}

function webpSize(b, chunk) {
  if (b.byteLength < 30) return {};
  if (chunk === "VP8X") return { width: 1 + (b.getUint32(24, true) & 0xffffff), height: 1 + (b.getUint32(26, true) >>> 8) };
  if (chunk === "VP8 ") return { width: b.getUint16(26, true) & 0x3fff, height: b.getUint16(28, true) & 0x3fff };
  const bits = b.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

// refusal returns why a file is not opened, "" where it is: kind "not_picture", "video",
// "large" or "heic" of shot.bad in words.tsv. HEIC is for who finds that the browser cannot open it.
export function refusal(found, size) {
  if (found.type === "video") return "video";
  if (found.type === "") return "not_picture";
  if (size > maxBytes || (found.width ?? 0) * (found.height ?? 0) > maxPixels) return "large";
  return "";
}
