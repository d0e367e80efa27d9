import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { halfName } from "../../src/live/durable.ts";
import { rejectedName, segmentName } from "../../src/read/segment-name.ts";
import { withFolder } from "../support/folder.ts";
import { counted, eventText, ordersIn, rejectedIn, startLanding, uncounted } from "./landing-folder.ts";

const first = "sales-0-00000000000000000000-00000000000000000002.csv";

describe("a batch", () => {
  test("should become one CSV file, named by its offsets, with no other file beside", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const landed = await landing.land("sales-0", counted(0, eventText(1), eventText(2), eventText(3)));
      expect(landed).toEqual({ accepted: 3, rejected: 0, repeated: 0, reasons: [] });
      expect(await readdir(folder)).toEqual([first]);
      expect((await readFile(join(folder, first), "utf8")).split("\n").slice(0, 2)).toEqual([
        "customer id,order id,order line id,date,product,quantity,unit price",
        "C-1,O-1,1,2026-01-31,Cup,1,2.5",
      ]);
    });
  });

  test("should have headers that report.yaml gives the fields: no others are understood then", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder, { columns: { customer: "Client, no." } });
      await landing.land("http", uncounted(eventText(1)));
      const [name = ""] = (await readdir(folder)).filter((each) => each.endsWith(".csv"));
      expect(await readFile(join(folder, name), "utf8")).toMatch(/^"Client, no\.",order id/);
    });
  });

  test("should put bad events beside, with their reasons, their number and as they came", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const bad = eventText(2, { date: "soon" });
      const landed = await landing.land("sales-0", counted(0, eventText(1), bad, "{"));
      expect(landed).toMatchObject({ accepted: 1, rejected: 2 });
      expect(landed.reasons).toEqual(['date: "soon" is not a date', "not JSON"]);
      expect(await ordersIn(folder)).toEqual(["O-1"]);
      expect(await rejectedIn(folder)).toEqual([
        { reasons: ['date: "soon" is not a date'], stream: "sales-0", number: "1", event: bad },
        { reasons: ["not JSON"], stream: "sales-0", number: "2", event: "{" },
      ]);
    });
  });

  test("should leave out what came before: in it, in the last ones, and before a restart", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const texts = [eventText(1), eventText(2), eventText(1), "bad", "bad"];
      expect(await landing.land("http", uncounted(...texts))).toMatchObject({
        accepted: 2,
        rejected: 1,
        repeated: 2,
      });
      expect(await landing.land("http", uncounted(...texts))).toMatchObject({
        accepted: 0,
        rejected: 0,
        repeated: 5,
      });
      const again = await startLanding(folder);
      const more = uncounted(...texts, eventText(3));
      expect(await again.landing.land("http", more)).toMatchObject({ accepted: 1, rejected: 0, repeated: 5 });
      expect(await ordersIn(folder)).toEqual(["O-1", "O-2", "O-3"]);
      expect(await rejectedIn(folder)).toHaveLength(1);
    });
  });

  test("should keep two lines of an order that differ in one field only", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const texts = [eventText(1), eventText(1, { order_line: 2 }), eventText(1, { price: 3 })];
      expect(await landing.land("http", uncounted(...texts))).toMatchObject({ accepted: 3, repeated: 0 });
    });
  });

  test("should go on by offsets: what is at or before the last one is on the disk already", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      await landing.land("sales-0", counted(0, eventText(1), eventText(2), eventText(3)));
      const again = await startLanding(folder);
      expect(again.landing.position("sales-0")).toBe(2n);
      expect(again.landing.position("sales-1")).toBeNull();
      const batch = counted(1, eventText(2), eventText(3), eventText(4));
      expect(await again.landing.land("sales-0", batch)).toMatchObject({ accepted: 1, repeated: 2 });
      expect(await ordersIn(folder)).toEqual(["O-1", "O-2", "O-3", "O-4"]);
    });
  });

  test("should move the position although every event of it is bad", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      await landing.land("sales-0", counted(7, "bad", "worse"));
      expect((await startLanding(folder)).landing.position("sales-0")).toBe(8n);
    });
  });

  test("should count by itself where the broker does not, and go on after a restart", async () => {
    await withFolder({}, async (folder) => {
      await (await startLanding(folder)).landing.land("http", uncounted(eventText(1), eventText(2)));
      await (await startLanding(folder)).landing.land("http", uncounted("bad"));
      await (await startLanding(folder)).landing.land("http", uncounted(eventText(3)));
      expect((await readdir(folder)).filter((name) => name.endsWith(".csv")).sort()).toEqual([
        "http-00000000000000000000-00000000000000000001.csv",
        "http-00000000000000000003-00000000000000000003.csv",
      ]);
    });
  });

  test("should land after the one before it, though both are given at once", async () => {
    await withFolder({}, async (folder) => {
      const { landing } = await startLanding(folder);
      const batches = Array.from({ length: 20 }, (_, index) =>
        uncounted(eventText(index), eventText(index + 1)),
      );
      const landed = await Promise.all(batches.map((batch) => landing.land("http", batch)));
      expect(landed.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(21);
      expect(await ordersIn(folder)).toHaveLength(21);
    });
  });

  test("should have its unknown keys told once", async () => {
    await withFolder({}, async (folder) => {
      const { landing, heard } = await startLanding(folder);
      await landing.land("http", uncounted(eventText(1, { gift: 1 }), eventText(2, { gift: 1, wrap: 2 })));
      expect(heard.unused).toEqual(["gift", "wrap"]);
    });
  });
});

describe("a disk that refuses", () => {
  test("should be waited for, told once when it refuses and once when it takes files again", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      const { landing, heard } = await startLanding(folder);
      await rename(folder, join(root, "away"));
      const landed = landing.land("http", uncounted(eventText(1)));
      while (heard.refused.length === 0) await new Promise((done) => setTimeout(done, 5));
      expect(landing.isRefused).toBe(true);
      await new Promise((done) => setTimeout(done, 60));
      await rename(join(root, "away"), folder);
      expect(await landed).toMatchObject({ accepted: 1 });
      expect(heard.refused).toEqual(["the folder is gone", null]);
      expect(await ordersIn(folder)).toEqual(["O-1"]);
    });
  });

  test("should not hold up the end: what waits then is not landed", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      const end = new AbortController();
      const { landing, heard } = await startLanding(folder, { signal: end.signal });
      await rm(folder, { recursive: true });
      const landed = landing.land("http", uncounted(eventText(1)));
      landed.catch(() => {});
      while (heard.refused.length === 0) await new Promise((done) => setTimeout(done, 5));
      end.abort();
      await expect(landed).rejects.toThrow("aborted");
    });
  });
});

describe("a start after a crash", () => {
  const range = { stream: "sales-0", first: 0n, last: 2n };
  const csv = "customer id,order id,order line,order date,quantity,unit price\nC,O-1,1,2026-01-31,1,2\n";

  test("should remove half files, and take nothing in them for landed", async () => {
    await withFolder({ [halfName(first)]: csv }, async (folder) => {
      await mkdir(join(folder, "rejected"));
      await writeFile(join(folder, "rejected", halfName(rejectedName(range, false))), "{}\n");
      const { landing } = await startLanding(folder);
      expect(landing.position("sales-0")).toBeNull();
      expect(await readdir(folder)).toEqual(["rejected"]);
      expect(await readdir(join(folder, "rejected"))).toEqual([]);
    });
  });

  test("should finish the file of bad events whose batch had landed", async () => {
    await withFolder({ [segmentName(range)]: csv }, async (folder) => {
      await mkdir(join(folder, "rejected"));
      const name = rejectedName({ ...range }, false);
      const line = `${JSON.stringify({ reasons: ["x"], stream: "sales-0", number: "1", event: "{" })}\n`;
      await writeFile(join(folder, "rejected", halfName(name)), line);
      const { landing } = await startLanding(folder);
      expect(await readdir(join(folder, "rejected"))).toEqual([name]);
      expect(landing.position("sales-0")).toBe(2n);
    });
  });

  test("should leave other files alone, hidden ones too", async () => {
    await withFolder({ "orders.csv": csv, ".orders.csv.tmp": csv, "report.yaml": "" }, async (folder) => {
      await startLanding(folder);
      expect((await readdir(folder)).sort()).toEqual([".orders.csv.tmp", "orders.csv", "report.yaml"]);
    });
  });
});

test.skipIf(process.getuid?.() === 0)("a folder without permission is waited for, too", async () => {
  await withFolder({}, async (folder) => {
    const { landing, heard } = await startLanding(folder);
    await chmod(folder, 0o500);
    const landed = landing.land("http", uncounted(eventText(1)));
    while (heard.refused.length === 0) await new Promise((done) => setTimeout(done, 5));
    await chmod(folder, 0o700);
    expect(await landed).toMatchObject({ accepted: 1 });
    expect(heard.refused).toEqual(["there is no permission", null]);
  });
});
