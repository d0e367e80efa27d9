import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { lockName } from "../../src/cli/watch-lock.ts";
import { withWorkFolder } from "../../src/cli/work-folder.ts";
import { defaultIngest } from "../../src/config/ingest.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { openReport } from "../../src/edition/open-report.ts";
import { watch } from "../../src/live/watch.ts";
import { command } from "../support/command.ts";
import { withFolder } from "../support/folder.ts";
import { eventText, ordersIn, rejectedIn } from "./landing-folder.ts";
import { addressIn, startWatcher, writeIngest } from "./watcher.ts";

const anywhere = { http: { listen: "127.0.0.1:0" }, metrics: { listen: "127.0.0.1:0" } };
const csv = "customer id,order id,order line,order date,quantity,unit price\nC,O-0,1,2026-01-30,1,2\n";

async function send(url: string, texts: readonly string[]): Promise<Response> {
  return fetch(url, {
    method: "POST",
    body: texts.join("\n"),
    headers: { "content-type": "application/x-ndjson" },
    signal: AbortSignal.timeout(5000),
  });
}

const purchasesIn = async (out: string): Promise<number> =>
  JSON.parse(await readFile(join(out, "report.json"), "utf8")).dataset.account.purchases;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100);
}

describe("watch", () => {
  test("should wait for another build, build, build again for events, and keep the report where that fails", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      const out = join(root, "report");
      await mkdir(folder);
      await writeFile(join(folder, "orders.csv"), csv);
      await writeIngest(folder, { ...anywhere, rebuild: { debounce: "200ms" } });
      const { watcher } = await withWorkFolder(out, async () => {
        const started = startWatcher(folder, ["--out", out]);
        await started.says("Another build is at work");
        expect((await readdir(root)).includes("report")).toBe(false);
        return { watcher: started };
      });
      await watcher.says("Built in");
      expect(await purchasesIn(out)).toBe(1);

      const second = startWatcher(folder, ["--out", join(root, "other")]);
      expect(await second.ended).toBe(1);
      expect(second.text()).toContain(`another watcher (process ${watcher.child.pid} on `);

      const url = addressIn(watcher.text(), "Events are taken");
      const texts = [1, 2, 3].map((number) => eventText(number));
      expect(await (await send(url, [...texts, "bad"])).json()).toMatchObject({ accepted: 3, rejected: 1 });
      await until(async () => (await purchasesIn(out)) === 4);

      // A file that no build can read, dropped among the data: the folder itself is watched.
      await writeFile(join(folder, "broken.csv"), 'order id,amount\n"1,2\n');
      await watcher.says("The build failed");
      expect(watcher.text()).toContain("broken.csv, line 2");
      expect(await (await send(url, [eventText(4)])).json()).toMatchObject({ accepted: 1 });
      expect(await purchasesIn(out)).toBe(4);
      const status = addressIn(watcher.text(), "Health and metrics");
      expect(await (await fetch(`${status}/healthz`)).json()).toMatchObject({
        status: "ok",
        lastBuild: { passed: false },
      });
      const metrics = await (await fetch(`${status}/metrics`)).text();
      expect(metrics).toContain('shopper_report_events_total{stream="http",outcome="accepted"} 4');
      expect(metrics).toContain('shopper_report_events_total{stream="http",outcome="rejected"} 1');
      expect(metrics).toMatch(/shopper_report_builds_total\{outcome="failed"\} [1-9]/);
      expect(metrics).toMatch(/shopper_report_last_build_timestamp_seconds \d{10}/);

      expect(await watcher.end("SIGTERM")).toBe(0);
      expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
      expect((await readdir(root)).sort()).toEqual(["data", "report"]);
    });
  }, 300_000);

  test("should lose nothing and double nothing, killed while events come in", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      await mkdir(folder);
      await writeIngest(folder, anywhere);
      const texts = Array.from({ length: 600 }, (_, number) =>
        number % 50 === 7 ? `bad ${number}` : eventText(number),
      );
      let url = "";
      const sending = (async () => {
        for (let at = 0; at < texts.length; ) {
          // As a webhook's sender does: what was not confirmed is sent again.
          const answer = await send(url, texts.slice(at, at + 5)).catch(() => null);
          if (answer?.ok === true || answer?.status === 422) at += 5;
          await pause(10);
        }
      })();
      for (let kill = 0; kill < 5; kill += 1) {
        const watcher = startWatcher(folder, ["--no-build"]);
        await watcher.says("Events are taken");
        url = addressIn(watcher.text(), "Events are taken");
        await pause(150 + kill * 70);
        await watcher.end("SIGKILL");
      }
      const last = startWatcher(folder, ["--no-build"]);
      await last.says("Events are taken");
      url = addressIn(last.text(), "Events are taken");
      await sending;
      expect(await last.end("SIGTERM")).toBe(0);
      expect(await ordersIn(folder)).toHaveLength(588);
      const { report } = await openReport(folder);
      expect(report.dataset.account).toMatchObject({ purchases: 588, dropped: 0 });
      expect(await rejectedIn(folder)).toHaveLength(12);
      const left = await readdir(folder, { recursive: true });
      expect(left.filter((name) => /tmp|shopper-report/.test(name))).toEqual([]);
    });
  }, 300_000);

  test("should build once and end with --once, and end with 1 where that build fails", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "data");
      await mkdir(folder);
      await writeFile(join(folder, "orders.csv"), "nothing,known\n1,2\n");
      const watcher = startWatcher(folder, ["--once", "--out", join(root, "report")]);
      expect(await watcher.ended, watcher.text()).toBe(1);
      expect(watcher.text()).toContain("orders.csv, line 1");
      expect(await readdir(folder)).toEqual(["orders.csv"]);
    });
  }, 120_000);
});

describe("watch, with builds that are counted", () => {
  /** Watches a folder in this process; `says` waits for a line, `builds` is how many builds there were. */
  async function watched(
    root: string,
    use: (watching: {
      folder: string;
      url: () => string;
      says: (text: string) => Promise<void>;
      builds: () => number;
    }) => Promise<void>,
  ): Promise<void> {
    const folder = join(root, "data");
    await writeIngest(folder, { ...anywhere, rebuild: { debounce: "50ms" } });
    const config = await readConfig(join(folder, "report.yaml"));
    const lines: string[] = [];
    let builds = 0;
    const ending = new AbortController();
    const watching = watch(
      {
        folder,
        config,
        ingest: config.ingest ?? defaultIngest,
        secrets: { amqpUrls: [], kafkaLogin: undefined, httpToken: undefined },
        once: false,
        build: async () => {
          builds += 1;
          return true;
        },
        take: async () => ({ release: async () => {} }),
        published: () => {},
        say: (line) => lines.push(line),
      },
      ending.signal,
    );
    await use({
      folder,
      url: () => addressIn(lines.join("\n"), "Events are taken"),
      says: (text) => until(async () => lines.some((line) => line.includes(text))),
      builds: () => builds,
    });
    ending.abort();
    expect(await watching).toBe(true);
  }

  test("should build once the first events are there, where there were no data before", async () => {
    await withFolder({ "data/notes.md": "" }, async (root) => {
      await watched(root, async ({ url, says, builds }) => {
        await says("There is no data yet");
        await says("Events are taken");
        await send(url(), [eventText(1)]);
        await until(async () => builds() === 1);
      });
    });
  }, 120_000);

  test("should outlast a data folder that is gone for a while: a build fails, events wait", async () => {
    await withFolder({ "data/orders.csv": csv }, async (root) => {
      await watched(root, async ({ folder, url, says, builds }) => {
        await until(async () => builds() === 1);
        await rename(folder, join(root, "elsewhere"));
        await says("The build failed");
        const answered = send(url(), [eventText(1)]);
        await says("the folder is gone");
        await rename(join(root, "elsewhere"), folder);
        expect(await (await answered).json()).toMatchObject({ accepted: 1 });
        await until(async () => builds() > 1);
        expect(await ordersIn(folder)).toEqual(["O-0", "O-1"]);
      });
    });
  }, 120_000);
});

describe("watch, before it begins", () => {
  const refused = (root: string, ...more: string[]) => command("watch", join(root, "data"), ...more);

  async function withIngest(text: string, use: (root: string) => Promise<void>): Promise<void> {
    await withFolder({}, async (root) => {
      await mkdir(join(root, "data"));
      await writeFile(join(root, "data/report.yaml"), text);
      await use(root);
    });
  }

  test.each([
    [
      "ingest: { http: { listen: 0.0.0.0:0 } }",
      "listens at 0.0.0.0, which others can reach, and has no token",
    ],
    ["ingest: { amqp: { queue: sales } }", "nothing says where RabbitMQ is"],
    ["files: [orders.csv]\ningest: { http: {} }", "segments of events are not among them"],
    ["ingest: { http: { listen: here } }", "must be a host with a port"],
  ])("should refuse `%s`", async (text, message) => {
    await withIngest(text, async (root) => {
      const { status, err } = await refused(root, "--out", join(root, "out"));
      expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining(message) });
      expect(await readdir(join(root, "data"))).toEqual(["report.yaml"]);
    });
  });

  test("should refuse a file for a folder, a report among the data, and an address that is taken", async () => {
    await withIngest("ingest: { http: { listen: 127.0.0.1:0 } }", async (root) => {
      const within = await refused(root, "--out", join(root, "data/report"));
      expect(within.err).toContain("within the data");
      await writeFile(join(root, "data/a.csv"), csv);
      const file = await command("watch", join(root, "data/a.csv"));
      expect({ status: file.status, err: file.err }).toEqual({
        status: 1,
        err: expect.stringContaining("this is a file"),
      });
      await rm(join(root, "data/a.csv"));
      const { createServer } = await import("node:http");
      const server = createServer().listen(0, "127.0.0.1");
      await new Promise((ready) => server.once("listening", ready));
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      await writeFile(join(root, "data/report.yaml"), `ingest: { http: { listen: '127.0.0.1:${port}' } }`);
      const taken = await refused(root, "--no-build");
      server.close();
      expect(taken.err).toContain(`127.0.0.1:${port} cannot be listened at`);
      expect(taken.err).toContain("ingest.http.listen");
      expect((await readdir(join(root, "data"))).includes(lockName)).toBe(false);
    });
  });
});
