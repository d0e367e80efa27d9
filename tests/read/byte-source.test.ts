import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fileBytes, gunzip, isGzip, readAll } from "../../src/read/byte-source.ts";
import { withFolder } from "../support/folder.ts";
import { refusal } from "../support/refusal.ts";

/** The bytes of a stream or a source, put together. */
async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

// So many that they are read in several pieces.
const content = Buffer.from("Customer,Amount\n".repeat(20_000));

describe("fileBytes", () => {
  test.each([
    ["a.csv", content],
    ["a.csv.gz", gzipSync(content)],
    ["a.CSV.GZ", gzipSync(content)],
  ])(
    "should give the bytes of %s, its size on the disk, and tell what was read of it",
    async (name, bytes) => {
      await withFolder({ [name]: bytes }, async (folder) => {
        const source = fileBytes(folder, name);
        let read = 0;
        const all = await joined(
          source.open((count) => {
            read += count;
          }),
        );
        expect(all.equals(content)).toBe(true);
        expect([source.name, await source.size(), read]).toEqual([name, bytes.length, bytes.length]);
      });
    },
  );

  test("should give the bytes as often as they are asked for", async () => {
    await withFolder({ "a.csv.gz": gzipSync(content) }, async (folder) => {
      const source = fileBytes(folder, "a.csv.gz");
      for (let time = 0; time < 2; time += 1) {
        expect((await joined(source.open(() => {}))).equals(content)).toBe(true);
      }
    });
  });

  test.each(["no.csv", "no.csv.gz"])("should refuse %s, which is not there", async (name) => {
    await withFolder({}, async (folder) => {
      const source = fileBytes(folder, name);
      const expected = `there is no ${JSON.stringify(join(folder, name))}`;
      expect(await refusal(() => source.size())).toContain(expected);
      expect(await refusal(() => joined(source.open(() => {})))).toContain(expected);
    });
  });

  test("should refuse a packed file that is cut off", async () => {
    await withFolder({ "a.csv.gz": gzipSync(content).subarray(0, -12) }, async (folder) => {
      expect(await refusal(() => joined(fileBytes(folder, "a.csv.gz").open(() => {})))).toMatch(
        /^a\.csv\.gz: the compressed file is damaged or cut off\n/,
      );
    });
  });
});

describe("gunzip", () => {
  test("should close its source where it is left early", async () => {
    // A source that has more to come.
    const source = new Readable({ read() {} });
    source.push(gzipSync(content).subarray(0, -8));
    for await (const _ of gunzip(source)) break;
    await new Promise(setImmediate);
    expect(source.destroyed).toBe(true);
  });

  test("should end in the error of its source", async () => {
    const error = new Error("a fault");
    const source = new Readable({
      read() {
        this.destroy(error);
      },
    });
    await expect(joined(gunzip(source))).rejects.toBe(error);
  });
});

describe("readAll", () => {
  const failing = (error: Error) =>
    new Readable({
      read() {
        this.destroy(error);
      },
    });

  test("should word what the disk says", async () => {
    const error = Object.assign(new Error("broken"), { code: "EIO" });
    expect(await refusal(() => joined(readAll(failing(error), "data/a.csv", "a.csv")))).toMatch(
      /^cannot read "data\/a\.csv" \(EIO\)/,
    );
  });

  test("should leave an error of the program as it is", async () => {
    const error = new TypeError("a fault");
    await expect(joined(readAll(failing(error), "data/a.csv", "a.csv"))).rejects.toBe(error);
  });
});

test("isGzip should tell a packed file by how its name ends", () => {
  expect(["a.csv.gz", "a.CSV.GZ"].every(isGzip)).toBe(true);
  expect(["a.gz.csv", "a.csv", "gz", "agz"].some(isGzip)).toBe(false);
});
