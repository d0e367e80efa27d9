import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openReport } from "../../../src/edition/open-report.ts";
import { withFolder } from "../../support/folder.ts";
import { rabbitMissing, sendToRabbit, startRabbit } from "../brokers/rabbitmq.ts";
import { ordersIn, rejectedIn } from "../landing-folder.ts";
import { shopEvents } from "../shop-events.ts";
import { startWatcher, writeIngest } from "../watcher.ts";

if (rabbitMissing !== null) console.log(`Skipped: there is no RabbitMQ. ${rabbitMissing}`);

describe.skipIf(rabbitMissing !== null)("RabbitMQ", () => {
  test("should give each event once, the watcher killed three times", async () => {
    const rabbit = await startRabbit();
    try {
      await withFolder({}, async (root) => {
        const folder = join(root, "data");
        await mkdir(folder);
        await writeIngest(folder, {
          amqp: { queue: "sales", queueType: "quorum", queueDeclare: { enabled: true } },
          batching: { count: 300, period: "100ms" },
          metrics: { listen: "127.0.0.1:0" },
        });
        const secrets = { REPORT_AMQP_URL: rabbit.url };
        const { messages, valid, orders, bad } = shopEvents(2000);
        const sending = sendToRabbit(rabbit, "sales", "quorum", messages, { atOnce: 100, wait: 50 });
        for (let kill = 0; kill < 3; kill += 1) {
          const watcher = startWatcher(folder, ["--no-build"], secrets);
          await watcher.says("Watching");
          await pause(300 + 150 * kill);
          await watcher.end("SIGKILL");
        }
        await sending;
        const last = startWatcher(folder, ["--no-build", "--once"], secrets);
        expect(await last.ended, last.text()).toBe(0);
        expect([...new Set(await ordersIn(folder))]).toEqual(orders);
        const { report } = await openReport(folder);
        expect(report.dataset.account.purchases).toBe(valid);
        expect([...new Set((await rejectedIn(folder)).map(({ event }) => event))].sort()).toEqual(bad);
        // The password of the address is in no line.
        expect(last.text()).not.toContain("guest");
      });
    } finally {
      await rabbit.stop();
    }
  }, 300_000);
});
