import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReport } from "../../../src/edition/open-report.ts";
import { withFolder } from "../../support/folder.ts";
import { rabbitMissing, sendToRabbit, startRabbit, type TestRabbit } from "../brokers/rabbitmq.ts";
import { ordersIn, rejectedIn } from "../landing-folder.ts";
import { shopEvents } from "../shop-events.ts";
import { startWatcher, writeIngest } from "../watcher.ts";

const events = 50_000;
const kills = 20;
/** Of the watchers, those that are alive while the broker is killed. */
const brokerDies = [6, 13];

if (rabbitMissing !== null) console.log(`Skipped: there is no RabbitMQ. ${rabbitMissing}`);

describe.skipIf(rabbitMissing !== null)("RabbitMQ", () => {
  let rabbit: TestRabbit;
  beforeAll(async () => {
    rabbit = await startRabbit();
  }, 300_000);
  afterAll(async () => {
    await rabbit?.stop();
  });

  async function inFolder(
    ingest: object,
    use: (folder: string, out: string) => Promise<void>,
  ): Promise<void> {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      await mkdir(folder);
      await writeIngest(folder, { metrics: { listen: "127.0.0.1:0" }, ...ingest });
      await use(folder, join(root, "report"));
    });
  }

  test.each(["quorum", "stream"] as const)(
    "should give each event of a %s queue exactly once, the watcher killed 20 times and the broker twice",
    async (queueType) => {
      const queue = `sales-${queueType}`;
      const ingest = {
        amqp: { queue, queueType, queueDeclare: { enabled: true } },
        batching: { count: 2000, period: "200ms" },
        rebuild: { debounce: "1s", maxWait: "20s" },
      };
      await inFolder(ingest, async (folder, out) => {
        const secrets = { REPORT_AMQP_URL: rabbit.url };
        const { messages, valid, orders, bad } = shopEvents(events);
        const sending = sendToRabbit(rabbit, queue, queueType, messages, { atOnce: 500, wait: 150 });
        const pauses = randomPauses(20_251_126, kills);
        for (let kill = 0; kill < kills; kill += 1) {
          // Every fourth builds as well, so that builds are cut off, too.
          const watcher = startWatcher(folder, kill % 4 === 0 ? ["--out", out] : ["--no-build"], secrets);
          await watcher.says("Watching");
          if (brokerDies.includes(kill)) {
            await pause(1500);
            await rabbit.kill();
            await watcher.says("RabbitMQ cannot be reached");
            await rabbit.start();
            await watcher.says("RabbitMQ is back");
          }
          await pause(pauses[kill] ?? 500);
          await watcher.end("SIGKILL");
        }
        await sending;
        const last = startWatcher(folder, ["--once", "--out", out], secrets);
        expect(await last.ended, last.text()).toBe(0);

        expect([...new Set(await ordersIn(folder))]).toEqual(orders);
        const { report } = await openReport(folder);
        expect(report.dataset.account.purchases).toBe(valid);
        expect([...new Set((await rejectedIn(folder)).map(({ event }) => event))].sort()).toEqual(bad);
        const left = await readdir(folder, { recursive: true });
        expect(left.filter((name) => /\.tmp$|\.shopper-report/.test(name))).toEqual([]);
        const { read, duplicates } = report.dataset.account;
        console.log(`${queueType}: ${messages.length} messages, ${read} rows, ${duplicates} of them repeats`);
      });
    },
    1_800_000,
  );

  test("should be waited for while it is away, told once when it goes and once when it is back", async () => {
    await inFolder({ amqp: { queue: "away", queueDeclare: { enabled: true } } }, async (folder) => {
      const watcher = startWatcher(folder, ["--no-build"], { REPORT_AMQP_URL: rabbit.url });
      await watcher.says("Watching");
      await pause(1500);
      await rabbit.kill();
      await watcher.says("RabbitMQ cannot be reached");
      await pause(3000);
      await rabbit.start();
      await watcher.says("RabbitMQ is back");
      const { messages, orders } = shopEvents(50);
      await sendToRabbit(rabbit, "away", "quorum", messages);
      while ((await ordersIn(folder)).length < orders.length) await pause(50);
      expect(await watcher.end("SIGTERM")).toBe(0);
      expect(watcher.text().match(/RabbitMQ cannot be reached/g)).toHaveLength(1);
      expect(watcher.text().match(/RabbitMQ is back/g)).toHaveLength(1);
      expect(watcher.text()).not.toContain("guest");
    });
  }, 600_000);

  test("should be told of as a reason, with --once, where the queue is not there", async () => {
    await inFolder({ amqp: { queue: "nowhere" } }, async (folder) => {
      const watcher = startWatcher(folder, ["--no-build", "--once"], { REPORT_AMQP_URL: rabbit.url });
      expect(await watcher.ended).toBe(1);
      expect(watcher.text()).toContain("RabbitMQ cannot be read");
      expect(watcher.text()).toContain("nowhere");
    });
  }, 600_000);
});

/** Pauses of up to two seconds, in milliseconds, the same for a seed. */
function randomPauses(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 2000;
  });
}
