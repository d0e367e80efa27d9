import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serve } from "../../src/cli/serve.ts";
import { livePages } from "../../src/live/live-pages.ts";
import { withFolder } from "../support/folder.ts";

const page = "<!doctype html><html><head><title>A</title></head><body>1</body></html>";

describe("a page of a report that is built anew while it is served", () => {
  test("should get a script and a style of its own site, and hear when another report stands", async () => {
    await withFolder({ "index.html": page, "404.html": page }, async (folder) => {
      let report = "1";
      const live = livePages(() => report);
      const server = await serve({ folder, base: "/shop", live: live.pages });
      try {
        const html = await (await fetch(server.url)).text();
        expect(html).toContain('<script defer src="/shop/_live/offer.js?report=1"></script></head>');
        const script = await fetch(`${server.url}_live/offer.js?report=1`);
        expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
        expect(await script.text()).toMatch(/^\(function offerReload.*EventSource.*"There is new data\."/s);
        expect((await fetch(`${server.url}_live/offer.css`)).headers.get("content-type")).toMatch(
          /^text\/css/,
        );
        expect((await fetch(`${server.url}_live/other`)).status).toBe(404);

        const stream = await fetch(`${server.url}_live/events`);
        const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
        let heard = "";
        const hear = async (wanted: string) => {
          while (!heard.includes(wanted)) heard += (await reader?.read())?.value ?? "";
        };
        await hear("event: report\ndata: 1\n\n");
        report = "2";
        live.published();
        await hear("event: report\ndata: 2\n\n");
        live.close();
      } finally {
        await server.close();
      }
    });
  });

  test("should be a word of patience until there is a report", async () => {
    await withFolder({}, async (root) => {
      const folder = join(root, "report");
      const live = livePages(() => "0");
      const server = await serve({ folder, live: live.pages });
      try {
        const waiting = await fetch(server.url);
        expect(waiting.status).toBe(503);
        expect(await waiting.text()).toMatch(/The report is being built.*_live\/offer\.js/s);
        await mkdir(folder);
        await writeFile(join(folder, "index.html"), page);
        expect((await fetch(server.url)).status).toBe(200);
        await rm(folder, { recursive: true });
      } finally {
        live.close();
        await server.close();
      }
    });
  });

  test("should hold nothing of it where it is served without", async () => {
    await withFolder({ "index.html": page }, async (folder) => {
      const server = await serve({ folder });
      try {
        expect(await (await fetch(server.url)).text()).toBe(page);
        expect((await fetch(`${server.url}_live/events`)).status).toBe(404);
      } finally {
        await server.close();
      }
    });
  });
});
