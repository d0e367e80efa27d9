import { describe, expect, test } from "vitest";
import { swells, unpackedLimit, withinLimit } from "../../src/read/unpacked-limit.ts";
import { refusal } from "../support/refusal.ts";

const megabyte = 1 << 20;

test("a packed file may unpack to 50 times its size, and a small one to 32 MB", () => {
  expect(unpackedLimit(megabyte)).toBe(50 * megabyte);
  expect(unpackedLimit(0)).toBe(32 * megabyte);
  // 50 times 671,088 bytes are 32 bytes below 32 MB, 50 times 671,089 are above.
  expect(unpackedLimit(671_088)).toBe(32 * megabyte);
  expect(unpackedLimit(671_089)).toBe(33_554_450);
});

describe("swells", () => {
  test.each([
    [2 * megabyte, "100 MB, 50 times"],
    [1 << 15, "32 MB, 1,024 times"],
    [60 * megabyte, "3,000 MB, 50 times"],
    [0, "32 MB, 33,554,432 times"],
  ])(
    "should say of a file of %i bytes how much it may hold, and that it holds more",
    async (packed, says) => {
      const message = await refusal(() => {
        throw swells(packed, "a.csv.gz");
      });
      expect(message).toMatch(new RegExp(`^a\\.csv\\.gz: the file unpacks to more than ${says} its size\\n`));
    },
  );
});

describe("withinLimit", () => {
  const piece = new Uint8Array(megabyte);
  async function* pieces(last: number) {
    for (let count = 0; count < 32; count += 1) yield piece;
    yield piece.subarray(0, last);
  }
  async function count(bytes: AsyncIterable<Uint8Array>): Promise<number> {
    let sum = 0;
    for await (const { length } of bytes) sum += length;
    return sum;
  }

  test("should hand on as many bytes as a file may hold", async () => {
    expect(await count(withinLimit(pieces(0), 1000, "a.csv.gz"))).toBe(32 * megabyte);
  });

  test("should refuse one byte more", async () => {
    expect(await refusal(() => count(withinLimit(pieces(1), 1000, "a.csv.gz")))).toMatch(
      /^a\.csv\.gz: the file unpacks to more than 32 MB/,
    );
  });
});
