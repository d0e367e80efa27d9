import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ConfirmChannel, connect } from "amqplib";
import { describe, expect, test } from "vitest";
import { openReport } from "../../../src/edition/open-report.ts";
import { withFolder } from "../../support/folder.ts";
import { rabbitMissing, startRabbit, type TestRabbit } from "../brokers/rabbitmq.ts";
import { ordersIn, rejectedIn } from "../landing-folder.ts";
import { shopEvents } from "../shop-events.ts";
import { startWatcher, writeIngest } from "../watcher.ts";

const events = 50_000;
const kills = 20;
const brokerKills = 2;

if (rabbitMissing !== null) console.log(`Skipped: there is no RabbitMQ. ${rabbitMissing}`);

describe.skipIf(rabbitMissing !== null)("RabbitMQ, with the watcher and the broker killed meanwhile", () => {
  for (const queueType of ["quorum", "stream"] as const) {
    test(`should land each event of a ${queueType} queue exactly once`, async () => {
      const rabbit = await startRabbit();
      try {
        await withFolder({}, (root) => trial(rabbit, queueType, root));
      } finally {
        await rabbit.stop();
      }
    }, 900_000);
  }
});

async function trial(rabbit: TestRabbit, queueType: "quorum" | "stream", root: string): Promise<void> {
  const folder = join(root, "data");
  const out = join(root, "report");
  const { messages, valid, orders, bad } = shopEvents(events);
  await import("node:fs/promises").then(({ mkdir }) => mkdir(folder));
  await writeIngest(folder, {
    amqp: { queue: "sales", queueType, queueDeclare: { enabled: true } },
    batching: { count: 2000, period: "200ms" },
    rebuild: { debounce: "1s", maxWait: "20s" },
    metrics: { listen: "127.0.0.1:0" },
  });
  const secrets = { REPORT_AMQP_URL: rabbit.url };
  const sending = send(rabbit, queueType, messages);
  const pauses = randomPauses(20_251_126, kills);
  const brokerDies = new Set([Math.floor(kills / 3), Math.floor((2 * kills) / 3)].slice(0, brokerKills));
  for (let kill = 0; kill < kills; kill += 1) {
    // Builds run while it is killed as well: every other watcher has them.
    const watcher = startWatcher(folder, kill % 2 === 0 ? ["--out", out] : ["--no-build"], secrets);
    await watcher.says("Watching");
    if (brokerDies.has(kill)) {
      await pause(500);
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

  expect(await ordersIn(folder).then((all) => new Set(all).size)).toBe(valid);
  expect([...new Set(await ordersIn(folder))]).toEqual(orders);
  const { report } = await openReport(folder);
  expect(report.dataset.account.purchases).toBe(valid);
  expect([...new Set((await rejectedIn(folder)).map(({ event }) => event))].sort()).toEqual(bad);
  const left = await readdir(folder, { recursive: true });
  expect(left.filter((name) => /\.tmp$|\.shopper-report/.test(name))).toEqual([]);
  console.log(
    `${queueType}: ${messages.length} messages, ${report.dataset.account.read} rows read, ${report.dataset.account.duplicates} of them repeats, in ${left.filter((name) => name.endsWith(".csv")).length} files`,
  );
}

/** Sends with confirmation, over broker's deaths: what was not confirmed is sent again. */
async function send(rabbit: TestRabbit, queueType: string, messages: readonly string[]): Promise<void> {
  const step = 500;
  let sent = 0;
  while (sent < messages.length) {
    try {
      const connection = await connect(rabbit.url, { timeout: 5000 });
      connection.on("error", () => {});
      const channel: ConfirmChannel = await connection.createConfirmChannel();
      channel.on("error", () => {});
      await channel.assertQueue("sales", { durable: true, arguments: { "x-queue-type": queueType } });
      for (; sent < messages.length; sent += step) {
        for (const text of messages.slice(sent, sent + step))
          channel.sendToQueue("sales", Buffer.from(text), { persistent: true });
        await channel.waitForConfirms();
        // The stream goes on while watchers come and go.
        await pause(150);
      }
      await connection.close();
    } catch {
      await pause(1000);
    }
  }
}

/** Pauses of up to two seconds, from a seed: 0 to 2,000 ms. */
function randomPauses(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 2000;
  });
}
