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

if (kafkaMissing !== null) console.log(`Skipped: there is no mock cluster for Kafka. ${kafkaMissing}`);

describe.skipIf(kafkaMissing !== null)("Kafka", () => {
  test("should give each event of four partitions once, the watcher killed three times", async () => {
    const kafka = await startKafka("sales", 4);
    try {
      await withFolder({}, async (root) => {
        const folder = join(root, "data");
        await mkdir(folder);
        await writeIngest(folder, {
          kafka: { seedBrokers: [kafka.address], topics: ["sales"] },
          batching: { count: 300, period: "100ms" },
          metrics: { listen: "127.0.0.1:0" },
        });
        const { messages, valid, orders, bad } = shopEvents(2000);
        const sending = sendToKafka(kafka.address, messages, { partitions: 4, atOnce: 100, wait: 50 });
        for (let kill = 0; kill < 3; kill += 1) {
          const watcher = startWatcher(folder, ["--no-build"]);
          await watcher.says("Watching");
          await pause(600 + 150 * kill);
          await watcher.end("SIGKILL");
        }
        await sending;
        const before = await readdir(folder);
        const last = startWatcher(folder, ["--no-build", "--once"]);
        expect(await last.ended, last.text()).toBe(0);
        expect([...new Set(await ordersIn(folder))]).toEqual(orders);
        const { report } = await openReport(folder);
        expect(report.dataset.account.purchases).toBe(valid);
        expect([...new Set((await rejectedIn(folder)).map(({ event }) => event))].sort()).toEqual(bad);
        // It went on by the names of the segments: none of them was written again.
        const after = await readdir(folder);
        expect(before.filter((name) => name.endsWith(".csv") && !after.includes(name))).toEqual([]);
      });
    } finally {
      await kafka.stop();
    }
  }, 180_000);
});
