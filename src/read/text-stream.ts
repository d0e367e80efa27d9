import { createHash } from "node:crypto";
import { InputError } from "../errors.ts";
import type { ByteSource } from "./byte-source.ts";
import { damagedUtf8, type Encoding, encodingName, sniffMark } from "./encoding.ts";
import { refuseOtherFormats } from "./sniff.ts";

/** Raised where a text that nobody said the encoding of is no UTF-8. */
export class BrokenEncoding extends Error {
  override readonly name = "BrokenEncoding";
}

export interface TextStream {
  /** The text in pieces, line ends made `\n`. Throws BrokenEncoding, or an InputError for damage. */
  chunks: AsyncGenerator<string>;
  /** Known once the first piece is there. */
  encoding(): Encoding;
  /** Known at the end: bytes that are no UTF-8 and show as a replacement character. */
  replaced(): number;
  /** Known at the end: SHA-256 of the uncompressed bytes, in hexadecimal. */
  hash(): string;
}

/**
 * Streams a file as text. It is taken for UTF-8 until its bytes say otherwise; `forced` is the encoding of what turned out to
 * be no UTF-8, where a byte-order mark or wide characters do not say another. `onBytes` hears of bytes read from the disk.
 */
export function openText(
  source: ByteSource,
  forced: Encoding | undefined,
  onBytes: (count: number) => void,
): TextStream {
  const file = source.name;
  const digest = createHash("sha256");
  let encoding: Encoding = forced ?? "utf-8";
  let replaced = 0;
  const decode = (decoder: TextDecoder, bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw forced === undefined && encoding === "utf-8" ? new BrokenEncoding() : damagedText(encoding, file);
    }
  };
  async function* chunks(): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    let line = 1;
    let carriage = "";
    for await (const bytes of source.open(onBytes)) {
      digest.update(bytes);
      if (decoder === undefined) {
        refuseOtherFormats(bytes, file);
        const sniffed = sniffMark(bytes);
        // That of Japanese mail is a guess: its marks may stand in a text of any encoding.
        if (sniffed !== "iso-2022-jp" || forced === undefined) encoding = sniffed ?? encoding;
        // A mark says UTF-8: single bytes that are not are damage.
        if (sniffed === "utf-8" && forced !== undefined) encoding = damagedUtf8;
        decoder = decoderOf(encoding);
      }
      const text = decode(decoder, bytes);
      if (encoding === damagedUtf8) replaced += countReplaced(text);
      const joined = carriage + text;
      carriage = joined.endsWith("\r") ? "\r" : "";
      const piece = unifyLineEnds(carriage === "" ? joined : joined.slice(0, -1));
      refuseNul(piece, file, line);
      line += countLines(piece);
      if (piece !== "") yield piece;
    }
    const rest = unifyLineEnds(carriage + (decoder === undefined ? "" : decode(decoder)));
    if (encoding === damagedUtf8) replaced += countReplaced(rest);
    if (rest !== "") yield rest;
  }
  return {
    chunks: chunks(),
    encoding: () => encoding,
    replaced: () => replaced,
    hash: () => digest.digest("hex"),
  };
}

function decoderOf(encoding: Encoding): TextDecoder {
  return encoding === damagedUtf8 ? new TextDecoder("utf-8") : new TextDecoder(encoding, { fatal: true });
}

function damagedText(encoding: Encoding, file: string): InputError {
  return new InputError(
    `the file is damaged or cut off: it holds bytes that ${encodingName(encoding)} does not know`,
    "Export it again, in UTF-8; or correct encoding in report.yaml beside the data.",
    { file },
  );
}

function countReplaced(text: string): number {
  return text.split("\uFFFD").length - 1;
}

function refuseNul(text: string, file: string, firstLine: number): void {
  const at = text.indexOf("\0");
  if (at < 0) return;
  throw new InputError("the file holds a NUL byte, so it is no plain text", "Save it as CSV in UTF-8.", {
    file,
    line: firstLine + countLines(text.slice(0, at)),
  });
}

function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
