import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
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
          const before = await progress(watcher);
          const started = performance.now();
          let now = before;
          while (now.events < messages.length) {
            await pause(50);
            now = await progress(watcher);
          }
          const events = now.events - before.events;
          const rate = events / ((performance.now() - started) / 1000);
          await watcher.end("SIGTERM");
          console.log(
            `Kafka: ${Math.round(rate)} events a second with fsync, ${Math.round(events / (now.seconds - before.seconds))} a second of processor time`,
          );
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
      // Without a bound, V8 lets garbage lie while the machine has room: that would hide a leak, or look like one.
      const watcher = startWatcher(folder, ["--no-build"], { NODE_OPTIONS: "--max-old-space-size=160" });
      await watcher.says("Events are taken");
      const url = addressIn(watcher.text(), "Events are taken");
      const sizes: number[] = [];
      const started = performance.now();
      for (let number = 0; number < 1_000_000; number += 2000) {
        const lines = Array.from({ length: 2000 }, (_, index) => eventText(number + index));
        const { accepted, repeated } = await confirmed(watcher, url, lines);
        expect(accepted + repeated).toBe(2000);
        if ((number + 2000) % 100_000 === 0) sizes.push((await progress(watcher)).bytes / 1e6);
      }
      const rate = 1_000_000 / ((performance.now() - started) / 1000);
      const ofProcessor = 1_000_000 / (await progress(watcher)).seconds;
      await watcher.end("SIGTERM");
      console.log(
        `Webhook: ${Math.round(rate)} events a second with fsync, ${Math.round(ofProcessor)} a second of processor time, 2,000 a request. Memory after each 100,000: ${sizes.map((size) => Math.round(size)).join(", ")} MB`,
      );
      const [early = 0, late = 0] = [Math.max(...sizes.slice(1, 4)), Math.max(...sizes.slice(-3))];
      expect(late).toBeLessThan(early * 1.3);
    });
  }, 3_600_000);

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
      expect(seconds).toBeLessThan(300);
    });
  }, 600_000);
});

/** What became of events, sent again until they are confirmed: on a busy machine a kept connection may be closed. */
async function confirmed(
  watcher: Watcher,
  url: string,
  lines: readonly string[],
): Promise<{ accepted: number; repeated: number }> {
  while (watcher.child.exitCode === null && watcher.child.signalCode === null) {
    const response = await fetch(url, {
      method: "POST",
      body: lines.join("\n"),
      headers: { "content-type": "application/x-ndjson" },
    }).catch(() => null);
    if (response?.ok === true)
      return z.object({ accepted: z.int(), repeated: z.int() }).parse(await response.json());
    await pause(100);
  }
  throw new Error(watcher.text());
}

/** Events that came in so far, bytes of memory and seconds of processor time, as /metrics tells them. */
async function progress(watcher: Watcher): Promise<{ events: number; bytes: number; seconds: number }> {
  const text = await (await fetch(`${addressIn(watcher.text(), "Health and metrics")}/metrics`)).text();
  const counts = [...text.matchAll(/^shopper_report_events_total\{.*\} (\d+)$/gm)].map(([, count]) =>
    Number(count),
  );
  const [, bytes = "0"] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
  const [, seconds = "0"] = /^process_cpu_seconds_total (\S+)$/m.exec(text) ?? [];
  return {
    events: counts.reduce((sum, count) => sum + count, 0),
    bytes: Number(bytes),
    seconds: Number(seconds),
  };
}
