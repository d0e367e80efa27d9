import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openReport } from "../../../src/edition/open-report.ts";
import { withFolder } from "../../support/folder.ts";
import { kafkaMissing, sendToKafka, startKafka } from "../brokers/kafka.ts";
import { ordersIn, rejectedIn } from "../landing-folder.ts";
import { shopEvents } from "../shop-events.ts";
import { startWatcher, writeIngest } from "../watcher.ts";

const events = 50_000;
const kills = 20;
const partitions = 4;

if (kafkaMissing !== null) console.log(`Skipped: there is no mock cluster for Kafka. ${kafkaMissing}`);

describe.skipIf(kafkaMissing !== null)("Kafka, with the watcher killed meanwhile", () => {
  test("should land each event of four partitions exactly once, and go on where it was", async () => {
    const kafka = await startKafka("sales", partitions);
    try {
      await withFolder({}, async (root) => {
        const folder = join(root, "data");
        const out = join(root, "report");
        await mkdir(folder);
        await writeIngest(folder, {
          kafka: { seedBrokers: [kafka.address], topics: ["sales"] },
          batching: { count: 2000, period: "200ms" },
          rebuild: { debounce: "1s", maxWait: "20s" },
          metrics: { listen: "127.0.0.1:0" },
        });
        const { messages, valid, orders, bad } = shopEvents(events);
        const sending = sendToKafka(kafka.address, messages, { partitions, atOnce: 500, wait: 1000 });
        for (let kill = 0; kill < kills; kill += 1) {
          const watcher = startWatcher(folder, kill % 4 === 0 ? ["--out", out] : ["--no-build"]);
          await watcher.says("Watching");
          // Joining its group takes seconds; it is killed while it lands, or before that.
          const had = await newest(folder);
          const latest = Date.now() + 15_000;
          while ((await newest(folder)) === had && Date.now() < latest) await pause(20);
          await pause((kill * 373) % 1500);
          await watcher.end("SIGKILL");
        }
        await sending;
        const before = await readdir(folder);
        const last = startWatcher(folder, ["--once", "--out", out]);
        expect(await last.ended, last.text()).toBe(0);
        expect([...new Set(await ordersIn(folder))]).toEqual(orders);
        const { report } = await openReport(folder);
        expect(report.dataset.account.purchases).toBe(valid);
        // A repeat can lie in another partition: then the build leaves it out.
        expect([...new Set((await rejectedIn(folder)).map(({ event }) => event))].sort()).toEqual(bad);
        const left = await readdir(folder, { recursive: true });
        expect(left.filter((name) => /\.tmp$|\.shopper-report/.test(name))).toEqual([]);
        for (let partition = 0; partition < partitions; partition += 1)
          expect(before.some((name) => name.startsWith(`sales-${partition}-`))).toBe(true);
        console.log(
          `Kafka: ${messages.length} messages, ${report.dataset.account.read} rows read, ${report.dataset.account.duplicates} of them repeats`,
        );
      });
    } finally {
      await kafka.stop();
    }
  }, 1_800_000);
});

/** The names of the segments, as one text. */
async function newest(folder: string): Promise<string> {
  return (await readdir(folder)).filter((name) => name.endsWith(".csv")).join();
}
