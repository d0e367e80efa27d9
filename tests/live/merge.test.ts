import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openReport } from "../../src/edition/open-report.ts";
import { mergeSegments } from "../../src/live/merge.ts";
import { parseSegment } from "../../src/live/segment-csv.ts";
import { segmentName } from "../../src/read/segment-name.ts";
import { withFolder } from "../support/folder.ts";
import { counted, eventText, ordersIn, startLanding } from "./landing-folder.ts";

async function land(folder: string, files: number, stream = "sales-0"): Promise<void> {
  const { landing } = await startLanding(folder);
  for (let file = 0; file < files; file += 1) {
    const place = Number((landing.position(stream) ?? -1n) + 1n);
    const gift = file % 3 === 0 ? { color: "red, or\nblue" } : {};
    await landing.land(
      stream,
      counted(
        place,
        eventText(place, { ...gift, customer_id: stream }),
        eventText(place + 1, { customer_id: stream }),
      ),
    );
  }
}

const csvIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();

describe("small segments", () => {
  test("should become one whose range holds theirs, with every row and every column", async () => {
    await withFolder({}, async (folder) => {
      await land(folder, 12);
      const before = await ordersIn(folder);
      expect(await mergeSegments(folder)).toBe(11);
      expect(await csvIn(folder)).toEqual(["sales-0-00000000000000000000-00000000000000000023.csv"]);
      expect(await ordersIn(folder)).toEqual(before);
      const text = await readFile(join(folder, (await csvIn(folder))[0] ?? ""), "utf8");
      expect(text).toMatch(/^customer id,order id,.*,color\n/);
      expect(text.split('"red, or blue"')).toHaveLength(5);
    });
  });

  test("should wait until there are enough, and keep to their own stream", async () => {
    await withFolder({}, async (folder) => {
      await land(folder, 7);
      await land(folder, 7, "sales-1");
      expect(await mergeSegments(folder)).toBe(0);
      expect(await csvIn(folder)).toHaveLength(14);
    });
  });

  test("should be read piece by piece, quoted cells and characters of several bytes whole", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const events = (from: number) =>
        Array.from({ length: 1500 }, (_, index) =>
          eventText(from + index, {
            product: `Tee "Größe ${index}", 日本`.repeat(9),
            ...(from > 0 ? { color: "red" } : {}),
          }),
        );
      for (let from = 0; from < 12_000; from += 1500)
        await landing.land("sales-0", counted(from, ...events(from)));
      const [first = ""] = await csvIn(folder);
      expect((await readFile(join(folder, first))).byteLength).toBeGreaterThan(300_000);
      const before = await ordersIn(folder);
      expect(await mergeSegments(folder)).toBe(7);
      expect(await ordersIn(folder)).toEqual(before);
      const [merged = ""] = await csvIn(folder);
      const { header, rows } = parseSegment(await readFile(join(folder, merged), "utf8"));
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
      const isWhole = (cell: string) => /^(?:Tee "Größe \d+", 日本){9}$/.test(cell);
      expect(rows.filter((row) => row.some(isWhole))).toHaveLength(12_000);
      expect(rows.filter((row) => row[header.indexOf("color")] === "red")).toHaveLength(10_500);
    });
  });

  test("should not write a large one anew for a few small ones", async () => {
    await withFolder({}, async (folder) => {
      await land(folder, 400);
      expect(await mergeSegments(folder)).toBe(399);
      await land(folder, 7);
      expect(await mergeSegments(folder)).toBe(0);
      await land(folder, 1);
      expect(await mergeSegments(folder)).toBe(0);
      expect(await csvIn(folder)).toHaveLength(9);
    });
  });

  test("should leave other files of the folder, and segments that were edited into another form", async () => {
    const edited = segmentName({ stream: "sales-0", first: 0n, last: 0n });
    await withFolder({ "orders.csv": "a,b\n1,2\n", [edited]: "order id;price\n1;2\n" }, async (folder) => {
      await land(folder, 10);
      expect(await mergeSegments(folder)).toBe(0);
      expect(await csvIn(folder)).toContain("orders.csv");
    });
  });
});

describe("a crash while merging", () => {
  test("should leave both, which the build counts once and the next start clears", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      await mkdir(folder);
      await land(folder, 8);
      const narrow = await csvIn(folder);
      const copies = join(root, "copies");
      await mkdir(copies);
      for (const name of narrow) await copyFile(join(folder, name), join(copies, name));
      await mergeSegments(folder);
      const [wide = ""] = await csvIn(folder);
      for (const name of narrow.slice(3)) await copyFile(join(copies, name), join(folder, name));
      // The watcher was killed before it had removed the last five.
      const { report } = await openReport(folder);
      expect(report.dataset.account.purchases).toBe(16);
      await startLanding(folder);
      expect(await csvIn(folder)).toEqual([wide]);
      expect(await ordersIn(folder)).toHaveLength(16);
    });
  });

  test("should leave a half file that the next start clears", async () => {
    await withFolder({}, async (folder) => {
      await land(folder, 8);
      await writeFile(join(folder, ".sales-0-00000000000000000000-00000000000000000015.csv.tmp"), "half");
      await startLanding(folder);
      expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
      expect(await ordersIn(folder)).toHaveLength(16);
    });
  });
});
