import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withFolder } from "../../support/folder.ts";

const configuration = fileURLToPath(new URL("../../../docker/nginx.conf", import.meta.url));
const hasNginx = spawnSync("nginx", ["-v"]).status === 0;
if (!hasNginx) console.log("Skipped: there is no nginx. apt-get install --no-install-recommends nginx-light");

describe.skipIf(!hasNginx)("nginx, by the configuration of compose.yaml", () => {
  test("should say that the report is being built, then serve it with the headers that a page cannot give", async () => {
    await withFolder({}, async (folder) => {
      const port = 20_000 + (process.pid % 20_000);
      const site = join(folder, "site");
      await chmod(folder, 0o755);
      const own = (await readFile(configuration, "utf8"))
        .replace("listen 8080", `listen 127.0.0.1:${port}`)
        .replaceAll("/srv/site", site);
      const whole = `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1; events {} http { types { text/html html; text/css css; } access_log off; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")} ${own} }`;
      await writeFile(join(folder, "nginx.conf"), whole);
      const child = spawn("nginx", ["-c", join(folder, "nginx.conf")], {
        stdio: ["ignore", "inherit", "pipe"],
      });
      const ended = new Promise((done) => child.on("close", done));
      const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" });
      try {
        let first = await get("/").catch(() => null);
        while (first === null) {
          await pause(50);
          first = await get("/").catch(() => null);
        }
        expect({ status: first.status, text: await first.text() }).toEqual({
          status: 503,
          text: "The report is being built. Load this page again in a moment.\n",
        });
        await mkdir(join(site, "report/_astro"), { recursive: true });
        await mkdir(join(site, "report/embed/sales"), { recursive: true });
        await mkdir(join(site, "report/customers"));
        for (const [name, text] of [
          ["index.html", "home"],
          ["404.html", "not here"],
          ["_astro/a.Hash.css", "a{}"],
          ["embed/sales/index.html", "figure"],
          ["customers/index.html", "customers"],
        ] as const)
          await writeFile(join(site, "report", name), text);
        const home = await get("/");
        expect(await home.text()).toBe("home");
        expect(Object.fromEntries(home.headers)).toMatchObject({
          "content-security-policy": "frame-ancestors 'self'",
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "cache-control": "no-cache",
        });
        const style = await get("/_astro/a.Hash.css");
        expect(style.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
        const figure = await get("/embed/sales/");
        expect(await figure.text()).toBe("figure");
        expect(figure.headers.get("content-security-policy")).toBe("frame-ancestors *");
        const bare = await get("/customers");
        expect({ status: bare.status, to: bare.headers.get("location") }).toEqual({
          status: 301,
          to: "/customers/",
        });
        const missing = await get("/nowhere");
        expect({ status: missing.status, text: await missing.text() }).toEqual({
          status: 404,
          text: "not here",
        });
      } finally {
        child.kill("SIGTERM");
        await ended;
      }
    });
  });
});
