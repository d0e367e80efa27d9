import { readdir, readlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync, gzipSync, inflateRawSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { archiveFiles } from "../../src/read/archive.ts";
import type { ByteSource } from "../../src/read/byte-source.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";
import { zipOf } from "../support/zip.ts";

// So many that they are read in several pieces.
const content = Buffer.from(
  Array.from({ length: 60_000 }, (_, row) => `c${(row * 7919) % 60_000},${row}\n`).join(""),
);
const megabyte = 1 << 20;

/** Where APPNOTE 4.3.12 puts a value in a file's entry of the directory. */
const inDirectory = { flags: 8, method: 10, uncompressedSize: 24 } as const;

/** An archive whose directory says something else of its first files, one value each. */
function saying(archive: Buffer, what: keyof typeof inDirectory, ...values: number[]): Buffer {
  const changed = Buffer.from(archive);
  let entry = 0;
  for (const value of values) {
    entry = changed.indexOf("PK\u0001\u0002", entry) + 1;
    const at = entry - 1 + inDirectory[what];
    if (what === "uncompressedSize") changed.writeUInt32LE(value, at);
    else changed.writeUInt16LE(value, at);
  }
  return changed;
}

/** What `use` makes of the files of an archive. */
function withArchive<Result>(
  archive: Uint8Array,
  use: (files: ByteSource[], folder: string) => Result | Promise<Result>,
  wanted: (path: string) => boolean = () => true,
): Promise<Result> {
  return withFolder({ "a.zip": archive }, async (folder) =>
    use(await archiveFiles(folder, "a.zip", wanted), folder),
  );
}

/** The bytes of the only file, and what was heard of each piece. */
async function readOnly([file]: ByteSource[]): Promise<{ bytes: Buffer; heard: number[] }> {
  const pieces: Uint8Array[] = [];
  const heard: number[] = [];
  for await (const piece of file?.open((count) => heard.push(count)) ?? []) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), heard };
}

/** Reads the first piece of the only file, and leaves the rest. */
async function beginning([file]: ByteSource[]): Promise<void> {
  for await (const _ of file?.open(() => {}) ?? []) return;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("archiveFiles", () => {
  test("should give the files in code order, by the archive's name and their own, and no folders", async () => {
    const archive = zipOf({ "b.csv": "", "a/": "", "a/c.csv": "", "B.csv": "", "a.csv": "" });
    const names = (files: ByteSource[]) => files.map(({ name }) => name);
    expect(await withArchive(archive, names)).toEqual([
      "a.zip/B.csv",
      "a.zip/a.csv",
      "a.zip/a/c.csv",
      "a.zip/b.csv",
    ]);
    expect(await withArchive(archive, names, (path) => path.startsWith("a"))).toEqual([
      "a.zip/a.csv",
      "a.zip/a/c.csv",
    ]);
  });

  test("should give the bytes of a file, as often as they are asked for, and its size in the archive", async () => {
    await withArchive(zipOf({ "a.csv": content }), async (files) => {
      for (let time = 0; time < 2; time += 1)
        expect((await readOnly(files)).bytes.equals(content)).toBe(true);
      expect(await files[0]?.size()).toBe(deflateRawSync(content).length);
    });
  });

  test("should tell with each piece how much of the archive it took", async () => {
    await withArchive(zipOf({ "a.csv": content }), async (files) => {
      const packed = deflateRawSync(content).length;
      const { heard } = await readOnly(files);
      expect(heard.length).toBeGreaterThan(3);
      expect(sum(heard)).toBe(packed);
      // The pieces are of one size but for the last.
      const [first = 0, second = 0] = heard;
      expect(first).toBe(second);
      expect(Math.max(...heard)).toBeLessThan(packed / 3);
    });
  });

  test("should unpack a file that is packed within the archive, and never tell of more than there is", async () => {
    await withArchive(zipOf({ "a.csv.gz": gzipSync(content) }), async (files) => {
      const { bytes, heard } = await readOnly(files);
      expect(bytes.equals(content)).toBe(true);
      expect(sum(heard)).toBe(await files[0]?.size());
      expect(Math.min(...heard)).toBeGreaterThanOrEqual(0);
    });
  });

  test("should tell of the few bytes that a file of none takes", async () => {
    await withArchive(zipOf({ "a.csv": "" }), async (files) => {
      const { bytes, heard } = await readOnly(files);
      expect(bytes).toHaveLength(0);
      expect(sum(heard)).toBe(deflateRawSync("").length);
    });
  });

  // The least that a packed file may unpack to is 32 MB.
  test("should refuse what unpacks to more than it may in all, whether it is wanted or not", async () => {
    const archive = zipOf({ "a.csv": "a", "b.pdf": "b" });
    const list = (...sizes: number[]) =>
      withArchive(
        saying(archive, "uncompressedSize", ...sizes),
        (files) => files.length,
        (path) => path === "a.csv",
      );
    expect(await list(16 * megabyte, 16 * megabyte)).toBe(1);
    expect(await refusal(() => list(16 * megabyte, 16 * megabyte + 1))).toMatch(
      /^a\.zip: the file unpacks to more than 32 MB/,
    );
  });

  test.each([
    ["more", content.length - 1],
    ["less", content.length + 1],
  ])("should refuse a file that holds %s than the archive says", async (_, size) => {
    const archive = saying(zipOf({ "a.csv": content }), "uncompressedSize", size);
    expect(await refusal(() => withArchive(archive, readOnly))).toMatch(
      /^a\.zip\/a\.csv: the compressed file is damaged or cut off\n/,
    );
  });

  test("should refuse a locked archive", async () => {
    const locked = saying(zipOf({ "a.csv": "a" }), "flags", 0x801);
    expect(await refusal(() => withArchive(locked, () => {}))).toMatch(
      /^a\.zip: the archive is locked with a password\n/,
    );
  });

  test.each([
    [
      "its directory",
      "a.zip",
      (archive: Buffer) => archive.fill(0, archive.indexOf("PK\u0001\u0002")).subarray(0, -1),
    ],
    ["an entry of its directory", "a.zip", (archive: Buffer) => archive.fill(0, ...firstEntry(archive))],
    ["a file's head", "a.zip", (archive: Buffer) => archive.fill(0, 0, 4)],
    ["a file's bytes", "a.zip/a.csv", (archive: Buffer) => archive.fill(0xff, 40, 80)],
  ])("should refuse an archive with a fault in %s, and name %s", async (_, name, damage) => {
    const archive = damage(zipOf({ "a.csv": content }));
    const [what] = (await refusal(() => withArchive(archive, readOnly))).split("\n");
    expect(what).toBe(`${name}: the compressed file is damaged or cut off`);
  });

  test("should refuse a way of packing that is not known", async () => {
    // 9 is Deflate64, as Windows packs large files.
    const other = saying(zipOf({ "a.csv": "a" }), "method", 9);
    expect(await refusal(() => withArchive(other, () => {}))).toMatch(
      /^a\.zip: the archive is packed in a way that is not known \(method 9\)\n.*Deflate/,
    );
  });

  test("should refuse a file of other bytes than were packed, though they unpack as well", async () => {
    const text = "c1,100.00\nc2,250.00\n";
    const packed = deflateRawSync(text);
    const archive = zipOf({ "a.csv": text });
    const at = archive.indexOf(packed);
    /** The first bit that makes another text of the same length. */
    const bit = Array.from({ length: packed.length * 8 }, (_, place) => place).find((place) => {
      const changed = Buffer.from(packed);
      changed[place >> 3] = (changed[place >> 3] ?? 0) ^ (1 << (place & 7));
      try {
        const other = inflateRawSync(changed).toString("latin1");
        return other.length === text.length && other !== text;
      } catch {
        return false;
      }
    });
    const place = bit ?? expect.fail("no such bit");
    archive[at + (place >> 3)] = (archive[at + (place >> 3)] ?? 0) ^ (1 << (place & 7));
    expect(await refusal(() => withArchive(archive, readOnly))).toMatch(
      /^a\.zip\/a\.csv: the compressed file is damaged or cut off\n/,
    );
  });

  test("should say that an archive is not there", async () => {
    await withFolder({}, async (folder) => {
      expect(await refusal(() => archiveFiles(folder, "a.zip", () => true))).toContain(
        `there is no ${JSON.stringify(join(folder, "a.zip"))}`,
      );
    });
  });

  test("should read the archive that lies there when its file is opened", async () => {
    await withArchive(zipOf({ "a.csv": content }), async (files, folder) => {
      await writeFile(join(folder, "a.zip"), "no archive");
      expect(await refusal(() => readOnly(files))).toMatch(/^a\.zip: the compressed file is damaged/);
    });
  });

  // Where a process may see which files it holds open.
  test.skipIf(process.platform !== "linux")("should hold no archive open", async () => {
    const good = zipOf({ "a.csv": content });
    const headless = Buffer.from(good).fill(0, 0, 4);
    const listless = Buffer.from(good).fill(0, ...firstEntry(good));
    for (const archive of [good, headless, listless]) {
      await withFolder({ "a.zip": archive }, async (folder) => {
        const closed = (after: string) =>
          vi.waitFor(async () => expect(await heldOpen(), after).not.toContain(join(folder, "a.zip")));
        const files = await archiveFiles(folder, "a.zip", () => true).catch(() => []);
        await closed("listed");
        await readOnly(files).catch(() => {});
        await closed("read");
        await beginning(files).catch(() => {});
        await closed("left early");
      });
    }
  });
});

/** From where to where the first entry of a directory reaches. */
function firstEntry(archive: Buffer): [number, number] {
  const start = archive.indexOf("PK\u0001\u0002");
  return [start, start + 4];
}

/** The paths of the files that this process holds open. */
async function heldOpen(): Promise<string[]> {
  const numbers = await readdir("/proc/self/fd");
  return Promise.all(numbers.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => "")));
}
