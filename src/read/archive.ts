import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputError } from "../errors.ts";
import { type ByteSource, damaged, gunzip, isGzip, readAll } from "./byte-source.ts";
import { unreadable } from "./find-files.ts";
import { swells, unpackedLimit, withinLimit } from "./unpacked-limit.ts";

/**
 * The files of a ZIP archive as sources, in code order; what `wanted` does not want is left out. Throws an InputError for what
 * is no archive, is damaged or locked, or unpacks to more than a file of its size may.
 */
export async function archiveFiles(
  folder: string,
  name: string,
  wanted: (path: string) => boolean,
): Promise<ByteSource[]> {
  const path = join(folder, name);
  const entries = await listEntries(path, name);
  const files = entries.filter(({ fileName }) => !fileName.endsWith("/"));
  const packed = (await stat(path)).size;
  const unpacked = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > unpackedLimit(packed)) throw swells(packed, name);
  return files
    .filter(({ fileName }) => wanted(fileName))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map((entry) => entryBytes(path, name, entry, packed));
}

function entryBytes(path: string, archive: string, entry: Entry, packed: number): ByteSource {
  const name = `${archive}/${entry.fileName}`;
  if (entry.isEncrypted()) {
    throw new InputError(
      "the archive is locked with a password",
      "Unpack it, and put the files in it here instead.",
      { file: archive },
    );
  }
  return {
    name,
    size: async () => entry.compressedSize,
    async *open(onBytes) {
      const file = await openArchive(path, archive);
      try {
        const stream: Readable = await file.openReadStreamPromise(entry).catch(() => {
          throw damaged(archive);
        });
        const bytes = asListed(readAll(isGzip(name) ? gunzip(stream) : stream, path, name), name);
        let heard = 0;
        for await (const piece of withinLimit(bytes, packed, archive)) {
          // Of the archive itself as much was read as the piece is part of the whole.
          const part = Math.round((piece.length / entry.uncompressedSize) * entry.compressedSize);
          const read = Math.min(part, entry.compressedSize - heard);
          heard += read;
          onBytes(read);
          yield piece;
        }
        onBytes(entry.compressedSize - heard);
      } finally {
        file.close();
      }
    },
  };
}

/** The bytes as they come. An error without a code is the archive's: a file is longer or shorter than its list says. */
async function* asListed(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw error instanceof InputError ? error : damaged(name);
  }
}

async function listEntries(path: string, name: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const archive = await openArchive(path, name);
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch {
    throw damaged(name);
  }
  return entries;
}

/** An archive that closes itself behind its last entry, or a fault in its list. */
async function openArchive(path: string, name: string): Promise<ZipFile> {
  try {
    return await openPromise(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw unreadable(path, error);
    throw damaged(name);
  }
}
