import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { InputError } from "../errors.ts";
import { unreadable } from "./find-files.ts";
import { type Encoding, sniffEncoding } from "./sniff.ts";

/** Raised where bytes are not what the assumed encoding allows. */
export class BrokenEncoding extends Error {
  override readonly name = "BrokenEncoding";
}

export interface TextStream {
  /** The text in pieces, line ends made `\n`. Throws BrokenEncoding, or an InputError for damage. */
  chunks: AsyncGenerator<string>;
  /** Known once the first piece is there. */
  encoding(): Encoding;
  /** Known at the end: SHA-256 of the uncompressed bytes, in hexadecimal. */
  hash(): string;
}

/**
 * Streams a file as text; `.gz` is unpacked. `forced` skips the sniffing of the encoding. `onBytes` hears
 * of bytes read from the disk.
 */
export function openText(
  path: string,
  file: string,
  forced: Encoding | undefined,
  onBytes: (count: number) => void,
): TextStream {
  const digest = createHash("sha256");
  let encoding: Encoding = forced ?? "utf-8";
  async function* chunks(): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    let line = 1;
    let carriage = "";
    for await (const bytes of readBytes(path, file, onBytes)) {
      digest.update(bytes);
      if (decoder === undefined) {
        encoding = forced ?? sniffEncoding(bytes, file);
        decoder = new TextDecoder(encoding, { fatal: true });
      }
      const text = decode(decoder, file, bytes);
      refuseNul(text, file, line);
      const joined = carriage + text;
      carriage = joined.endsWith("\r") ? "\r" : "";
      const piece = unifyLineEnds(carriage === "" ? joined : joined.slice(0, -1));
      line += countLines(piece);
      if (piece !== "") yield piece;
    }
    const rest = unifyLineEnds(carriage + (decoder === undefined ? "" : decode(decoder, file)));
    if (rest !== "") yield rest;
  }
  return { chunks: chunks(), encoding: () => encoding, hash: () => digest.digest("hex") };
}

async function* readBytes(
  path: string,
  file: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const disk = createReadStream(path, { highWaterMark: 1 << 17 });
  disk.on("data", (bytes) => onBytes(bytes.length));
  const stream = /\.gz$/i.test(path) ? disk.pipe(createGunzip({ chunkSize: 1 << 17 })) : disk;
  // A pipe does not hand on the errors of its source.
  disk.on("error", (error) => stream.destroy(error));
  try {
    for await (const bytes of stream) {
      if (bytes instanceof Uint8Array) yield bytes;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("Z_")) {
      throw new InputError("the compressed file is damaged or cut off", "Copy or export it again.", { file });
    }
    throw code === "" ? error : unreadable(path, error);
  }
}

function decode(decoder: TextDecoder, file: string, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    // A mark said UTF-16, so no other encoding is left to try.
    if (decoder.encoding !== "utf-8")
      throw new InputError(
        "the file is damaged or cut off: it is marked as UTF-16 and is not",
        "Export it again, in UTF-8.",
        { file },
      );
    throw new BrokenEncoding();
  }
}

function refuseNul(text: string, file: string, firstLine: number): void {
  const at = text.indexOf("\0");
  if (at < 0) return;
  throw new InputError(
    "the file holds a NUL byte, so it is no plain text",
    "Save it as CSV in UTF-8. (UTF-16 without a byte order mark looks like this, too.)",
    { file, line: firstLine + countLines(text.slice(0, at)) },
  );
}

function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
