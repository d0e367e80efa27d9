import { type ChildProcess, spawn } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSiteRoot } from "../../src/cli/site-root.ts";

const fixture = fileURLToPath(new URL("../fixtures/shopify", import.meta.url));

/** The port of loopback that a server may take; null where there is none. */
async function freePort(): Promise<number | null> {
  return new Promise((found) => {
    const server = createServer();
    server.once("error", () => found(null));
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}

const port = await freePort();

describe.skipIf(port === null)("npm run dev", () => {
  const address = `http://127.0.0.1:${port}`;
  let folder: string;
  let server: ChildProcess;
  let said = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "shopper-report-dev-"));
    // A copy of the project: a source of it is to change.
    await makeSiteRoot(folder);
    await mkdir(join(folder, "data"));
    await cp(join(fixture, "orders.csv"), join(folder, "data/orders.csv"));
    await writeFile(join(folder, "data/report.yaml"), "title: First title\n");
    server = spawn(
      process.execPath,
      [join(folder, "node_modules/astro/bin/astro.mjs"), "dev", "--host", "127.0.0.1", "--port", `${port}`],
      {
        cwd: folder,
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "development", VITEST: "" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (text) => {
        said += String(text);
      });
    }
    await until(() =>
      fetch(address).then(
        () => true,
        () => false,
      ),
    );
  });

  afterAll(async () => {
    if (server.exitCode === null) {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill();
      await gone;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  async function until(isThere: () => Promise<boolean>): Promise<void> {
    while (!(await isThere())) {
      if (server.exitCode !== null) throw new Error(`the server ended: ${said}`);
      await new Promise((soon) => setTimeout(soon, 50));
    }
  }

  async function page(path: string): Promise<string> {
    const response = await fetch(`${address}${path}`);
    const text = await response.text();
    if (response.status !== 200)
      throw new Error(`${path}: ${response.status}\n${text.slice(0, 2000)}\n${said}`);
    return text;
  }

  const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? expect.fail("no main");
  const rowsRead = (html: string) => /([\d,]+) rows · fingerprint/.exec(html)?.[1];

  test("should show changed data at the next load, on every page", async () => {
    expect(rowsRead(await page("/"))).toBe("79");
    const products = mainOf(await page("/products/"));
    const orders = await readFile(join(folder, "data/orders.csv"), "utf8");
    await appendFile(join(folder, "data/orders.csv"), `${orders.trimEnd().split("\n").at(-1)}\n`);
    expect(rowsRead(await page("/"))).toBe("80");
    expect(rowsRead(await page("/data/"))).toBe("80");
    // What this page shows comes with the list of pages, which is kept as well.
    expect(mainOf(await page("/products/"))).not.toBe(products);
    expect(JSON.parse(await page("/report.json"))).toMatchObject({ dataset: { account: { read: 80 } } });
  });

  test("should show a changed report.yaml at the next load", async () => {
    await writeFile(join(folder, "data/report.yaml"), "title: Other title\n");
    for (const path of ["/", "/data/", "/methods/"]) {
      const html = await page(path);
      const shown = ["First title", "Other title"].filter((title) => html.includes(title));
      expect(shown, path).toEqual(["Other title"]);
    }
  });

  test("should show what is wrong with a report.yaml, and the report again once it is mended", async () => {
    await writeFile(join(folder, "data/report.yaml"), "titel: Other title\n");
    expect((await fetch(address)).status).toBe(500);
    await writeFile(join(folder, "data/report.yaml"), "title: Mended title\n");
    expect((await page("/")).includes("Mended title")).toBe(true);
  });

  test("should show a changed source whole: no page holds the old words and the new", async () => {
    const source = join(folder, "src/report/metrics.ts");
    const text = await readFile(source, "utf8");
    const sentence = "People with at least one purchase, each counted once.";
    const changed = "People who were told apart anew.";
    expect(text).toContain(sentence);
    expect((await page("/methods/")).includes(sentence)).toBe(true);
    await writeFile(source, text.replaceAll(sentence, changed));
    // The watcher needs a moment to hear of it.
    await until(async () => {
      const html = await page("/methods/");
      expect(html.includes(changed) && html.includes(sentence), "a page of old and new").toBe(false);
      return html.includes(changed);
    });
    const overview = await page("/");
    expect([changed, sentence].filter((words) => overview.includes(words))).toEqual([changed]);
  });
});
