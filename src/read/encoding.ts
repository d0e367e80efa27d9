/**
 * A character encoding by its name in the WHATWG Encoding Standard, which `TextDecoder` knows; `utf-8-damaged` is
 * UTF-8 in which single bytes are wrong.
 */
export type Encoding = string;

export const damagedUtf8 = "utf-8-damaged";

/** Names that differ from the standard's in more than case. */
const names: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  [damagedUtf8]: "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  shift_jis: "Shift_JIS",
  gbk: "GBK",
  gb18030: "GBK",
  big5: "Big5",
};

/** Names an encoding as the report does, such as `UTF-8` or `Windows-1252`. */
export function encodingName(encoding: Encoding): string {
  return (
    names[encoding] ?? (encoding.startsWith("windows") ? encoding.replace("w", "W") : encoding.toUpperCase())
  );
}

/** The encoding that the first bytes of a text tell: by a byte-order mark (the only way to `utf-8`), or by their pattern. */
export function sniffMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // Japanese mail, which is ASCII to the eye of a decoder: ESC $ B, ESC $ @.
  if (Buffer.from(head).includes("\u001b$")) return "iso-2022-jp";
  return wideEncoding(head);
}

/** UTF-16 without a mark: of Latin letters, digits and delimiters every second byte is 0. */
function wideEncoding(head: Uint8Array): Encoding | null {
  const sample = head.subarray(0, Math.min(head.length, 4096) & ~1);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.02) return "utf-16be";
  return null;
}
