import { chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildImage, containerMissing, type Image } from "../container/image.ts";
import { startContainer } from "../container/run.ts";
import { eventText } from "../landing-folder.ts";

const sample = fileURLToPath(new URL("../../../data/shopping.csv", import.meta.url));
/** What the image may add to its base, in bytes. */
const most = 300e6;

if (containerMissing !== null) console.log(`Skipped: no image can be built here. ${containerMissing}`);

describe.skipIf(containerMissing !== null)("the container", () => {
  let scratch: string;
  let image: Image;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "shopper-container-"));
    image = await buildImage(scratch);
  }, 1_800_000);
  afterAll(async () => {
    await rm(scratch, { recursive: true, force: true });
  });

  /** A folder of uid 1000 with the sample in data/. */
  async function shop(name: string): Promise<string> {
    const folder = join(scratch, name);
    await mkdir(join(folder, "data"), { recursive: true });
    await mkdir(join(folder, "site"));
    await cp(sample, join(folder, "data/shopping.csv"));
    for (const path of ["", "data", "site", "data/shopping.csv"]) await chown(join(folder, path), 1000, 1000);
    return folder;
  }

  test("should add little to its base", () => {
    const added = image.size - image.baseSize;
    console.log(
      `The image: ${Math.round(added / 1e6)} MB above a base of ${Math.round(image.baseSize / 1e6)} MB`,
    );
    expect(added).toBeLessThan(most);
  });

  test("should hold no compiler, no cache, no tests, and no second Node", async () => {
    const names = await readdir(join(image.root, "app"));
    expect(names.sort()).toEqual(
      [
        "LICENSE",
        "astro.config.mjs",
        "docker",
        "node_modules",
        "package.json",
        "public",
        "src",
        "tsconfig.json",
      ].sort(),
    );
    const packages = await readdir(join(image.root, "app/node_modules"));
    expect(
      packages.filter((name) => /^node-(bin|linux|darwin|win)|^vitest$|^typescript$|^playwright/.test(name)),
    ).toEqual([]);
    for (const path of ["usr/bin/gcc", "usr/bin/make", "root/.npm", "root/.npmrc", "tmp/npm"])
      expect(await stat(join(image.root, path)).catch(() => null), path).toBeNull();
  });

  test("should build the sample as uid 1000, on a read-only root, without a network, and own what it writes", async () => {
    const folder = await shop("built");
    const options = { root: image.root, shop: folder, scratch };
    const probe = `
      const { writeFileSync } = require("fs");
      let wrote = true;
      try { writeFileSync("/app/x", ""); } catch { wrote = false; }
      console.log(process.getuid(), wrote);`;
    const who = await startContainer({ ...options, name: "who", program: ["node", "-e", probe], args: [] });
    await who.ended;
    expect(who.text().trim()).toBe("1000 false");

    const build = await startContainer({
      ...options,
      name: "build",
      args: ["build", "data", "--out", "report"],
    });
    expect(await build.ended, build.text()).toBe(0);
    const { uid, gid } = await stat(join(folder, "report/index.html"));
    expect({ uid, gid }).toEqual({ uid: 1000, gid: 1000 });
    expect((await readdir(folder)).sort()).toEqual(["data", "report", "site"]);
  }, 600_000);

  test("should watch and serve the sample, take events, be healthy, and end within 5 s of SIGTERM", async () => {
    const folder = await shop("watched");
    await writeFile(
      join(folder, "data/report.yaml"),
      "ingest: { http: { listen: 127.0.0.1:8081 }, rebuild: { debounce: 1s } }\n",
    );
    const watch = await startContainer({
      root: image.root,
      shop: folder,
      scratch,
      name: "watch",
      args: ["watch", "data", "--out", "site/report", "--serve"],
    });
    const says = async (text: string) => {
      while (!watch.text().includes(text)) {
        if (watch.child.exitCode !== null) throw new Error(watch.text());
        await pause(100);
      }
    };
    await says("Built in");
    expect(watch.exec("node", "/app/docker/healthcheck.mjs").status).toBe(0);
    const get = (url: string) =>
      watch.exec("node", "-e", `fetch("${url}").then(async (r) => console.log(r.status, await r.text()))`)
        .out;
    expect(get("http://127.0.0.1:4321/")).toMatch(/^200 <!doctype html>/i);
    const send = `fetch("http://127.0.0.1:8081/events", { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify(JSON.parse(eventText(1))))} }).then(async (r) => console.log(r.status))`;
    expect(watch.exec("node", "-e", send).out.trim()).toBe("200");
    const purchases = async () =>
      JSON.parse(await readFile(join(folder, "site/report/report.json"), "utf8")).dataset.account.purchases;
    const before = await purchases();
    while ((await purchases()) === before) await pause(200);
    const started = performance.now();
    watch.kill("TERM");
    expect(await watch.ended).toBe(0);
    expect((performance.now() - started) / 1000).toBeLessThan(5);
  }, 600_000);
});
