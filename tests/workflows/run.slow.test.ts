import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serve } from "../../src/cli/serve.ts";
import { workflowFor, workflowPath } from "../../src/cli/workflow.ts";
import { type Outcome, type Place, runWorkflow } from "./runner.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
/** What a checkout of the action holds of this repository, as far as it needs it. */
const actionParts = [
  "action.yml",
  "astro.config.mjs",
  "package.json",
  "package-lock.json",
  "public",
  "src",
  "tsconfig.json",
];
const uploadStep = "actions/upload-pages-artifact";

const header = "Order ID,Customer ID,Order Date,Product,Quantity,Price\n";
/** Orders of 40 customers, of one product each. */
const orders = (product: string, price: string, from: number) =>
  Array.from(
    { length: 40 },
    (_, index) => `${from + index},shopper-${index}-x,2025-0${1 + (index % 6)}-15,${product},1,${price}\n`,
  ).join("");

describe.skipIf(process.platform === "win32")("the workflow that init writes", () => {
  let root: string;
  let online: Served;
  const at = (...names: string[]) => join(root, ...names);
  const git = (...args: string[]) =>
    execFileSync("git", [
      "-c",
      "user.name=a",
      "-c",
      "user.email=a@example.com",
      "-C",
      at("repository"),
      ...args,
    ]);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "shopper-report-workflow-"));
    for (const name of ["repository/data", "action", "bin", "scratch", "online"])
      await mkdir(at(name), { recursive: true });
    for (const part of actionParts) await cp(join(project, part), at("action", part), { recursive: true });
    // There is no network: what `npm ci` would install stands in the project.
    await writeFile(
      at("bin/npm"),
      `#!/bin/sh\n[ "$*" = "ci --prefix ${at("action")} --omit=dev --ignore-scripts --no-audit --no-fund" ] || exit 64\nln -sfn "${join(project, "node_modules")}" "${at("action/node_modules")}"\n`,
      { mode: 0o755 },
    );
    git("init", "--quiet", "--initial-branch=main");
    const workflow = await workflowFor(at("repository/data"), at("repository"));
    await mkdir(dirname(at("repository", workflowPath)), { recursive: true });
    await writeFile(at("repository", workflowPath), workflow.text);
    await put(
      "report.yaml",
      "gates: { metrics.revenue: { min: 100, maxChange: 4 }, freshWithin: { days: 99999 } }\n",
    );
    online = await serve({ folder: at("online"), base: "/shop" });
  });
  afterAll(async () => {
    await online?.close();
    await rm(root, { recursive: true, force: true });
  });

  /** Writes a file of the data, and commits it to the branch that is checked out. */
  async function put(name: string, content: string): Promise<void> {
    await writeFile(at("repository/data", name), content);
    git("add", "--all");
    git("commit", "--quiet", "--message", name);
  }

  /** Runs the workflow; what it deploys is online afterwards. */
  async function run(ref: string, event: Place["event"], isSetUp = true): Promise<Outcome> {
    const outcome = await runWorkflow(at("repository", workflowPath), {
      repository: at("repository"),
      ref,
      event,
      action: at("action"),
      path: [at("bin"), dirname(process.execPath)],
      pages: isSetUp
        ? {
            base_url: online.url.replace(/\/$/, ""),
            base_path: "/shop",
            origin: new URL(online.url).origin,
            host: "127.0.0.1",
          }
        : null,
      scratch: at("scratch"),
    });
    if (outcome.deployed && outcome.uploaded !== null) {
      await rm(at("online"), { recursive: true });
      await cp(outcome.uploaded, at("online"), { recursive: true });
    }
    return outcome;
  }

  const before = [
    "actions/checkout",
    "actions/setup-node",
    "actions/configure-pages",
    "Install Shopper Report",
    "Check the data",
  ];

  test("should publish the first report under the base path, with nothing to compare it with", async () => {
    await put("orders.csv", header + orders("Cup", "5", 1000) + orders("Pot", "20", 2000));
    const { steps, summary, log, deployed, uploaded } = await run("main", "push");
    expect(steps, log).toEqual([...before, "Build the report", uploadStep, "actions/deploy-pages"]);
    expect(deployed).toBe(true);
    expect(await readdir(uploaded ?? "")).toContain(".nojekyll");
    expect(summary).toContain("80 rows read = 80 purchases");
    expect(summary).toContain("| metrics.revenue | 1000 | at least 100 | Passed |");
    // The action gives the day: freshness is checked.
    expect(summary).toMatch(/\| freshWithin \| [\d,]+ days \| at most 99,999 days \| Passed \|/);
    expect(summary).toContain("There is no earlier report at http");
    const page = await (await fetch(online.url)).text();
    expect(page).toContain('href="/shop/');
    expect(page).toContain(`<link rel="canonical" href="${online.url}"`);
  });

  test("should check and compare a pull request, and publish nothing", async () => {
    git("checkout", "--quiet", "-b", "more");
    await put("more.csv", header + orders("Cup", "6", 3000) + orders("Lamp", "50", 4000));
    git("checkout", "--quiet", "main");
    const { steps, summary, log, deployed, uploaded } = await run("more", "pull_request");
    expect(steps, log).toEqual([...before, "Build the report"]);
    expect({ deployed, uploaded }).toEqual({ deployed: false, uploaded: null });
    expect(summary).toContain("160 rows read");
    expect(summary).toContain("## What changed");
    expect(summary).toMatch(/\| Revenue \| 1,000 \| 3,240 \|/);
    expect(summary).toContain("| Lamp |");
    expect((await readdir(at("online"))).includes("changes")).toBe(false);
  });

  test("should check a pull request where Pages is not set up, and fail a push there", async () => {
    await put("orders.csv", "Nothing\nknown\n");
    const request = await run("main", "pull_request", false);
    expect(request.steps.slice(3, 5)).toEqual(["failed, forgiven", "Install Shopper Report"]);
    const push = await run("main", "push", false);
    expect(push.steps.at(-1)).toBe("failed");
    expect(push.steps).not.toContain("Check the data");
    git("revert", "--no-edit", "HEAD");
  });

  test("should publish the second drop with what it changed", async () => {
    git("merge", "--quiet", "--no-edit", "more");
    const { steps, log } = await run("main", "schedule");
    expect(steps, log).toContain("actions/deploy-pages");
    expect(await (await fetch(`${online.url}changes/`)).text()).toContain("Lamp");
  });

  test("should stop bad data with status 1 before anything is built or uploaded", async () => {
    const report = await readFile(at("online/report.json"));
    await put("orders.csv", header + orders("Cup", "much", 1000) + orders("Pot", "20", 2000));
    const { steps, summary, log, uploaded } = await run("main", "push");
    expect(steps).toEqual([...before, "failed"]);
    expect(log).toContain("status 1\n");
    expect(log).toContain('data/orders.csv, line 2, column "Price": the value is not a number');
    expect(summary).toMatch(/# Shopper Report stopped\n\ndata\/orders\.csv, line 2, column "Price"/);
    expect(uploaded).toBeNull();
    expect(await readFile(at("online/report.json"))).toEqual(report);
  });

  test("should stop at a closed gate with status 1, and show its number in the summary", async () => {
    await put("orders.csv", header + orders("Cup", "500", 1000));
    const { steps, summary, log, deployed, uploaded } = await run("main", "workflow_dispatch");
    expect(steps).toEqual([...before, "Build the report", "failed"]);
    expect(log).toContain("status 1\n");
    expect({ deployed, uploaded }).toEqual({ deployed: false, uploaded: null });
    expect(summary).toContain("| metrics.revenue | 22240 | at most 400 % from 3240 | Failed |");
    expect(summary).toContain("# Shopper Report stopped");
  });
});
