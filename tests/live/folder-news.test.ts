import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { folderNews } from "../../src/live/folder-news.ts";
import { segmentName } from "../../src/read/segment-name.ts";
import { withFolder } from "../support/folder.ts";

describe("news of a folder", () => {
  test("should tell of data and configuration that come, change, are renamed and go", async () => {
    await withFolder({}, async (folder) => {
      let told = 0;
      const news = await folderNews(
        folder,
        join(folder, "rejected"),
        () => {
          told += 1;
        },
        50,
      );
      const toldAfter = async (change: () => Promise<unknown>) => {
        const before = told;
        await change();
        while (told === before) await pause(10);
      };
      try {
        await toldAfter(() => writeFile(join(folder, "orders.csv"), "a,b\n"));
        await toldAfter(() => writeFile(join(folder, "orders.csv"), "a,b\n1,2\n"));
        await toldAfter(() => writeFile(join(folder, "report.yaml"), "title: A\n"));
        await toldAfter(() => rename(join(folder, "orders.csv"), join(folder, "more.csv")));
        await toldAfter(() => rm(join(folder, "more.csv")));
        await mkdir(join(folder, "2025"));
        await toldAfter(() => writeFile(join(folder, "2025/orders.csv"), "a,b\n"));
      } finally {
        news.close();
      }
    });
  });

  test("should not tell of segments, rejected events, half files and other files", async () => {
    await withFolder({}, async (folder) => {
      let told = 0;
      const news = await folderNews(
        folder,
        join(folder, "rejected"),
        () => {
          told += 1;
        },
        20,
      );
      await mkdir(join(folder, "rejected"));
      for (const name of [
        segmentName({ stream: "sales-0", first: 0n, last: 9n }),
        "rejected/orders.csv",
        ".orders.csv.tmp",
        "notes.md",
      ])
        await writeFile(join(folder, name), "x");
      await pause(300);
      news.close();
      expect(told).toBe(0);
    });
  });
});
