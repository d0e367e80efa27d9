import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputError } from "../errors.ts";
import { type ByteSource, damaged, gunzip, isGzip, readAll } from "./byte-source.ts";
import { unreadable } from "./find-files.ts";
import { swells, unpackedLimit, withinLimit } from "./unpacked-limit.ts";

/** Stored, and Deflate (APPNOTE 4.4.5). */
const knownMethods: readonly number[] = [0, 8];

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
  if (!knownMethods.includes(entry.compressionMethod)) {
    throw new InputError(
      `the archive is packed in a way that is not known (method ${entry.compressionMethod})`,
      "Pack it as an ordinary ZIP archive (Deflate), or unpack it and put the files in it here instead.",
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
        // What is packed once more has a checksum of its own within.
        const bytes = isGzip(name)
          ? asListed(readAll(gunzip(stream), path, name), name)
          : asListed(readAll(stream, path, name), name, entry.crc32);
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

/**
 * The bytes as they come, held against their checksum. An error without a code is the archive's: a file is longer or
 * shorter than its list says.
 */
async function* asListed(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  checksum?: number,
): AsyncGenerator<Uint8Array> {
  let found = 0;
  try {
    for await (const piece of bytes) {
      found = crc32(piece, found);
      yield piece;
    }
  } catch (error) {
    throw error instanceof InputError ? error : damaged(name);
  }
  if (checksum !== undefined && found !== checksum) throw damaged(name);
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
