import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { withFolder } from "../../support/folder.ts";
import { kafkaMissing, sendToKafka, startKafka } from "../brokers/kafka.ts";
import { eventText } from "../landing-folder.ts";
import { shopEvents } from "../shop-events.ts";
import { addressIn, startWatcher, type Watcher, writeIngest } from "../watcher.ts";

/** The figures of docs/live.md. Bounds are far off what is usual: a busy machine is no fault. */
describe("the watcher", () => {
  test.skipIf(kafkaMissing !== null)(
    "should land at least 5,000 events a second from Kafka",
    async () => {
      const kafka = await startKafka("sales", 4);
      try {
        await withFolder({}, async (folder) => {
          await writeIngest(folder, {
            kafka: { seedBrokers: [kafka.address], topics: ["sales"] },
            metrics: { listen: "127.0.0.1:0" },
          });
          const { messages } = shopEvents(60_000);
          await sendToKafka(kafka.address, messages, { partitions: 4, atOnce: 8000, wait: 0 });
          const watcher = startWatcher(folder, ["--no-build"]);
          await watcher.says("Health and metrics");
          const { events } = await progress(watcher);
          const started = performance.now();
          let landed = events;
          while (landed < messages.length) {
            await pause(50);
            ({ events: landed } = await progress(watcher));
          }
          const rate = (landed - events) / ((performance.now() - started) / 1000);
          await watcher.end("SIGTERM");
          console.log(`Kafka: ${Math.round(rate)} events a second with fsync`);
          expect(rate).toBeGreaterThan(1000);
        });
      } finally {
        await kafka.stop();
      }
    },
    600_000,
  );

  test("should need no more memory for a million events than for a few", async () => {
    await withFolder({}, async (folder) => {
      await writeIngest(folder, { http: { listen: "127.0.0.1:0" }, metrics: { listen: "127.0.0.1:0" } });
      const watcher = startWatcher(folder, ["--no-build"]);
      await watcher.says("Events are taken");
      const url = addressIn(watcher.text(), "Events are taken");
      const sizes: number[] = [];
      const started = performance.now();
      for (let number = 0; number < 1_000_000; number += 2000) {
        const lines = Array.from({ length: 2000 }, (_, index) => eventText(number + index));
        const response = await fetch(url, {
          method: "POST",
          body: lines.join("\n"),
          headers: { "content-type": "application/x-ndjson" },
        });
        expect(await response.json()).toMatchObject({ accepted: 2000 });
        if ((number + 2000) % 100_000 === 0) sizes.push((await progress(watcher)).bytes / 1e6);
      }
      const rate = 1_000_000 / ((performance.now() - started) / 1000);
      await watcher.end("SIGTERM");
      console.log(
        `Webhook: ${Math.round(rate)} events a second with fsync, 2,000 a request. Memory after each 100,000: ${sizes.map((size) => Math.round(size)).join(", ")} MB`,
      );
      const [early = 0, late = 0] = [Math.max(...sizes.slice(1, 4)), Math.max(...sizes.slice(-3))];
      expect(late).toBeLessThan(early * 1.3);
    });
  }, 1_200_000);

  test("should publish an event of a small shop within seconds", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      const out = join(root, "report");
      await mkdir(folder);
      await writeIngest(folder, {
        http: { listen: "127.0.0.1:0" },
        rebuild: { debounce: "2s" },
        metrics: { listen: "127.0.0.1:0" },
      });
      const header = "customer id,order id,order line,order date,item purchased,quantity,unit price\n";
      const rows = Array.from(
        { length: 500 },
        (_, row) =>
          `C${row % 90},A${row},1,2025-${String(1 + (row % 12)).padStart(2, "0")}-10,Cup,1,${5 + (row % 7)}\n`,
      );
      await writeFile(join(folder, "orders.csv"), header + rows.join(""));
      const watcher = startWatcher(folder, ["--out", out]);
      await watcher.says("Built in");
      const started = performance.now();
      await fetch(addressIn(watcher.text(), "Events are taken"), {
        method: "POST",
        body: eventText(1),
        headers: { "content-type": "application/json" },
      });
      const isPublished = async () =>
        JSON.parse(await readFile(join(out, "report.json"), "utf8").catch(() => "{}"))?.dataset?.account
          .purchases === 501;
      while (!(await isPublished())) await pause(50);
      const seconds = (performance.now() - started) / 1000;
      await watcher.end("SIGTERM");
      console.log(`From event to page: ${seconds.toFixed(1)} s, of which 2 s of quiet`);
      expect(seconds).toBeLessThan(60);
    });
  }, 600_000);
});

/** Events that came in so far, and bytes of memory, as /metrics tells them. */
async function progress(watcher: Watcher): Promise<{ events: number; bytes: number }> {
  const text = await (await fetch(`${addressIn(watcher.text(), "Health and metrics")}/metrics`)).text();
  const counts = [...text.matchAll(/^shopper_report_events_total\{.*\} (\d+)$/gm)].map(([, count]) =>
    Number(count),
  );
  const [, bytes = "0"] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
  return { events: counts.reduce((sum, count) => sum + count, 0), bytes: Number(bytes) };
}
