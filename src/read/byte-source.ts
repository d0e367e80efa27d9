import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "../errors.ts";
import { unreadable } from "./find-files.ts";
import { withinLimit } from "./unpacked-limit.ts";

/** A file that may be read more than once: on the disk, or within an archive. */
export interface ByteSource {
  /** Relative to the data folder; within an archive, behind the archive's name. */
  name: string;
  /** As it lies on the disk, packed or not. */
  size(): Promise<number>;
  /** Its bytes, unpacked. `onBytes` hears of bytes read from the disk. Throws an InputError for what is damaged. */
  open(onBytes: (count: number) => void): AsyncIterable<Uint8Array>;
}

/** A file of the data folder; `.gz` is unpacked. */
export function fileBytes(folder: string, name: string): ByteSource {
  const path = join(folder, name);
  const size = async () =>
    (
      await stat(path).catch((error: unknown) => {
        throw unreadable(path, error);
      })
    ).size;
  return {
    name,
    size,
    async *open(onBytes) {
      const packed = isGzip(name) ? await size() : undefined;
      const disk = createReadStream(path, { highWaterMark: 1 << 17 });
      disk.on("data", (bytes) => onBytes(bytes.length));
      if (packed === undefined) yield* readAll(disk, path, name);
      else yield* withinLimit(readAll(gunzip(disk), path, name), packed, name);
    },
  };
}

export function isGzip(name: string): boolean {
  return /\.gz$/i.test(name);
}

/** A stream unpacked. Errors of its source are its own, and who leaves it early closes its source. */
export function gunzip(packed: Readable): Readable {
  const stream = createGunzip({ chunkSize: 1 << 17 });
  // Whoever reads the stream hears of its errors.
  pipeline(packed, stream, () => {});
  return stream;
}

/** The bytes of a stream, with its faults in words. */
export async function* readAll(stream: Readable, path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of stream) {
      if (bytes instanceof Uint8Array) yield bytes;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("Z_")) throw damaged(name);
    throw code === "" ? error : unreadable(path, error);
  }
}

export function damaged(name: string): InputError {
  return new InputError("the compressed file is damaged or cut off", "Copy or export it again.", {
    file: name,
  });
}
